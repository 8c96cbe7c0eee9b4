"""Imports point one way, as the drawing of the design says."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

import pytest

from tests.architecture.source_tree import ROOT, Import, imports, is_standard, is_within, modules


class Direction(NamedTuple):
    """What a package may import of ours, and which libraries (None: any but those kept to one place)."""

    ours: tuple[str, ...]
    libraries: tuple[str, ...] | None = None


# The innermost package that a module lies in counts.
DIRECTIONS = {
    "core.domain": Direction(("core.domain",), ()),
    "core.services": Direction(("core.domain", "core.services"), ("argon2", "rapidfuzz")),
    "core.config": Direction(("core.config", "core.domain"), ()),
    "core.config.rate_plans.calendars": Direction(("core.config", "core.domain"), ("holidays",)),
    "core.store": Direction(
        ("core.domain", "core.services", "core.store"), ("sqlalchemy", "alembic", "uuid_utils")
    ),
    # Rows go to the shared database by COPY, and a call must be freed from a frozen server.
    "core.store.shared": Direction(
        ("core.domain", "core.services", "core.store"), ("psycopg", "sqlalchemy", "uuid_utils")
    ),
    "core.sync": Direction(("core.domain", "core.services", "core.sync"), None),
    "core.gateways": Direction(("core.domain", "core.services", "core.gateways"), None),
    "core": Direction(("core",), ()),
    "devices": Direction(("core.domain", "core.services.ports", "devices", "resources"), None),
    # What takes money stands behind a port of its own.
    "devices.terminals": Direction(("core.domain", "core.services.payment_ports", "devices.terminals"), None),
    # The process itself reads the documents that its site names, so that it takes a mended one by itself.
    "devices.recognition.worker": Direction(
        ("core.config.plate_formats", "core.domain", "core.services.ports", "devices"), None
    ),
    "reports": Direction(("core.domain", "reports", "resources"), None),
    "migrations": Direction(
        ("core.store", "core.domain.errors", "migrations"), ("alembic", "sqlalchemy", "uuid_utils")
    ),
    "resources": Direction(("resources",), ()),
    # Run by hand when a font, sound, translation or model changes; never at run time.
    "resources.fonts.build": Direction(("resources",), ("fontTools",)),
    "resources.i18n.build": Direction(("resources",), ()),
    # Drawn and cut out exactly as the program reads them later.
    "resources.models.training": Direction(
        (
            "core.config.plate_formats",
            "core.domain",
            "devices.recognition.plate_alphabet",
            "devices.recognition.models",
            "devices.recognition.plate_crops",
            "devices.vision",
            "resources.models.training",
        ),
        ("PIL", "numpy", "onnx", "torch"),
    ),
    "resources.sounds.build": Direction(("resources",), ("numpy",)),
    # Screens read the store through its queries: docs/decisions/0006.
    "console": Direction(
        (
            "console",
            "core.config",
            "core.domain",
            "core.services",
            "core.store",
            "devices",
            "reports",
            "resources",
        )
    ),
    "console.compose": Direction(("console", "core", "devices", "migrations", "reports", "resources"), None),
    "console.compose_hub": Direction(("core",), ()),
    "console.compose_sharing": Direction(("console", "core", "migrations"), None),
    "console.paying": Direction(("console", "core", "devices"), ()),
    "console.lot_duties": Direction(("console", "core"), ()),
    "console.compose_copies": Direction(("console", "core"), None),
    "console.compose_audit": Direction(("console", "core"), None),
    "console.compose_settings": Direction(("console", "core"), None),
    "console.cli": Direction(("console", "core", "devices", "migrations", "reports", "resources"), None),
}


ONLY_IN = {
    "PySide6": ("console",),
    "shiboken6": ("console",),
    "cv2": ("devices.vision",),
    "serial": ("devices",),
    "sqlalchemy": ("core.store", "migrations", "console.cli"),
    "alembic": ("core.store", "migrations"),
    "psycopg": ("core.store.shared",),
    "pymodbus": ("devices",),
    "paho": ("devices.transports",),
    "usb": ("devices",),
    "defusedxml": ("devices",),
    "holidays": ("core.config.rate_plans.calendars",),
    "onnxruntime": ("devices.recognition",),
    "escpos": ("reports", "devices.printers"),
    "reportlab": ("reports",),
    "torch": ("resources.models.training",),
    "resources.models.training": ("resources.models.training",),
}
WITHOUT_QT = (
    "console.compose",
    "console.compose_sharing",
    "console.compose_copies",
    "console.compose_audit",
    "console.compose_settings",
    "console.compose_hub",
    "console.cli",
)
CORE_WITHOUT = ("PySide6", "cv2", "serial")


def _named(found: list[Import]) -> str:
    return "\n".join(str(each) for each in found)


@pytest.mark.parametrize("package", DIRECTIONS)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    wrong = [
        each
        for each in imports()
        if _innermost(each.importer) == package and not _is_allowed(each, DIRECTIONS[package])
    ]
    assert not wrong, _named(wrong)


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_only_where_it_belongs(library: str) -> None:
    wrong = [
        each
        for each in imports()
        if is_within(each.imported, library) and not is_within(each.importer, *ONLY_IN[library])
    ]
    assert not wrong, _named(wrong)


def test_the_program_is_built_and_called_at_a_shell_without_qt() -> None:
    wrong = [
        each
        for each in imports()
        if is_within(each.importer, *WITHOUT_QT) and is_within(each.imported, "PySide6", "shiboken6")
    ]
    assert not wrong, _named(wrong)


def test_no_two_modules_need_each_other() -> None:
    needs: dict[str, set[str]] = {name: set() for name in modules()}
    for each in imports():
        if each.at_top and each.imported in needs and each.imported != each.importer:
            needs[each.importer].add(each.imported)
    assert not _cycle(needs), " → ".join(_cycle(needs))


def test_every_module_is_in_a_package() -> None:
    folders = {path.parent for path in modules().values()}
    assert not [folder for folder in folders if not (folder / "__init__.py").is_file()]


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("core.domain.stays", ("PySide6", "cv2", "serial", "sqlalchemy", "numpy", "argon2")),
        ("core.services.admit", ("PySide6", "cv2", "serial", "sqlalchemy", "numpy")),
        ("core.store.store", (*CORE_WITHOUT, "numpy")),
        ("core.config", (*CORE_WITHOUT, "sqlalchemy", "numpy")),
        ("console.cli", (*CORE_WITHOUT, "sqlalchemy", "numpy")),
        ("console.compose", ("PySide6",)),
        ("reports.receipt", ("PySide6", "cv2", "sqlalchemy")),
        ("devices.barriers.modbus", ("PySide6", "cv2", "sqlalchemy")),
    ],
)
def test_importing_a_part_loads_nothing_that_it_does_without(module: str, unwanted: tuple[str, ...]) -> None:
    script = f"import sys, {module}; print(*sorted(set(sys.modules) & set({unwanted!r})))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def _innermost(module: str) -> str | None:
    homes = [package for package in DIRECTIONS if is_within(module, package)]
    return max(homes, key=len, default=None)


def _is_allowed(each: Import, direction: Direction) -> bool:
    if is_within(each.imported, "console", "core", "devices", "migrations", "reports", "resources", "tests"):
        return is_within(each.imported, *direction.ours)
    if is_standard(each.imported) or direction.libraries is None:
        return True
    return is_within(each.imported, *direction.libraries)


def _cycle(needs: dict[str, set[str]]) -> list[str]:
    """A way from a module back to itself; empty where there is none."""
    done: set[str] = set()
    for start in needs:
        way = _back_to_the_way(start, needs, done, [])
        if way:
            return way
    return []


def _back_to_the_way(at: str, needs: dict[str, set[str]], done: set[str], way: list[str]) -> list[str]:
    if at in way:
        return [*way[way.index(at) :], at]
    if at in done:
        return []
    for needed in sorted(needs[at]):
        found = _back_to_the_way(needed, needs, done, [*way, at])
        if found:
            return found
    done.add(at)
    return []
