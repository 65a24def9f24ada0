"""Bounds beside a field, `Annotated[int, Within(1, 600)]`: a file keeps them, an error tells them.

pydantic asks each bound to write itself into its schema. The library made for such bounds,
annotated-types, would be an eighth of what a short command costs.
"""

from collections.abc import Callable, Sized
from typing import Any

_Schema = dict[str, Any]


class Within:
    """A number from `least` to `most`, both allowed."""

    __slots__ = ("least", "most")

    def __init__(self, least: float, most: float) -> None:
        self.least = least
        self.most = most

    def holds(self, value: float) -> bool:
        """Whether `value` keeps the bound."""
        return self.least <= value <= self.most

    def __get_pydantic_core_schema__(
        self, source: object, describe: Callable[[object], _Schema]
    ) -> _Schema:
        return describe(source) | {"ge": self.least, "le": self.most}


class Length:
    """Text of `shortest` to `longest` characters, or as many items of a list or table."""

    __slots__ = ("longest", "shortest")

    def __init__(self, shortest: int, longest: int) -> None:
        self.shortest = shortest
        self.longest = longest

    def holds(self, value: Sized) -> bool:
        """Whether `value` keeps the bound."""
        return self.shortest <= len(value) <= self.longest

    def __get_pydantic_core_schema__(
        self, source: object, describe: Callable[[object], _Schema]
    ) -> _Schema:
        bounds = {"min_length": self.shortest, "max_length": self.longest}
        return describe(source) | {name: bound for name, bound in bounds.items() if bound}
