"""Sells what the lot has to sell beside parking (P19): a pass card, a lost card's fee, a charging cable."""

from __future__ import annotations

from core.domain.errors import BadInput
from core.domain.journal import Subject
from core.domain.lots import Article
from core.domain.payments import Tender
from core.domain.people import Actor, Right
from core.domain.sales import SOLD, Sale, SaleKind
from core.services.own_shift import own_shift
from core.services.take_sale import hand_out, sale_of
from core.services.unit_of_work import UnitOfWork

MOST_AT_ONCE = 100


def sell_article(
    unit: UnitOfWork,
    *,
    actor: Actor,
    article_id: str,
    quantity: int,
    shown_minor: int,
    tendered_minor: int,
    drawer: str,
    opens_drawer: bool = False,
    tender: Tender = Tender.CASH,
    slip: str = "",
) -> Sale:
    """Take the price of so many into the actor's own shift; by card the terminal took it, by its slip.

    BadInput ``article.unknown``, ``article.bad_quantity``, ``article.price_changed``, ``sale.bad_tender``,
    ``sale.slip_needed``; Refused ``shift.none_open``, ``payment.too_little``.
    """
    actor.require(Right.TAKE_CASH)
    shift = own_shift(unit, actor, drawer)
    article = _article(unit, article_id)
    if not 1 <= quantity <= MOST_AT_ONCE:
        raise BadInput("article.bad_quantity", most=MOST_AT_ONCE)
    total = article.price_minor * quantity
    if total != shown_minor:
        raise BadInput("article.price_changed", shown_minor=shown_minor, due_minor=total)
    sale = sale_of(
        unit,
        actor=actor,
        shift=shift,
        kind=SaleKind.ARTICLE,
        of_id=article.article_id,
        name=article.name,
        unit_minor=article.price_minor,
        quantity=quantity,
        tender=tender,
        tendered_minor=tendered_minor,
        slip=slip,
    )
    unit.record(
        SOLD,
        {"amount_minor": sale.amount_minor, "tender": sale.tender.value, "sale": sale.to_document()},
        who=actor.person_id,
        subjects=[Subject("sale", sale.sale_id), Subject("shift", shift.shift_id)],
    )
    hand_out(unit, sale, drawer=drawer, opens_drawer=opens_drawer)
    return sale


def _article(unit: UnitOfWork, article_id: str) -> Article:
    for article in unit.lot().articles:
        if article.article_id == article_id:
            return article
    raise BadInput("article.unknown")
