"""In the window's edge: devices that want a look, and what is missing before the lot opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.readiness import readiness_of
from console.screens.context import Context
from console.screens.devices.device_words import (
    is_in_trouble,
    state_of,
    state_words,
    title_words,
    told_of,
)
from console.screens.form.spoken import Spoken
from console.state.lot_state import SETUP_LIST
from console.theme import text_scale
from console.widgets.status import State, StatusWord
from core.domain.errors import LotkeeperError
from core.domain.lots import Lot
from core.domain.people import Right
from core.services.device_views import DeviceView
from core.services.ports import Health
from core.services.readiness import Readiness

LOOK_EVERY_MS = 1000
LARGE_TEXT = 1.2
ASK_EVERY_MS = 60_000


class WindowDevices(Spoken):
    """Nothing at all while every device is well; one in trouble is named, of several their number."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._word = StatusWord()
        _lay(self, self._word)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.speak)
        self._timer.start()
        # Nothing yet, and no room for it: the first look says more.
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty where nothing is wrong."""
        return "" if self.isHidden() else self._word.text()

    def speak(self) -> None:
        wrong = [view for view in self._context.console.devices.views() if is_in_trouble(view)]
        self.setVisible(bool(wrong))
        if not wrong:
            return
        lot = self._context.state.lot
        text = self._words_of(wrong, lot)
        alarm = any(state_of(view) is State.ALARM for view in wrong)
        self._word.show_state(State.ALARM if alarm else State.ATTENTION, text)
        lines = (f"{title_words(view, lot)}: {told_of(view).text or state_words(view)}" for view in wrong)
        self._word.setToolTip("\n".join(lines))

    def _words_of(self, wrong: list[DeviceView], lot: Lot | None) -> str:
        """What came back by itself stays amber for some minutes, but wants nobody any more."""
        wanting = [view for view in wrong if told_of(view).text or view.status.health is not Health.OK]
        if len(wanting) > 1:
            return self.tr("{count} devices want a look").format(count=len(wanting))
        if wanting:
            return self.tr("{device} wants a look").format(device=title_words(wanting[0], lot))
        if len(wrong) > 1:
            return self.tr("{count} devices are well again").format(count=len(wrong))
        return self.tr("{device} is well again").format(device=title_words(wrong[0], lot))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        actor = self._context.state.actor
        if actor is not None and actor.may(Right.SEE_DEVICES):
            self._context.show("devices")
        super().mousePressEvent(event)


class WindowSetup(Spoken):
    """Quiet, and only for whoever sets devices up: the lot was not opened to the public yet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ready: Readiness | None = None
        self._asking = False
        self._word = StatusWord()
        _lay(self, self._word)
        self._timer = QTimer(self, interval=ASK_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        state = context.state
        state.actor_changed.connect(self.ask)
        state.lot_changed.connect(self.ask)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty where nothing is."""
        return "" if self.isHidden() else self._word.text()

    def ask(self) -> None:
        """Look at the list again, off the screen's thread."""
        if self._asking or self._context.state.lot is None or not self._is_theirs:
            self.speak()
            return
        self._asking = True
        console = self._context.console
        self._context.jobs.run(lambda: readiness_of(console), self._on_read, self._on_not_read)

    def speak(self) -> None:
        ready = self._ready
        # With large text its room belongs to the lot's name and time; the page itself says it too.
        has_room = text_scale() <= LARGE_TEXT
        shown = self._is_theirs and ready is not None and not ready.is_live and has_room
        self.setVisible(shown)
        if ready is not None and shown:
            count = len(ready.missing)
            missing = self.tr("not open yet, missing: {count}").format(count=count)
            self._word.show_state(State.QUIET, missing if count else self.tr("not open yet"))

    @property
    def _is_theirs(self) -> bool:
        actor = self._context.state.actor
        return actor is not None and actor.may(Right.MANAGE_DEVICES)

    def _on_read(self, ready: Readiness) -> None:
        self._asking = False
        self._ready = ready
        self.speak()

    def _on_not_read(self, _error: LotkeeperError) -> None:
        """Nothing is known of it: nothing is said, and it is asked again."""
        self._asking = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._context.state.wanted_device = SETUP_LIST
        self._context.show("devices")
        super().mousePressEvent(event)


def _lay(widget: QWidget, word: StatusWord) -> None:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(word)
    # What wants somebody keeps its whole length when the room gets narrow.
    word.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    widget.setCursor(Qt.CursorShape.PointingHandCursor)
