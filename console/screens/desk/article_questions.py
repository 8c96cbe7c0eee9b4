"""Sells what the booth has beside parking (P19): chosen by its digit, paid in cash or by a card's slip."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import format_money
from console.screens.context import Context
from console.screens.desk.card_slip_panel import CardSlipPanel
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.charge_answers import words_of
from console.screens.desk.digit_list import MOST_LISTED, DigitList, Listed
from console.screens.desk.panel import Panel
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.lots import Article
from core.domain.payments import Tender
from core.domain.sales import Sale
from core.services.sell_article import sell_article


class ArticleQuestions(QObject):
    """``opening`` carries the panel that comes to the front; while ``takes_cash`` cash is an article's."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, cash: CashPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._cash = context, cash
        self._article: Article | None = None
        self.list, self.card = DigitList(), CardSlipPanel()
        self.panels: tuple[Panel, ...] = (self.list, self.card)
        self.list.chosen.connect(self._on_chosen)
        self.list.given_up.connect(self.over)
        self.card.typed.connect(self._on_slip_typed)
        self.card.given_up.connect(self.over)

    @property
    def takes_cash(self) -> bool:
        """Whether the cash panel takes the price of an article."""
        return self._article is not None and not self._cash.isHidden()

    def why_not(self) -> str:
        """Why nothing can be sold now, as a reason code; "" where something can."""
        lot = self._context.state.lot
        if lot is None or not lot.articles:
            return "article.none"
        return "" if self._context.state.shift is not None else "shift.none_open"

    def ask(self) -> None:
        """Ask what is sold."""
        lot = self._context.state.lot
        if lot is None:
            return
        listed = tuple(
            Listed(one.article_id, one.name, format_money(one.price_minor, lot.currency))
            for one in lot.articles[:MOST_LISTED]
        )
        self.opening.emit(self.list)
        self.list.ask(lambda: self.tr("What is sold?"), lambda: listed)

    def forget(self) -> None:
        """Something else is asked: the next cash is no article's."""
        self._article = None

    def take_cash(self, tendered_minor: int) -> None:
        """So much was handed over for the article."""
        article, actor, drawer = self._article, self._context.state.actor, self._context.state.drawer
        if article is None or actor is None:
            return
        opens_drawer = self._context.console.config.printer.has_drawer
        self._context.jobs.change(
            lambda unit: sell_article(
                unit,
                actor=actor,
                article_id=article.article_id,
                quantity=1,
                shown_minor=article.price_minor,
                tendered_minor=tendered_minor,
                drawer=drawer,
                opens_drawer=opens_drawer,
            ),
            self._on_sold,
            self._on_refused,
        )

    def take_card(self) -> None:
        """The article is paid at the card terminal instead: ask for its slip."""
        article, lot = self._article, self._context.state.lot
        if article is None or lot is None or not self.takes_cash:
            return
        amount = format_money(article.price_minor, lot.currency)
        self.opening.emit(self.card)
        self._article = article
        self.card.ask(lambda: self.tr("{name}: {amount} by card").format(name=article.name, amount=amount))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.list.retranslate()
        self.card.retranslate()

    @Slot(str)
    def _on_chosen(self, article_id: str) -> None:
        lot = self._context.state.lot
        article = next((one for one in lot.articles if one.article_id == article_id), None) if lot else None
        if lot is not None and article is not None:
            self.opening.emit(self._cash)
            self._article = article
            self._cash.ask(article.price_minor, lot)
            self._context.state.post(Message(Weight.QUIET, "article.by_card"))

    def _on_sold(self, sale: Sale) -> None:
        self._article = None
        self._cash.show_share_taken(
            sale.change_minor,
            sale.currency,
            lambda: self.tr("{name}: {paid} of {given} kept. Receipt {number}.").format(
                name=sale.name,
                paid=format_money(sale.amount_minor, sale.currency),
                given=format_money(sale.tendered_minor, sale.currency),
                number=sale.receipt_name,
            ),
        )
        self._say_sold(sale)

    @Slot(str)
    def _on_slip_typed(self, slip: str) -> None:
        article, actor, drawer = self._article, self._context.state.actor, self._context.state.drawer
        if article is None or actor is None:
            return
        self._context.jobs.change(
            lambda unit: sell_article(
                unit,
                actor=actor,
                article_id=article.article_id,
                quantity=1,
                shown_minor=article.price_minor,
                tendered_minor=0,
                drawer=drawer,
                tender=Tender.CARD,
                slip=slip,
            ),
            self._on_sold_by_card,
            lambda error: self.card.show_trouble(words_of(error, self._context.state.lot)),
        )

    def _on_sold_by_card(self, sale: Sale) -> None:
        self._article = None
        self.over.emit()
        self._say_sold(sale)

    def _say_sold(self, sale: Sale) -> None:
        facts = {"name": sale.name, "amount_minor": sale.amount_minor, "number": sale.receipt_name}
        self._context.state.post(Message(Weight.DONE, "article.sold_now", facts))

    def _on_refused(self, error: LotkeeperError) -> None:
        if self._cash.isHidden():
            self._context.state.post_error(error)
        else:
            self._cash.show_trouble(words_of(error, self._context.state.lot))
