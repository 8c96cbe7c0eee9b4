"""Printers' profiles: TOML documents of ``resources/printers``, or a file of the site's own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from core.domain.errors import ConfigError
from core.domain.printers import Answers, DrawerPulse, DrawerSensor, PrinterProfile

_FOLDER: Final = "printers"
_LONGEST_TITLE: Final = 80


def profile_names() -> tuple[str, ...]:
    """The profiles that ship, by name."""
    shipped = files("resources").joinpath(_FOLDER).iterdir()
    return tuple(sorted(one.name.removesuffix(".toml") for one in shipped if one.name.endswith(".toml")))


def profile_title(name: str) -> str:
    """What the shipped profile is for, in a few words."""
    shipped = files("resources").joinpath(_FOLDER, f"{name}.toml")
    return str(tomllib.loads(shipped.read_text("utf-8"))["title"])


def load_profile(name: str, named_in: Path) -> PrinterProfile:
    """The profile of that name, or of a file beside ``named_in`` whose name ends in ``.toml``.

    ConfigError where there is none of that name, or where it has a mistake.
    """
    if name.endswith(".toml"):
        path = named_in.parent / name
        try:
            return _profile(path.read_text("utf-8"), path)
        except OSError as problem:
            raise ConfigError(named_in, None, f"printer.profile: {name}: {problem.strerror}") from problem
        except UnicodeDecodeError as problem:
            raise ConfigError(path, None, "is not UTF-8") from problem
    if name not in profile_names():
        known = ", ".join(profile_names())
        raise ConfigError(named_in, None, f"printer.profile: {name!r} is none of {known}")
    shipped = files("resources").joinpath(_FOLDER, f"{name}.toml")
    return _profile(shipped.read_text("utf-8"), Path(shipped.name))


def _profile(text: str, file: Path) -> PrinterProfile:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(file, None, str(problem)) from problem
    known = {one.name for one in fields(PrinterProfile)}
    for name in document:
        if name not in known:
            raise ConfigError(file, None, f"{name} is not a field of a printer's profile")
    if "title" not in document:
        raise ConfigError(file, None, "title is missing")
    return PrinterProfile(**{name: _value(name, value, file) for name, value in document.items()})


def _value(name: str, value: object, file: Path) -> Any:
    reads, expected = _FIELDS[name]
    try:
        return reads(value)
    except (ValueError, TypeError) as problem:
        raise ConfigError(file, None, f"{name} must be {expected}") from problem


def _whole(lowest: int, highest: int) -> tuple[Callable[[object], int], str]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise ValueError
        return value

    return read, f"a whole number from {lowest} to {highest}"


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _title(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_TITLE or not value.isprintable():
        raise ValueError
    return value


_IS_TRUTH = (_truth, "true or false")
_FIELDS: Final[Mapping[str, tuple[Callable[[Any], object], str]]] = {
    "title": (_title, f"a text of 1 to {_LONGEST_TITLE} characters"),
    "status": (Answers, "always, perhaps or never"),
    "confirms": (Answers, "always, perhaps or never"),
    "native_qr": _IS_TRUTH,
    "cutter": _IS_TRUTH,
    "raster_rows": _whole(8, 2000),
    "chunk_bytes": _whole(16, 65_536),
    "code_page": _whole(0, 255),
    "drawer_pulse": (DrawerPulse, "esc_p or dle_dc4"),
    "drawer_ms": _whole(20, 500),
    "drawer_sensor": (DrawerSensor, "none, open_is_high or open_is_low"),
}
