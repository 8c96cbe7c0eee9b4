"""Fields for names: one, or several behind commas."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.piece import Words
from console.screens.rates.forms.typed_field import TypedField, Unreadable, quoted

LONGEST_NAME = 80
_COMMAS = str.maketrans("，、;；", ",,,,")


class NameField(TypedField[str]):
    """A name; needed where ``needed`` says so, and none of those that ``taken`` gives."""

    def __init__(
        self,
        *,
        needed: bool = True,
        taken: Callable[[], Collection[str]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._needed = needed
        self._taken = taken
        self.line.setMaxLength(LONGEST_NAME)

    def read(self, text: str) -> str:
        name = " ".join(text.split())
        if not name and self._needed:
            raise Unreadable(QCoreApplication.translate("RateForms", "It needs a name."))
        if name in self._taken():
            words = QCoreApplication.translate("RateForms", "Another one is called {text} already.")
            raise Unreadable(words.format(text=quoted(name)))
        return name

    def said(self, value: str) -> str:
        return value


class NamesField(TypedField[frozenset[str]]):
    """Names behind commas, in no order; ``empty`` says what it means that there are none."""

    def __init__(self, empty: Words, *, needed: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(frozenset(), "", parent)
        self._empty = empty
        self._needed = needed
        self.speak()

    def speak(self) -> None:
        super().speak()
        self.line.setPlaceholderText(self._empty())

    def read(self, text: str) -> frozenset[str]:
        names = frozenset(filter(None, (" ".join(one.split()) for one in text.translate(_COMMAS).split(","))))
        if self._needed is not None and not names:
            raise Unreadable(self._needed())
        return names

    def said(self, value: frozenset[str]) -> str:
        return ", ".join(sorted(value))
