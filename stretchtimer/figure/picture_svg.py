"""Looks through an SVG drawing before it is drawn.

It is read as a stream; nothing is fetched and no entity is expanded.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

MAX_SVG_BYTES = 2**20
_MAX_DEPTH, _MAX_ELEMENTS = 64, 20_000
_MAX_DRAWN = 50_000  # elements, each as often as it is referred to
# What runs, embeds, or leads elsewhere.
_FORBIDDEN = frozenset(
    ["script", "foreignobject", "image", "feimage", "iframe", "embed", "object", "audio", "video",
     "handler", "listener"]
)  # fmt: skip
_URL = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
_STYLED_FROM_OUTSIDE = re.compile(r"@import|expression\s*\(|javascript:", re.IGNORECASE)


class SvgRefused(Exception):  # noqa: N818  # it says what happened to the drawing
    """It is not safe, or not SVG; the message says why, in one line."""


def refuse_unsafe_svg(content: bytes) -> None:
    """Raise SvgRefused for a drawing that could do anything but be drawn."""
    if len(content) > MAX_SVG_BYTES:
        raise SvgRefused(f"a drawing larger than {MAX_SVG_BYTES // 2**20} MB; save it as PNG")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(content, True)  # noqa: FBT003  # expat's own way to say "the last"
    except (expat.ExpatError, ValueError, LookupError) as error:  # of an unknown encoding
        raise SvgRefused(f"not a whole SVG drawing: {error}") from error
    if reader.drawn() > _MAX_DRAWN:
        raise SvgRefused("it draws the same things too often; save it as PNG")


@dataclass(slots=True)
class _Element:
    """What it holds and refers to, by number and by id."""

    inner: list[int] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self._elements: list[_Element] = []
        self._open: list[int] = []
        self._ids: dict[str, int] = {}
        self._style: list[str] | None = None  # the text of a style sheet, while in one

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2].casefold()
        if not self._elements and tag != "svg":
            raise SvgRefused("not an SVG drawing")
        if tag in _FORBIDDEN:
            raise SvgRefused(f"a drawing with <{tag}> in it is not taken; save it as PNG")
        if len(self._open) >= _MAX_DEPTH or len(self._elements) >= _MAX_ELEMENTS:
            raise SvgRefused("too much in it for a drawing; save it as PNG")
        number, element = len(self._elements), _Element()
        self._elements.append(element)
        if self._open:
            self._elements[self._open[-1]].inner.append(number)
        self._open.append(number)
        self._style = [] if tag == "style" else None
        for key, value in attributes.items():
            self._look_at(element, key.rpartition(" ")[2].casefold(), value)
        if "id" in attributes:
            self._ids.setdefault(attributes["id"], number)

    def end(self, _: str) -> None:
        number = self._open.pop()
        if self._style is not None:
            _refuse_outside("".join(self._style), self._elements[number])
            self._style = None

    def characters(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def doctype(
        self, name: str, _system_id: str | None, _public_id: str | None, has_subset: int
    ) -> None:
        if has_subset:
            raise SvgRefused(f"a drawing that defines entities (in {name}) is not taken")

    def entity(self, *_: object) -> None:
        raise SvgRefused("a drawing that defines entities is not taken")

    def instruction(self, target: str, _: str) -> None:
        if target.casefold() == "xml-stylesheet":
            raise SvgRefused("its style is in another file; save it as PNG")

    def _look_at(self, element: _Element, key: str, value: str) -> None:
        if key.startswith("on"):
            raise SvgRefused("a drawing with a script in it is not taken; save it as PNG")
        if key == "href":
            if not value.startswith("#"):
                raise SvgRefused("it refers to something outside of itself; save it as PNG")
            element.references.append(value[1:])
        _refuse_outside(value, element)

    def drawn(self) -> int:
        """How many elements are drawn, counting what is referred to each time. Raises SvgRefused
        where something refers to itself.
        """
        costs: dict[int, int] = {}
        on_the_way: set[int] = set()
        waiting = [0]
        while waiting:
            number = waiting[-1]
            if number in costs:
                waiting.pop()
                continue
            parts = self._parts(number)
            if number not in on_the_way:
                on_the_way.add(number)
                if any(part in on_the_way for part in parts):
                    raise SvgRefused("something in it is drawn from itself")
                waiting += (part for part in parts if part not in costs)
                continue
            on_the_way.discard(number)
            costs[number] = min(1 + sum(costs[part] for part in parts), _MAX_DRAWN + 1)
            waiting.pop()
        return costs[0]

    def _parts(self, number: int) -> list[int]:
        element = self._elements[number]
        referred = (self._ids[name] for name in element.references if name in self._ids)
        return [*element.inner, *referred]


def _refuse_outside(text: str, element: _Element) -> None:
    """Raise SvgRefused for a style that refers to the outside; note what it refers to inside."""
    if _STYLED_FROM_OUTSIDE.search(text):
        raise SvgRefused("its style comes from elsewhere; save it as PNG")
    for target in _URL.findall(text):
        if not target.startswith("#"):
            raise SvgRefused("it refers to something outside of itself; save it as PNG")
        element.references.append(target[1:])
