"""Who did what: filter above, the entries in the middle, what the chosen one says to the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.models.row_table import Column, RowTable
from console.screens.audit.details_panel import DetailsPanel
from console.screens.audit.entry_words import what_words, who_words
from console.screens.audit.export import export_happened
from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.journal import Entry
from core.domain.lots import Lot
from core.domain.people import LANE_ITSELF
from core.store.queries.audit import AuditFilter, AuditPage, happened

tr = QCoreApplication.translate
_KINDS: Final[tuple[tuple[tuple[str, ...], Callable[[], str]], ...]] = (
    ((), lambda: tr("Audit", "Everything")),
    (
        ("stay.paid", "payment.", "order.", "charge.", "refund.", "debt.", "article.", "receipt."),
        lambda: tr("Audit", "Money"),
    ),
    (("shift.", "cash.", "drawer.", "slip."), lambda: tr("Audit", "Shifts and drawers")),
    (("gate.",), lambda: tr("Audit", "Gates")),
    (
        (
            "stay.plate_corrected",
            "stay.entry_corrected",
            "stay.described",
            "stay.written_off",
            "stay.imported",
        ),
        lambda: tr("Audit", "Corrections"),
    ),
    (("person.", "client.", "console.", "hub."), lambda: tr("Audit", "People and consoles")),
    (("rates.", "lot.", "reference.", "merchant."), lambda: tr("Audit", "Rates and settings")),
    (("personal.purged", "photo.purged", "anchor."), lambda: tr("Audit", "Proof and purging")),
)


class HappenedPage(Spoken):
    """Each choice above reads anew; Page Down at the end reads on."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._pages: list[AuditPage] = []
        self._plates: dict[str, str] = {}
        self._asked = 0
        self._days = Choice[int](
            (
                (1, lambda: self.tr("Today")),
                (7, lambda: self.tr("The last 7 days")),
                (31, lambda: self.tr("The last 31 days")),
                (0, lambda: self.tr("All days")),
            )
        )
        self._who, self._lane = QComboBox(), QComboBox()
        self._kinds = Choice[tuple[str, ...]](_KINDS)
        self._model = RowTable[Entry](self._columns(), lambda entry: entry.entry_id, self)
        self.table, self.details = QuietTable(self), DetailsPanel(ctx)
        self.table.setModel(self._model)
        self._told = line("quiet", wraps=True)
        self._more, self._export = KeyButton(key="Alt+N"), KeyButton(key="Ctrl+S")
        self._lay_out()
        self._listen()
        self.speak()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed, the latest first."""
        return self._model.rows

    def texts(self) -> list[list[str]]:
        """What stands in the table."""
        return [[column.text(entry) for column in self._columns()] for entry in self._model.rows]

    def speak(self) -> None:
        for choice in (self._days, self._kinds):
            choice.speak()
        self._days.setAccessibleName(self.tr("Which days"))
        self._kinds.setAccessibleName(self.tr("What"))
        self._who.setAccessibleName(self.tr("Who"))
        self._lane.setAccessibleName(self.tr("Which lane"))
        self.table.setAccessibleName(self.tr("What happened"))
        self.table.set_empty(
            self.tr("Nothing of that kind happened."), self.tr("Choose more days or people.")
        )
        self._more.setText(self.tr("Older ones"))
        self._export.setText(self.tr("Export as CSV"))
        self._fill()
        self._model.refresh()

    def reload(self) -> None:
        """Read the latest entries anew."""
        self._pages = []
        self._read(None)

    def choose_who(self, person_id: str) -> None:
        """Show what this person did; empty for all, as if it had been chosen."""
        self._who.setCurrentIndex(max(0, self._who.findData(person_id)))
        self.reload()

    def choose_kinds(self, kinds: tuple[str, ...]) -> None:
        """Show these kinds, as if they had been chosen."""
        self._kinds.choose(kinds)
        self.reload()

    def read_on(self) -> None:
        """Read the entries behind those that are listed."""
        if self._more.isEnabled() and self._model.rows:
            self._read(self._model.rows[-1])

    def export_to(self, path: Path) -> None:
        """Write all that is wanted to this file, not only what is listed."""
        lot, store, wanted = self._ctx.state.lot, self._ctx.console.store, self._wanted()
        if lot is not None:
            self._ctx.jobs.run(
                lambda: export_happened(store, lot, wanted, path),
                lambda count: self._tell(
                    self.tr("Entries written to {file}: {count}.").format(file=path.name, count=count)
                ),
                self._on_failed,
            )

    def ask_export(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, self.tr("Export what happened"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("audit.csv")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(MEDIUM)
        for widget in (self._days, self._who, self._kinds, self._lane):
            above.addWidget(widget)
        above.addStretch(1)
        above.addWidget(self._export)
        middle = QHBoxLayout()
        middle.setSpacing(LARGE)
        middle.addWidget(self.table, 1)
        middle.addWidget(self.details)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(above)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        for choice in (self._days, self._who, self._kinds, self._lane):
            choice.activated.connect(self._on_choice)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._more.clicked.connect(self.read_on)
        self._export.clicked.connect(self.ask_export)
        self._ctx.state.lot_changed.connect(self._fill)

    def _columns(self) -> tuple[Column[Entry], ...]:
        return (
            Column(lambda: tr("Audit", "When"), self._when),
            Column(lambda: tr("Audit", "Who"), lambda entry: who_words(entry, self._names)),
            Column(lambda: tr("Audit", "What"), self._what),
        )

    @property
    def _lot(self) -> Lot:
        lot = self._ctx.state.lot
        if lot is None:
            raise RuntimeError("entries are shown only of a lot that is set up")
        return lot

    @property
    def _names(self) -> dict[str, str]:
        return self._pages[-1].names if self._pages else {}

    def _what(self, entry: Entry) -> str:
        return what_words(entry, self._lot, self._names, self._plates)

    def _when(self, entry: Entry) -> str:
        return format_local_time(entry.at, self._lot.zone, now=self._ctx.console.clock.now())

    def _wanted(self) -> AuditFilter:
        who = str(self._who.currentData() or "")
        return AuditFilter(
            since=self._since(),
            who="" if who == "people" else who,
            by_people=who == "people",
            kinds=self._kinds.value(),
            lane_id=str(self._lane.currentData() or ""),
        )

    def _since(self) -> datetime | None:
        """The beginning of the first day, by the lot's own clock."""
        days, lot = self._days.value(), self._ctx.state.lot
        if not days or lot is None:
            return None
        today = self._ctx.console.clock.now().astimezone(lot.zone)
        return today.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)

    def _read(self, after: Entry | None) -> None:
        if self._ctx.state.lot is None:
            return
        self._asked += 1
        turn, store, wanted = self._asked, self._ctx.console.store, self._wanted()
        self._ctx.jobs.run(
            lambda: store.read(lambda unit: happened(unit, wanted, after=after)),
            lambda page: self._on_page(page, turn, after),
            self._on_failed,
        )

    def _on_page(self, page: AuditPage, turn: int, after: Entry | None) -> None:
        if turn != self._asked:
            return  # something else was chosen meanwhile
        self._pages = [*self._pages, page] if after is not None else [page]
        self._plates = {**self._plates, **page.plates} if after is not None else page.plates
        self._fill()
        rows = [entry for each in self._pages for entry in each.entries]
        self._model.show_rows(rows)
        self._more.setEnabled(page.has_more)
        self._tell(self._count_words(len(rows), has_more=page.has_more))
        if after is None and rows:
            self.table.selectRow(0)
        self._on_row_changed()

    def _count_words(self, count: int, *, has_more: bool) -> str:
        if has_more:
            return self.tr("The latest {count} entries").format(count=count)
        return self.tr("Entries: {count}").format(count=count)

    def _fill(self) -> None:
        """People and lanes to choose from; what is chosen stays chosen."""
        _refill(
            self._who,
            [
                (self.tr("Everybody"), ""),
                (self.tr("People, not the lanes themselves"), "people"),
                (self.tr("The lanes and the program"), LANE_ITSELF.person_id),
                *(
                    (name, person_id)
                    for person_id, name in sorted(self._names.items(), key=lambda one: one[1])
                ),
            ],
        )
        lot = self._ctx.state.lot
        lanes = [] if lot is None else [(lane.name, lane.lane_id) for lane in lot.lanes]
        _refill(self._lane, [(self.tr("All lanes"), ""), *lanes])

    def _on_choice(self) -> None:
        self.reload()

    def _on_row_changed(self) -> None:
        self.details.show_entry(self._model.row_at(self.table.currentIndex().row()), self._names)

    def _on_file_chosen(self, name: str) -> None:
        self.export_to(Path(name))

    def _on_failed(self, error: LotkeeperError) -> None:
        self._tell(sentence_of(error, self._ctx.state.lot))

    def _tell(self, words: str) -> None:
        self._told.setText(words)


def _refill(box: QComboBox, options: list[tuple[str, str]]) -> None:
    chosen = box.currentData()
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] == options:
        return
    box.blockSignals(True)
    box.clear()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
