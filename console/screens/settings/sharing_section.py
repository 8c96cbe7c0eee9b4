"""What this console shares over: database, hub, the internet's probe, places for copies; each tried."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from console.compose_settings import (
    Found,
    SharedSettings,
    Shown,
    read_settings,
    save_settings,
    try_setting,
)
from console.screens.context import Context
from console.screens.form.sentences import sentence, sentence_of
from console.screens.settings.section import Section
from console.screens.settings.shared_place import SharedPlace
from console.widgets.key_button import KeyButton
from console.widgets.status import State
from core.domain.errors import LotkeeperError
from core.domain.people import Right

_A_FOLDER = "/mnt/second-disk/lotkeeper"


class SharingSection(Section):
    """Nothing has to be right to be saved, but what cannot be meant is refused; a try says the rest."""

    right = Right.MANAGE_CONSOLES

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.places = {
            "database": SharedPlace(
                "Alt+D",
                example="postgresql+psycopg://lk_…@db.example/lots",
                has_password=True,
                has_file=True,
            ),
            "hub": SharedPlace("Alt+H", example="192.168.1.20:8461", has_password=False),
            "internet": SharedPlace("Alt+I", example="1.1.1.1:443", has_password=False),
            "backups": SharedPlace("Alt+B", example=_A_FOLDER, has_password=True),
            "photos": SharedPlace("Alt+P", example="smb://lotkeeper@server/photos", has_password=True),
        }
        self._save = KeyButton(key="Ctrl+S", primary=True)
        for name, place in self.places.items():
            self.column.addWidget(place)
            place.tried.connect(lambda name=name: self._try(name))
            shortcut = QShortcut(QKeySequence(place.button.key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(place.button.click)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish_column()
        self.setFocusProxy(self.places["database"].address)
        self._save.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Sharing")

    def lead(self) -> str:
        return self.tr(
            "Each may be left empty. Passwords are kept in this PC's key store, or in a file that only its "
            "user can read, and are never shown again."
        )

    def speak(self) -> None:
        super().speak()
        password, again = self.tr("Password"), self.tr("Try")
        self.places["database"].name_it(
            self.tr("Shared database"), password, self.tr("CA file"), try_words=again
        )
        self.places["hub"].name_it(self.tr("Hub of the lot"), try_words=again)
        self.places["internet"].name_it(self.tr("Internet is tried at"), try_words=again)
        self.places["backups"].name_it(self.tr("Second place for backups"), password, try_words=again)
        self.places["photos"].name_it(self.tr("Place for photos"), password, try_words=again)
        self._save.setText(self.tr("Save"))

    def open(self) -> None:
        self.tell("")
        for place in self.places.values():
            place.forget()
        console = self.ctx.console
        self._allow(False)
        self.ctx.jobs.run(lambda: read_settings(console), self._on_read, self._on_not_saved)

    def save(self) -> None:
        console, actor, wanted = self.ctx.console, self.ctx.state.actor, self._typed()
        if actor is None or not self._save.isEnabled():
            return
        self._allow(False)
        self.tell(self.tr("Saving; what was shared before ends, and begins anew…"))
        self.ctx.jobs.run(lambda: save_settings(console, actor, wanted), self._on_saved, self._on_not_saved)

    def _typed(self) -> SharedSettings:
        places = self.places
        ca_file = places["database"].file
        return SharedSettings(
            database=places["database"].address.text(),
            database_ca=ca_file.text() if ca_file is not None else "",
            hub=places["hub"].address.text(),
            internet=places["internet"].address.text(),
            backups=places["backups"].address.text(),
            photos=places["photos"].address.text(),
            passwords={name: place.typed_password() for name, place in places.items()},
        )

    def _try(self, name: str) -> None:
        """One at a time: each may wait for somebody who never answers."""
        place, console, wanted = self.places[name], self.ctx.console, self._typed()
        if not place.address.text().strip():
            place.tell(State.QUIET, self.tr("Nothing is set up here."))
            return
        self._allow(False)
        place.tell(State.UNKNOWN, self.tr("Trying…"))
        self.ctx.jobs.run(
            lambda: try_setting(console, name, wanted),
            lambda found: self._on_found(name, found),
            lambda error: self._on_not_found(name, error),
        )

    def _on_found(self, name: str, found: Found) -> None:
        self._allow(True)
        self.places[name].tell(State.OK, sentence(found.code, dict(found.facts), self.ctx.state.lot))

    def _on_not_found(self, name: str, error: LotkeeperError) -> None:
        self._allow(True)
        self.places[name].tell(State.ATTENTION, sentence_of(error, self.ctx.state.lot))

    def _on_read(self, shown: Shown) -> None:
        self._allow(True)
        for name, place in self.places.items():
            place.address.setText(getattr(shown.settings, name))
            # The beginning tells one address from another, not its end.
            place.address.setCursorPosition(0)
            if place.password is not None:
                place.password.show_kept(name in shown.known)
            if place.file is not None:
                place.file.setText(shown.settings.database_ca)

    def _on_saved(self, _none: None) -> None:
        console = self.ctx.console
        self.tell(self.tr("✓ Saved, and in force."))
        self.ctx.jobs.run(lambda: read_settings(console), self._on_read, self._on_not_saved)

    def _on_not_saved(self, error: LotkeeperError) -> None:
        self._allow(True)
        self.tell_error(error)

    def _allow(self, is_allowed: bool) -> None:
        for button in (self._save, *(place.button for place in self.places.values())):
            button.setEnabled(is_allowed)
