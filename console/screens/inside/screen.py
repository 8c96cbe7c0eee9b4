"""The inside screen: filter above, the list in the middle, the chosen car right, count and sum below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.formats import format_money
from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.inside.car_panel import CarPanel
from console.screens.inside.export import export_inside
from console.screens.inside.import_panel import ImportPanel
from console.screens.inside.inside_view import Filter, InsideView
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.domain.stays import Stay, StayState
from core.store.queries.stays import StayPage

EDGE = 24


class InsideScreen(Spoken):
    """Typing filters from anywhere; Enter takes the chosen car to the desk."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title, self._sum, self._told = line("title"), line("strong"), line("quiet", wraps=True)
        self._filter = QLineEdit(maxLength=20)
        self._states = Choice[Filter](
            (
                (Filter(), lambda: self.tr("All")),
                (Filter((StayState.INSIDE,)), lambda: self.tr("Not paid")),
                (Filter((StayState.PAID,)), lambda: self.tr("Paid")),
                (Filter((StayState.HELD,)), lambda: self.tr("Held at the gate")),
                (Filter((StayState.PENDING,)), lambda: self.tr("Driving in")),
            )
        )
        self.view, self.car, self._import = InsideView(ctx), CarPanel(ctx), ImportPanel(ctx)
        self._add, self._export = KeyButton(key="Ins"), KeyButton(key="Ctrl+S")
        self._done = KeyButton(key="Esc")
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Inside"))
        self._filter.setPlaceholderText(self.tr("Type a part of the plate"))
        self._filter.setAccessibleName(self.tr("Filter by plate"))
        self._states.speak()
        self._states.setAccessibleName(self.tr("Which cars"))
        self._add.setText(self.tr("Add cars by hand"))
        self._export.setText(self.tr("Export as CSV"))
        self._done.setText(self.tr("Back to the list"))
        self._show_sum(self.view.page)

    def export_to(self, path: Path) -> None:
        """Write the whole list to this file."""
        lot, store = self._ctx.state.lot, self._ctx.console.store
        if lot is not None:
            self._ctx.jobs.run(
                lambda: export_inside(store, lot, path),
                lambda count: self._on_exported(count, path),
                self._on_failed,
            )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(12)
        self._filter.setMinimumWidth(280)
        head.addWidget(self._filter)
        head.addWidget(self._states)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(self._export)
        head.addWidget(self._done)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addWidget(self.view, 1)
        row.addWidget(self.car)
        self._stack.addWidget(middle)
        self._stack.addWidget(self._import)
        foot = QHBoxLayout()
        foot.addWidget(self._sum)
        foot.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._show_list()

    def _listen(self) -> None:
        self._filter.textChanged.connect(self._on_filter_changed)
        self._states.activated.connect(self._on_filter_changed)
        self.view.page_read.connect(self._show_sum)
        self.view.chosen.connect(self._on_chosen)
        self.view.taken.connect(self.car.take_to_desk)
        self.car.left.connect(self.view.take_focus)
        self._add.clicked.connect(self._on_add)
        self._export.clicked.connect(self._on_export)
        self._done.clicked.connect(self._show_list)
        self._import.taken_in.connect(self._on_taken_in)
        self._ctx.state.actor_changed.connect(self._show_rights)
        self._show_rights()
        for keys, act in (
            ("Alt+C", self.car.acts.ask_plate),
            ("Alt+I", self.car.acts.ask_confirm),
            ("Alt+W", self.car.acts.ask_write_off),
            ("Ctrl+S", self._on_save),
            ("Ins", self._on_add),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show_rights()
        self.view.take_focus()

    def _show_rights(self) -> None:
        """Who may not take cars in is not shown the button."""
        actor = self._ctx.state.actor
        listed = self._stack.currentIndex() == 0
        self._add.setVisible(listed and actor is not None and actor.may(Right.IMPORT_STAYS))
        self._done.setVisible(not listed)
        for widget in (self._filter, self._states, self._export, self._sum):
            widget.setVisible(listed)

    def _show_sum(self, page: StayPage) -> None:
        shown = len(page.stays)
        text = self.tr("Cars: {count}; paid so far: {amount}").format(
            count=page.count, amount=format_money(page.paid_minor, self._ctx.state.currency)
        )
        if shown < page.count:
            text = self.tr("{sum} (the first {shown} are shown; type to narrow)").format(
                sum=text, shown=shown
            )
        self._sum.setText(text)

    def _on_filter_changed(self) -> None:
        self.view.show_filter(self._filter.text(), self._states.value())

    def _on_chosen(self, stay: Stay | None) -> None:
        self.car.show_stay(stay, self.view.due(stay))

    def _on_add(self) -> None:
        if self._add.isVisible():
            self._stack.setCurrentIndex(1)
            self._show_rights()
            self._import.take_focus()

    def _on_taken_in(self, _count: int) -> None:
        self.view.reload()

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the list of cars inside"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("inside.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_save(self) -> None:
        if self._stack.currentIndex() == 0:
            self._on_export()
        else:
            self._import.take()

    def _on_file_chosen(self, name: str) -> None:
        self.export_to(Path(name))

    def _on_exported(self, count: int, path: Path) -> None:
        self._told.setText(self.tr("Cars written to {file}: {count}.").format(file=path.name, count=count))

    def _on_failed(self, error: LotkeeperError) -> None:
        self._told.setText(sentence_of(error, self._ctx.state.lot))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._told.setText("")
        self.view.reload()
        if self._stack.currentIndex() == 0:
            self.view.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field took: text filters, Enter goes to the desk, Esc one step back."""
        listed = self._stack.currentIndex() == 0
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif listed and self._filter.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.car.take_to_desk()
        elif listed and self._filter.hasFocus() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.view.take_focus()
        elif listed and event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._filter.setFocus()
            self._filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        if self._stack.currentIndex() == 1:
            self._show_list()
        elif self.car.acts.close_form():
            self.view.take_focus()
        else:
            self._filter.clear()
            self.view.take_focus()
