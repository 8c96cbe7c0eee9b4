"""Adds a device: searches for it, or goes on by hand; what was found is chosen from a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QProgressBar, QVBoxLayout

from console.screens.context import Context
from console.screens.devices.device_words import kind_words, place_words
from console.screens.devices.found_places import all_places, places_for
from console.screens.devices.places import Place, config_at
from console.screens.devices.search_words import found_words, search_words
from console.screens.devices.searches import SEARCHES, boards_on
from console.screens.devices.searching import Search, SearchRun
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.sentences import sentence
from console.screens.form.side_list import SideList
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from devices.search.found import Found, What

CANCEL_KEY, HAND_KEY, BOARDS_KEY, LANES_KEY = "Alt+X", "Alt+F", "Alt+W", "Alt+N"
TAKE_KEY = "Return"


class SearchPanel(Spoken):
    """``chosen`` carries the places it fits into and what is known of it; ``left`` goes back."""

    chosen = Signal(object, object)
    left = Signal()
    lanes_wanted = Signal()

    def __init__(self, ctx: Context, searches: tuple[Search, ...] = SEARCHES) -> None:
        super().__init__()
        self._ctx = ctx
        self._found: list[Found] = []
        self.run = SearchRun(self)
        self._title, self._lead = line("title"), line("quiet", wraps=True)
        self._buttons = {search.name: KeyButton(icon_name="search") for search in searches}
        self._searches = {search.name: search for search in searches}
        self._progress, self._cancel = QProgressBar(), KeyButton(key=CANCEL_KEY)
        self.list, self._told = SideList(width=0), line(wraps=True)
        self._take, self._back = KeyButton(key=TAKE_KEY, primary=True), KeyButton(key="Esc")
        self.lanes_button = KeyButton(key=LANES_KEY, icon_name="entry")
        self.boards_button = KeyButton(key=BOARDS_KEY, icon_name="search")
        self._by_hand_label, self._by_hand = line(), KeyButton(key=HAND_KEY)
        self._places: Choice[Place] | None = None
        self._place_row = QHBoxLayout()
        self._lay_out()
        self._listen()
        self.speak()

    @property
    def told(self) -> str:
        """What came of the search."""
        return self._told.text()

    @property
    def found(self) -> list[Found]:
        """What was found so far."""
        return self._found

    def open(self) -> None:
        """Begin anew."""
        self._show_places()
        self._tell(self.tr("Choose a search, or fill it in by hand.") if not self._found else self.told)
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus()

    def search(self, name: str) -> None:
        """Begin that search; what others found stays."""
        self._start(self._searches[name])

    def ask_port(self) -> None:
        """Ask the chosen serial port for relay boards."""
        found = self._chosen
        if found is not None and found.what is What.SERIAL_PORT:
            self._start(boards_on(str(found.fields.get("path", ""))))

    def take(self) -> None:
        """Go on with the chosen one."""
        found = self._chosen
        if found is not None:
            places = places_for(found.what, self._ctx.console.config, self._ctx.state.lot)
            if not places:
                self._tell(sentence("devices.no_place"))
                return
            self.run.cancel()
            self.chosen.emit(places, dict(found.fields))

    def by_hand(self) -> None:
        """Go on without a search, with the place that is chosen."""
        if self._places is not None:
            self.run.cancel()
            self.chosen.emit((self._places.value(),), {})

    def speak(self) -> None:
        self._title.setText(self.tr("Add a device"))
        self._lead.setText(
            self.tr(
                "A search only asks who is there: it changes nothing and moves nothing. "
                "On the network it looks at this computer's own private addresses."
            )
        )
        for name, button in self._buttons.items():
            button.setText(search_words(name))
        self.boards_button.setText(self.tr("Relay boards on this port"))
        self._cancel.setText(self.tr("Stop searching"))
        self._take.setText(self.tr("Take this one"))
        self._by_hand_label.setText(self.tr("Without a search:"))
        self._by_hand.setText(self.tr("Fill in by hand"))
        self.lanes_button.setText(self.tr("Lanes of the lot …"))
        self._back.setText(self.tr("Back"))
        self.list.setAccessibleName(self.tr("What was found"))
        if self._places is not None:
            self._places.speak()
        self._show_found()

    def _show_found(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for found in self._found:
            title, remark = found_words(found)
            self.list.add(title, remark)
        self.list.setCurrentRow(max(0, row))
        self._show_chosen()

    @property
    def _chosen(self) -> Found | None:
        place = self.list.currentRow()
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show_chosen(self) -> None:
        found = self._chosen
        self._take.setEnabled(found is not None)
        is_port = found is not None and found.what is What.SERIAL_PORT
        self.boards_button.setVisible(is_port and not self.run.is_running)

    def _start(self, search: Search) -> None:
        if self.run.is_running:
            return
        self._progress.setRange(0, 0)
        self._tell(self.tr("Searching: {what} …").format(what=search_words(search.name)))
        self.run.start(search)
        self._show_running(running=True)

    def _show_places(self) -> None:
        if self._places is not None:
            self._place_row.removeWidget(self._places)
            self._places.hide()
            self._places.deleteLater()
        config, lot = self._ctx.console.config, self._ctx.state.lot
        places = sorted(all_places(config, lot), key=lambda each: config_at(config, each) is not None)
        self._places = Choice[Place]([(place, self._wording(place)) for place in places])
        self._places.setAccessibleName(self._by_hand_label.text())
        self._place_row.insertWidget(1, self._places)

    def _wording(self, place: Place) -> Callable[[], str]:
        def words() -> str:
            name = self.tr("{place} · {device}").format(
                place=place_words(place.lane_id, self._ctx.state.lot), device=kind_words(place.kind)
            )
            taken = config_at(self._ctx.console.config, place) is not None
            return self.tr("{name} (instead of the one there)").format(name=name) if taken else name

        return words

    def _on_found(self, found: Found) -> None:
        if any(found == each for each in self._found):
            return
        self._found.append(found)
        title, remark = found_words(found)
        self.list.add(title, remark)
        if len(self._found) == 1:
            self.list.setCurrentRow(0)
        self._show_chosen()

    def _on_progressed(self, done: int, whole: int) -> None:
        self._progress.setRange(0, whole)
        self._progress.setValue(done)

    def _on_ended(self, code: str) -> None:
        self._show_running(running=False)
        if code:
            self._tell(sentence(code))
        elif self._found:
            self._tell(
                self.tr("Found: {count}. Choose one with the arrow keys.").format(count=len(self._found))
            )
            self.list.setFocus()
        else:
            self._tell(
                self.tr(
                    "Nothing was found. Is it plugged in, and on this network? You can fill it in by hand."
                )
            )

    def _show_running(self, *, running: bool) -> None:
        self._progress.setVisible(running)
        self._cancel.setVisible(running)
        for button in self._buttons.values():
            button.setEnabled(not running)
        self.boards_button.setVisible(False)
        if not running:
            self._show_chosen()

    def _tell(self, words: str) -> None:
        self._told.setText(words)

    def _listen(self) -> None:
        self.run.device_found.connect(self._on_found)
        self.run.progressed.connect(self._on_progressed)
        self.run.ended.connect(self._on_ended)
        self._cancel.clicked.connect(self.run.cancel)
        self._take.clicked.connect(self.take)
        self._by_hand.clicked.connect(self.by_hand)
        self._back.clicked.connect(self.left)
        self.lanes_button.clicked.connect(self.lanes_wanted)
        self.boards_button.clicked.connect(self.ask_port)
        self.list.itemActivated.connect(self.take)
        self.list.currentRowChanged.connect(self._on_row_changed)
        for button, name in zip(self._buttons.values(), self._searches, strict=True):
            button.clicked.connect(self._starter(name))
        for key, act in (
            (CANCEL_KEY, self.run.cancel),
            (HAND_KEY, self.by_hand),
            (BOARDS_KEY, self.ask_port),
            (LANES_KEY, self.lanes_wanted.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_row_changed(self) -> None:
        self._show_chosen()

    def _starter(self, name: str) -> Callable[[], None]:
        return lambda: self.search(name)

    def _lay_out(self) -> None:
        searches = QHBoxLayout()
        searches.setSpacing(SMALL)
        for button in self._buttons.values():
            searches.addWidget(button)
        searches.addStretch(1)
        running = QHBoxLayout()
        running.setSpacing(SMALL)
        self._progress.setTextVisible(False)
        running.addWidget(self._progress, 1)
        running.addWidget(self._cancel)
        self._place_row.setSpacing(SMALL)
        self._place_row.addWidget(self._by_hand_label)
        self._place_row.addWidget(self._by_hand)
        self._place_row.addStretch(1)
        ends = QHBoxLayout()
        ends.setSpacing(SMALL)
        for button in (self._take, self.boards_button, self.lanes_button, self._back):
            ends.addWidget(button)
        ends.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead):
            column.addWidget(widget)
        column.addLayout(searches)
        column.addLayout(running)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addLayout(self._place_row)
        column.addLayout(ends)
        self._show_running(running=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.run.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape and self.run.is_running:
            self.run.cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
