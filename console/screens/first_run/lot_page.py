"""The first page: the lot's name, size, place in time, and money."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.first_run.page import Page
from console.screens.first_run.zones import currency_of
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.price.draft import usual_price
from core.domain.errors import BadInput, OperatorError
from core.domain.lots import MAX_CAPACITY, MAX_NAME
from core.domain.money import CURRENCIES

FIELD_WIDTH = 300


class LotPage(Page):
    """Asks for what the lot is; the currency follows the zone until someone chooses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._capacity = QSpinBox(minimum=0, maximum=MAX_CAPACITY)
        self._capacity.setSpecialValueText(" ")
        self._zone = _searchable()
        self._currency = QComboBox()
        self._currency.addItems(sorted(CURRENCIES))
        self._currency_chosen = False
        self._time_there = line("quiet")
        self._lay_out()
        self._zone.currentTextChanged.connect(self._on_zone_changed)
        self._currency.activated.connect(self._on_currency_activated)
        self.speak()

    def title(self) -> str:
        return self.tr("The lot")

    def lead(self) -> str:
        return self.tr("What is it called, how many cars fit in, and where is it?")

    def speak(self) -> None:
        self._name_label.setText(self.tr("Name of the lot"))
        self._capacity_label.setText(self.tr("Spaces"))
        self._zone_label.setText(self.tr("Time zone"))
        self._currency_label.setText(self.tr("Currency"))
        self._capacity_hint.setText(self.tr("How many cars fit in"))
        self._currency_hint.setText(self.tr("Stays as it is once the lot is open"))
        self._tell_time_there()

    def offer_zones(self, zones: list[str]) -> None:
        """Fill the list of time zones; the chosen one stays."""
        chosen = self._zone.currentText()
        self._zone.blockSignals(True)
        self._zone.clear()
        self._zone.addItems(zones)
        self._zone.setCurrentText(chosen)
        self._zone.blockSignals(False)

    def show_draft(self, draft: LotDraft) -> None:
        self._name.setText(draft.name)
        self._capacity.setValue(draft.capacity)
        self._currency.setCurrentText(draft.currency)
        self._zone.setCurrentText(draft.timezone)

    def draft(self, before: LotDraft) -> LotDraft:
        # The zone first: the currency follows what it becomes.
        zone = self._zone_meant()
        currency = self._currency.currentText()
        # A price that nobody touched is the usual one of the currency, whichever that is now.
        untouched = before.price == usual_price(before.currency)
        draft = replace(
            before,
            name=self._name.text().strip(),
            capacity=self._capacity.value(),
            timezone=zone,
            currency=currency,
            price=usual_price(currency) if untouched else before.price,
        )
        if not draft.name:
            raise BadInput("lot.bad_name", longest=MAX_NAME)
        draft.lot("first-run")
        return draft

    def culprit(self, error: OperatorError) -> QWidget | None:
        return {
            "lot.bad_name": self._name,
            "lot.bad_capacity": self._capacity,
            "lot.bad_timezone": self._zone,
            "lot.bad_currency": self._currency,
        }.get(error.code)

    def take_focus(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _lay_out(self) -> None:
        grid = FieldGrid()
        self._name.setMinimumWidth(FIELD_WIDTH)
        self._capacity_hint, self._currency_hint = line("quiet"), line("quiet")
        self._name_label = grid.add(self._name)
        self._capacity_label = grid.add(self._capacity, self._capacity_hint)
        self._zone_label = grid.add(self._zone, self._time_there)
        self._currency_label = grid.add(self._currency, self._currency_hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)

    def _zone_meant(self) -> str:
        """The zone as typed; of a part of a name the one zone that has it, in small letters too."""
        typed = self._zone.currentText().strip()
        part = typed.casefold().replace(" ", "_")
        names = [self._zone.itemText(place) for place in range(self._zone.count())]
        exact = [name for name in names if name.casefold() == part]
        found = exact or [name for name in names if part and part in name.casefold()]
        if len(found) == 1 and found[0] != typed:
            self._zone.setCurrentText(found[0])
        return found[0] if len(found) == 1 else typed

    def _tell_time_there(self) -> None:
        try:
            local = datetime.now(UTC).astimezone(ZoneInfo(self._zone.currentText().strip()))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._time_there.setText(self.tr("Type a city to search"))
            return
        self._time_there.setText(self.tr("It is {time} there now").format(time=f"{local:%H:%M}"))

    def _on_zone_changed(self, zone: str) -> None:
        self._tell_time_there()
        if not self._currency_chosen and self._zone.findText(zone) >= 0:
            self._currency.setCurrentText(currency_of(zone))

    def _on_currency_activated(self) -> None:
        self._currency_chosen = True


def _searchable() -> QComboBox:
    """A list in which any part of a name finds it."""
    box = QComboBox(editable=True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)
    return box
