"""Makes the schemas beside this file from the program's own classes, after a change of them:
`.venv/bin/python assets/schema/make_schemas.py`.

Editors complete and check TOML files by them: each shipped file names its schema in its first line.
With `--name-them` that line is added to the shipped files that lack it.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine

HERE = Path(__file__).parent
KINDS = {"exercise": Exercise, "routine": Routine}
# Where the shipped files of each kind are, and how they name their schema from there.
FILES = {
    "exercise": (HERE.parent / "exercises", "#:schema ../schema/exercise.json"),
    "routine": (HERE.parent.parent / "routines", "#:schema ../assets/schema/routine.json"),
}


def schema_text(kind: str) -> str:
    """The JSON Schema of exercise or routine files."""
    schema = _plain(TypeAdapter(KINDS[kind]).json_schema())
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind, **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401  # JSON
    """Without what TOML does not have (null) and what says nothing or too much (titles made of
    names, whole tables as defaults).
    """
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    kept = {
        name: _plain(inner)
        for name, inner in value.items()
        if not (name == "title" and isinstance(inner, str))
        if not (name == "default" and (inner is None or isinstance(inner, dict)))
    }
    choices = [one for one in kept.get("anyOf", []) if one != {"type": "null"}]
    if len(choices) == 1:
        kept = {**choices[0], **{n: v for n, v in kept.items() if n != "anyOf"}}
    elif choices:
        kept["anyOf"] = choices
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    return kept


def name_schemas() -> None:
    """Give each shipped file its first line."""
    for folder, line in FILES.values():
        for path in sorted(folder.glob("*.toml")):
            text = path.read_text(encoding="utf-8")
            if not text.startswith(line):
                path.write_text(f"{line}\n{text}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for kind in KINDS:
        (HERE / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8", newline="\n")
    if "--name-them" in sys.argv:
        name_schemas()
