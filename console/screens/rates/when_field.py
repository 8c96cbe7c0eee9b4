"""From when a plan holds: now, or from a time on the lot's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import SMALL


class WhenField(Spoken):
    """Two choices and a date; the zone stands beside it, because a landlord may sit elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo("UTC")
        self._now, self._later = QRadioButton(), QRadioButton()
        self._date, self._where = QDateTimeEdit(), line("quiet")
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat("yyyy-MM-dd HH:mm")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for widget in (self._later, self._date):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._now)
        column.addLayout(row)
        column.addWidget(self._where)
        self._later.toggled.connect(self._date.setEnabled)
        self._date.setEnabled(False)
        self._now.setChecked(True)
        self.setFocusProxy(self._now)
        self.speak()

    def speak(self) -> None:
        self._now.setText(self.tr("from now"))
        self._later.setText(self.tr("from"))
        self._date.setAccessibleName(self.tr("The plan holds from"))

    def begin(self, now: datetime, zone: ZoneInfo) -> None:
        """Offer now, and the next midnight at the lot."""
        self._zone = zone
        day = now.astimezone(zone) + timedelta(days=1)
        self._date.setDateTime(QDateTime(day.year, day.month, day.day, 0, 0, 0))
        self._where.setText(zone.key)
        self._now.setChecked(True)

    def choose_later(self, local: datetime) -> None:
        """Choose that time of the lot's clock."""
        self._later.setChecked(True)
        self._date.setDateTime(QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0))

    def instant(self) -> datetime | None:
        """The chosen instant (UTC); None for now."""
        if not self._later.isChecked():
            return None
        chosen = self._date.dateTime()
        day, time = chosen.date(), chosen.time()
        local = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)
        return local.astimezone(UTC)
