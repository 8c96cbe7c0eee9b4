"""One TCP connection to a Modbus board: what goes over the wire, and what its silence means.

FC02 reads the discrete inputs. FC05 writes a coil: FF00 on, 0000 off, and at address 0x0200 + channel a
number n that makes Waveshare's boards close the relay for n × 100 ms by their own clock (source: the
maker's wiki; facts of other makers differ, which is why a barrier can also be pulsed by the host).
"""

from __future__ import annotations

import socket
import struct

from pymodbus.client import ModbusTcpClient
from pymodbus.constants import ExcCodes
from pymodbus.exceptions import ModbusException
from pymodbus.pdu import ModbusPDU

from core.domain.errors import DeviceError

NO_ANSWER = "board.no_answer"
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


class CoilCommand(ModbusPDU):
    """FC05 with any 16-bit value; pymodbus's own request can only say FF00 and 0000."""

    function_code = 5

    def __init__(self, address: int, value: int, device_id: int) -> None:
        super().__init__(dev_id=device_id, address=address)
        self.value = value

    def encode(self) -> bytes:
        """The four bytes after the function code."""
        return struct.pack(">HH", self.address, self.value)


class _Client(ModbusTcpClient):
    """A client that knows whether the kernel took its bytes, and that never connects by itself."""

    sent = False

    def connect(self) -> bool:
        return self.socket is not None

    def send(self, request: bytes, addr: tuple[str, int] | None = None) -> int:
        count: int = super().send(request, addr)
        self.sent = True
        return count


class ModbusConnection:
    """An open connection; not thread-safe, its owner holds a lock around each exchange.

    Raises DeviceError ``board.no_answer`` or ``board.refused``; ``unknown`` is set where the board may
    have acted. After ``board.no_answer`` the connection must be closed: a late answer may still come.
    """

    def __init__(
        self, host: str, port: int, *, device_id: int, connect_timeout_s: float, answer_timeout_s: float
    ) -> None:
        try:
            sock = socket.create_connection((host, port), timeout=connect_timeout_s)
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=f"{host}:{port}: {problem}") from problem
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setblocking(False)
        self._device_id = device_id
        self._socket = sock
        self._client = _Client(host, port=port, timeout=answer_timeout_s, retries=0)
        self._client.socket = sock

    def read_inputs(self, count: int) -> tuple[bool, ...]:
        """The first ``count`` discrete inputs, by FC02."""
        try:
            answer = self._client.read_discrete_inputs(0, count=count, device_id=self._device_id)
        except (ModbusException, OSError) as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        if answer.isError() or len(answer.bits) < count:
            raise DeviceError(REFUSED, detail=f"FC02 answered with exception {answer.exception_code}")
        return tuple(bool(bit) for bit in answer.bits[:count])

    def write_coil(self, address: int, value: int) -> None:
        """Send one FC05 once and wait for its echo."""
        self._client.sent = False
        try:
            answer = self._client.execute(False, CoilCommand(address, value, self._device_id))
        except (ModbusException, OSError) as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem), unknown=self._client.sent) from problem
        if answer.isError():
            detail = f"FC05 answered with exception {answer.exception_code}"
            if answer.exception_code in _NOT_DONE:
                raise DeviceError(REFUSED, detail=detail)
            raise DeviceError(NO_ANSWER, detail=detail, unknown=True)
        if answer.address != address:
            raise DeviceError(NO_ANSWER, detail=f"echo names coil {answer.address:#06x}", unknown=True)

    def hung_up(self) -> bool:
        """Whether the board has closed the connection, so that nothing should be sent into it."""
        try:
            return self._socket.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def close(self) -> None:
        """Close; may be called twice."""
        self._client.socket = None
        self._socket.close()
