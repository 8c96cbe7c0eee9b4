"""What is known of the chosen console: program, far sides, spaces, disk, backups, devices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.formats import NOTHING, format_local_date_time, format_local_time
from console.screens.consoles.gathering import ConsoleRow
from console.screens.consoles.row_words import ago_words, device_words, disk_words
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import Role
from console.theme.space import LARGE, TIGHT
from console.widgets.status import State, StatusWord
from core.domain.lots import Lot
from core.services.console_report import PhotoReport
from core.services.ports import Health
from core.services.sharing import LinkState, LinkView

_OF_LINK = {
    LinkState.OK: State.OK,
    LinkState.LOST: State.ATTENTION,
    LinkState.UNKNOWN: State.UNKNOWN,
    LinkState.NOT_USED: State.QUIET,
}
_OF_DEVICE = {
    Health.OK: State.OK,
    Health.STARTING: State.QUIET,
    Health.STALE: State.ATTENTION,
    Health.FAILED: State.ALARM,
    Health.UNKNOWN: State.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is about, how that is, and the words."""

    label: str
    text: str
    state: State = State.QUIET


class FactsPanel(Spoken):
    """Two columns of lines; what is not known is hatched or a dash, never like well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(1, 1)

    @property
    def facts(self) -> Sequence[Fact]:
        """What is shown."""
        return self._facts

    def show_console(self, row: ConsoleRow | None, lot: Lot | None, now: datetime) -> None:
        """Show this console; nothing where none is chosen."""
        facts = tuple(self._facts_of(row, lot, now)) if row is not None else ()
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, fact in enumerate(facts):
            label = line("quiet")
            label.setText(fact.label)
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(_shown(fact), place, 1)

    def _facts_of(self, row: ConsoleRow, lot: Lot | None, now: datetime) -> list[Fact]:
        report = row.report
        if report is None:
            return [Fact(self.tr("Heard"), self.tr("never"), State.UNKNOWN)]
        heard = self.tr("now") if row.is_own else ago_words(report.at, now)
        facts = [
            Fact(self.tr("Version"), report.version or NOTHING),
            Fact(self.tr("Heard"), heard),
        ]
        if report.started_at is not None and lot is not None:
            running = format_local_date_time(report.started_at, lot.zone)
            facts.append(Fact(self.tr("Running since"), running))
        facts += [self._link(link, lot, now) for link in report.links if link.state is not LinkState.NOT_USED]
        if report.is_shared and not row.is_hub:
            facts.append(Fact(self.tr("Spaces held"), str(row.balance)))
        facts += [
            Fact(self.tr("Disk free"), disk_words(row)),
            self._backup(self.tr("Backup here"), report.backup.here_at, now),
        ]
        if report.backup.second_used:
            facts.append(self._backup(self.tr("At the second place"), report.backup.second_at, now))
        if report.photos.used:
            facts.append(self._photos(report.photos))
        facts += [
            Fact(
                _device_label(device.lane_name, device.kind),
                self._health(device.health),
                _OF_DEVICE[device.health],
            )
            for device in report.devices
        ]
        return facts

    def _link(self, link: LinkView, lot: Lot | None, now: datetime) -> Fact:
        names = {
            "database": self.tr("Shared database"),
            "hub": self.tr("Hub"),
            "consoles": self.tr("Other consoles"),
            "internet": self.tr("Internet"),
            "payments": self.tr("Payment platform"),
        }
        since = format_local_time(link.since, lot.zone, now=now) if link.since is not None and lot else "…"
        texts = {
            LinkState.OK: self.tr("within reach since {time}").format(time=since),
            LinkState.LOST: self.tr("away since {time}").format(time=since),
            LinkState.UNKNOWN: self.tr("not tried yet"),
            LinkState.NOT_USED: NOTHING,
        }
        return Fact(names.get(link.name, link.name), texts[link.state], _OF_LINK[link.state])

    def _backup(self, label: str, made_at: datetime | None, now: datetime) -> Fact:
        return Fact(label, NOTHING if made_at is None else ago_words(made_at, now))

    def _photos(self, photos: PhotoReport) -> Fact:
        waiting = self.tr("{small} small, {large} large wait").format(small=photos.small, large=photos.large)
        text = waiting if photos.small or photos.large else self.tr("all sent")
        return Fact(self.tr("Photos"), text, State.ATTENTION if photos.cause else State.QUIET)

    def _health(self, health: Health) -> str:
        words = {
            Health.OK: self.tr("ok"),
            Health.STARTING: self.tr("starting"),
            Health.STALE: self.tr("late"),
            Health.FAILED: self.tr("no answer"),
            Health.UNKNOWN: self.tr("not measured"),
        }
        return words[health]


def _shown(fact: Fact) -> QWidget:
    """A plain figure has no shape: there is nothing well or wrong about it."""
    if fact.state is State.QUIET:
        plain = line("quiet", tone=Role.TEXT)
        plain.setText(fact.text)
        return plain
    word = StatusWord()
    word.show_state(fact.state, fact.text)
    return word


def _device_label(lane_name: str, kind: str) -> str:
    device = device_words(kind)
    return f"{lane_name}, {device}" if lane_name else device[:1].upper() + device[1:]
