"""Who validates drivers' parking, and what a validation of theirs gives; a change is a new entry."""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.merchants import SET, Merchant, check_merchant
from core.domain.people import Actor, Right
from core.services.unit_of_work import UnitOfWork


def set_merchant(unit: UnitOfWork, *, actor: Actor, merchant: Merchant) -> Merchant:
    """Keep the merchant as given, a new one or in place of the one of that id.

    BadInput ``merchant.bad_…``; Refused ``merchant.code_taken`` where another active one has the code.
    """
    actor.require(Right.MANAGE_MERCHANTS)
    check_merchant(merchant)
    others = [one for one in unit.merchants() if one.merchant_id != merchant.merchant_id]
    if merchant.is_active and any(
        one.is_active and one.code.casefold() == merchant.code.casefold() for one in others
    ):
        raise Refused("merchant.code_taken", taken=merchant.code)
    unit.record(
        SET,
        {"merchant": merchant.to_document()},
        who=actor.person_id,
        subjects=[Subject("merchant", merchant.merchant_id)],
    )
    return merchant


def merchant_given(unit: UnitOfWork, *, code: str = "", merchant_id: str = "") -> tuple[Merchant, str]:
    """The active merchant of that id or code, and the stamp in the code where it names one: ``CODE-STAMP``.

    BadInput ``merchant.unknown``; Refused ``merchant.not_active``.
    """
    known = unit.merchants()
    if merchant_id:
        found = [(one, "") for one in known if one.merchant_id == merchant_id]
    else:
        typed = code.strip().casefold()
        found = [(one, "") for one in known if one.code.casefold() == typed]
        # The longest code first: one may be the beginning of another.
        for one in sorted(known, key=lambda each: -len(each.code)):
            begins = f"{one.code.casefold()}-"
            if one.needs_stamp and typed.startswith(begins) and len(typed) > len(begins):
                found.append((one, code.strip()[len(begins) :]))
    if not found:
        raise BadInput("merchant.unknown", typed=code[:40])
    active = [pair for pair in found if pair[0].is_active]
    if not active:
        raise Refused("merchant.not_active", name=found[0][0].name)
    return active[0]
