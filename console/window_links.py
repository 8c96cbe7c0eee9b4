"""In the footer: each far side by its own word, since when it is away, what waits, what was refused."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.widgets.status import State, StatusWord
from console.words import say
from core.domain.clocks import is_off, whole_minutes
from core.services.sharing import DATABASE, HUB, OTHERS, LinkState, LinkView, SharingView

SPACE = 16


class WindowLinks(Spoken):
    """Nothing at all in a lot of one console."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = {name: StatusWord() for name in (DATABASE, HUB, OTHERS, "internet", "payments")}
        self._waiting, self._refused, self._clock = StatusWord(), StatusWord(), StatusWord()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for word in (self._clock, *self._words.values(), self._waiting, self._refused):
            row.addWidget(word)
        context.state.sharing_changed.connect(self.speak)
        self.speak()

    def texts(self) -> dict[str, str]:
        """What is said of each far side that is in use."""
        return {name: word.text() for name, word in self._words.items() if not word.isHidden()}

    def waiting(self) -> str:
        """What is said of what waits; empty where nothing is."""
        return "" if self._waiting.isHidden() else self._waiting.text()

    def refused(self) -> str:
        """What is said of refused items; empty where there are none."""
        return "" if self._refused.isHidden() else self._refused.text()

    def clock(self) -> str:
        """What is said of this PC's clock; empty where it is right, or nobody knows."""
        return "" if self._clock.isHidden() else self._clock.text()

    def speak(self) -> None:
        view = self._context.state.sharing
        self.setVisible(view.is_shared or bool(view.refused))
        names = {
            DATABASE: self.tr("database"),
            HUB: self.tr("hub"),
            OTHERS: self.tr("other consoles"),
            "internet": self.tr("internet"),
            "payments": self.tr("payments"),
        }
        for name, word in self._words.items():
            link = view.links.get(name)
            word.setVisible(link is not None and link.state is not LinkState.NOT_USED)
            if link is not None:
                self._show_link(word, names[name], link)
        self._show_clock(view)
        self._show_waiting(view)
        self._refused.setVisible(bool(view.refused))
        _show(self._refused, State.ALARM, self.tr("refused: {count}").format(count=view.refused))

    def _show_link(self, word: StatusWord, name: str, link: LinkView) -> None:
        if link.state is LinkState.LOST:
            since = self._time(link)
            text = self.tr("{name} away since {time}").format(name=name, time=since)
            _show(word, State.ATTENTION, text, say(link.cause).text if link.cause else "")
        elif link.state is LinkState.UNKNOWN:
            _show(word, State.UNKNOWN, self.tr("{name}: not tried yet").format(name=name))
        elif link.cause:
            text = self.tr("{name}: in trouble").format(name=name)
            _show(word, State.ATTENTION, text, say(link.cause).text)
        else:
            _show(word, State.OK, self.tr("{name} ok").format(name=name))

    def _show_clock(self, view: SharingView) -> None:
        self._clock.setVisible(is_off(view.skew))
        if view.skew is not None:
            minutes, is_ahead = whole_minutes(view.skew), view.skew > timedelta()
            text = self.tr("clock {minutes} min ahead") if is_ahead else self.tr("clock {minutes} min behind")
            code = "clock.off_ahead" if is_ahead else "clock.off_behind"
            _show(
                self._clock, State.ALARM, text.format(minutes=minutes), say(code, {"minutes": minutes}).text
            )

    def _show_waiting(self, view: SharingView) -> None:
        waiting, homes = view.waiting, view.homes
        self._waiting.setVisible(bool(homes))
        if not waiting.entries:
            _show(self._waiting, State.OK, self.tr("all sent"))
            return
        away = all(link.state is LinkState.LOST for link in homes)
        text = self.tr("{count} unsent").format(count=waiting.entries)
        _show(self._waiting, State.ATTENTION if away else State.QUIET, text)

    def _time(self, link: LinkView) -> str:
        lot = self._context.state.lot
        if link.since is None or lot is None:
            return "…"
        return format_local_time(link.since, lot.zone, now=self._context.console.clock.now())


def _show(word: StatusWord, state: State, text: str, reason: str = "") -> None:
    """Words that want somebody keep their whole length when the room gets narrow."""
    kept = state in {State.ATTENTION, State.ALARM}
    across = QSizePolicy.Policy.Minimum if kept else QSizePolicy.Policy.Preferred
    word.setSizePolicy(across, QSizePolicy.Policy.Fixed)
    word.show_state(state, text)
    word.setToolTip(f"{text}\n{reason}" if reason else text)
