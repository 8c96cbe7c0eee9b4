"""Hands spaces of the lot to its entrances, on the hub, so that each may let cars in without asking."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.leases import GRANTED, fold_hub
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.return_spaces import give_back
from core.services.unit_of_work import UnitOfWork


def grant_spaces(unit: UnitOfWork, *, actor: Actor = LANE_ITSELF) -> dict[str, int]:
    """Grant what the entrances need and nobody has; by console id what each got, nothing where all is well.

    Done again whenever something changed. On a console that is not the hub nothing happens. What the hub
    still holds from the time when it was none goes back first: it needs no lease any more.
    """
    actor.require(Right.ADMIT)
    leases = unit.lease_book()
    if leases.hub_id != unit.console_id:
        return {}
    own = leases.lease_of(unit.console_id).held
    if own > 0:
        give_back(unit, own, actor=actor)
        leases = unit.lease_book()
    grants = leases.grants(unit.occupancy())
    term = fold_hub(unit.entries_about(Subject("hub", unit.lot_id))).term if grants else 0
    for console_id, count in grants.items():
        unit.record(
            GRANTED,
            {"to": console_id, "count": count, "term": term},
            who=actor.person_id,
            subjects=[Subject("lease", console_id)],
        )
    return grants
