"""Whose plates are usual at this lot: a list to search in, with a word beside each country."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.i18n import current_language
from console.models.row_table import Column, RowTable
from console.plate_formats import keep_formats, with_formats
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import in_sequence
from console.screens.settings.plates_choice import Origin, PlatesChoice, Usage
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.config import Config
from core.config.plate_formats import FormatTitle, shipped_titles
from core.domain.errors import LotkeeperError
from core.domain.people import Right

LEAST_TABLE_HEIGHT = 200
MOST_NAMED = 6


class PlatesSection(Section):
    """Space on a row: usual here, now and then, or not expected; kept with Ctrl+S."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._choice = PlatesChoice((), ())
        self._summary = line("strong", wraps=True)
        self._search = _SearchField()
        self._table = _OriginTable(self)
        self._model = RowTable[Origin](
            (
                Column(lambda: self.tr("Here"), lambda row: self._usage_words(row.usage)),
                Column(lambda: self.tr("Country or state"), self._name),
                Column(lambda: self.tr("Also called"), self._other_name),
                Column(lambda: self.tr("Code"), lambda row: row.code),
            ),
            lambda row: row.code,
            self,
        )
        self._table.setModel(self._model)
        self._table.setMinimumHeight(LEAST_TABLE_HEIGHT)
        self._restart = line("quiet", wraps=True)
        self._save = KeyButton(key="Ctrl+S", primary=True)
        for widget in (self._summary, self._search, self._table, self._restart):
            self.column.addWidget(widget, 1 if widget is self._table else 0)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._told)
        self.setFocusProxy(self._search)
        self._search.textChanged.connect(self._show_rows)
        self._search.left_downwards.connect(self._enter_table)
        self._table.turned.connect(self._turn)
        self._save.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Plates")

    def lead(self) -> str:
        return self.tr(
            "Choose whose cars come here. Their plates tell whether a doubtful character is O or 0, B or 8."
        )

    def speak(self) -> None:
        super().speak()
        self._search.setPlaceholderText(self.tr("Search a country or state, in English or Chinese"))
        self._search.setAccessibleName(self.tr("Search a country or state"))
        self._table.setAccessibleName(self.tr("Countries and states; Space changes how usual their cars are"))
        self._table.set_empty(
            self.tr("No country or state of that name"),
            self.tr("Try a part of the name, or a code such as tw"),
        )
        self._restart.setText(
            self.tr(
                "Space changes a row: usual, now and then, not expected. Saving starts the plate reader "
                "anew; for a few seconds no plate is read, and the lanes go on."
            )
        )
        self._save.setText(self.tr("Save"))
        self._model.refresh()
        self._show_summary()

    @property
    def summary(self) -> str:
        """What is chosen, in a sentence."""
        return self._summary.text()

    @property
    def shown(self) -> list[str]:
        """The codes in the list, from the top."""
        return [row.code for row in self._model.rows]

    def open(self) -> None:
        self.tell("")
        self._search.clear()
        self.ctx.jobs.run(shipped_titles, self._take, self.tell_error)

    def save(self) -> None:
        """Try the formats, write them, and hand them to the plate reader."""
        actor = self.ctx.state.actor
        if actor is None or not self._choice.is_known:
            return
        console = self.ctx.console
        try:
            config = with_formats(console.config, self._choice.formats(), actor=actor)
        except LotkeeperError as error:
            self.tell_error(error)
            return
        file = console.folder.config
        self.ctx.jobs.run(
            lambda: keep_formats(file, config), lambda _none: self._on_kept(config), self.tell_error
        )

    def _on_kept(self, config: Config) -> None:
        try:
            self.ctx.console.change_formats(config.plates.formats)
        except LotkeeperError as error:
            self.tell_error(error)
            return
        self.tell(self.tr("✓ Saved. The plate reader starts anew with these plates."))

    def _take(self, titles: Iterable[FormatTitle]) -> None:
        self._choice = PlatesChoice(tuple(titles), self.ctx.console.config.plates.formats)
        self._show_rows()
        self._show_summary()

    def _turn(self, place: int) -> None:
        row = self._model.row_at(place)
        if row is None:
            return
        self._choice.turn(row.code)
        self.tell("")
        self._show_rows()
        self._show_summary()

    def _show_rows(self) -> None:
        self._model.show_rows(self._choice.found(self._search.text(), chinese=self._is_chinese))

    def _show_summary(self) -> None:
        usual = [self._name(row) for row in self._choice.rows if row.usage is Usage.USUAL]
        rare = [self._name(row) for row in self._choice.rows if row.usage is Usage.SOMETIMES]
        said = []
        if usual:
            said.append(self.tr("Usual here: {names}.").format(names=self._named(usual)))
        if rare:
            said.append(self.tr("Now and then: {names}.").format(names=self._named(rare)))
        nothing = self.tr("Nothing is chosen: plates from anywhere are expected.")
        self._summary.setText(in_sequence(*said) or nothing)

    def _named(self, names: list[str]) -> str:
        some = self.tr(", ").join(names[:MOST_NAMED])
        more = len(names) - MOST_NAMED
        return self.tr("{names} and {count} more").format(names=some, count=more) if more > 0 else some

    def _usage_words(self, usage: Usage) -> str:
        match usage:
            case Usage.USUAL:
                return self.tr("✓ usual")
            case Usage.SOMETIMES:
                return self.tr("• now and then")
            case _:
                return "–"

    @property
    def _is_chinese(self) -> bool:
        app = QCoreApplication.instance()
        return app is not None and current_language(app) == "zh_TW"

    def _name(self, row: Origin) -> str:
        return row.chinese if self._is_chinese else row.english

    def _other_name(self, row: Origin) -> str:
        if row.is_own_file:
            return self.tr("file of this lot")
        return row.english if self._is_chinese else row.chinese

    def _enter_table(self) -> None:
        if self._model.rows:
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
            self._table.selectRow(max(0, self._table.currentIndex().row()))


class _SearchField(QLineEdit):
    """Down and Enter go on to the list."""

    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__(maxLength=60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class _OriginTable(QuietTable):
    """Space or Enter turns the chosen row; so does a click on its first column."""

    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.turned.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turned.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
