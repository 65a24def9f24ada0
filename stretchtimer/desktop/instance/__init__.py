"""One running program for each person, and a way to talk to it.

A lock says who is the one; it goes with the process, so a kill leaves nothing behind. Then the one
listens: on a socket file that only its owner may use, or on Windows on this machine alone, with
a secret in a file. A request and its answer are one line of JSON each.
"""

import os
import socket
from collections.abc import Callable

from stretchtimer.desktop.instance.place import meeting_place

Request = dict[str, object]
Reply = dict[str, object]
# Gets a request and a way to answer it, once, from any thread.
Handler = Callable[[Request, Callable[[Reply], None]], None]

LONGEST_LINE = 64 * 1024
_ANSWER_LIMIT_S = 5.0
_HAS_SOCKET_FILES = hasattr(socket, "AF_UNIX")


class Instance:
    """The one that runs. Requests that come before `serve` wait."""

    def __init__(self, listener: socket.socket, lock: int, secret: str) -> None:
        self._listener, self._lock, self._secret = listener, lock, secret

    def serve(self, handle: Handler) -> None:
        """Hand every request to `handle`, on threads of its own."""
        import threading  # not needed for the first picture

        threading.Thread(target=self._listen, args=(handle,), name="instance", daemon=True).start()

    def close(self) -> None:
        """Make room for another one."""
        from contextlib import suppress

        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with suppress(OSError):
            os.unlink(f"{meeting_place()}.sock")  # noqa: PTH108  # see `place`
        os.close(self._lock)

    def _listen(self, handle: Handler) -> None:
        import threading

        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            answer = threading.Thread(target=self._answer, args=(connection, handle), daemon=True)
            answer.start()

    def _answer(self, connection: socket.socket, handle: Handler) -> None:
        import json
        import threading
        from contextlib import suppress

        answered = threading.Event()
        replies: list[Reply] = []

        def reply(answer: Reply) -> None:
            replies.append(answer)
            answered.set()

        with connection, suppress(OSError, ValueError):
            connection.settimeout(_ANSWER_LIMIT_S)
            request = json.loads(_read_line(connection))
            if not isinstance(request, dict) or request.pop("secret", "") != self._secret:
                return
            handle(request, reply)
            if answered.wait(_ANSWER_LIMIT_S):
                connection.sendall(_line(replies[0]))


def claim() -> Instance | None:
    """Become the one that runs; None if another already is. Raises OSError."""
    from contextlib import suppress

    from stretchtimer.desktop.instance.lock import take_lock  # who only asks needs none

    place = meeting_place()
    lock = take_lock(f"{place}.lock")
    if lock is None:
        return None
    try:
        if _HAS_SOCKET_FILES:
            path = f"{place}.sock"
            with suppress(FileNotFoundError):
                os.unlink(path)  # noqa: PTH108  # see `place`
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            listener.bind(path)
            os.chmod(path, 0o600)  # noqa: PTH101  # see `place`
            secret = ""
        else:
            listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listener.bind(("127.0.0.1", 0))
            secret = os.urandom(16).hex()
            import json

            known = {"port": listener.getsockname()[1], "secret": secret}
            with open(f"{place}.json", "w", encoding="utf-8") as file:  # noqa: PTH123  # see `place`
                json.dump(known, file)
        listener.listen(8)
    except OSError:
        os.close(lock)
        raise
    return Instance(listener, lock, secret)


def ask(request: Request) -> Reply | None:
    """What the one that runs answers; None if none does."""
    import json

    try:
        with _connected(request) as connection:
            connection.settimeout(_ANSWER_LIMIT_S)
            connection.sendall(_line(request))
            reply = json.loads(_read_line(connection))
    except (OSError, ValueError, KeyError):
        return None
    return reply if isinstance(reply, dict) else None


def _connected(request: Request) -> socket.socket:
    place = meeting_place()
    if _HAS_SOCKET_FILES:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(f"{place}.sock")
        except OSError:
            connection.close()
            raise
        return connection
    import json

    with open(f"{place}.json", encoding="utf-8") as file:  # noqa: PTH123  # see `place`
        known = json.load(file)
    request["secret"] = known["secret"]
    return socket.create_connection(("127.0.0.1", int(known["port"])), timeout=_ANSWER_LIMIT_S)


def _line(message: Request) -> bytes:
    import json

    return json.dumps(message, ensure_ascii=False).encode() + b"\n"


def _read_line(connection: socket.socket) -> bytes:
    received = b""
    while not received.endswith(b"\n") and len(received) < LONGEST_LINE:
        more = connection.recv(4096)
        if not more:
            break
        received += more
    return received
