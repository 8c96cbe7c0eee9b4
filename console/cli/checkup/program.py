"""Whether the program is whole: its resources, the shipped plate formats, the models."""

from __future__ import annotations

import platform
import struct
import tomllib
import zoneinfo
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from console.cli.checkup.finding import Finding, ok, trouble
from console.cli.words import error_line
from core.config.plate_formats import load_formats, shipped_names
from core.domain.errors import DeviceError, LotkeeperError
from devices.recognition import models

REINSTALL = "install Lotkeeper again: a file of the program is missing or damaged"
_MODEL_WORDS = {
    "recogniser.model_missing": "is missing",
    "recogniser.model_damaged": "is damaged: not the file that was measured",
}
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")


def check_program() -> Iterator[Finding]:
    """The version, every kind of resource, every shipped document, every model."""
    try:
        shown = version("lotkeeper")
    except PackageNotFoundError:
        shown = "(not installed)"
    yield ok("program", f"Lotkeeper {shown} on Python {platform.python_version()}")
    for kind, ending, is_whole in _RESOURCES:
        yield _resources(kind, ending, is_whole)
    yield _shipped_formats()
    for model in _models():
        yield _model(model)
    yield _time_zones()


def _resources(kind: str, ending: str, is_whole: Callable[[bytes], bool]) -> Finding:
    folder = files("resources").joinpath(kind)
    try:
        found = [entry for entry in folder.iterdir() if entry.name.endswith(ending)]
        broken = [entry.name for entry in found if not is_whole(entry.read_bytes())]
    except OSError as error:
        return trouble(kind, f"cannot be read: {error.strerror or error}", REINSTALL)
    if broken or not found:
        return trouble(kind, f"damaged: {', '.join(broken)}" if broken else "there are none", REINSTALL)
    return ok(kind, f"{len(found)} files")


def _is_theme(content: bytes) -> bool:
    try:
        return bool(tomllib.loads(content.decode()))
    except ValueError:
        return False


def _is_sound(content: bytes) -> bool:
    """A RIFF file of the length that its head says."""
    return (
        len(content) > 44
        and content[:4] == b"RIFF"
        and struct.unpack("<I", content[4:8])[0] <= len(content) - 8
    )


_RESOURCES: tuple[tuple[str, str, Callable[[bytes], bool]], ...] = (
    ("fonts", ".ttf", lambda content: content[:4] in _FONTS),
    ("i18n", ".qm", lambda content: content[:4] == b"\x3c\xb8\x64\x18"),
    ("icons", ".svg", lambda content: b"<svg" in content),
    ("sounds", ".wav", _is_sound),
    ("themes", ".toml", _is_theme),
)


def _shipped_formats() -> Finding:
    broken = []
    for name in shipped_names():
        try:
            load_formats([name], named_in=Path(name))
        except LotkeeperError as error:
            broken.append(error_line(error))
    if broken or not shipped_names():
        return trouble("shipped plate formats", "; ".join(broken) or "there are none", REINSTALL)
    return ok("shipped plate formats", f"{len(shipped_names())} documents")


def _models() -> list[models.ModelFile]:
    """Every model that the program names."""
    named = {each.name: each for each in vars(models).values() if isinstance(each, models.ModelFile)}
    return [named[name] for name in sorted(named)]


def _model(model: models.ModelFile) -> Finding:
    try:
        models.open_model(model, threads=1)
    except DeviceError as error:
        return trouble(f"model {model.name}", _MODEL_WORDS.get(error.cause) or error_line(error), REINSTALL)
    return ok(f"model {model.name}", "opens, unchanged since it was measured")


def _time_zones() -> Finding:
    if zoneinfo.available_timezones():
        return ok("time zones", "known")
    return trouble("time zones", "this machine knows none", "install the tzdata package")
