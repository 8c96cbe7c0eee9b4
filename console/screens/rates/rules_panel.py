"""The rules of the plan as a list, with what can be done to them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from console.screens.form.spoken import Spoken
from console.screens.rates.editing import Editing
from console.screens.rates.places import Kind, Place
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow, rule_rows
from console.theme import set_icon
from console.theme.space import SMALL, TARGET, TIGHT
from console.widgets.key_button import KeyButton
from console.widgets.painting import key_words

STEP_KEYS = ("Ctrl+Z", "Ctrl+Y")
KINDS = (Kind.CHARGE, Kind.FREE, Kind.CAP, Kind.EXTRA, Kind.ADJUSTMENT, Kind.RATE)


class RulesPanel(Spoken):
    """Arrow keys choose a rule, Enter goes into its form, Ins adds one; ``form_asked`` on Enter."""

    form_asked = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._marked: frozenset[Place] = frozenset()
        self._may_edit = True
        self.list = RuleList()
        # The way back stands in the screen's head: it leads through all kinds of changes.
        self.steps = QWidget()
        self._add = KeyButton(key="Ins", icon_name="plus")
        self._acts: tuple[tuple[QToolButton, str, str, Callable[[], None]], ...] = (
            (QToolButton(), "copy", "Ctrl+Shift+D", editing.duplicate),
            (QToolButton(), "up", "Alt+Up", self._move_up),
            (QToolButton(), "down", "Alt+Down", self._move_down),
            (QToolButton(), "delete", "Del", editing.delete),
            (QToolButton(), "undo", "Ctrl+Z", editing.undo),
            (QToolButton(), "redo", "Ctrl+Y", editing.redo),
        )
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self.list.setAccessibleName(self.tr("Rules of the plan"))
        self._add.setText(self.tr("Add"))
        titles = (
            self.tr("Duplicate"),
            self.tr("Move up"),
            self.tr("Move down"),
            self.tr("Delete"),
            self.tr("Take back"),
            self.tr("Do again"),
        )
        for (button, _icon, key, _act), title in zip(self._acts, titles, strict=True):
            button.setToolTip(f"{title}  {key_words(key)}")
            button.setAccessibleName(title)
        self.show_plan()

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """What is listed."""
        return self.list.rows

    def mark(self, places: Collection[Place]) -> None:
        """Mark the parts that the check has a remark about."""
        if frozenset(places) != self._marked:
            self._marked = frozenset(places)
            self.show_plan()

    def allow(self, may_edit: bool) -> None:
        """Whether the person may change anything; who may not sees no buttons."""
        self._may_edit = may_edit
        for widget in (self._add, *(button for button, *_rest in self._acts)):
            widget.setVisible(may_edit)

    def show_plan(self) -> None:
        """List the plan as it is now."""
        plan = self._editing.plan
        self.list.show_rows(rule_rows(plan, self._marked) if plan is not None else [], self._editing.place)
        self._acts[4][0].setEnabled(self._editing.can_undo)
        self._acts[5][0].setEnabled(self._editing.can_redo)

    def ask_what_to_add(self) -> None:
        """Open the list of what can be added, with the keyboard in it."""
        if self._may_edit and self._editing.plan is not None:
            menu = self._menu()
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in zip(
            KINDS,
            (
                self.tr("&Price for some hours"),
                self.tr("&Free minutes"),
                self.tr("&Highest or lowest amount"),
                self.tr("&Surcharge"),
                self.tr("&Discount or multiple"),
                self.tr("&Rate: a price list of its own"),
            ),
            strict=True,
        ):
            action = menu.addAction(words)
            action.setData(kind)
        menu.triggered.connect(self._on_kind_chosen)
        return menu

    def _lay_out(self) -> None:
        row, steps = QHBoxLayout(), QHBoxLayout(self.steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self._add)
        row.addStretch(1)
        for button, icon, key, _act in self._acts:
            set_icon(button, icon)
            button.setMinimumSize(TARGET, TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            (steps if key in STEP_KEYS else row).addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _listen(self) -> None:
        self._editing.plan_changed.connect(self.show_plan)
        self._editing.part_shown.connect(self.show_plan)
        self.list.place_chosen.connect(self._on_place_chosen)
        self.list.form_asked.connect(self.form_asked)
        self.list.delete_asked.connect(self._on_delete)
        self.list.add_asked.connect(self.ask_what_to_add)
        self._add.clicked.connect(self.ask_what_to_add)
        for button, _icon, key, act in self._acts:
            button.clicked.connect(act)
            if key in {"Alt+Up", "Alt+Down"}:
                self._bind(key, act, self)

    def bind_steps(self, screen: QWidget) -> None:
        """Let the keys of the way back work anywhere on the screen but in a field, which has its own."""
        for _button, _icon, key, act in self._acts:
            if key in STEP_KEYS:
                self._bind(key, act, screen)

    def _bind(self, key: str, act: Callable[[], None], owner: QWidget) -> None:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._allowed(act))

    def _allowed(self, act: Callable[[], None]) -> Callable[[], None]:
        def act_if_allowed() -> None:
            if self._may_edit:
                act()

        return act_if_allowed

    def _move_up(self) -> None:
        self._editing.move(-1)

    def _move_down(self) -> None:
        self._editing.move(1)

    def _on_delete(self) -> None:
        if self._may_edit:
            self._editing.delete()

    def _on_place_chosen(self, place: Place) -> None:
        self._editing.choose(place)

    def _on_kind_chosen(self, action: object) -> None:
        kind = action.data() if hasattr(action, "data") else None
        if isinstance(kind, str):
            self._editing.add(Kind(kind))
            self.form_asked.emit()
