"""Money that waits for a person: charges of which nobody knows, or that have waited long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from core.domain.orders import Charge, ChargeState, Order
from core.store.queries.money import open_charges, part_paid_orders
from core.store.queries.stays import stays_by_id
from core.store.unit_of_work import SqlUnitOfWork

MOST_CHARGES: Final = 12
LONG: Final = timedelta(minutes=2)
ASKS, WAITS_LONG = "charge.asks", "charge.waits_long"


@dataclass(frozen=True, slots=True)
class ChargesWaiting:
    """The charges that are not settled, the oldest first, with the plates of their cars.

    ``parts`` are orders that a part came in for, and whose time is over.
    """

    charges: tuple[Charge, ...] = ()
    parts: tuple[Order, ...] = ()
    plates: Mapping[str, str] = field(default_factory=dict)


NO_CHARGES: Final = ChargesWaiting()


def read_charges(view: SqlUnitOfWork) -> ChargesWaiting:
    """What is not known, and what a driver has been asked for for a while."""
    wanted = tuple(
        charge
        for charge in open_charges(view, most=MOST_CHARGES)
        if charge.state is ChargeState.UNKNOWN or view.now - charge.intended_at >= LONG
    )
    parts = tuple(
        order for order in part_paid_orders(view, most=MOST_CHARGES) if order.payable_until < view.now
    )
    stay_ids = {charge.stay_id for charge in wanted} | {order.stay_id for order in parts}
    stays = stays_by_id(view, list(stay_ids))
    return ChargesWaiting(wanted, parts, {stay.stay_id: stay.plate for stay in stays})


def read_all_charges(view: SqlUnitOfWork) -> ChargesWaiting:
    """All that is not settled, also what was asked for a moment ago."""
    charges = tuple(open_charges(view))
    stays = stays_by_id(view, list({charge.stay_id for charge in charges}))
    return ChargesWaiting(charges, (), {stay.stay_id: stay.plate for stay in stays})


def code_of(charge: Charge) -> str:
    """The reason code of its row."""
    return ASKS if charge.state is ChargeState.UNKNOWN else WAITS_LONG
