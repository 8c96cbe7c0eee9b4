"""The audit screen: five pages, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.audit.happened_page import HappenedPage
from console.screens.audit.lists import refused_page, views_page
from console.screens.audit.proof_page import ProofPage
from console.screens.audit.purge_page import PurgePage
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.tabs import Tabs
from console.theme.space import MEDIUM, WIDE

HAPPENED, REFUSED, VIEWS, PROOF, PURGE = "happened", "refused", "views", "proof", "purge"
_KEYS: Final = {HAPPENED: "Alt+1", REFUSED: "Alt+2", VIEWS: "Alt+3", PROOF: "Alt+4", PURGE: "Alt+5"}


class AuditScreen(Spoken):
    """Alt and a digit choose a page; each reads anew when it is shown."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line("title")
        self.tabs = Tabs()
        self.happened, self.proof, self.purge = HappenedPage(ctx), ProofPage(ctx), PurgePage(ctx)
        self.refused, self.views = refused_page(ctx), views_page(ctx)
        self._reloads: dict[str, Callable[[], None]] = {
            HAPPENED: self.happened.reload,
            REFUSED: self.refused.reload,
            VIEWS: self.views.reload,
            PROOF: self.proof.refresh,
            PURGE: self.purge.reload,
        }
        for name, title, page in (
            (HAPPENED, lambda: self.tr("What happened"), self.happened),
            (REFUSED, lambda: self.tr("Refused attempts"), self.refused),
            (VIEWS, lambda: self.tr("Pictures looked at"), self.views),
            (PROOF, lambda: self.tr("Proof"), self.proof),
            (PURGE, lambda: self.tr("Purging"), self.purge),
        ):
            self.tabs.add(name, title, _KEYS[name], page)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        self.tabs.page_shown.connect(self._on_page)
        for name, key in _KEYS.items():
            self._bind(key, partial(self.tabs.show_page, name))
        for key, owner, act in (
            ("Ctrl+S", HAPPENED, self.happened.ask_export),
            ("Alt+N", HAPPENED, self.happened.read_on),
            ("Alt+V", PROOF, self.proof.verify),
            ("Alt+S", PURGE, self.purge.save),
            ("Alt+W", PURGE, self.purge.look),
            ("Alt+G", PURGE, self.purge.plan),
            ("Alt+X", PURGE, self.purge.purge),
        ):
            self._bind(key, partial(self._on_page_key, owner, act))
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Audit"))
        self.tabs.speak()

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_page_key(self, page: str, act: Callable[[], None]) -> None:
        if self.tabs.page == page:
            act()

    def _on_page(self, name: str) -> None:
        self._reloads[name]()
        self.tabs.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_page(self.tabs.page)
