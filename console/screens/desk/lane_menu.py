"""What a right click on a lane offers: commands that act on it, as far as the person may."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from console.screens.context import Context

OFFERED = (
    "lane.open",
    "lane.hold",
    "lane.let_go",
    "lane.message",
    "lane.close",
    "lane.answer",
    "lane.camera",
)


def lane_menu(context: Context, parent: QWidget) -> QMenu:
    """A menu made from the command table; what cannot be done now is there but grey."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    known = {command.command_id: command for command in context.commands}
    for command in (known[command_id] for command_id in OFFERED if command_id in known):
        actor = context.state.actor
        if command.right is not None and (actor is None or not actor.may(command.right)):
            continue
        action = QAction(command.title(), menu)
        if command.keys:
            # Only shown: the window binds it.
            action.setShortcut(QKeySequence(command.keys[0]))
            action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(not context.commands.why_not(command, actor))
        action.triggered.connect(command.run)
        menu.addAction(action)
    return menu
