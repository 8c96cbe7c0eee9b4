"""Everything that can be done, found by typing (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from console.theme import Role, TypeRole, set_tone, set_type
from console.theme.space import MEDIUM, SMALL
from console.widgets.item_row import ITEM_ROLE, ItemRow
from console.widgets.overlay import Overlay
from console.widgets.palette_items import LONGEST_QUERY, PaletteItem, narrowed

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(Overlay):
    """A field and a list; ``chosen`` carries the id. What cannot be done now says why and stays open."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=640, height=440)
        self._items: tuple[PaletteItem, ...] = ()
        self._field = QLineEdit(maxLength=LONGEST_QUERY)
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ItemRow(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_tone(self._nothing, Role.TEXT_QUIET)
        set_type(self._field, TypeRole.TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for widget in (self._field, self._list, self._nothing):
            column.addWidget(widget)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._take)
        self._retranslate()

    def open_with(self, items: Sequence[PaletteItem]) -> None:
        """Open over the window with these items, nothing typed yet."""
        self._items = tuple(items)
        self._field.clear()
        self._narrow()
        self.open()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_ids(self) -> list[str]:
        """The ids listed now, from the top."""
        return [self._item_at(row).item_id for row in range(self._model.rowCount())]

    @Slot()
    def _narrow(self) -> None:
        self._model.clear()
        for item in narrowed(self._items, self._field.text()):
            row = QStandardItem(item.title)
            row.setData(item, ITEM_ROLE)
            spoken = f"{item.title} {item.key} {'' if item.enabled else item.reason}".strip()
            row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(row)
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))

    @Slot()
    def _take(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid():
            return
        item = self._item_at(index.row())
        if item.enabled:
            self.dismiss()
            self.chosen.emit(item.item_id)

    def _item_at(self, row: int) -> PaletteItem:
        item = self._model.index(row, 0).data(ITEM_ROLE)
        assert isinstance(item, PaletteItem)  # noqa: S101 - only _narrow fills the model
        return item

    def _move(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = self._list.currentIndex().row() + step
            row = row % rows if abs(step) == 1 else min(max(row, 0), rows - 1)
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _retranslate(self) -> None:
        hint = self.tr("What do you want to do?")
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(hint)
        self._list.setAccessibleName(self.tr("Commands"))
        self._nothing.setText(self.tr("Nothing is called that. Type less, or Esc."))
        self.setAccessibleName(self.tr("Commands"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take()
                return True
        return super().eventFilter(watched, event)
