"""Relay boards on loopback or on a serial line: pymodbus's own servers, recording every write they receive.

The servers, their framing and their store are pymodbus's; added here are the recording, the silence, the
faults of a serial line, and the board-timed pulse with its echo as Waveshare's boards do it (FC05 at
0x0200 + channel, n × 100 ms).
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from pymodbus.server import ModbusSerialServer, ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

FLASH_ADDRESS = 0x0200
CHANNELS = 8
LIMIT_S = 10.0
RTU_COIL_FRAME_SIZE = 8


@dataclass(frozen=True, slots=True)
class Write:
    """One FC05 or FC15 frame as it arrived; ``at_ns`` is monotonic, ``frame`` the bytes on the wire."""

    at_ns: int
    device_id: int
    function: int
    address: int
    value: int
    frame: bytes


class FarBoards:
    """Boards of eight relays and eight inputs each, behind one of pymodbus's servers, for ``with``."""

    def __init__(self, device_ids: tuple[int, ...]) -> None:
        self.writes: list[Write] = []
        self.connections = 0
        self.on_write: Callable[[Write], None] | None = None
        self._device_ids = device_ids
        self._inputs = {device_id: [False] * CHANNELS for device_id in device_ids}
        self._closed_at_start: dict[int, list[bool]] = {}
        self._mute: frozenset[int] = frozenset()
        self._mute_writes: frozenset[int] = frozenset()
        self._echo = b""
        self._server: ModbusTcpServer | ModbusSerialServer | None = None
        self._flashes: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="modbus board", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(LIMIT_S)
        self._loop.close()

    def start(self) -> None:
        """Listen, where it listened before; relays start open, unless kept at ``stop``."""
        self._call(self._serve())

    def stop(self, *, keep_relays: bool = False) -> None:
        """Stop listening; ``keep_relays``: only the line went, not the power. May be called twice."""
        self._call(self._shut(keep_relays=keep_relays))

    def silent(self, mute: bool, *, writes_only: bool = False, device_id: int | None = None) -> None:
        """Receive and record, but do not answer (``writes_only``: still answer reads)."""
        whom = frozenset(self._device_ids if device_id is None else (device_id,)) if mute else frozenset()
        self._mute = frozenset() if writes_only else whom
        self._mute_writes = whom

    def set_input(self, index: int, value: bool, *, device_id: int | None = None) -> None:
        """Open or close an input contact."""
        board = device_id or self._device_ids[0]
        self._inputs[board][index] = value
        if self._server is not None:
            self._call(self._server.async_setValues(board, 2, index, [value]))

    def coil(self, channel: int, *, device_id: int | None = None) -> bool:
        """Whether the relay is closed now."""
        assert self._server is not None
        board = device_id or self._device_ids[0]
        return bool(self._call(self._server.async_getValues(board, 1, channel, 1))[0])

    def set_coil(self, channel: int, value: bool, *, device_id: int | None = None) -> None:
        """Open or close a relay by a hand at the board."""
        assert self._server is not None
        self._call(self._server.async_setValues(device_id or self._device_ids[0], 5, channel, [value]))

    def pulses(self) -> list[Write]:
        """The writes that would raise a boom: flash commands, and coils switched on."""
        return [write for write in self.writes if write.value != 0]

    def _build_server(self, devices: list[SimDevice]) -> ModbusTcpServer | ModbusSerialServer:
        raise NotImplementedError

    def _coil_write(self, data: bytes) -> tuple[int, bytes] | None:
        """Board and FC05 or FC15 command of a frame, where it is one."""
        raise NotImplementedError

    def _call(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LIMIT_S)

    async def _serve(self) -> None:
        if self._server is None:
            server = self._build_server([self._device(device_id) for device_id in self._device_ids])
            await server.serve_forever(background=True)
            self._server = server

    def _device(self, device_id: int) -> SimDevice:
        closed = self._closed_at_start.get(device_id, [False] * CHANNELS)
        coils = [SimData(0, values=closed + [False] * FLASH_ADDRESS, datatype=DataType.BITS)]
        inputs = [SimData(0, values=list(self._inputs[device_id]), datatype=DataType.BITS)]
        unused = [SimData(0, values=0, datatype=DataType.REGISTERS)]
        return SimDevice(device_id, simdata=(coils, inputs, list(unused), list(unused)))

    async def _shut(self, *, keep_relays: bool) -> None:
        if self._server is None:
            return
        server, self._server = self._server, None
        for flash in self._flashes:
            flash.cancel()
        self._closed_at_start.clear()
        if keep_relays:
            for device_id in self._device_ids:
                closed = await server.async_getValues(device_id, 1, 0, CHANNELS)
                self._closed_at_start[device_id] = [bool(each) for each in closed]
        await server.shutdown()  # type: ignore[no-untyped-call]
        await asyncio.sleep(0.01)

    def _on_connect(self, connected: bool) -> None:
        self.connections += connected

    def _on_packet(self, sending: bool, data: bytes) -> bytes:
        command = self._coil_write(data)
        if sending:
            return self._answered(command, data)
        if command is not None:
            self._record(*command, data)
        return data

    def _answered(self, command: tuple[int, bytes] | None, data: bytes) -> bytes:
        device_id = self._addressed(data)
        if device_id in self._mute or (command is not None and device_id in self._mute_writes):
            return b""
        if command is None or not self._echo:
            return data
        echo, self._echo = self._echo, b""
        return echo

    def _addressed(self, data: bytes) -> int:
        raise NotImplementedError

    def _record(self, device_id: int, command: bytes, frame: bytes) -> None:
        write = Write(
            at_ns=time.monotonic_ns(),
            device_id=device_id,
            function=command[0],
            address=int.from_bytes(command[1:3], "big"),
            value=int.from_bytes(command[3:5], "big"),
            frame=bytes(frame),
        )
        self.writes.append(write)
        self._echo = b""
        channel = write.address - FLASH_ADDRESS
        if write.function == 5 and 0 <= channel < CHANNELS:
            self._echo = write.frame
            flash = self._loop.create_task(self._flash(device_id, channel, write.value * 0.1))
            self._flashes.add(flash)
            flash.add_done_callback(self._flashes.discard)
        if self.on_write is not None:
            self.on_write(write)

    async def _flash(self, device_id: int, channel: int, seconds: float) -> None:
        server = self._server
        if server is None:
            return
        await server.async_setValues(device_id, 5, channel, [True])
        await asyncio.sleep(seconds)
        await server.async_setValues(device_id, 5, channel, [False])


