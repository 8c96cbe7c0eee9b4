"""A serial line (RS-485, RS-232, USB) with one or more Modbus boards on it.

Answers on such a line bear no number, so this is what keeps an old, a foreign or a made-up one from being
taken for the answer: the line is emptied before each request; only a frame of the asked board, function and
length with the right check sum counts; after a silence the line is listened to until it is quiet. A line
that echoes what is sent repeats an FC05 exactly as a board acknowledges it, so whoever writes must read from
the board before believing it. Such a line keeps the order of what is said on it, so a board that answers a
read after a silence has said all that it had to say before.
"""

from __future__ import annotations

import time
from contextlib import suppress

from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU, ModbusPDU
from pymodbus.pdu.bit_message import ReadCoilsRequest, ReadDiscreteInputsRequest

from core.domain.errors import DeviceError
from devices.transports.deadlines import NO_ANSWER
from devices.transports.modbus_line import REFUSED, CoilCommand, exception_answer
from devices.transports.rtu_frames import COIL_ANSWER_SIZE, EXCEPTION_BIT, bits_answer_size, find_answer
from devices.transports.serial_port import PORT_TROUBLE, open_serial_port

BITS_OF_BYTE = 11
# Modbus over serial line 1.02, 2.5.1.1: frames lie 3.5 characters apart, above 19200 baud 1.75 ms.
GAP_BYTES = 3.5
FAST_BAUD = 19_200
FAST_GAP_S = 0.00175
BOARD_THINKS_S = 0.15
EXCHANGE_BYTES = 20
LONGEST_ANSWER_S = 0.25
MOST_HEARD = 512
QUIET_S = 0.03
LONGEST_SETTLING_S = 0.1


class RtuLine:
    """Fills ``ModbusLine``. It may be used on after ``board.no_answer``, once ``hung_up`` says no."""

    is_bus = True

    def __init__(self, path: str, *, baud: int = 9600, parity: str = "N") -> None:
        self._port = open_serial_port(path, baud=baud, parity=parity)
        self._framer = FramerRTU(DecodePDU(False))
        byte_s = BITS_OF_BYTE / baud
        self._gap_s = FAST_GAP_S if baud > FAST_BAUD else GAP_BYTES * byte_s
        self._answer_s = min(LONGEST_ANSWER_S, BOARD_THINKS_S + EXCHANGE_BYTES * byte_s)
        self._echoes = False
        self._last_traffic_s = time.monotonic()

    def read_relays(self, device_id: int, count: int) -> tuple[bool, ...]:
        """Whether the first ``count`` relays are closed, by FC01."""
        request = ReadCoilsRequest(address=0, count=count, dev_id=device_id)
        return _bits(self._exchange(request, bits_answer_size(count)), count)

    def read_inputs(self, device_id: int, count: int) -> tuple[bool, ...]:
        """The first ``count`` discrete inputs, by FC02."""
        request = ReadDiscreteInputsRequest(address=0, count=count, dev_id=device_id)
        return _bits(self._exchange(request, bits_answer_size(count)), count)

    def write_coil(self, device_id: int, address: int, value: int) -> None:
        """Send one FC05 once and wait for its echo by the board."""
        answer = self._exchange(CoilCommand(address, value, device_id), COIL_ANSWER_SIZE, writes=True)
        if int.from_bytes(answer[1:3], "big") != address:
            raise DeviceError(NO_ANSWER, detail=f"echo of another command: {answer.hex(' ')}", unknown=True)

    def hung_up(self) -> bool:
        """Whether the port is gone."""
        try:
            return int(self._port.in_waiting) < 0
        except OSError:
            return True

    def close(self) -> None:
        """Close, so that nothing sent and not yet delivered arrives later; may be called twice."""
        with suppress(*PORT_TROUBLE):
            self._discard_unsent()
        self._port.close()

    def _exchange(self, request: ModbusPDU, size: int, *, writes: bool = False) -> bytes:
        frame = self._framer.buildFrame(request)
        has_sent = False
        try:
            self._make_ready()
            has_sent = writes
            self._port.write(frame)
            answer = self._answer(frame, request, size)
        except PORT_TROUBLE as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem), unknown=has_sent) from problem
        finally:
            self._last_traffic_s = time.monotonic()
        if answer is None:
            raise DeviceError(NO_ANSWER, detail=self._silence(request.dev_id), unknown=has_sent)
        if answer[0] & EXCEPTION_BIT:
            raise exception_answer(request.function_code, answer[1], writes=writes)
        return answer

    def _make_ready(self) -> None:
        wait_s = self._last_traffic_s + self._gap_s - time.monotonic()
        if wait_s > 0:
            time.sleep(wait_s)
        if waiting := self._port.in_waiting:
            self._port.read(waiting)

    def _answer(self, frame: bytes, request: ModbusPDU, size: int) -> bytes | None:
        give_up_s = time.monotonic() + self._answer_s
        heard, expected = b"", size + (len(frame) if self._echoes else 0)
        while True:
            heard += self._port.read(max(1, expected - len(heard), self._port.in_waiting))
            if heard.startswith(frame) and request.function_code != CoilCommand.function_code:
                self._echoes = True
            body = heard[len(frame) :] if self._echoes and heard.startswith(frame) else heard
            answer = find_answer(
                body, device_id=request.dev_id, function_code=request.function_code, size=size
            )
            if answer is not None and (not self._echoes or heard.startswith(frame)):
                return answer
            if time.monotonic() >= give_up_s or len(heard) > MOST_HEARD:
                self._settle()
                return None

    def _settle(self) -> None:
        """Throw away what was not sent yet, and listen until nobody speaks any more.

        So nothing is done late, and a late answer is not taken for the next one.
        """
        self._discard_unsent()
        give_up_s = time.monotonic() + LONGEST_SETTLING_S
        quiet_since_s = time.monotonic()
        while (now_s := time.monotonic()) < give_up_s and now_s - quiet_since_s < QUIET_S:
            if self._port.read(256):
                quiet_since_s = time.monotonic()

    def _discard_unsent(self) -> None:
        if self._port.is_open:
            self._port.reset_output_buffer()

    def _silence(self, device_id: int) -> str:
        echo = "; the line echoes what is sent" if self._echoes else ""
        return f"board {device_id} on {self._port.port} did not answer{echo}"


def _bits(answer: bytes, count: int) -> tuple[bool, ...]:
    if answer[1] != len(answer) - 2:
        raise DeviceError(REFUSED, detail=f"an answer of another length than asked for: {answer.hex(' ')}")
    return tuple(bool(answer[2 + index // 8] >> index % 8 & 1) for index in range(count))
