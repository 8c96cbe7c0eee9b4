"""One setting of what is shared: its address, its password where it has one, its try, and what that found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.secret_field import SecretField
from console.theme.space import SMALL, TIGHT
from console.widgets.key_button import KeyButton
from console.widgets.status import State, StatusLamp

LEAST_WIDTH, FIELD_WIDTH = 200, 460
LONGEST_ADDRESS = 1000


class SharedPlace(QWidget):
    """``tried`` when its button is pressed. Words come from the section, through ``name_it``."""

    tried = Signal()

    def __init__(
        self,
        key: str,
        *,
        example: str,
        has_password: bool,
        has_file: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.address = QLineEdit(maxLength=LONGEST_ADDRESS, placeholderText=example)
        self.password = SecretField() if has_password else None
        self.file = QLineEdit(maxLength=LONGEST_ADDRESS, placeholderText="/…/ca.crt") if has_file else None
        self.button = KeyButton(key=key)
        self._lamp, self._said = StatusLamp(), line(wraps=True)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        grid = FieldGrid()
        # The field takes the room there is up to its width; the rest stays empty.
        grid.setColumnStretch(1, 100)
        grid.setColumnStretch(2, 0)
        grid.setColumnStretch(3, 1)
        grid.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding), 0, 3)
        self._labels = [grid.add(self.address, self.button)]
        self._labels += [grid.add(field) for field in (self.password, self.file) if field is not None]
        for field in (self.address, self.password, self.file):
            if field is not None:
                field.setMinimumWidth(LEAST_WIDTH)
                field.setMaximumWidth(FIELD_WIDTH)
                field.textEdited.connect(self.forget)
        found = QHBoxLayout()
        found.setSpacing(SMALL)
        found.addWidget(self._lamp, 0, Qt.AlignmentFlag.AlignTop)
        found.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(grid)
        column.addLayout(found)
        self.button.clicked.connect(self.tried)
        self.forget()

    @property
    def told(self) -> str:
        """What the last try found."""
        return self._said.text()

    @property
    def state(self) -> State:
        """How that is."""
        return self._lamp.state

    def name_it(self, *labels: str, try_words: str) -> None:
        """Say what the fields are: address, then password and file where there are such."""
        for label, words in zip(self._labels, labels, strict=True):
            label.setText(words)
        self.button.setText(try_words)
        self.button.setAccessibleName(f"{try_words}: {labels[0]}")
        if self.password is not None:
            self.password.speak()
            self.password.setAccessibleName(f"{labels[0]}: {labels[1]}")
        if self.file is not None:
            self.file.setAccessibleName(f"{labels[0]}: {labels[-1]}")

    def tell(self, state: State, words: str) -> None:
        """Say what a try found."""
        self._lamp.show_state(state)
        self._said.setText(words)
        self._lamp.setVisible(bool(words))
        self._said.setVisible(bool(words))

    def forget(self) -> None:
        """What was found is no more of what is typed."""
        self.tell(State.QUIET, "")

    def typed_password(self) -> str:
        """The password that was typed; empty where none was."""
        return self.password.text() if self.password is not None else ""
