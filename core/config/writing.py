"""Writes the configuration file: whole or not at all, and never one that could not be read again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.config.reading import parse_config
from core.config.toml_text import quoted
from core.config.values import FORMAT, Config
from core.domain.errors import ConfigError

_HEADING = "# The machine facts of this Lotkeeper console. The device page writes this file too."


def write_config(path: Path, config: Config) -> None:
    """Replace the file by this configuration, durably; ConfigError where it is not one or cannot be kept.

    Other people of the machine cannot read it: a camera's address may hold a password.
    """
    text = to_toml(config)
    parse_config(text, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        _replace(path, handle, Path(name), text.encode())
    except OSError as error:
        raise ConfigError(path, None, f"cannot be written: {error.strerror or error}") from error


def to_toml(config: Config) -> str:
    """The configuration as TOML text; what is None is left out."""
    document = asdict(config)
    lines = [_HEADING, f"format = {FORMAT}"]
    for name, table in document.items():
        if name not in {"lanes", "pays"} and table is not None:
            lines += _table(f"[{name}]", name, table)
    for heading, listed in (("lane", document["lanes"]), ("pay", document["pays"])):
        for one in listed:
            lines += _table(f"[[{heading}]]", heading, one)
    return "\n".join(lines) + "\n"


def _table(heading: str, path: str, values: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield heading
    for name, value in values.items():
        if value is not None and not isinstance(value, dict):
            yield f"{name} = {_scalar(value)}"
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _table(f"[{path}.{name}]", f"{path}.{name}", value)


def _scalar(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_scalar(part) for part in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else repr(value)


def _replace(path: Path, handle: int, partial: Path, content: bytes) -> None:
    """The new file appears whole, and stays after a power cut."""
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    if os.name != "nt":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