class ModbusBoard(FarBoards):
    """One board at a TCP address, by default on a free loopback port."""

    def __init__(self, *, device_id: int = 1, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__((device_id,))
        self.port = port
        self._host = host

    async def _serve(self) -> None:
        await super()._serve()
        assert self._server is not None
        assert isinstance(self._server.transport, asyncio.Server)
        self.port = self._server.transport.sockets[0].getsockname()[1]

    def _build_server(self, devices: list[SimDevice]) -> ModbusTcpServer:
        return ModbusTcpServer(
            devices,
            address=(self._host, self.port),
            trace_packet=self._on_packet,
            trace_connect=self._on_connect,
        )

    def _coil_write(self, data: bytes) -> tuple[int, bytes] | None:
        return (data[6], data[7:12]) if len(data) >= 12 and data[7] in {5, 15} else None

    def _addressed(self, data: bytes) -> int:
        return data[6]


class SerialBoards(FarBoards):
    """Boards on the far end of a serial line; a request for any other number is met with silence.

    ``alter`` makes of each answer what really goes onto the line; with ``echoes`` all that is received goes
    back onto it first. ``piece_after_s`` cuts each answer into so many pieces, each sent that much later.
    """

    def __init__(self, path: str, *, device_ids: tuple[int, ...] = (1,), baud: int = 9600) -> None:
        super().__init__(device_ids)
        self.alter: Callable[[bytes], bytes] | None = None
        self.echoes = False
        self.piece_after_s: tuple[float, ...] = ()
        self._busy_until_s = 0.0
        self._path = path
        self._baud = baud

    def say(self, noise: bytes) -> None:
        """Put bytes onto the line that nobody asked for."""
        self._loop.call_soon_threadsafe(self._put, noise)

    def _put(self, noise: bytes) -> None:
        assert self._server is not None
        assert self._server.transport is not None
        self._server.transport.write(noise)  # type: ignore[attr-defined]

    def _build_server(self, devices: list[SimDevice]) -> ModbusSerialServer:
        return ModbusSerialServer(
            devices,
            port=self._path,
            baudrate=self._baud,
            trace_packet=self._on_packet,
            trace_connect=self._on_connect,
        )

    def _on_packet(self, sending: bool, data: bytes) -> bytes:
        if not sending and self.echoes:
            self._put(data)
        if sending and data[0] not in self._inputs:
            return b""  # pymodbus's simulated devices answer in the name of any board
        answer = super()._on_packet(sending, data)
        if sending and self.alter is not None:
            answer = self.alter(answer)
        is_late = self.piece_after_s or self._loop.time() < self._busy_until_s
        return self._later(answer) if sending and is_late else answer

    def _later(self, answer: bytes) -> bytes:
        """Send it in its pieces, and never before what was said earlier: a line keeps the order."""
        pieces = self.piece_after_s or (0.0,)
        size = -(-len(answer) // len(pieces))
        for number, after_s in enumerate(pieces):
            at_s = self._busy_until_s = max(self._loop.time() + after_s, self._busy_until_s)
            self._loop.call_at(at_s, self._put, answer[number * size : (number + 1) * size])
        return b""

    def _coil_write(self, data: bytes) -> tuple[int, bytes] | None:
        is_write = len(data) == RTU_COIL_FRAME_SIZE and data[1] in {5, 15} and data[0] in self._inputs
        return (data[0], data[1:6]) if is_write else None

    def _addressed(self, data: bytes) -> int:
        return data[0]


def main() -> None:
    """Be a board at HOST PORT in a process of its own, and print each write."""
    host, port = sys.argv[1], int(sys.argv[2])
    with ModbusBoard(host=host, port=port) as board:
        board.on_write = lambda write: print(f"wrote {write.address:#06x} {write.value}", flush=True)
        print("ready", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
