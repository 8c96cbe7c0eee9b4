"""A sentence with fields in it that breaks into lines where the column is narrow."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.forms.flow import Flow
from console.screens.rates.forms.piece import Words

PUNCTUATION = " .,:;。，：；、"


class Sentence(Spoken):
    """``template`` is a translated sentence with ``{name}`` where a field stands; others are hidden.

    The template may change with what is chosen: ``speak`` then says it anew.
    """

    def __init__(self, template: Words, fields: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._fields = dict(fields)
        self._words: list[QLabel] = []
        self._said: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = Flow()
        column.addWidget(self._flow)
        for field in self._fields.values():
            field.setParent(self._flow)
        self.speak()

    def speak(self) -> None:
        template = self._template()
        if template == self._said:
            return
        self._said = template
        self._clear()
        shown = set()
        before: QWidget | None = None
        for words, name, _format, _conversion in Formatter().parse(template):
            if words.strip(PUNCTUATION):
                self._add_words(words.strip(PUNCTUATION))
            if name in self._fields:
                shown.add(name)
                before = self._add_field(self._fields[name], before)
        for name, field in self._fields.items():
            field.setVisible(name in shown)

    def _add_field(self, field: QWidget, before: QWidget | None) -> QWidget:
        self._flow.add(field)
        # A screen reader says the whole sentence with gaps at each of its fields.
        spoken = (self._said or "").format_map(dict.fromkeys(self._fields, "…"))
        field.setAccessibleName(spoken)
        proxy = field.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(spoken)
        if before is not None:
            QWidget.setTabOrder(before, field)
        return field

    def _add_words(self, words: str) -> None:
        label = line(parent=self._flow)
        label.setText(words)
        label.show()
        self._words.append(label)
        self._flow.add(label)

    def _clear(self) -> None:
        self._flow.clear()
        for label in self._words:
            label.hide()
            label.deleteLater()
        self._words.clear()
