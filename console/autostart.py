"""Files that start Lotkeeper with the PC, made for this installation: its program, its data, its user."""

from __future__ import annotations

import getpass
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

SYSTEM_UNITS: Final = Path("/etc/systemd/system")
# What devices belong to on Debian and its kin: serial ports, cameras, printers.
_DEVICE_GROUPS: Final = ("dialout", "video", "lp")
_TEMPLATES: Final = "systemd"


class Autostart(StrEnum):
    """What is started: the lanes of a PC without a screen, or a booth's console when its user signs on."""

    LANE = "lane"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class StartFile:
    """One file, and where it belongs."""

    path: Path
    text: str


def start_files(
    what: Autostart, data: Path, *, home: Path, system_units: Path = SYSTEM_UNITS
) -> list[StartFile]:
    """The files for this installation and that data folder."""
    facts = {
        "program": quoted(str(program())),
        "data": quoted(str(data.absolute())),
        "user": getpass.getuser(),
        "groups": _groups_line(),
    }
    if what is Autostart.LANE:
        return [StartFile(system_units / "lotkeeper-lane.service", _filled("lotkeeper-lane.service", facts))]
    return [
        StartFile(home / ".config/systemd/user/lotkeeper.service", _filled("lotkeeper.service", facts)),
        StartFile(home / ".config/autostart/lotkeeper.desktop", _filled("lotkeeper.desktop", {})),
    ]


def next_steps(what: Autostart) -> list[str]:
    """What is typed once the files are in their places."""
    if what is Autostart.LANE:
        return ["sudo systemctl daemon-reload", "sudo systemctl enable --now lotkeeper-lane"]
    return ["systemctl --user daemon-reload", "systemctl --user start lotkeeper"]


def program() -> Path:
    """The program's file: beside the interpreter that runs it."""
    return Path(sys.executable).parent / "lotkeeper"


def quoted(text: str) -> str:
    """A word of a command line in a unit: systemd splits at spaces and fills in what follows a %."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _filled(name: str, facts: dict[str, str]) -> str:
    text = files("resources").joinpath(_TEMPLATES, name).read_text(encoding="utf-8")
    return Template(text).substitute(facts) if facts else text


def _groups_line() -> str:
    """The groups that exist here: a unit that names another is not started at all."""
    # Loaded here: Windows has no groups of that kind.
    import grp  # noqa: PLC0415

    known = {group.gr_name for group in grp.getgrall()}
    found = [name for name in _DEVICE_GROUPS if name in known]
    return (
        f"SupplementaryGroups={' '.join(found)}" if found else "# none of the devices' groups is known here"
    )
