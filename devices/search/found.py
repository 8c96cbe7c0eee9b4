"""A device that a search found, as the add-a-device page offers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class What(StrEnum):
    """What it can be wired as."""

    CAMERA = "camera"
    BOARD = "board"
    PRINTER = "printer"
    SERIAL_PORT = "serial_port"


@dataclass(frozen=True, slots=True)
class Found:
    """Maker and model as the device says (``title``), its address for people, and what to write down.

    ``fields`` are those of its configuration that are known already (``{"kind": "onvif", "address": …}``);
    a serial port says no more than its path. ``needs_login`` says that it asks for name and password.
    """

    what: What
    title: str
    where: str
    fields: Mapping[str, str | int] = field(default_factory=dict)
    needs_login: bool = False
