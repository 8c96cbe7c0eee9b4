"""When: days, times of day, a run of the week, dates."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.rates.forms.choice_field import ChoiceField, Tick
from console.screens.rates.forms.day_chips import DayChips, day_words
from console.screens.rates.forms.fold import Fold
from console.screens.rates.forms.piece import Piece, first_wrong, show_if
from console.screens.rates.forms.rows import Rows
from console.screens.rates.forms.season_field import SeasonsField
from console.screens.rates.forms.sentence import Sentence
from console.screens.rates.forms.time_field import TimeOfDayField
from console.screens.rates.forms.window_words import window_words
from console.theme import Role, TypeRole, set_tone, set_type
from console.theme.space import SMALL
from core.domain.rates.windows import ALWAYS, DAY_S, WEEK, Window

USUAL = Window(start_s=8 * 3600, end_s=18 * 3600)
_WEEKEND = (4, 0)


class Clock(Enum):
    """What of the clock a window is."""

    ALL_DAY = "all_day"
    TIMES = "times"
    WEEKLY = "weekly"


class WindowField(Piece[Window]):
    """One window; what it comes to is said below in words. ``instants``: its end may count too."""

    def __init__(self, *, instants: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instants = instants
        self.days = DayChips()
        self.clock = ChoiceField[Clock](
            (
                (Clock.ALL_DAY, lambda: self.tr("all day"), str),
                (Clock.TIMES, lambda: self.tr("between two times"), str),
                (Clock.WEEKLY, lambda: self.tr("from one weekday to another"), str),
            )
        )
        self.start, self.end = TimeOfDayField(USUAL.start_s), TimeOfDayField(USUAL.end_s, may_end=True)
        self.first, self.last = _weekday(), _weekday()
        self._times = Sentence(
            self._template,
            {"start": self.start, "end": self.end, "first": self.first, "last": self.last},
        )
        self.through = Tick(lambda: self.tr("The last moment itself still counts"))
        self._told = line("quiet", wraps=True)
        self.seasons = SeasonsField()
        self._fold = Fold(lambda: self.tr("Only at some dates of the year"))
        self._fold.add(self.seasons)
        self._lay_out()
        self._listen()
        self.show_value(USUAL)
        self.speak()

    @property
    def says_itself(self) -> bool:
        return True

    def speak(self) -> None:
        self.days.call(self.tr("Days"))
        self.clock.call(self.tr("Times of day"))
        self.clock.box.setAccessibleName(self.tr("Times of day"))
        self.seasons.call(self.tr("Dates"))
        self._tell()

    def call(self, words: str) -> None:
        self.setAccessibleName(words)

    def value(self) -> Window:
        seasons = self.seasons.value()
        through = self._instants and self.through.value()
        days = self.days.value() if not self.days.isHidden() else frozenset()
        match self.clock.value():
            case Clock.ALL_DAY:
                return Window(days, dates=seasons)
            case Clock.TIMES:
                return Window(days, self.start.value(), self.end.value(), seasons, through)
            case Clock.WEEKLY:
                weekly = (self.first.value(), self.last.value())
                return Window(days, self.start.value(), self.end.value(), seasons, through, weekly)

    def show_value(self, value: Window) -> None:
        clock = _clock_of(value)
        self.clock.show_value(clock)
        self.days.show_value(value.days)
        if clock is not Clock.ALL_DAY:
            self.start.show_value(value.start_s)
            self.end.show_value(value.end_s)
        first, last = value.weekly or _WEEKEND
        self.first.show_value(first)
        self.last.show_value(last)
        self.through.show_value(value.through)
        self.seasons.show_value(value.dates)
        self._fold.open(bool(value.dates))
        self._arrange()

    def wrong(self) -> str:
        times = () if self.clock.value() is Clock.ALL_DAY else (self.start, self.end)
        return first_wrong((*times, self.seasons))

    def _template(self) -> str:
        if self.clock.value() is Clock.WEEKLY:
            return self.tr("from {first} {start} to {last} {end}")
        return self.tr("from {start} to {end}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self.clock, self.days, self._times, self.through, self._told, self._fold):
            column.addWidget(widget)
        self.setFocusProxy(self.clock)

    def _listen(self) -> None:
        self.clock.edited.connect(self._on_clock)
        for field in (self.days, self.start, self.end, self.first, self.last, self.through, self.seasons):
            field.edited.connect(self._on_edited)

    def _arrange(self) -> None:
        clock = self.clock.value()
        # A run over days has its days in it; others that a plan holds beside them stay visible.
        show_if(self.days, clock is not Clock.WEEKLY or bool(self.days.value()))
        show_if(self._times, clock is not Clock.ALL_DAY)
        show_if(self.through, self._instants and clock is not Clock.ALL_DAY)
        self._times.speak()
        self._tell()

    def _tell(self) -> None:
        times = () if self.clock.value() is Clock.ALL_DAY else (self.start, self.end)
        wrong = first_wrong(times)
        self._told.setText(wrong or window_words(replace(self.value(), dates=())))
        set_type(self._told, TypeRole.BODY if wrong else TypeRole.QUIET)
        set_tone(self._told, Role.ATTENTION if wrong else Role.TEXT_QUIET)

    def _on_clock(self) -> None:
        if self.clock.value() is Clock.WEEKLY:
            self.days.show_value(frozenset())
        self._arrange()
        self.edited.emit()

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()


class WindowsField(Rows[Window]):
    """Several windows, of which one is enough; none is always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            WindowField,
            lambda: USUAL,
            lambda: self.tr("Add a time"),
            lambda: self.tr("Remove time"),
            parent,
        )


def _clock_of(window: Window) -> Clock:
    if window.weekly is not None:
        return Clock.WEEKLY
    times = (window.start_s, window.end_s, window.through)
    return Clock.ALL_DAY if times == (ALWAYS.start_s, DAY_S, False) else Clock.TIMES


def _weekday() -> ChoiceField[int]:
    return ChoiceField[int](tuple((day, partial(day_words, kind), str) for day, kind in enumerate(WEEK)))
