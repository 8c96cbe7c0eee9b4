"""Every kind of entry that a service writes is said in words on the audit screen."""

import ast
from importlib import import_module
from pathlib import Path

from console.words import is_known

ROOT = Path(__file__).parents[3]


def texts(value):
    """The kinds in what stands before a call: a text, or a table of them."""
    if isinstance(value, str):
        return {value} if "." in value else set()
    if isinstance(value, dict):
        return {text for part in value.values() for text in texts(part)}
    return set()


def kinds_recorded():
    """First arguments of ``record`` that a module itself can say; those handed in are another module's."""
    found = set()
    for path in (ROOT / "core" / "services").glob("*.py"):
        module = import_module(f"core.services.{path.stem}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_record = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record"
            if not is_record or not node.args:
                continue
            kind = node.args[0]
            if isinstance(kind, ast.Constant):
                found |= texts(kind.value)
            elif isinstance(kind, ast.Name):
                found |= texts(getattr(module, kind.id, None))
            elif isinstance(kind, ast.Attribute) and isinstance(kind.value, ast.Name):
                found |= texts(getattr(getattr(module, kind.value.id, None), kind.attr, None))
    return found


def test_every_kind_of_entry_has_words():
    kinds = kinds_recorded()
    assert len(kinds) > 70
    assert sorted(kind for kind in kinds if not is_known(kind)) == []


def test_both_kinds_of_purging_have_words():
    assert is_known("personal.purged")
    assert is_known("photo.purged")
