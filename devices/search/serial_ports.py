"""The serial ports of this machine, each by the path that stays its own when others are plugged in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from serial.tools.list_ports import comports
from serial.tools.list_ports_common import ListPortInfo

from devices.search.found import Found, What

BY_ID = Path("/dev/serial/by-id")
BY_PATH = Path("/dev/serial/by-path")
TERMINALS = Path("/sys/class/tty")
# Linux names ports that its boards might have had; those without a chip are of this type.
NO_CHIP = "0"

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def find_serial_ports(
    is_cancelled: IsCancelled,
    progress: Progress,
    *,
    list_ports: Callable[[], Iterable[ListPortInfo]] = comports,
    by_id: Path = BY_ID,
    by_path: Path = BY_PATH,
    terminals: Path = TERMINALS,
) -> Iterator[Found]:
    """The ports that are really there; nothing is opened, nothing is sent."""
    ports = sorted(
        (port for port in list_ports() if _has_chip(port, terminals)), key=lambda port: str(port.device)
    )
    ids, places, alike = _links(by_id), _links(by_path), Counter(_make(port) for port in ports)
    for number, port in enumerate(ports, start=1):
        if is_cancelled():
            return
        device = _real(Path(port.device))
        # Where two boards are alike and have no number of their own, only one gets the name by id, and after
        # the next start perhaps the other one; the socket they hang in tells them apart.
        is_alone = alike[_make(port)] == 1 or port.serial_number is not None
        names = (ids, places) if is_alone else (places, ids)
        path = names[0].get(device) or names[1].get(device) or port.device
        yield Found(What.SERIAL_PORT, _title(port), path, {"path": path})
        progress(number, len(ports))


def _has_chip(port: ListPortInfo, terminals: Path) -> bool:
    try:
        chip = (terminals / str(port.name) / "type").read_text(encoding="ascii").strip()
    except OSError:
        # USB ports have no such file.
        return True
    return chip != NO_CHIP


def _links(folder: Path) -> dict[str, str]:
    """The names in the folder by the devices they lead to."""
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return {}
    return {_real(name): str(name) for name in names}


def _real(path: Path) -> str:
    return str(path.resolve())


def _make(port: ListPortInfo) -> tuple[object, ...]:
    return (port.vid, port.pid) if port.vid is not None else (port.device,)


def _title(port: ListPortInfo) -> str:
    what = next((text for text in (port.product, port.description) if text and text != "n/a"), port.name)
    return f"{port.manufacturer} {what}" if port.manufacturer else str(what)
