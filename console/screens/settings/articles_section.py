"""What the booth sells beside parking: names and prices, in the order of their digits."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.formats import format_money
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.amount_field import AmountField
from console.screens.form.field_grid import FieldGrid
from console.screens.form.key_row import KeyRow
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.errors import BadInput
from core.domain.lots import LONGEST_ARTICLE, MOST_ARTICLES, Article
from core.domain.people import Right
from core.services.set_up_lot import change_lot

TABLE_HEIGHT = 260


class ArticlesSection(Section):
    """Ins adds one, Ctrl+S keeps it, Alt+W takes the chosen one out."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_new = False
        self._model = RowTable[Article](self._columns(), lambda one: one.article_id, self)
        self._table = QuietTable(self)
        self._table.setModel(self._model)
        self._table.setMinimumHeight(TABLE_HEIGHT)
        self._name, self._price = QLineEdit(maxLength=LONGEST_ARTICLE), AmountField("EUR")
        self._name.setMinimumWidth(300)
        self._add, self._save = KeyButton(key="Ins"), KeyButton(key="Ctrl+S", primary=True)
        self._remove = KeyButton(key="Alt+W")
        grid = FieldGrid()
        self._labels = [grid.add(self._name), grid.add(self._price)]
        row = QHBoxLayout()
        row.addWidget(self._table, 1)
        self.column.addLayout(row)
        self.column.addLayout(grid)
        self.column.addWidget(KeyRow(self._save, self._add, self._remove))
        self.finish_column()
        self.setFocusProxy(self._table)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._save.clicked.connect(self.save)
        self.bind(self._add, self._on_add)
        self.bind(self._remove, self._on_remove)
        self.speak()

    def title(self) -> str:
        return self.tr("Articles")

    def lead(self) -> str:
        return self.tr("What the booth sells beside parking: F12 and 9 at the desk, then its digit.")

    @property
    def articles(self) -> tuple[Article, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        super().speak()
        self._table.setAccessibleName(self.title())
        self._table.set_empty(self.tr("Nothing is sold here."), self.tr("Ins adds something."))
        for label, text in zip(self._labels, (self.tr("Name"), self.tr("Price")), strict=True):
            label.setText(text)
        self._add.setText(self.tr("Add"))
        self._save.setText(self.tr("Save"))
        self._remove.setText(self.tr("Take it out"))
        self._model.refresh()

    def open(self) -> None:
        lot = self.ctx.state.lot
        self._is_new = False
        if lot is None:
            return
        self._price.set_currency(lot.currency)
        self._model.show_rows(lot.articles)
        if lot.articles and not self._table.currentIndex().isValid():
            self._table.selectRow(0)
        self._show_fields()

    def save(self) -> None:
        price = self._price.minor()
        name = " ".join(self._name.text().split())
        if price is None or not name:
            self.tell_error(BadInput("lot.bad_articles", longest=LONGEST_ARTICLE, most=MOST_ARTICLES))
            return
        chosen = None if self._is_new else self._chosen()
        article = Article(chosen.article_id if chosen else str(uuid.uuid4()), name, price)
        others = [one for one in self.articles if one.article_id != article.article_id]
        place = self.articles.index(chosen) if chosen is not None else len(others)
        self._keep((*others[:place], article, *others[place:]))

    def _columns(self) -> tuple[Column[Article], ...]:
        return (
            Column(lambda: self.tr("Name"), lambda one: one.name),
            Column(lambda: self.tr("Price"), self._price_words, figures=True),
        )

    def _price_words(self, article: Article) -> str:
        lot = self.ctx.state.lot
        return format_money(article.price_minor, lot.currency) if lot is not None else ""

    def _chosen(self) -> Article | None:
        return self._model.row_at(self._table.currentIndex().row())

    def _show_fields(self) -> None:
        chosen = None if self._is_new else self._chosen()
        self._name.setText(chosen.name if chosen is not None else "")
        self._price.clear()
        if chosen is not None:
            self._price.set_minor(chosen.price_minor)
        self._remove.setEnabled(chosen is not None)

    @Slot()
    def _on_row_changed(self) -> None:
        self._is_new = False
        self.tell("")
        self._show_fields()

    @Slot()
    def _on_add(self) -> None:
        self._is_new = True
        self.tell("")
        self._show_fields()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not self._is_new:
            self._keep(tuple(one for one in self.articles if one is not chosen))

    def _keep(self, articles: tuple[Article, ...]) -> None:
        lot, actor = self.ctx.state.lot, self.ctx.state.actor
        if lot is None or actor is None:
            return
        wanted = replace(lot, articles=articles)
        self.ctx.jobs.change(
            lambda unit: change_lot(unit, actor=actor, lot=wanted),
            lambda is_done: self._on_kept(articles, is_done=is_done),
            self.tell_error,
        )

    def _on_kept(self, articles: tuple[Article, ...], *, is_done: bool) -> None:
        self._is_new = False
        if is_done:
            self._model.show_rows(articles)
        self.tell(
            self.tr("✓ Saved.")
            if is_done
            else self.tr("✓ Proposed to the hub; it holds as soon as the hub has agreed.")
        )
