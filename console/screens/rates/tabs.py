"""Pages of which one is shown, with a row of words above, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from console.screens.form.spoken import Spoken
from console.screens.rates.forms.flow import Flow
from console.theme import TypeRole, set_type
from console.theme.space import SMALL, TARGET, TIGHT
from console.widgets.painting import key_words


class Tabs(Spoken):
    """Left and right go along the words; ``page_shown`` carries the page's name."""

    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._titles: list[Callable[[], str]] = []
        self._keys: list[str] = []
        self._buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        # Large text takes a second row: a word cut short says nothing.
        self._row = Flow(gap=TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._row)
        column.addWidget(self._stack, 1)
        self._group.idClicked.connect(self._on_clicked)

    def add(self, name: str, title: Callable[[], str], key: str, page: QWidget) -> None:
        """Add a page; ``title`` gives its word in the language of the moment."""
        button = QToolButton()
        button.setCheckable(True)
        button.setMinimumHeight(TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_type(button, TypeRole.QUIET)
        place = len(self._names)
        self._names.append(name)
        self._titles.append(title)
        self._keys.append(key)
        self._buttons.append(button)
        self._group.addButton(button, place)
        self._row.add(button)
        self._stack.addWidget(page)
        button.setChecked(place == 0)
        self._say(place)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._names[self._stack.currentIndex()]

    def show_page(self, name: str) -> None:
        """Show that page."""
        place = self._names.index(name)
        self._buttons[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self.page_shown.emit(name)

    def take_focus(self) -> None:
        """Put the keyboard onto the page that is shown."""
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()

    def speak(self) -> None:
        for place in range(len(self._names)):
            self._say(place)

    def _say(self, place: int) -> None:
        button, title = self._buttons[place], self._titles[place]()
        button.setText(title)
        button.setAccessibleName(title)
        button.setToolTip(f"{title}  {key_words(self._keys[place])}")

    def _on_clicked(self, place: int) -> None:
        self.show_page(self._names[place])
