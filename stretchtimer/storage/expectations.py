"""Says in plain words what a field may hold, read from its annotation."""

import types
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from stretchtimer.core.bounds import Length, Within
from stretchtimer.storage.problems import KeyPath, found_text

_PLAIN = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


def kind_and_bounds(annotation: object) -> tuple[Any, tuple[object, ...]]:
    """An annotation's bare kind, and the bounds that `Annotated` puts on it."""
    if get_origin(annotation) is Annotated:
        kind, *bounds = get_args(annotation)
        return kind, tuple(bounds)
    return annotation, ()


def fits(value: object, annotation: object) -> bool:
    """Whether `value`, as TOML gives it, is what `annotation` allows: a list where it says a tuple,
    a whole number also where it says any number.
    """
    kind, bounds = kind_and_bounds(annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return any(type(value) is type(choice) and value == choice for choice in arguments)
    if origin is tuple:
        allowed = isinstance(value, list) and all(fits(item, arguments[0]) for item in value)
    else:
        allowed = type(value) is kind or (kind is float and type(value) is int)
    return allowed and all(_holds(bound, value) for bound in bounds)


def _holds(bound: object, value: object) -> bool:
    match bound, value:
        case Length(), str() | list():
            return bound.holds(value)
        case Within(), int() | float():
            return bound.holds(value)
        case _:
            return False


def describe(annotation: object) -> str:
    """What `annotation` allows: "a whole number from 1 to 600"."""
    kind, bounds = kind_and_bounds(annotation)
    origin = get_origin(kind)
    if origin is Literal:
        return _one_of([found_text(choice) for choice in get_args(kind)])
    if origin in (Union, types.UnionType):
        return _one_of(_different(get_args(kind)))
    if origin is tuple:
        return _describe_list(get_args(kind), bounds)
    if kind in _PLAIN:
        return _PLAIN[kind] + _describe_bound(bounds)
    return "a table"


def choices(annotation: object) -> tuple[str, ...]:
    """The words that `annotation` allows, where it is a choice of words."""
    kind, _ = kind_and_bounds(annotation)
    known = get_args(kind) if get_origin(kind) is Literal else ()
    return tuple(choice for choice in known if isinstance(choice, str))


def annotation_at(annotation: object, path: KeyPath) -> object:
    """The annotation of what `path` leads to below `annotation`, or None where it leads nowhere."""
    kind, _ = kind_and_bounds(annotation)
    if not path:
        return annotation
    first, rest = path[0], path[1:]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        found = (annotation_at(part, path) for part in arguments)
        return next((part for part in found if part is not None), None)
    if is_dataclass(kind):
        hints = get_type_hints(kind, include_extras=True)
        return annotation_at(hints[str(first)], rest) if first in hints else None
    if origin is tuple and isinstance(first, int):
        is_endless = arguments[-1] is Ellipsis
        position = 0 if is_endless else first
        return annotation_at(arguments[position], rest) if position < len(arguments) else None
    if origin is dict:
        return annotation_at(arguments[1], rest)
    return None


def describe_key(annotation: object) -> str:
    """What a key may be in the table described by `annotation`, whose keys are free."""
    kind, _ = kind_and_bounds(annotation)
    return describe(get_args(kind)[0])


def key_names(annotation: object) -> tuple[str, ...]:
    """The keys that the table described by `annotation` may have."""
    kind, _ = kind_and_bounds(annotation)
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(name for part in get_args(kind) for name in key_names(part))
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _describe_bound(bounds: tuple[object, ...]) -> str:
    match bounds:
        case [Length() as length]:
            return f" of {_describe_length(length)} characters"
        case [Within(least=least, most=most)]:
            return f" from {least:g} to {most:g}"
        case _:
            return ""


def _describe_length(length: Length) -> str:
    if length.shortest == 0:
        return f"at most {length.longest}"
    return f"{length.shortest} to {length.longest}"


def _describe_list(items: tuple[object, ...], bounds: tuple[object, ...]) -> str:
    if Ellipsis not in items:
        return f"a list of {len(items)}, each {_one_of(_different(items))}"
    length = next((bound for bound in bounds if isinstance(bound, Length)), None)
    count = "" if length is None else f"{_describe_length(length)}, each "
    return f"a list of {count}{describe(items[0])}"


def _different(annotations: tuple[object, ...]) -> list[str]:
    kinds = [kind for kind in annotations if kind is not types.NoneType]
    return list(dict.fromkeys(map(describe, kinds)))


def _one_of(choices: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]]))
