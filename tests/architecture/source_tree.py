"""What each module of the source tree imports, read with ``ast``: nothing is executed."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGES = ("console", "core", "devices", "migrations", "reports", "resources")


class Import(NamedTuple):
    """One import: which module brings in which, and whether at the top or when needed."""

    importer: str
    imported: str
    line: int
    at_top: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


@cache
def modules() -> dict[str, Path]:
    """Every module of the source tree by its dotted name."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports() -> tuple[Import, ...]:
    """All imports outside ``if TYPE_CHECKING``, of our modules as precisely as the tree knows them."""
    return tuple(dict.fromkeys(each for name, path in modules().items() for each in _imports_of(name, path)))


def is_within(module: str, *packages: str) -> bool:
    """Whether the module is one of these or lies in one of them."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def is_standard(module: str) -> bool:
    """Whether the module comes with Python."""
    return module.split(".", maxsplit=1)[0] in sys.stdlib_module_names


def _imports_of(name: str, path: Path) -> list[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    found: list[Import] = []
    _collect(tree.body, name, found, at_top=True)
    return found


def _collect(body: list[ast.stmt], name: str, found: list[Import], *, at_top: bool) -> None:
    for node in body:
        if isinstance(node, ast.Import):
            found += [Import(name, alias.name, node.lineno, at_top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno} imports relatively"
            found += [_from(name, node, alias.name, at_top=at_top) for alias in node.names]
        else:
            inner_at_top = at_top and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            for field, value in ast.iter_fields(node):
                if not (field == "body" and _is_for_types_only(node)) and isinstance(value, list):
                    statements = [each for each in value if isinstance(each, ast.stmt)]
                    handlers = [
                        each for each in value if isinstance(each, ast.ExceptHandler | ast.match_case)
                    ]
                    _collect(statements, name, found, at_top=inner_at_top)
                    for handler in handlers:
                        _collect(handler.body, name, found, at_top=inner_at_top)


def _from(name: str, node: ast.ImportFrom, imported: str, *, at_top: bool) -> Import:
    whole = f"{node.module}.{imported}"
    return Import(name, whole if whole in modules() else str(node.module), node.lineno, at_top)


def _is_for_types_only(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
