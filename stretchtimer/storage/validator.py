"""What checks authored files: made by pydantic from the core's dataclasses, then kept.

To import pydantic and make one takes a quarter of a second, to load one a hundredth of that.
"""

from typing import TYPE_CHECKING, Any

from stretchtimer.storage.kept import CORE, beside, kept_or_made, stamp_of_core

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

_VALIDATORS: "dict[type[Any], SchemaValidator]" = {}


def validator(kind: type[Any]) -> "SchemaValidator":
    """The validator of one of the core's dataclasses."""
    if kind not in _VALIDATORS:
        _VALIDATORS[kind] = _made_or_kept(kind)
    return _VALIDATORS[kind]


def _made_or_kept(kind: type[Any]) -> "SchemaValidator":
    import pydantic_core

    def describe() -> dict[str, Any]:
        from pydantic import TypeAdapter

        return dict(TypeAdapter(kind).core_schema)

    # Each version of pydantic goes with one of its core.
    stamp = (*stamp_of_core(), pydantic_core.__version__)
    schema = kept_or_made([beside(CORE, kind.__name__.lower())], stamp, dict, describe)
    return pydantic_core.SchemaValidator(schema)
