"""Which stay is looked at: when it enters, what drives in, and up to which length."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.forms.flow import Flow
from console.screens.rates.seen import HOUR_S, Seen
from console.theme.space import SMALL
from console.words.rate_plan import class_word
from console.words.rate_windows import day_word, length_words
from core.domain.rates.plan import DEFAULT_CLASS, Plan
from core.domain.rates.windows import WEEK, DayKind

LONGEST_S: Final = (4 * HOUR_S, 12 * HOUR_S, 24 * HOUR_S, 48 * HOUR_S, 7 * 24 * HOUR_S, 30 * 24 * HOUR_S)
_FIRST_TIME: Final = QTime(10, 0)


class ViewBar(Spoken):
    """``seen_changed`` after each choice."""

    seen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._upto = line("quiet"), line("quiet")
        self._day = Choice[DayKind](tuple((kind, _words_of(kind)) for kind in (*WEEK, DayKind.HOLIDAY)))
        self._time = QTimeEdit(_FIRST_TIME)
        self._time.setDisplayFormat("HH:mm")
        self._class = QComboBox()
        self._class.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._classes: tuple[str, ...] = (DEFAULT_CLASS,)
        self._longest = Choice[int](tuple((one, _length_of(one)) for one in LONGEST_S))
        self._longest.choose(24 * HOUR_S)
        row = Flow(gap=SMALL)
        row.add(_together(self._entry, self._day, self._time), self._class)
        row.add(_together(self._upto, self._longest))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._day.currentIndexChanged.connect(self._on_changed)
        self._time.timeChanged.connect(self._on_changed)
        self._class.currentIndexChanged.connect(self._on_changed)
        self._longest.currentIndexChanged.connect(self._on_changed)
        self.speak()

    def speak(self) -> None:
        self._entry.setText(self.tr("Entry"))
        self._upto.setText(self.tr("up to"))
        self._day.speak()
        self._longest.speak()
        self._day.setAccessibleName(self.tr("Day of entry"))
        self._time.setAccessibleName(self.tr("Time of entry"))
        self._class.setAccessibleName(self.tr("Vehicle class"))
        self._longest.setAccessibleName(self.tr("Longest stay shown"))
        for place, one in enumerate(self._classes):
            if place < self._class.count():
                self._class.setItemText(place, class_word(one))

    @property
    def seen(self) -> Seen:
        """What is chosen."""
        time = self._time.time()
        place = max(0, self._class.currentIndex())
        return Seen(
            self._day.value(), (time.hour(), time.minute()), self._classes[place], self._longest.value()
        )

    def show_plan(self, plan: Plan) -> None:
        """Offer the classes that this plan prices; there is nothing to choose from one."""
        classes = tuple(sorted(plan.classes, key=lambda one: (one != DEFAULT_CLASS, one))) or (DEFAULT_CLASS,)
        if classes != self._classes or not self._class.count():
            chosen = self.seen.vehicle_class
            self._classes = classes
            self._class.blockSignals(True)
            self._class.clear()
            self._class.addItems([class_word(one) for one in classes])
            self._class.setCurrentIndex(classes.index(chosen) if chosen in classes else 0)
            self._class.blockSignals(False)
        self._class.setVisible(len(classes) > 1)

    def _on_changed(self) -> None:
        self.seen_changed.emit()


def _together(*widgets: QWidget) -> QWidget:
    """Widgets that a line break does not part."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _words_of(kind: DayKind) -> Callable[[], str]:
    return lambda: day_word(kind)


def _length_of(length_s: int) -> Callable[[], str]:
    return lambda: length_words(length_s)
