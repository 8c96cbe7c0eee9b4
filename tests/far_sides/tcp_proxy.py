"""A wire between two programs that can be made slow, lossy, mute, or cut."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LOOPBACK = "127.0.0.1"
PIECE_BYTES = 16_384
# What a lost packet costs on a real wire: TCP sends it again after about this long.
RESEND_SECONDS = 0.2
CONNECT_SECONDS = 5.0


class TcpProxy:
    """Hands on what comes in at ``port`` to ``target`` and back; the faults may be changed at any time.

    ``delay_seconds`` holds each piece back, in each direction. ``loss`` is the chance, 0 to 1, that a piece
    comes late by what its resending takes. ``resets`` is the chance that a piece ends its connection.
    """

    def __init__(self, target: tuple[str, int], *, seed: int = 1, host: str = LOOPBACK) -> None:
        self.target = target
        self.delay_seconds = 0.0
        self.loss = 0.0
        self.resets = 0.0
        self.connections = 0
        self._chance = random.Random(seed)
        self._mute = threading.Event()
        self._is_cut = False
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server((host, 0))
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._accept, name="proxy", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def cut(self) -> None:
        """End every connection in the middle of whatever it was saying, and take no further one."""
        self._is_cut = True
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def fall_silent(self) -> None:
        """Take connections and whatever they send, and hand nothing on: a firewall that drops."""
        self._mute.set()

    def heal(self) -> None:
        """Be a good wire again; what was swallowed meanwhile stays lost, so old connections end."""
        was_mute = self._mute.is_set()
        self.delay_seconds = self.loss = self.resets = 0.0
        if was_mute:
            self.cut()
        self._mute.clear()
        self._is_cut = False

    def close(self) -> None:
        """End it all."""
        self._ended.set()
        self.cut()
        # A blocked accept is not woken by closing alone.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(CONNECT_SECONDS)

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._is_cut:
                _close(near)
                continue
            self.connections += 1
            threading.Thread(target=self._serve, args=(near,), name="proxy-wire", daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(self.target, CONNECT_SECONDS)
        except OSError:
            _close(near)
            return
        far.settimeout(None)
        with self._lock:
            self._open |= {near, far}
        back = threading.Thread(target=self._carry, args=(far, near), name="proxy-back", daemon=True)
        back.start()
        self._carry(near, far)
        back.join()
        with self._lock:
            self._open -= {near, far}
        _close(near)
        _close(far)

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE_BYTES):
                if self._mute.is_set():
                    continue
                if self._chance.random() < self.resets:
                    break
                late = RESEND_SECONDS if self._chance.random() < self.loss else 0.0
                if self.delay_seconds + late > 0:
                    time.sleep(self.delay_seconds + late)
                sink.sendall(piece)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def tcp_proxy(target: tuple[str, int], *, seed: int = 1, host: str = LOOPBACK) -> Iterator[TcpProxy]:
    """A proxy before the target, closed afterwards."""
    proxy = TcpProxy(target, seed=seed, host=host)
    try:
        yield proxy
    finally:
        proxy.close()


def _close(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.close()
