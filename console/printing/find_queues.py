"""The printers that the system knows, asked for in a process that can be ended. No Qt here."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from console.printing.system_printer import PAGE_PROCESS
from devices.search.found import Found, What

log = logging.getLogger(__name__)

LIST: Final = "--list"
LIMIT_S: Final = 5.0
MOST: Final = 50

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def find_system_printers(
    is_cancelled: IsCancelled,
    progress: Progress,
    *,
    page_process: Sequence[str] = PAGE_PROCESS,
    limit_s: float = LIMIT_S,
) -> Iterator[Found]:
    """Its queues by name; none where the printing service is silent or there is none."""
    try:
        said = subprocess.run(  # noqa: S603 - our own module
            [*page_process, LIST], stdin=subprocess.DEVNULL, capture_output=True, timeout=limit_s, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as problem:
        log.info("the system's printers cannot be listed: %s", problem)
        return
    names = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()][:MOST]
    for number, name in enumerate(names, start=1):
        if is_cancelled():
            return
        yield Found(What.PRINTER, name, name, {"kind": "system", "queue": name})
        progress(number, len(names))
