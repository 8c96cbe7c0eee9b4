"""Pulses the cash drawer when its task comes up."""

from __future__ import annotations

from collections.abc import Callable

from core.domain.errors import DeviceError
from core.services.open_drawer import record_drawer_outcome
from core.services.ports import ReceiptPrinter
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome


def drawer_handler(printer: Callable[[], ReceiptPrinter | None]) -> TaskHandler:
    """How drawer tasks are done, on the printer of the moment; one that a crash left behind is not."""

    def act(task: Task) -> TaskOutcome:
        chosen = printer()
        if chosen is None:
            raise DeviceError("printer.no_drawer")
        chosen.kick_drawer(task.payload["command_id"])
        return DONE

    return TaskHandler(act=act, after=record_drawer_outcome, repeatable=False)
