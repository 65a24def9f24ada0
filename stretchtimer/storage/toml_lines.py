"""On which line of a TOML text does a value stand?

The standard reader does not tell. This one notes where keys and list items begin and skips the
values; it trusts that the text has been read as TOML before, and is run only when something in it
was found to be wrong.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from stretchtimer.storage.problems import KeyPath

_TOKEN = re.compile(
    r"""
      \# [^\n]*
    | (?P<string> \"{3} (?: \\[\s\S] | [^\\] )*? \"{3} (?!\")
                | '{3} [\s\S]*? '{3} (?!')
                | \" (?: \\. | [^\"\\\n] )* \"
                | ' [^'\n]* ' )
    | (?P<bare>   [A-Za-z0-9_+:-]+ )
    | (?P<sign>   [\[\]{}=,\n] )
    """,
    re.VERBOSE,
)


def locate(text: str) -> Mapping[KeyPath, int]:
    """Line, counted from 1, of each key, table and list item in the TOML `text`.

    A path counts list items from 0: ("block", 1, "hold_s") is in the second block.
    """
    scan = _Scan()
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "string" | "bare":
                scan.word(token[0], is_string=token.lastgroup == "string")
            case "sign":
                scan.sign(token[0])
        scan.line += token[0].count("\n")
    return scan.lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of `path`, or of the nearest thing that holds it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


@dataclass(slots=True)
class _Open:
    """A table or list that is being read; `item` counts a list's items and is None in a table."""

    path: KeyPath
    item: int | None = None


class _Scan:
    """What is known after each token."""

    def __init__(self) -> None:
        self.lines: dict[KeyPath, int] = {(): 1}
        self.line = 1
        self._last_items: dict[KeyPath, int] = {}  # of lists written as [[headers]]
        self._opened = [_Open(())]
        self._key: list[str] = []
        self._value_path: KeyPath | None = None  # None while a key or a header is being read
        self._header_brackets = 0

    def word(self, token: str, *, is_string: bool) -> None:
        """A name in a key or a header, or a plain value."""
        if self._value_path is not None:
            self._begin_value()
        else:
            self._key.append(tomllib.loads(f"key = {token}")["key"] if is_string else token)

    def sign(self, sign: str) -> None:
        """A bracket, a comma, an equals sign or the end of a line."""
        in_value = self._value_path is not None
        match sign:
            case "=" if not in_value:
                self._value_path = self._note(self._opened[-1].path, self._key)
            case "\n" if len(self._opened) == 1:
                self._expect_key()
            case "," if len(self._opened) > 1:
                self._next_item()
            case "[" if not in_value:
                self._header_brackets += 1
            case "]" if self._header_brackets:
                self._end_header()
            case "[":
                self._opened.append(_Open(self._begin_value(), item=0))
                self._value_path = self._opened[-1].path
            case "{":
                self._opened.append(_Open(self._begin_value()))
                self._expect_key()
            case "]" | "}" if len(self._opened) > 1:
                self._opened.pop()
                self._value_path = self._opened[-1].path

    def _note(self, base: KeyPath, key: list[str]) -> KeyPath:
        for length in range(1, len(key) + 1):
            self.lines.setdefault((*base, *key[:length]), self.line)
        return (*base, *key)

    def _expect_key(self) -> None:
        self._key = []
        self._value_path = None

    def _begin_value(self) -> KeyPath:
        inner = self._opened[-1]
        path = self._value_path or ()
        if inner.item is not None:
            path = (*inner.path, inner.item)
            self.lines.setdefault(path, self.line)
        return path

    def _next_item(self) -> None:
        inner = self._opened[-1]
        if inner.item is None:
            self._expect_key()
        else:
            inner.item += 1

    def _end_header(self) -> None:
        path: KeyPath = ()
        for position, name in enumerate(self._key, start=1):
            path = (*path, name)
            self.lines.setdefault(path, self.line)
            is_new_item = self._header_brackets == 2 and position == len(self._key)
            if is_new_item:
                self._last_items[path] = self._last_items.get(path, -1) + 1
            if path in self._last_items:
                path = (*path, self._last_items[path])
                self.lines.setdefault(path, self.line)
        self._opened = [_Open(path)]
        self._header_brackets = 0
        self._value_path = path  # the second bracket of "]]" belongs to nothing
