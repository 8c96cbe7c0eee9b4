"""A Modbus board at the end of one TCP connection."""

from __future__ import annotations

import socket
import struct

from pymodbus.client import ModbusTcpClient
from pymodbus.exceptions import ModbusException
from pymodbus.pdu import ModbusPDU

from core.domain.errors import DeviceError
from devices.transports.deadlines import NO_ANSWER
from devices.transports.modbus_line import REFUSED, CoilCommand, exception_answer

CONNECT_TIMEOUT_S = 1.0
ANSWER_TIMEOUT_S = 0.3
RESET_AT_CLOSE = struct.pack("ii", 1, 0)


class _Client(ModbusTcpClient):
    """A client that knows whether the kernel took its bytes, and that never connects by itself."""

    sent = False

    def connect(self) -> bool:
        return self.socket is not None

    def send(self, request: bytes, addr: tuple[str, int] | None = None) -> int:
        count: int = super().send(request, addr)
        self.sent = True
        return count


class TcpLine:
    """Fills ``ModbusLine``. After ``board.no_answer`` it must be closed: a late answer may still come."""

    is_bus = False

    def __init__(self, host: str, port: int) -> None:
        try:
            sock = socket.create_connection((host, port), timeout=CONNECT_TIMEOUT_S)
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=f"{host}:{port}: {problem}") from problem
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_CLOSE)
        sock.setblocking(False)
        self._socket = sock
        self._client = _Client(host, port=port, timeout=ANSWER_TIMEOUT_S, retries=0)
        self._client.socket = sock

    def read_relays(self, device_id: int, count: int) -> tuple[bool, ...]:
        """Whether the first ``count`` relays are closed, by FC01."""
        try:
            return _bits(self._client.read_coils(0, count=count, device_id=device_id), 1, count)
        except (ModbusException, OSError) as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def read_inputs(self, device_id: int, count: int) -> tuple[bool, ...]:
        """The first ``count`` discrete inputs, by FC02."""
        try:
            return _bits(self._client.read_discrete_inputs(0, count=count, device_id=device_id), 2, count)
        except (ModbusException, OSError) as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def write_coil(self, device_id: int, address: int, value: int) -> None:
        """Send one FC05 once and wait for its echo."""
        self._client.sent = False
        try:
            answer = self._client.execute(False, CoilCommand(address, value, device_id))
        except (ModbusException, OSError) as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem), unknown=self._client.sent) from problem
        if answer.isError():
            raise exception_answer(5, answer.exception_code, writes=True)
        if (answer.function_code, answer.address) != (CoilCommand.function_code, address):
            said = f"FC{answer.function_code:02d} for coil {answer.address:#06x}"
            raise DeviceError(NO_ANSWER, detail=f"the echo is of another command: {said}", unknown=True)

    def hung_up(self) -> bool:
        """Whether the board has closed the connection, so that nothing should be sent into it."""
        try:
            return self._socket.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def close(self) -> None:
        """Close, so that nothing sent and not yet delivered arrives later; may be called twice.

        An ordinary close leaves the kernel repeating a command into a cut cable for minutes, until the cable
        is whole again and the gate opens under another car; a reset throws it away.
        """
        self._client.socket = None
        self._socket.close()


def _bits(answer: ModbusPDU, function_code: int, count: int) -> tuple[bool, ...]:
    if answer.isError():
        raise exception_answer(function_code, answer.exception_code, writes=False)
    if answer.function_code != function_code or len(answer.bits) < count:
        raise DeviceError(REFUSED, detail=f"FC{function_code:02d} was answered with fewer than {count} bits")
    return tuple(bool(bit) for bit in answer.bits[:count])
