"""A sentence with fields in it, in whatever order a language wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.screens.form.spoken import Spoken

SPACE = 8
PUNCTUATION = " .,;。，；、"


class Clause(Spoken):
    """Words around fields: ``template`` is a translated sentence with ``{name}`` where a field stands."""

    def __init__(
        self, template: Callable[[], str], fields: Mapping[str, QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._template = template
        self._fields = dict(fields)
        self._labels: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self.speak()

    def speak(self) -> None:
        self._clear()
        before: QWidget | None = None
        for words, name, _format, _conversion in Formatter().parse(self._template()):
            # A lone full stop after a field says nothing and would stand apart.
            if words.strip(PUNCTUATION):
                self._add_words(words.strip())
            if name in self._fields:
                field = self._fields[name]
                self._row.addWidget(field)
                field.setAccessibleName(self._spoken_without_braces())
                if before is not None:
                    QWidget.setTabOrder(before, field)
                before = field
        self._row.addStretch(1)

    def _spoken_without_braces(self) -> str:
        """The whole sentence with gaps: what a screen reader says at each of its fields."""
        return self._template().format(**dict.fromkeys(self._fields, "…"))

    def _add_words(self, words: str) -> None:
        label = QLabel(words, self)
        self._labels.append(label)
        self._row.addWidget(label)

    def _clear(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels.clear()
