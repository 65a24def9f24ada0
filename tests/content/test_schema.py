"""The published schemas are those of the program, and every shipped file names its own."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from stretchtimer.resources import asset


def _script():
    path = asset("schema", "make_schemas.py")
    spec = importlib.util.spec_from_file_location("make_schemas", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
SHIPPED = [
    (kind, path, line)
    for kind, (folder, line) in SCRIPT.FILES.items()
    for path in sorted(folder.glob("*.toml"))
]
each_shipped = pytest.mark.parametrize(
    ("kind", "path", "line"), SHIPPED, ids=[path.name for _, path, _ in SHIPPED]
)


@pytest.mark.parametrize("kind", SCRIPT.KINDS)
def test_the_schema_is_current(kind):
    published = asset("schema", f"{kind}.json").read_text(encoding="utf-8")
    assert published == SCRIPT.schema_text(kind), "run assets/schema/make_schemas.py"


@each_shipped
def test_the_first_line_of_each_shipped_file_leads_to_its_schema(kind, path, line):
    assert path.read_text(encoding="utf-8").splitlines()[0] == line
    named = Path(path.parent, line.removeprefix("#:schema ")).resolve()
    assert named == asset("schema", f"{kind}.json").resolve()


def keys(schema, whole):
    """The keys that a table of this schema may have, with the schema of each."""
    while "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema.get("properties", {}), schema.get("additionalProperties", True)


@each_shipped
def test_the_schema_knows_every_key_of_each_shipped_file(kind, path, line):
    whole = json.loads(asset("schema", f"{kind}.json").read_text(encoding="utf-8"))

    def check(table, schema):
        known, others = keys(schema, whole)
        for name, value in table.items():
            assert name in known or others, name
            inner = known.get(name, others)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and isinstance(inner, dict):
                    check(one, inner.get("items", inner))

    check(tomllib.loads(path.read_text(encoding="utf-8")), whole)
