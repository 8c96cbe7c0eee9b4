"""The stay that was chosen, with what is known of it: its price, its payments, what its rates ask about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.domain.errors import OperatorError
from core.domain.orders import Order
from core.domain.people import Actor
from core.domain.rates.asked import NOTHING_ASKED, Asked
from core.domain.refunds import Refund
from core.domain.stays import Stay
from core.services.describe_stay import asked_about
from core.services.quote_stay import StayQuote, quote_stay
from core.store.queries.money import order_of
from core.store.refunds import refunds_due
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen stay with its price; ``why_no_price`` is a reason code where none can be made, with
    ``why_facts`` its figures, ``asked`` what its rates ask about; ``due_back`` is what was paid twice,
    ``order`` the one that is being paid, or of which a charge may come in yet."""

    stay: Stay
    due: StayQuote | None
    why_no_price: str = ""
    why_facts: Mapping[str, object] = field(default_factory=dict)
    cashier_name: str = ""
    asked: Asked = NOTHING_ASKED
    due_back: tuple[Refund, ...] = ()
    order: Order | None = None

    @property
    def under_way(self) -> Order | None:
        """The order by which it is being paid: a charge may come in yet, or a part of the price came in."""
        order = self.order
        if order is None:
            return None
        return order if order.unsettled or (order.is_open and order.confirmed_minor) else None


def read_chosen(view: SqlUnitOfWork, actor: Actor, stay_id: str) -> Chosen:
    """The stay of that id as it is now."""
    stay = view.stay(stay_id)
    chosen = Chosen(stay, None)
    if stay.payments:
        chosen = replace(chosen, cashier_name=view.person(stay.payments[-1].cashier_id).name)
    if len(stay.payments) > 1:
        due_back = refunds_due(view.connection, view.lot_id, stay_id=stay_id)
        chosen = replace(chosen, due_back=tuple(due_back))
    chosen = replace(chosen, order=order_of(view, stay_id))
    try:
        chosen = replace(chosen, asked=asked_about(view, stay))
        return replace(chosen, due=quote_stay(view, actor=actor, stay_id=stay_id))
    except OperatorError as error:
        return replace(chosen, why_no_price=error.code, why_facts=error.facts)
