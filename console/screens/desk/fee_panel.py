"""A fee that is unusually high: what it probably comes from, and what can be done about it (Z4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.desk.labels import spoken
from console.screens.desk.reason_panel import ReasonPanel
from console.widgets.key_button import KeyButton
from console.words import say
from core.domain.lots import Lot
from core.domain.rates.absurd import UnusualFee
from core.domain.stays import Stay
from core.services import check_fee, correct_entry

LONGEST_AGO = timedelta(days=366)
# Below question, effect and hint.
_BELOW_THE_WORDS = 3


class FeePanel(ReasonPanel):
    """``answered``: charge it, for this reason; ``entry_wanted``, ``other_wanted``: something is wrong."""

    entry_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fee_reason", check_fee.REASONS, parent)
        self._fee: UnusualFee | None = None
        self._entry_time, self._other = KeyButton("", "Alt+T"), KeyButton("", "Alt+O")
        self._entry_time.clicked.connect(self.entry_wanted)
        self._other.clicked.connect(self._on_other)
        row = QHBoxLayout()
        row.addWidget(self._entry_time)
        row.addWidget(self._other)
        row.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(_BELOW_THE_WORDS - 1, row)

    def ask_about(self, stay: Stay, fee: UnusualFee, lot: Lot, *, may_correct: bool) -> None:
        """Ask what is to become of the stay's fee."""
        self._fee = fee
        self._entry_time.setVisible(may_correct)
        self._other.setVisible(bool(fee.similar))
        self.mark("attention", selected=True)
        figures = {"plate": stay.plate, "amount": format_money(fee.amount_minor, lot.currency)}
        self.ask(
            lambda: self.tr("{plate} owes {amount}: look before the driver hears it.").format(**figures),
            lambda: self.tr("Charge it anyway"),
            lambda: self._why(fee, lot),
        )

    @property
    def fee(self) -> UnusualFee | None:
        """The fee that was asked about, as it was shown."""
        return self._fee

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self._entry_time.setText(self.tr("Correct the entry time"))
        if self._fee is not None and self._fee.similar:
            self._other.setText(self.tr("Take {plate} in hand").format(plate=self._fee.similar[0][1]))

    def _why(self, fee: UnusualFee, lot: Lot) -> str:
        """What is usual, and each cause that fits, one a line."""
        ceiling = fee.ceiling
        if ceiling.payments:
            usual = self.tr("Cars here usually pay {usual}, and hardly ever more than {high}.").format(
                usual=format_money(ceiling.usual_minor, lot.currency),
                high=format_money(ceiling.high_minor, lot.currency),
            )
        else:
            usual = self.tr("A fee above {ceiling} is looked at first.").format(
                ceiling=format_money(ceiling.highest_minor, lot.currency)
            )
        return "\n".join([usual, *(say(f"fee_cause.{cause.value}").text for cause in fee.causes)])

    @Slot()
    def _on_other(self) -> None:
        if self._fee is not None and self._fee.similar:
            self.other_wanted.emit(self._fee.similar[0][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_T and not self._entry_time.isHidden():
            self.entry_wanted.emit()
        elif alt and event.key() == Qt.Key.Key_O and not self._other.isHidden():
            self._on_other()
        else:
            super().keyPressEvent(event)


class EntryTimePanel(ReasonPanel):
    """Asks since when a car is really here; ``corrected`` carries the instant, the reason and a note."""

    corrected = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("entry_reason", correct_entry.REASONS, parent)
        self._lot: Lot | None = None
        self._field = QDateTimeEdit()
        self._field.setCalendarPopup(True)
        self._field.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.answered.connect(self._on_answered)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_BELOW_THE_WORDS - 1, self._field, 0, Qt.AlignmentFlag.AlignLeft)

    def ask_about(self, stay: Stay, lot: Lot, now: datetime) -> None:
        """Ask for the entry time of this stay; the usual reason is chosen, as the time is typed anyhow."""
        self._lot = lot
        recorded = format_local_time(stay.entry_at, lot.zone, now=now)
        self._field.setDateTimeRange(_wall_clock(now - LONGEST_AGO, lot), _wall_clock(now, lot))
        self._field.setDateTime(_wall_clock(now, lot))
        self.ask(
            lambda: self.tr("Since when is {plate} really here?").format(plate=stay.plate),
            lambda: self.tr("Correct the entry time"),
            lambda: self.tr("Recorded: {time}").format(time=recorded),
        )
        self.choose(correct_entry.REASONS[0])
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.setSelectedSection(QDateTimeEdit.Section.HourSection)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        spoken(self._field, self.tr("Entry time"))

    @Slot(str, str)
    def _on_answered(self, reason: str, note: str) -> None:
        if self._lot is None:
            return
        typed = self._field.dateTime()
        day, time = typed.date(), typed.time()
        local = datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._lot.zone
        )
        self.corrected.emit(local.astimezone(UTC), reason, note)


def _wall_clock(instant: datetime, lot: Lot) -> QDateTime:
    """The lot's wall clock at the instant, to the minute, whatever zone this machine is in."""
    local = instant.astimezone(lot.zone)
    return QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0)
