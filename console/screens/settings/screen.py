"""The settings screen: sections left, the open one right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from console.screens.context import Context
from console.screens.form.scrolled import scrolled
from console.screens.form.side_list import SideList
from console.screens.form.spoken import Spoken
from console.screens.settings.appearance_section import AppearanceSection
from console.screens.settings.articles_section import ArticlesSection
from console.screens.settings.backup_section import BackupSection
from console.screens.settings.cameras_section import CamerasSection
from console.screens.settings.inside_section import InsideSection
from console.screens.settings.learning_section import LearningSection
from console.screens.settings.lot_section import LotSection
from console.screens.settings.payments_section import PaymentsSection
from console.screens.settings.plates_section import PlatesSection
from console.screens.settings.price_section import PriceSection
from console.screens.settings.section import Section
from console.screens.settings.sharing_section import SharingSection
from console.screens.settings.sign_on_section import SignOnSection

EDGE = 24
LIST_WIDTH = 220


class SettingsScreen(Spoken):
    """Arrow keys choose a section, Tab goes into it, Ctrl+S keeps what was typed."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._sections: tuple[Section, ...] = (
            LotSection(ctx),
            PriceSection(ctx),
            PaymentsSection(ctx),
            ArticlesSection(ctx),
            CamerasSection(ctx),
            PlatesSection(ctx),
            LearningSection(ctx),
            InsideSection(ctx),
            SignOnSection(ctx),
            AppearanceSection(ctx),
            SharingSection(ctx),
            BackupSection(ctx),
        )
        self._list, self._stack = SideList(width=LIST_WIDTH), QStackedWidget()
        for section in self._sections:
            self._list.add(section.title())
            # Each scrolls for itself: a short section has no scroll bar because another one is long.
            self._stack.addWidget(scrolled(section))
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        row.setSpacing(EDGE)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._list.currentRowChanged.connect(self._on_row_changed)
        ctx.state.actor_changed.connect(self._show_rights)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save)
        self.speak()
        self._list.setCurrentRow(0)

    def speak(self) -> None:
        self._list.setAccessibleName(self.tr("Sections of the settings"))
        for place, section in enumerate(self._sections):
            self._list.item(place).setText(section.title())

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self._sections[self._stack.currentIndex()]

    def _show_rights(self) -> None:
        """A section that the person may not use is not listed."""
        actor = self._ctx.state.actor
        for place, section in enumerate(self._sections):
            hidden = section.right is not None and (actor is None or not actor.may(section.right))
            self._list.item(place).setHidden(hidden)

    def _on_row_changed(self, place: int) -> None:
        if place >= 0:
            self._stack.setCurrentIndex(place)
            self.section.open()

    def _on_save(self) -> None:
        self.section.save()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rights()
        self.section.open()
        self._list.setFocus()
