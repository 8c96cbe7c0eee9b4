"""Badges that are held to the booth's reader, whether it types like a keyboard or hangs on a serial line."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from console.compose import Console
from console.screens.context import Context
from console.screens.sign_on.secret_field import PersonSecretField
from console.widgets.badge_keys import BadgeKeys
from core.domain.errors import OperatorError
from core.domain.signed_codes import PREFIX
from core.services.badge import is_badge


class HeldBadges(QObject):
    """``held`` carries a badge's code while its widget is seen; ``typed`` says that somebody only types fast.

    Some keyboards type a PIN and its Enter at once: what stands in a field like that is looked up first, and
    no badge is what nobody holds.
    """

    held = Signal(str)
    typed = Signal()

    def __init__(self, ctx: Context, over: QWidget) -> None:
        super().__init__(over)
        self._ctx = ctx
        self._over = over
        self._keys = BadgeKeys(self)
        self._keys.code_typed.connect(self._on_typed)
        ctx.state.code_read.connect(self._on_read)

    def start(self) -> None:
        """Listen; the widget is seen now."""
        self._count(1 if not self._keys.is_listening else 0)
        self._keys.listen_on(self._over.window().windowHandle())

    def stop(self) -> None:
        """Listen no more."""
        self._count(-1 if self._keys.is_listening else 0)
        self._keys.stop()

    def _count(self, step: int) -> None:
        self._ctx.state.badges_wanted += step

    def _on_read(self, code: str) -> None:
        """From a reader on a serial line; a receipt of ours is no badge."""
        if self._keys.is_listening and not code.startswith(PREFIX):
            self.held.emit(code)

    def _on_typed(self, code: str) -> None:
        field = self._over.window().focusWidget()
        if not isinstance(field, PersonSecretField) or field.text() != code:
            if isinstance(field, QLineEdit) and field.text().endswith(code):
                # A badge's code is left standing nowhere, least of all where a name is read.
                field.clear()
            self.held.emit(code)
            return
        console = self._ctx.console
        self._ctx.jobs.run(
            lambda: looks_like_badge(console, code),
            lambda known: self._on_looked_up(code, field, known=known),
        )

    def _on_looked_up(self, code: str, field: PersonSecretField, *, known: bool) -> None:
        if not self._keys.is_listening:
            return
        if known:
            field.clear()
            self.held.emit(code)
        else:
            self.typed.emit()


def looks_like_badge(console: Console, code: str) -> bool:
    """Whether somebody holds a badge of that code."""
    try:
        return console.store.write(lambda unit: is_badge(unit, code=code))
    except OperatorError:
        # Nothing that could be a badge.
        return False
