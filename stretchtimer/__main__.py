"""python -m stretchtimer."""

import sys

# These are asked often and answered by who runs: they are spared the command line's parts.
ASKED_OF_THE_RUNNING = ("status", "next", "pause", "resume", "start", "stop", "quit")


def main() -> int:
    """Run the command line and give the exit status."""
    arguments = sys.argv[1:]
    if not arguments or arguments == ["--hidden"]:
        from stretchtimer.opening import open_window

        return open_window(hidden=bool(arguments))
    if arguments[0] in ASKED_OF_THE_RUNNING and "--help" not in arguments:
        from stretchtimer.remote import run_remote

        status = run_remote(arguments)
        if status is not None:
            return status
        arguments[0] = "play"  # nobody runs: be the one
    from stretchtimer.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
