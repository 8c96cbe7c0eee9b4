"""The first run as a full screen: steps left, one page in the middle, Back and Next below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.first_run.camera_trial import try_camera
from console.screens.first_run.draft import default_draft
from console.screens.first_run.inside_page import InsidePage
from console.screens.first_run.join_panel import JoinPanel
from console.screens.first_run.lanes_page import TRIAL_WIDTH, LanesPage
from console.screens.first_run.lot_page import LotPage
from console.screens.first_run.opening import open_lot
from console.screens.first_run.page import Page
from console.screens.first_run.person_page import PersonPage
from console.screens.first_run.price_page import PricePage
from console.screens.first_run.steps import Steps
from console.screens.first_run.summary_page import SummaryPage
from console.screens.first_run.zones import all_zones, currency_of, machine_zone
from console.screens.form.appearance import AppearanceSwitch
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.config import CameraConfig
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.ports import Still

EDGE = 32
FOOT = 8
WIDEST = 1480
JOIN_KEY = "Alt+J"


class FirstRunScreen(Spoken):
    """Asks page by page; writes only when "Open the lot" is chosen on the last sheet."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        zone = machine_zone()
        self._draft = default_draft(zone, currency_of(zone), ctx.console.config.console.language)
        self._lot_page, self._lanes_page = LotPage(), LanesPage()
        self._summary, self._inside_page = SummaryPage(), InsidePage(ctx)
        self._pages: tuple[Page, ...] = (
            self._lot_page, PricePage(), self._lanes_page, PersonPage(), self._summary, self._inside_page,
        )  # fmt: skip
        self._stack, self._steps = QStackedWidget(), Steps(len(self._pages))
        self._title, self._lead, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._back = KeyButton(key="Esc")
        self._next = KeyButton(key="Return", primary=True)
        self._appearance = AppearanceSwitch(ctx)
        self.join, self._other_way = JoinPanel(ctx), KeyButton(key=JOIN_KEY)
        self._ways = QStackedWidget()
        self._lay_out()
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._other_way.clicked.connect(self._on_join)
        self.join.left.connect(self._on_join_left)
        shortcut = QShortcut(QKeySequence(JOIN_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_join)
        self._lanes_page.camera_tried.connect(self._on_camera_tried)
        for page in self._pages:
            page.edited.connect(self._on_edited)
        ctx.jobs.run(all_zones, self._lot_page.offer_zones)
        self._show_page(0)

    def speak(self) -> None:
        self._speak_page()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._stack.currentIndex()]

    @property
    def told(self) -> str:
        """What stands beside the buttons: why it does not go on."""
        return self._told.text()

    @property
    def tried(self) -> str:
        """What came of the last trial of a camera."""
        return self._lanes_page.tried

    def _lay_out(self) -> None:
        for page in self._pages:
            self._stack.addWidget(scrolled(page))
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._other_way)
        foot.addWidget(self._next)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(16)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        sheet = QWidget()
        self._ways.setMaximumWidth(WIDEST)
        for way in (sheet, self.join):
            self._ways.addWidget(way)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        side = QVBoxLayout()
        side.addWidget(self._steps, 1)
        side.addWidget(self._appearance, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(side)
        row.addLayout(column, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(EDGE, EDGE, EDGE, FOOT)
        whole.addStretch(1)
        whole.addWidget(self._ways, 100)
        whole.addStretch(1)

    def _show_page(self, place: int) -> None:
        self._pages[place].show_draft(self._draft)
        self._stack.setCurrentIndex(place)
        self._told.setText("")
        self._speak_page()
        self._take_focus()

    def _take_focus(self) -> None:
        """Put the cursor where the page begins."""
        if self.page is self._summary:
            self._next.setFocus()
        else:
            self.page.take_focus()

    def _speak_page(self) -> None:
        place = self._stack.currentIndex()
        self._steps.show_steps([page.title() for page in self._pages], place)
        self._title.setText(self.page.title())
        self._lead.setText(self.page.lead())
        self._back.setText(self.tr("Back"))
        self._back.setVisible(place > 0 and not self._is_open)
        # Only before anything was typed: whoever has begun has decided.
        self._other_way.setText(self.tr("This lot has a console already …"))
        self._other_way.setVisible(place == 0)
        self._next.setEnabled(True)
        if self.page is self._summary:
            self._next.setText(self.tr("Open the lot"))
        elif self.page is self._inside_page:
            self._next.setText(self.tr("To the desk"))
            self._next.set_key("Esc")
        else:
            self._next.setText(self.tr("Next"))

    @property
    def _is_open(self) -> bool:
        return self.page is self._inside_page

    def _on_join(self) -> None:
        if not self._other_way.isHidden():
            self._ways.setCurrentWidget(self.join)
            self.join.take_focus()

    def _on_join_left(self) -> None:
        self._ways.setCurrentIndex(0)
        self._take_focus()

    def _on_back(self) -> None:
        place = self._stack.currentIndex()
        if place > 0 and not self._is_open:
            self._show_page(place - 1)

    def _on_next(self) -> None:
        if not self._next.isEnabled():
            return
        if self.page is self._inside_page:
            self._leave()
            return
        try:
            self._draft = self.page.draft(self._draft)
        except OperatorError as error:
            self._go_to_what_is_wrong(error)
            return
        if self.page is self._summary:
            self._open()
        else:
            self._show_page(self._stack.currentIndex() + 1)

    def _go_to_what_is_wrong(self, error: OperatorError) -> None:
        """Enter leads from field to field: what lies ahead is asked for quietly, the rest is told."""
        focus, culprit = self.focusWidget(), self.page.culprit(error)
        self._told.setText(sentence_of(error))
        if culprit is None:
            return
        if focus is not None and self.page.isAncestorOf(focus) and _lies_after(culprit, focus, self):
            self._told.setText("")
        culprit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        self._told.setText("")

    def _leave(self) -> None:
        """To the desk; what was written down and not taken in is not thrown away unasked."""
        if not self._inside_page.is_empty and not self._told.text():
            self._told.setText(
                self.tr(
                    "There are cars that were not taken in. Ctrl+S takes them in, Esc again leaves them out."
                )
            )
            return
        self.setProperty("goes_on", False)
        self._ctx.show("desk")

    def _open(self) -> None:
        self._next.setEnabled(False)
        self._back.setEnabled(False)
        self._told.setText(self.tr("Opening the lot…"))
        # The window must not go on to sign-on or desk by itself: the cars inside come first.
        self.setProperty("goes_on", True)
        console = self._ctx.console
        # Receipts speak the language that the lot was set up in.
        draft = replace(self._draft, language=console.config.console.language)
        self._ctx.jobs.run(lambda: open_lot(console, draft), self._on_opened, self._on_not_opened)

    def _on_opened(self, opened: tuple[Lot, Actor]) -> None:
        lot, actor = opened
        self._ctx.state.sign_on(actor)
        self._ctx.state.refresh()
        self._show_page(len(self._pages) - 1)
        self._ctx.jobs.run(
            lambda: self._ctx.console.start_lanes(lot), lambda _none: None, self._ctx.state.post_error
        )

    def _on_not_opened(self, error: LotkeeperError) -> None:
        self.setProperty("goes_on", False)
        self._next.setEnabled(True)
        self._back.setEnabled(True)
        self._told.setText(sentence_of(error))

    def _on_camera_tried(self, camera: CameraConfig) -> None:
        wiring = self._ctx.console.wiring
        self._ctx.jobs.run(
            lambda: _picture(try_camera(camera, wiring)), self._on_camera_answered, self._on_camera_failed
        )

    def _on_camera_answered(self, picture: QImage) -> None:
        self._lanes_page.show_trial(picture, self.tr("The camera gives pictures."))

    def _on_camera_failed(self, error: LotkeeperError) -> None:
        self._lanes_page.show_trial(None, sentence_of(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the window has settled its own focus: a stack that turns to us gives it to its first field.
        QTimer.singleShot(0, self, self._take_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # A check box is turned by the space bar: Enter goes on, as the button says.
            if isinstance(focus, QPushButton):
                focus.click()
            elif not self._is_open:
                self._on_next()
        elif key == Qt.Key.Key_Escape and self._is_open:
            self._leave()
        elif key == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _lies_after(field: QWidget, other: QWidget, area: QWidget) -> bool:
    """Whether a field comes later in reading order."""
    here, there = field.mapTo(area, QPoint()), other.mapTo(area, QPoint())
    return (here.y(), here.x()) > (there.y(), there.x())


def _picture(still: Still) -> QImage:
    """The thumbnail as a picture; made on a worker's thread."""
    image = QImage.fromData(still.thumbnail)
    return image.scaled(
        QSize(TRIAL_WIDTH, TRIAL_WIDTH),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
