"""Copies of the database: the list, and one more now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from console.formats import format_local_date_time
from console.models.row_table import Column, RowTable
from console.screens.consoles.row_words import age_words
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import in_sequence, sentence
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.store.backup import backup
from core.store.engine import store_errors

BYTES_IN_MB = 1_000_000
LOOK_EVERY_MS = 5000


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy: its name, when it was made, and its size in bytes."""

    name: str
    made_at: datetime
    size_bytes: int


class BackupSection(Section):
    """Making a copy disturbs nobody; each is checked before it counts."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._model = RowTable[BackupFile](
            (
                Column(lambda: self.tr("Made"), self._made_at),
                Column(
                    lambda: self.tr("Size"),
                    _size,
                    figures=True,
                ),
                Column(lambda: self.tr("File"), lambda file: file.name),
            ),
            lambda file: file.name,
            self,
        )
        self._table = QuietTable(self)
        self._table.setModel(self._model)
        self._second = line(wraps=True)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._show_second)
        self._timer.start()
        self._make = KeyButton(key="Ctrl+S", primary=True)
        self.column.addWidget(self._second)
        self.column.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._told)
        self.column.addWidget(self._table, 1)
        self.setFocusProxy(self._make)
        self._make.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Backups")

    def lead(self) -> str:
        folder = self.ctx.console.folder.backups
        return self.tr("The newest 30 copies are kept in {folder}. Copy them to another disk too.").format(
            folder=folder
        )

    def speak(self) -> None:
        super().speak()
        self._make.setText(self.tr("Make a backup now"))
        self._table.setAccessibleName(self.tr("Backups"))
        self._table.set_empty(self.tr("There is no backup yet."), self.tr("Make one now."))
        self._model.refresh()
        self._show_second()

    @property
    def second(self) -> str:
        """What is said of the second place."""
        return self._second.text()

    @property
    def names(self) -> list[str]:
        """The copies listed, the newest first."""
        return [file.name for file in self._model.rows]

    def open(self) -> None:
        self.tell("")
        self._show_second()
        self._read()

    def save(self) -> None:
        if not self._make.isEnabled():
            return
        folder = self.ctx.console.folder
        self._make.setEnabled(False)
        self.tell(self.tr("Copying and checking…"))
        self.ctx.jobs.run(
            lambda: _make_backup(folder.database, folder.backups), self._on_made, self._on_not_made
        )

    def _show_second(self) -> None:
        """How old the last copy at the second place is, and why there is no newer one."""
        view, now, lot = self.ctx.console.copies.view, self.ctx.console.clock.now(), self.ctx.state.lot
        if not view.second_used:
            words = self.tr(
                "There is no second place: name one under Sharing, and every hour a copy goes there."
            )
        elif view.second_at is None:
            words = self.tr("No copy has reached the second place yet.")
        else:
            at = format_local_date_time(view.second_at, lot.zone) if lot is not None else "…"
            words = self.tr("The last copy at the second place was made at {time}, {age} ago.").format(
                time=at, age=age_words(view.second_at, now)
            )
        why = sentence(view.cause, {}, lot) if view.second_used and view.cause else ""
        self._second.setText(in_sequence(words, why))

    def _read(self) -> None:
        folder = self.ctx.console.folder.backups
        self.ctx.jobs.run(lambda: list_backups(folder), self._on_read, self.tell_error)

    def _made_at(self, file: BackupFile) -> str:
        lot = self.ctx.state.lot
        return format_local_date_time(file.made_at, lot.zone) if lot is not None else ""

    def _on_read(self, files: list[BackupFile]) -> None:
        self._model.show_rows(files)

    def _on_made(self, path: Path) -> None:
        self._make.setEnabled(True)
        self.tell(self.tr("✓ {file} was made and checked.").format(file=path.name))
        self._read()

    def _on_not_made(self, error: LotkeeperError) -> None:
        self._make.setEnabled(True)
        self.tell_error(error)


def _size(file: BackupFile) -> str:
    return f"{file.size_bytes / BYTES_IN_MB:.1f} MB"


def list_backups(folder: Path) -> list[BackupFile]:
    """The copies in the folder, newest first; off the GUI thread."""
    with store_errors():
        files = [
            BackupFile(path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC), path.stat().st_size)
            for path in folder.glob("lotkeeper-*.db")
        ]
    return sorted(files, key=lambda file: file.made_at, reverse=True)


def _make_backup(database: Path, folder: Path) -> Path:
    with store_errors():
        return backup(database, folder)
