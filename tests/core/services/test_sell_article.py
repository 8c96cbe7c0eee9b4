"""What the booth sells beside parking goes into the shift, with a receipt of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, Refused
from core.domain.lots import Article, Lot
from core.domain.payments import Tender
from core.domain.sales import Sale
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.store.queries.payments import find_sales
from core.store.rebuild import rebuild
from tests.core.services.money_desk import DRAWER, Desk

CARD = Article("pass", "Pass card", 500)


def stock(desk: Desk, *articles: Article) -> None:
    lot = replace(desk.see(lambda view: view.lot()), articles=articles)
    desk.do(change_lot, actor=desk.boss, lot=lot)


def sell(desk: Desk, **arguments: object) -> Sale:
    given = {
        "actor": desk.ada,
        "article_id": "pass",
        "quantity": 2,
        "shown_minor": 1000,
        "tendered_minor": 2000,
        "drawer": DRAWER,
        **arguments,
    }
    return desk.do(sell_article, **given)


def test_two_pass_cards_in_cash(desk: Desk) -> None:
    stock(desk, CARD)
    sale = sell(desk, opens_drawer=True)
    assert (sale.amount_minor, sale.change_minor, sale.name) == (1000, 1000, "Pass card")
    assert desk.in_drawer == 6000
    assert desk.see(find_sales) == [sale]
    assert len(desk.tasks("drawer.kick")) == 1
    desk.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert desk.findings() == []


def test_its_receipt_has_the_next_number_of_the_console(desk: Desk) -> None:
    stock(desk, CARD)
    before = desk.pay_cash(desk.park("AB1"))
    assert sell(desk).receipt_number == before.receipt_number + 1


def test_by_card_nothing_comes_into_the_drawer(desk: Desk) -> None:
    stock(desk, CARD)
    sale = sell(desk, tender=Tender.CARD, slip="4711")
    assert (sale.cash_minor, sale.slip) == (0, "4711")
    assert desk.in_drawer == 5000
    for slip in ("", "x" * 41, "4\x00", "4242 4242 4242 4242"):
        with pytest.raises(BadInput):
            sell(desk, tender=Tender.CARD, slip=slip)
    with pytest.raises(BadInput):
        sell(desk, tender=Tender.NIL)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"article_id": "cable"}, "article.unknown"),
        ({"quantity": 0}, "article.bad_quantity"),
        ({"quantity": 101}, "article.bad_quantity"),
        ({"shown_minor": 900}, "article.price_changed"),
    ],
)
def test_what_cannot_be_sold_is_refused(desk: Desk, changed: dict[str, object], code: str) -> None:
    stock(desk, CARD)
    with pytest.raises(BadInput) as bad:
        sell(desk, **changed)
    assert bad.value.code == code
    assert desk.in_drawer == 5000


def test_too_little_and_no_shift_are_refused(desk: Desk) -> None:
    stock(desk, CARD)
    with pytest.raises(Refused):
        sell(desk, tendered_minor=999)
    with pytest.raises(Refused):
        sell(desk, actor=desk.cy)


def test_a_lot_without_articles_says_nothing_of_them_to_older_consoles(desk: Desk) -> None:
    lot = desk.see(lambda view: view.lot())
    assert "articles" not in lot.to_document()
    stock(desk, CARD)
    again = desk.see(lambda view: view.lot())
    assert Lot.from_document(again.to_document()).articles == (CARD,)


@pytest.mark.parametrize(
    "articles",
    [
        (Article("a", " ", 5),),
        (Article("a", "A", 0),),
        (Article("a", "A", 5), Article("a", "B", 5)),
        (Article("a", "x" * 41, 5),),
    ],
)
def test_articles_have_names_prices_and_ids_of_their_own(desk: Desk, articles: tuple[Article, ...]) -> None:
    with pytest.raises(BadInput) as bad:
        stock(desk, *articles)
    assert bad.value.code == "lot.bad_articles"
