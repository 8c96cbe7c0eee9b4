"""A relay board on loopback: pymodbus's own TCP server, which records every write it receives.

The server, its framing and its store are pymodbus's; added here are the recording, the silence, and the
board-timed pulse with its echo as Waveshare's boards do it (FC05 at 0x0200 + channel, n × 100 ms).
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

FLASH_ADDRESS = 0x0200
CHANNELS = 8
LIMIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Write:
    """One FC05 or FC15 frame as it arrived; ``at_ns`` is monotonic, ``frame`` the bytes on the wire."""

    at_ns: int
    device_id: int
    function: int
    address: int
    value: int
    frame: bytes


class ModbusBoard:
    """A board with eight relays and eight inputs on a free loopback port, for ``with``."""

    def __init__(self, *, device_id: int = 1) -> None:
        self.port = 0
        self.writes: list[Write] = []
        self.connections = 0
        self.on_write: Callable[[Write], None] | None = None
        self._device_id = device_id
        self._inputs = [False] * CHANNELS
        self._mute = False
        self._mute_writes = False
        self._echo = b""
        self._server: ModbusTcpServer | None = None
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
        """Listen, on the same port as before; relays start open."""
        self._call(self._serve())

    def stop(self) -> None:
        """Close the port and all connections; may be called twice."""
        self._call(self._shut())

    def silent(self, mute: bool, *, writes_only: bool = False) -> None:
        """Accept and record, but do not answer (``writes_only``: still answer reads)."""
        self._mute = mute and not writes_only
        self._mute_writes = mute

    def set_input(self, index: int, value: bool) -> None:
        """Open or close an input contact."""
        self._inputs[index] = value
        if self._server is not None:
            self._call(self._server.async_setValues(self._device_id, 2, index, [value]))

    def coil(self, channel: int) -> bool:
        """Whether the relay is closed now."""
        assert self._server is not None
        return bool(self._call(self._server.async_getValues(self._device_id, 1, channel, 1))[0])

    def pulses(self) -> list[Write]:
        """The writes that would raise a boom: flash commands, and coils switched on."""
        return [write for write in self.writes if write.value != 0]

    def _call(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LIMIT_S)

    async def _serve(self) -> None:
        if self._server is not None:
            return
        coils = [SimData(0, count=FLASH_ADDRESS + CHANNELS, values=False, datatype=DataType.BITS)]
        inputs = [SimData(0, values=list(self._inputs), datatype=DataType.BITS)]
        unused = [SimData(0, values=0, datatype=DataType.REGISTERS)]
        server = ModbusTcpServer(
            SimDevice(self._device_id, simdata=(coils, inputs, list(unused), list(unused))),
            address=("127.0.0.1", self.port),
            trace_packet=self._on_packet,
            trace_connect=self._on_connect,
        )
        await server.serve_forever(background=True)
        assert isinstance(server.transport, asyncio.Server)
        self.port = server.transport.sockets[0].getsockname()[1]
        self._server = server

    async def _shut(self) -> None:
        if self._server is None:
            return
        server, self._server = self._server, None
        for flash in self._flashes:
            flash.cancel()
        await server.shutdown()  # type: ignore[no-untyped-call]
        await asyncio.sleep(0.01)

    def _on_connect(self, connected: bool) -> None:
        self.connections += connected

    def _on_packet(self, sending: bool, data: bytes) -> bytes:
        is_write = len(data) >= 12 and data[7] in {5, 15}
        if sending:
            if self._mute or (is_write and self._mute_writes):
                return b""
            return self._echo if is_write and self._echo[:2] == data[:2] else data
        if is_write:
            self._record(data)
        return data

    def _record(self, frame: bytes) -> None:
        write = Write(
            at_ns=time.monotonic_ns(),
            device_id=frame[6],
            function=frame[7],
            address=int.from_bytes(frame[8:10], "big"),
            value=int.from_bytes(frame[10:12], "big"),
            frame=bytes(frame),
        )
        self.writes.append(write)
        self._echo = b""
        channel = write.address - FLASH_ADDRESS
        if write.function == 5 and 0 <= channel < CHANNELS:
            self._echo = write.frame
            flash = self._loop.create_task(self._flash(channel, write.value * 0.1))
            self._flashes.add(flash)
            flash.add_done_callback(self._flashes.discard)
        if self.on_write is not None:
            self.on_write(write)

    async def _flash(self, channel: int, seconds: float) -> None:
        server = self._server
        if server is None:
            return
        await server.async_setValues(self._device_id, 5, channel, [True])
        await asyncio.sleep(seconds)
        await server.async_setValues(self._device_id, 5, channel, [False])
