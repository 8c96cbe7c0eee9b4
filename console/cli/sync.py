"""``lotkeeper sync status``: what is out of reach, waits, or was refused; also while a console runs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from console.cli.parsing import add_action
from console.cli.words import words_for
from core.domain.clocks import is_off, whole_minutes
from core.domain.errors import StoreError
from core.services.console_report import ConsoleReport
from core.services.report_document import document_of, report_of
from core.services.sharing import DATABASE, HUB, OTHERS, LinkState, LinkView
from core.store.folder import DataFolder
from core.store.queries.sharing import (
    ListedConsole,
    Refusals,
    held_chains,
    members,
    unacknowledged,
    unsettled_refusals,
)
from core.store.viewing import viewing

DONE, SOME_FAILED = 0, 1
STALE_AFTER_SECONDS = 30
_NAMES = {
    DATABASE: "shared database",
    HUB: "hub",
    OTHERS: "other consoles",
    "internet": "internet",
    "payments": "payment platform",
}
_LONGEST_STATUS = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper sync``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_action(actions, "status", "say what is out of reach, what waits to be sent, and what was refused")


def run(args: argparse.Namespace) -> int:
    """Print how sharing is; 1 where something wants a person."""
    standing = _Standing(DataFolder(args.data), datetime.now(UTC))
    troubles = list(standing.troubles())
    if args.json:
        print(json.dumps(standing.document(troubles), ensure_ascii=False))
    else:
        for line in (*standing.lines(), *(f"! {each}" for each in troubles)):
            print(line)
    return SOME_FAILED if troubles else DONE


class _Standing:
    """What the database says, and what the running console said of itself a few seconds ago."""

    def __init__(self, folder: DataFolder, now: datetime) -> None:
        with viewing(folder.database) as view:
            self.console_id = view.console_id
            self.lot_id = view.lot_id
            self.consoles: list[ListedConsole] = members(view)
            self.held = held_chains(view)
            self.waiting = {name: unacknowledged(view, name) for name in (DATABASE, HUB)}
            self.refusals: Refusals = unsettled_refusals(view)
        self.report = _running(folder.status, self.console_id, now)

    def troubles(self) -> Iterator[str]:
        """What wants a person, a line each."""
        for item in self.refusals.items:
            yield f"refused: {item.console_id} {item.seq} ({item.kind}): {words_for(item.cause)}"
        more = self.refusals.count - len(self.refusals.items)
        if more:
            yield f"refused: {more} more"
        if self.report is not None:
            yield from _of_clock(self.report)
        for link in self.report.links if self.report is not None else ():
            if link.state is LinkState.LOST or link.cause:
                yield f"{_NAMES.get(link.name, link.name)}: {words_for(link.cause)}"

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"lot: {self.lot_id}"
        yield f"console: {self.console_id}"
        if not self.consoles:
            shares = any(count is not None for count in self.waiting.values())
            yield "this lot has one console" + ("" if shares else " and shares nothing")
        for each in self.consoles:
            yield f"  {_console_line(each, self.held.get(each.console_id, 0))}"
        if self.report is None:
            yield "the console does not run: what is within reach is not known"
        else:
            for link in self.report.links:
                if link.state is not LinkState.NOT_USED:
                    yield _link_line(link)
        for name, count in self.waiting.items():
            if count is not None:
                yield f"waiting for the {_NAMES[name]}: {count} entries"
        yield f"refused and not settled: {self.refusals.count}"

    def document(self, troubles: list[str]) -> dict[str, Any]:
        """For machines; instants in microseconds since 1970 UTC, None for what is not known."""
        return {
            "ok": not troubles,
            "console_id": self.console_id,
            "lot_id": self.lot_id,
            "running": self.report is not None,
            "clock_ahead_seconds": _seconds_ahead(self.report),
            "report": None if self.report is None else document_of(self.report),
            "consoles": [
                {
                    "console_id": each.console_id,
                    "number": each.number,
                    "name": each.name,
                    "is_hub": each.is_hub,
                    "revoked": each.revoked_at is not None,
                    "held_up_to": self.held.get(each.console_id, 0),
                    "spaces_left": each.balance,
                }
                for each in self.consoles
            ],
            "waiting": self.waiting,
            "refused": self.refusals.count,
            "troubles": troubles,
        }


def _of_clock(report: ConsoleReport) -> Iterator[str]:
    """A clock that has to be named, and what to do about it."""
    skew = report.skew
    if skew is not None and is_off(skew):
        way = "ahead of" if skew > timedelta() else "behind"
        yield (
            f"clock: {whole_minutes(skew)} minutes {way} the lot's; let this PC follow a time server, "
            "then confirm the clock on the page Consoles where that is asked"
        )


def _seconds_ahead(report: ConsoleReport | None) -> float | None:
    return None if report is None or report.skew is None else round(report.skew.total_seconds(), 3)


def _running(file: Path, console_id: str, now: datetime) -> ConsoleReport | None:
    """What the running console said; None where none runs, or its word is older than half a minute."""
    try:
        with file.open("rb") as stream:
            document = json.loads(stream.read(_LONGEST_STATUS))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError("store.cannot_open", detail=str(file)) from error
    except ValueError:
        return None
    report = report_of(console_id, document if isinstance(document, dict) else {})
    return report if abs((now - report.at).total_seconds()) <= STALE_AFTER_SECONDS else None


def _console_line(each: ListedConsole, held: int) -> str:
    role = "revoked" if each.revoked_at is not None else "hub" if each.is_hub else "console"
    return f"{each.number}. {each.name} ({role}) {each.console_id}: held up to {held}"


def _link_line(link: LinkView) -> str:
    since = f" since {link.since:%Y-%m-%d %H:%M} UTC" if link.since is not None else ""
    states = {LinkState.OK: "within reach", LinkState.LOST: "out of reach", LinkState.UNKNOWN: "not known"}
    return f"{_NAMES.get(link.name, link.name)}: {states.get(link.state, link.state.value)}{since}"
