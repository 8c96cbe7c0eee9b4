"""The form of one account that takes money: what it is called, and what its service needs to know us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.secret_field import SecretField
from console.screens.form.spoken import Spoken
from console.words import say
from core.config import PayConfig
from core.domain.errors import BadInput

LABEL_WIDTH = 190
LEAST_WAIT_S, MOST_WAIT_S = 30, 1800
PAY_KINDS: Final = (
    "stripe_terminal", "stripe_checkout", "line_pay", "line_pay_scan", "simulator", "simulator_page",
)  # fmt: skip
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "stripe_terminal": ("secret", "reader", "hook_secret", "address"),
    "stripe_checkout": ("secret", "hook_secret", "address"),
    "line_pay": ("user", "secret", "address"),
    "line_pay_scan": ("user", "secret", "address"),
    "simulator": (),
    "simulator_page": (),
}


class PayForm(Spoken):
    """``open`` shows an account or an empty form, ``typed`` gives what was filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: PayConfig | None = None
        self._account_id = ""
        self._kinds = Choice[str]([(kind, partial(_kind_words, kind)) for kind in PAY_KINDS])
        self._name, self._wait = QLineEdit(maxLength=60), QSpinBox(minimum=LEAST_WAIT_S, maximum=MOST_WAIT_S)
        self._texts: dict[str, QLineEdit] = {
            "user": QLineEdit(maxLength=200),
            "secret": SecretField(),
            "reader": QLineEdit(maxLength=200),
            "hook_secret": SecretField(),
            "address": QLineEdit(maxLength=1000),
        }
        self._hint = line("quiet", wraps=True)
        grid = FieldGrid(LABEL_WIDTH)
        self._kind_label, self._name_label = grid.add(self._kinds), grid.add(self._name)
        self._labels: dict[str, QLabel] = {name: grid.add(field) for name, field in self._texts.items()}
        self._wait_label = grid.add(self._wait)
        for field in (self._name, *self._texts.values()):
            field.setMinimumWidth(320)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._hint)
        self._kinds.currentIndexChanged.connect(self._show_fields)
        self.speak()

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        return self._kinds.value()

    def open(self, config: PayConfig | None) -> None:
        """Show this account; an empty form for a new one."""
        self._kept = config
        self._kinds.choose(config.kind if config is not None else PAY_KINDS[0])
        self._kinds.setEnabled(config is None)
        self._name.setText(config.name if config is not None else "")
        for name, field in self._texts.items():
            kept = str(getattr(config, name, "")) if config is not None else ""
            if isinstance(field, SecretField):
                field.show_kept(bool(kept))
            else:
                field.setText(kept)
        self._wait.setValue(config.wait_s if config is not None else PayConfig("new", "simulator").wait_s)
        self._show_fields()

    def take_focus(self) -> None:
        """Begin with the first field."""
        (self._kinds if self._kinds.isEnabled() else self._name).setFocus()

    def typed(self, account_id: str) -> PayConfig:
        """The account as filled in; BadInput ``devices.field_needed`` where something it needs is empty."""
        kind = self.kind
        values: dict[str, Any] = {name: self._value(name) for name in _FIELDS[kind]}
        for name in PayConfig.NEEDS.get(kind, ()):
            if not values.get(name):
                self._texts[name].setFocus()
                raise BadInput("devices.field_needed", field=self._labels[name].text())
        made = PayConfig(account_id, kind)  # type: ignore[arg-type]
        return replace(made, name=self._name.text().strip(), wait_s=self._wait.value(), **values)

    def speak(self) -> None:
        self._kinds.speak()
        self._kind_label.setText(self.tr("Kind"))
        self._name_label.setText(self.tr("Name on the screen"))
        self._wait_label.setText(self.tr("Time to pay"))
        self._wait.setSuffix(self.tr(" s"))
        words = {
            "secret": self.tr("Secret key"),
            "reader": self.tr("Reader's id"),
            "hook_secret": self.tr("Secret of its notices"),
            "address": self.tr("Another address"),
        }
        for name, text in words.items():
            self._labels[name].setText(text)
        self._texts["address"].setPlaceholderText(self.tr("the service's own"))
        for field in self._texts.values():
            if isinstance(field, SecretField):
                field.speak()
        self._show_fields()

    def _value(self, name: str) -> str:
        """What was typed; a secret that was left alone stays as it is kept."""
        field = self._texts[name]
        text = field.text().strip()
        if isinstance(field, SecretField) and not text and self._kept is not None:
            return str(getattr(self._kept, name))
        return text

    @Slot()
    def _show_fields(self) -> None:
        wanted = _FIELDS[self.kind]
        for name, field in self._texts.items():
            field.setVisible(name in wanted)
            self._labels[name].setVisible(name in wanted)
        self._labels["user"].setText(self.tr("Channel id"))
        self._hint.setText(say(f"pay_kind_hint.{self.kind}").text)


def _kind_words(kind: str) -> str:
    return say(f"pay_kind.{kind}").text
