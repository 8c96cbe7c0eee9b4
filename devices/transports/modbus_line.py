"""What a Modbus board is asked and told, over whichever line it hangs on.

FC01 reads the relays back, FC02 reads the discrete inputs. FC05 writes a relay: FF00 on, 0000 off, and at
address 0x0200 + channel a number n that makes Waveshare's boards close the relay for n × 100 ms by their own
clock (source: the maker's wiki; facts of other makers differ, which is why a barrier can also be pulsed by
the host).
"""

from __future__ import annotations

import struct
from typing import Protocol

from pymodbus.constants import ExcCodes
from pymodbus.pdu import ModbusPDU

from core.domain.errors import DeviceError
from devices.transports.deadlines import NO_ANSWER

REFUSED = "board.refused"

COIL_ON = 0xFF00
COIL_OFF = 0x0000
FLASH_ADDRESS = 0x0200
FLASH_UNIT_MS = 100
FLASH_LONGEST_MS = 0x7FFF * FLASH_UNIT_MS

# With these the board says that it has not acted; any other exception leaves that open.
_NOT_DONE = frozenset(
    {
        ExcCodes.ILLEGAL_FUNCTION,
        ExcCodes.ILLEGAL_ADDRESS,
        ExcCodes.ILLEGAL_VALUE,
        ExcCodes.DEVICE_BUSY,
        ExcCodes.GATEWAY_PATH_UNAVIABLE,
    }
)


class ModbusLine(Protocol):
    """An open line with one or more boards; not thread-safe, its owner holds a lock around each exchange.

    All raise DeviceError ``board.no_answer`` or ``board.refused``; ``unknown`` is set where the board may
    have acted. ``is_bus`` says that several boards share the line and that their answers bear no number: a
    late one can look like the next one's.
    """

    is_bus: bool

    def read_relays(self, device_id: int, count: int) -> tuple[bool, ...]:
        """Whether the first ``count`` relays are closed, by FC01."""

    def read_inputs(self, device_id: int, count: int) -> tuple[bool, ...]:
        """The first ``count`` discrete inputs, by FC02."""

    def write_coil(self, device_id: int, address: int, value: int) -> None:
        """Send one FC05 once and wait for its echo."""

    def hung_up(self) -> bool:
        """Whether the far end has closed the line, so that nothing should be sent into it."""

    def close(self) -> None:
        """Close, so that nothing sent and not yet delivered arrives later; may be called twice."""


class CoilCommand(ModbusPDU):
    """FC05 with any 16-bit value; pymodbus's own request can only say FF00 and 0000."""

    function_code = 5

    def __init__(self, address: int, value: int, device_id: int) -> None:
        super().__init__(dev_id=device_id, address=address)
        self.value = value

    def encode(self) -> bytes:
        """The four bytes after the function code."""
        return struct.pack(">HH", self.address, self.value)


def exception_answer(function_code: int, exception_code: int, *, writes: bool) -> DeviceError:
    """What it means that a board answered with this exception."""
    detail = f"FC{function_code:02d} answered with exception {exception_code}"
    if not writes or exception_code in _NOT_DONE:
        return DeviceError(REFUSED, detail=detail)
    return DeviceError(NO_ANSWER, detail=detail, unknown=True)
