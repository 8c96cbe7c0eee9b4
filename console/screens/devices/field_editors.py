"""One widget for each sort of field, and its value in and out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from console.screens.devices.field_words import choice_words, not_given
from console.screens.devices.form_fields import FormField
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.secret_field import SecretField
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM

TEXT_WIDTH, NUMBER_WIDTH = 220, 110
LONG_TEXT = 1000


class FieldEditor(Spoken):
    """``value`` is as the configuration takes it; None for a secret that stays as it is."""

    edited = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.widget = self._made()
        self._hint = line("quiet", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        # An address or a path may be long: it takes the room there is.
        row.addWidget(self.widget, field.longest >= LONG_TEXT)
        row.addWidget(self._hint, field.longest < LONG_TEXT)
        self.setFocusProxy(self.widget)
        self.speak()

    def speak(self) -> None:
        if isinstance(self.widget, Choice):
            self.widget.speak()
        if self.field.sort == "optional" and isinstance(self.widget, QSpinBox):
            self.widget.setSpecialValueText(not_given(self.field.name))

    def show_hint(self, hint: str) -> None:
        """Say beside it what helps to fill it in."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) or self.field.longest < LONG_TEXT)
        self.widget.setAccessibleDescription(hint)

    def show_value(self, value: object) -> None:
        """Put the value in; a secret itself is never shown, only that there is one."""
        widget = self.widget
        if isinstance(widget, SecretField):
            widget.show_kept(bool(value))
        elif isinstance(widget, QLineEdit):
            widget.setText(str(value or ""))
        elif isinstance(widget, Choice):
            widget.choose(str(value))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QSpinBox):
            widget.setValue(widget.minimum() if value is None else int(str(value)))
        elif isinstance(widget, QDoubleSpinBox):
            widget.setValue(float(str(value)))

    def show_example(self, example: str) -> None:
        """Show what such a text looks like, as long as nothing stands there."""
        if isinstance(self.widget, QLineEdit) and not isinstance(self.widget, SecretField):
            self.widget.setPlaceholderText(example)

    def value(self) -> object:
        """What stands there."""
        widget = self.widget
        if isinstance(widget, SecretField):
            return widget.text().strip() or None
        if isinstance(widget, QLineEdit):
            return widget.text().strip()
        if isinstance(widget, Choice):
            return widget.value()
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QSpinBox):
            unset = self.field.sort == "optional" and widget.value() == widget.minimum()
            return None if unset else widget.value()
        return widget.value() if isinstance(widget, QDoubleSpinBox) else None

    def _made(self) -> QWidget:
        field = self.field
        made: QWidget
        if field.sort == "secret":
            made = SecretField()
        elif field.sort == "choice":
            made = Choice[str]([(value, _wording(field.name, value)) for value in field.choices])
        elif field.sort == "switch":
            made = QCheckBox()
        elif field.sort == "decimal":
            made = QDoubleSpinBox(minimum=field.least, maximum=field.most, decimals=1)
        elif field.sort in {"number", "optional"}:
            made = _number(field)
        else:
            made = QLineEdit(maxLength=field.longest or 1000)
        if isinstance(made, QComboBox):
            # Its words are longer or shorter in another language.
            made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setMinimumWidth(TEXT_WIDTH if isinstance(made, QLineEdit) else NUMBER_WIDTH)
        self._listen(made)
        return made

    def _listen(self, made: QWidget) -> None:
        if isinstance(made, QLineEdit):
            made.textEdited.connect(self._on_edited)
        elif isinstance(made, QComboBox):
            made.activated.connect(self._on_edited)
        elif isinstance(made, QCheckBox):
            made.clicked.connect(self._on_edited)
        elif isinstance(made, QSpinBox | QDoubleSpinBox):
            made.valueChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.edited.emit()


def _number(field: FormField) -> QSpinBox:
    optional = field.sort == "optional"
    # One below the least stands for "not given".
    made = QSpinBox(minimum=int(field.least) - optional, maximum=int(field.most))
    if field.step:
        made.setSingleStep(field.step)
    made.setGroupSeparatorShown(False)
    return made


def _wording(name: str, value: str) -> Callable[[], str]:
    return lambda: choice_words(name, value)
