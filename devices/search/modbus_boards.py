"""Which Modbus boards answer on a serial port. A person chooses the port: a question for a board is garbage
to a printer or a sign, so ports are never asked at random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from core.domain.errors import DeviceError
from devices.search.found import Found, What
from devices.transports.modbus_line import REFUSED
from devices.transports.modbus_rtu import RtuLine

# Makers ship their boards as number 1, and few people count above 32. Each number costs up to a quarter of
# a second where nobody answers.
LIKELY_IDS = range(1, 33)
ALL_IDS = range(1, 248)

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def find_boards_on(
    path: str,
    is_cancelled: IsCancelled,
    progress: Progress,
    *,
    bauds: Sequence[int] = (9600,),
    parity: str = "N",
    device_ids: Sequence[int] = LIKELY_IDS,
) -> Iterator[Found]:
    """The boards that answer a read of their first input, at any of the speeds; nothing is ever written.

    Raises DeviceError as opening a port does: ``board.not_found``, ``.busy``, ``.no_permission`` …
    """
    total = len(bauds) * len(device_ids)
    for turn, baud in enumerate(bauds):
        line = RtuLine(path, baud=baud, parity=parity)
        try:
            for number, device_id in enumerate(device_ids, start=1):
                if is_cancelled():
                    return
                if _answers(line, device_id):
                    yield _found(path, baud, parity, device_id)
                progress(turn * len(device_ids) + number, total)
        finally:
            line.close()


def _answers(line: RtuLine, device_id: int) -> bool:
    """Whether anything of that number answers; that it has no inputs is an answer too."""
    try:
        line.read_inputs(device_id, 1)
    except DeviceError as trouble:
        if trouble.cause == REFUSED:
            return True
        if line.hung_up():
            raise
        return False
    return True


def _found(path: str, baud: int, parity: str, device_id: int) -> Found:
    fields: dict[str, str | int] = {
        "kind": "modbus_rtu",
        "path": path,
        "baud": baud,
        "parity": parity,
        "device_id": device_id,
    }
    return Found(What.BOARD, f"Modbus {device_id}", path, fields)
