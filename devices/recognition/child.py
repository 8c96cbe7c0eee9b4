"""One running recogniser process, seen from its parent: starting it, telling it, hearing it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from core.services.ports import ReadAnswer
from devices.child_process import ChildProcess
from devices.recognition.messages import Notice, Request, Settings, Views, unpack

_MODULE = "devices.recognition.worker"


class RecogniserChild:
    """A recogniser process. It ends by itself when this process does.

    ``on_message`` is called on a thread of the child, with None once nothing will come any more.
    """

    def __init__(
        self, settings: Settings, on_message: Callable[[RecogniserChild, ReadAnswer | Notice | None], None]
    ) -> None:
        """Start it; raises DeviceError ``recogniser.not_started`` where the system will not have it."""
        self._on_message = on_message
        self._process = ChildProcess(_MODULE, not_started="recogniser.not_started")
        self._process.tell(settings.to_json())
        threading.Thread(target=self._listen, name="recogniser-answers", daemon=True).start()

    @property
    def process_id(self) -> int:
        """Its number in the system."""
        return self._process.process_id

    def tell(self, order: Request | Views) -> None:
        """Hand a request or the views over; a process that died in this moment shows in its last message."""
        self._process.tell(order.to_json())

    def end(self) -> None:
        """End it, by force if need be, within 1.5 s; may be called twice."""
        self._process.end()

    def kill(self) -> None:
        """End it at once, however stuck it is; within 0.7 s."""
        self._process.kill()

    def _listen(self) -> None:
        with self._process.output as output:
            while True:
                try:
                    message = unpack(output)
                except (ValueError, KeyError, TypeError):
                    message = None
                self._on_message(self, message)
                if message is None:
                    return
