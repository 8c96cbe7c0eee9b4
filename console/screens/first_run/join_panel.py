"""Joins a lot that has a console already, in place of setting one up: the hub's address, and the code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LinkError, LotkeeperError
from core.services.join_lot import Joined
from core.store.queries.sharing import held_chains

FIELD_WIDTH = 340
LONGEST_ADDRESS, LONGEST_CODE = 260, 40
LOOK_EVERY_MS = 1000


class JoinPanel(Spoken):
    """``left`` to set up a lot of its own after all. Once it joined, the window goes on by itself."""

    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._joined: Joined | None = None
        self._records = 0
        self._title, self._lead = line("title"), line("quiet", wraps=True)
        self._told = line(wraps=True)
        self._address = QLineEdit(maxLength=LONGEST_ADDRESS)
        self._address.setPlaceholderText("192.168.1.20:8461")
        self._code = QLineEdit(maxLength=LONGEST_CODE)
        self._code.setPlaceholderText("LK-XXXX-XXXX-XXXX-XXXX")
        self._place = Choice[bool](((True, self._entry_words), (False, self._other_words)))
        self._join, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._lay_out()
        self._join.clicked.connect(self._on_join)
        self._back.clicked.connect(self.left)
        self._timer.timeout.connect(self._look)
        self.speak()

    @property
    def told(self) -> str:
        """What came of it."""
        return self._told.text()

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""
        self._address.setFocus()

    def speak(self) -> None:
        self._title.setText(self.tr("Join this lot's other consoles"))
        self._lead.setText(
            self.tr(
                "At the hub an administrator opens Consoles, invites a console, and reads out address and "
                "code. People, rates and the cars inside come from there."
            )
        )
        for label, words in zip(
            self._labels,
            (
                self.tr("Address of the hub"),
                self.tr("Code"),
                self.tr("What stands here"),
            ),
            strict=True,
        ):
            label.setText(words)
        self._place.speak()
        self._join.setText(self.tr("Join"))
        self._back.setText(self.tr("Back"))
        self._show_progress()

    def _entry_words(self) -> str:
        return self.tr("A lane where cars come in")

    def _other_words(self) -> str:
        return self.tr("Only exits, a kiosk, or a desk")

    def _lay_out(self) -> None:
        grid = FieldGrid()
        fields = (self._address, self._code, self._place)
        for field in fields:
            field.setFixedWidth(FIELD_WIDTH)
        self._labels = [grid.add(field) for field in fields]
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._join, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(MEDIUM)
        column.addLayout(grid)
        column.addSpacing(MEDIUM)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(1)

    def _on_join(self) -> None:
        if not self._join.isEnabled() or self._joined is not None:
            return
        empty = next((field for field in (self._address, self._code) if not field.text().strip()), None)
        if empty is not None and not empty.hasFocus():
            # Enter leads from field to field.
            empty.setFocus()
            return
        self._join.setEnabled(False)
        self._told.setText(self.tr("Knocking at the hub…"))
        self._ctx.jobs.run(self._joining(), self._on_joined, self._on_refused)

    def _joining(self) -> Callable[[], Joined]:
        console = self._ctx.console
        address, code = self._address.text(), self._code.text()
        # The invitation says what it is called; its own word counts where that says nothing.
        name = console.config.console.name
        entry_lanes = self._place.value()
        return lambda: console.membership.join(address=address, code=code, name=name, entry_lanes=entry_lanes)

    def _on_joined(self, joined: Joined) -> None:
        self._joined = joined
        for widget in (self._join, self._back, self._address, self._code, self._place):
            widget.setEnabled(False)
        self._timer.start()
        self._show_progress()

    def _on_refused(self, error: LotkeeperError) -> None:
        self._join.setEnabled(True)
        self._told.setText(self._words_of(error))

    def _words_of(self, error: LotkeeperError) -> str:
        if isinstance(error, LinkError) and error.cause == "link.no_answer":
            return self.tr(
                "No hub answers at {address}. Compare the address with the one the hub shows, and look "
                "whether it runs and its firewall lets this PC in."
            ).format(address=self._address.text().strip())
        return sentence_of(error)

    def _look(self) -> None:
        self._ctx.jobs.look(lambda unit: sum(held_chains(unit).values()), self._on_counted)

    def _on_counted(self, records: int) -> None:
        self._records = records
        self._show_progress()
        # The lot itself is among the records: when it is there the window shows the way to sign on.
        self._ctx.state.refresh()

    def _show_progress(self) -> None:
        if self._joined is None:
            return
        done = sentence("join.done", {"number": self._joined.number, "name": self._joined.name})
        fetched = self.tr("Fetching the lot's records: {count} so far.").format(count=self._records)
        self._told.setText(f"✓ {done}\n{fetched}")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.left.emit if self._back.hasFocus() else self._on_join)()
        elif event.key() == Qt.Key.Key_Escape and self._joined is None:
            self.left.emit()
        else:
            super().keyPressEvent(event)
