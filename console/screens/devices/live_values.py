"""What a device measures just now, in two columns; what is not measured is hatched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import Role
from console.theme.space import SMALL, TIGHT, WIDE
from console.widgets.status import State, StatusWord
from console.words.measures import measure_label, measure_value
from core.services.ports import Measure

COLUMNS = 2


class LiveValues(Spoken):
    """Labels stay where they are; only the figures change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures: tuple[Measure, ...] = ()
        self._names: tuple[str, ...] = ()
        self._labels: list[QLabel] = []
        self._figures: list[QLabel] = []
        self._unknown: list[StatusWord] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TIGHT)

    def texts(self) -> dict[str, str]:
        """What is shown, by the values' names; empty is not measured."""
        return {each.name: measure_value(each) or "" for each in self._measures}

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """Show these values."""
        names = tuple(each.name for each in measures)
        self._measures = tuple(measures)
        if names != self._names:
            self._names = names
            self._build()
        self.speak()

    def speak(self) -> None:
        for measure, label, figure, unknown in zip(
            self._measures, self._labels, self._figures, self._unknown, strict=True
        ):
            label.setText(measure_label(measure.name))
            text = measure_value(measure)
            figure.setText(text or "")
            figure.setVisible(text is not None)
            figure.setAccessibleName(f"{label.text()}: {text}")
            unknown.setVisible(text is None)
            unknown.show_state(State.UNKNOWN, self.tr("not measured"))

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._labels, self._figures, self._unknown = [], [], []
        rows = -(-len(self._names) // COLUMNS)
        for place in range(len(self._names)):
            row, column = place % rows, (place // rows) * 3
            label, figure, unknown = line("quiet"), line("body", tone=Role.TEXT), StatusWord()
            self._labels.append(label)
            self._figures.append(figure)
            self._unknown.append(unknown)
            self._grid.addWidget(label, row, column)
            self._grid.addWidget(figure, row, column + 1)
            self._grid.addWidget(unknown, row, column + 1)
            self._grid.setColumnMinimumWidth(column + 2, WIDE)
            self._grid.setColumnStretch(column + 1, 1)
