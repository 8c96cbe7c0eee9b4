"""Where consoles are born and killed: each is a process, forked from one that has read everything in."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from tests.faults.ledger import Ledger, Tell, teller

BIRTH_SECONDS = 60.0
DEATH_SECONDS = 60.0

# A fork of a process that runs threads may inherit a held lock: this one runs none.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.faults.booth_life", "tests.faults.fail_points"])

Life = Callable[..., None]


class Newborn:
    """A console's process; what it tells is gathered until it is dead.

    ``life`` is called in it with a teller and the arguments.
    """

    def __init__(self, life: Life, *arguments: Any, **named: Any) -> None:
        reader, writer = _CONTEXT.Pipe(duplex=False)
        self._process: BaseProcess = _CONTEXT.Process(target=_live, args=(life, writer, arguments, named))
        self._process.start()
        writer.close()
        self._reader = reader
        self._told: list[bytes] = []
        self._is_mute = False
        self._hears = threading.Condition()
        self._ears = threading.Thread(target=self._listen, name="ears", daemon=True)
        self._ears.start()

    @property
    def exit_code(self) -> int | None:
        """Minus the signal that killed it, 0 where it ended by itself."""
        return self._process.exitcode

    def wait_for_a_word(self) -> None:
        """Until it has told anything at all."""
        with self._hears:
            assert self._hears.wait_for(lambda: bool(self._told), BIRTH_SECONDS), "it never lived"

    def wait_for(self, line: str) -> None:
        """Until it has told this."""
        with self._hears:
            heard = self._hears.wait_for(
                lambda: f"{line}\n".encode() in b"".join(self._told) or self._is_mute, BIRTH_SECONDS
            )
        assert heard, f"it never told {line!r}"
        assert not self._is_mute, f"it ended before it told {line!r}"

    def kill(self, ledger: Ledger) -> None:
        """Kill it where it stands; what it had told goes into the ledger."""
        self._process.kill()
        self.await_death(ledger)

    def await_death(self, ledger: Ledger) -> None:
        """Until it has ended, by itself or at a fail point."""
        self._process.join(DEATH_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
            raise AssertionError("it did not end in time")
        self._ears.join(BIRTH_SECONDS)
        self._reader.close()
        ledger.add(b"".join(self._told).decode())

    def _listen(self) -> None:
        while piece := os.read(self._reader.fileno(), 65_536):
            with self._hears:
                self._told.append(piece)
                self._hears.notify_all()
        with self._hears:
            self._is_mute = True
            self._hears.notify_all()


def _live(life: Life, writer: Connection, arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    tell: Tell = teller(writer.fileno())
    life(tell, *arguments, **named)
