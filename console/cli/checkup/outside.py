"""What the console needs of the world outside the lot: the time, places for copies, payment services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from console.cli.checkup.asking import Question, answers
from console.cli.checkup.copies import second_places
from console.cli.checkup.finding import Finding, skipped
from console.cli.checkup.payments import accounts
from console.cli.checkup.time_servers import SUBJECT, check_clock_by_server
from core.config import Config


def check_outside(config: Config, data_folder: Path, *, offline: bool = False) -> Iterator[Finding]:
    """The clock by a time server, each second place, each payment account; ``offline`` asks nobody."""
    if offline:
        yield skipped(SUBJECT, "nobody was asked: --offline")
        return
    asked = [Question(SUBJECT, lambda _subject: check_clock_by_server())]
    yield from answers([*asked, *second_places(config.shared, data_folder), *accounts(config)])
