"""Processor time of other processes, by proc(5)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def used_s(process_ids: Sequence[int]) -> float:
    """Seconds of processor time that the processes used so far."""
    ticks = 0
    for process_id in process_ids:
        fields = Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS_A_SECOND
