"""What every screen is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.commands.table import CommandTable
from console.compose import Console
from console.runtime.jobs import Jobs
from console.state.lot_state import LotState


@dataclass(frozen=True, slots=True)
class Context:
    """The console below the screens, the state they read, the jobs they start, the commands they offer.

    ``show`` brings the screen of that name to the front ("desk", "inside", "shift", …).
    """

    console: Console
    state: LotState
    jobs: Jobs
    commands: CommandTable
    show: Callable[[str], None]
