"""Collects what is to be translated from Python source, with its context.

Understood are ``self.tr("…")`` (context: the class), ``QCoreApplication.translate("Context", "…")``, the
same through a local name (``tr("Context", "…")``), and ``QT_TRANSLATE_NOOP("Context", "…")``. Qt's own
collector takes ``tr("Context", "…")`` for a text with a remark; hence this one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text with the context in which Qt looks it up."""

    context: str
    source: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A call whose text cannot be collected, because it is no literal."""

    file: Path
    line: int


def messages_in(folder: Path) -> tuple[list[Message], list[Problem]]:
    """All texts in the Python files below a folder, in order, each once; and the calls without a literal."""
    messages: set[Message] = set()
    problems: list[Problem] = []
    for file in sorted(folder.rglob("*.py")):
        for found in _calls(ast.parse(file.read_text(encoding="utf-8")), ""):
            if isinstance(found, Message):
                messages.add(found)
            else:
                problems.append(Problem(file, found))
    return sorted(messages), problems


def _calls(node: ast.AST, class_name: str) -> Iterator[Message | int]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            found = _message(child, class_name)
            if found is not None:
                yield found
        yield from _calls(child, inner)


def _message(call: ast.Call, class_name: str) -> Message | int | None:
    name = _called(call)
    if name == "self.tr":
        texts = [class_name, *map(_literal, call.args[:1])]
    elif name in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
        texts = [*map(_literal, call.args[:2])]
    else:
        return None
    if len(texts) == 2 and texts[0] is not None and texts[1] is not None:
        return Message(texts[0], texts[1]) if texts[1] else None
    # A variable is fine where the literal stands elsewhere, marked with QT_TRANSLATE_NOOP; a text put
    # together on the spot can never be found in a translation.
    built = any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args)
    return call.lineno if built else None


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
            return "self.tr"
        case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"):
            return "translate"
        case ast.Name(id=name):
            return name
        case _:
            return ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
