"""A second person gives their word for one act, on the screen of whoever asks."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.domain.errors import NotAllowed, Refused
from core.domain.people import Actor, Approval, Right, Role, require_or_approved, require_second
from core.services.approve import finish_approval, read_approver
from core.store.queries.people import refused_attempts
from core.store.tables import journal, journal_personal
from tests.booth import Booth
from tests.core.services.secrets import HASHER, PIN, sign_on, someone

PURPOSE = "Refund NT$ 60 of ABC-1234"


def approve(
    booth: Booth, by: Actor, secret: str, *, actor: Actor | None = None, right: Right = Right.APPROVE_REFUND
) -> Approval | None:
    asking = actor or booth.ben
    credential = booth.store.read(
        lambda unit: read_approver(unit, person_id=by.person_id, actor=asking, right=right)
    )
    matched = HASHER.matches(credential, secret)
    return booth.store.write(
        lambda unit: finish_approval(
            unit,
            person_id=by.person_id,
            matched=matched,
            console="Booth",
            actor=asking,
            right=right,
            purpose=PURPOSE,
        )
    )


def test_a_supervisor_approves_what_the_attendant_asks(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    approval = approve(booth, sue, PIN)
    assert approval is not None
    assert approval.approver == sue
    require_second(booth.ben, approval, Right.APPROVE_REFUND)
    with booth.store.reading() as view:
        [row] = view.connection.execute(select(journal).where(journal.c.entry_id == approval.approval_id))
    assert (row.kind, row.who) == ("person.approved", sue.person_id)
    assert {"right": "approve_refund", "for": booth.ben.person_id, "console": "Booth"}.items() <= (
        row.payload.items()
    )


def test_what_was_approved_is_personal_and_may_be_purged(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    approval = approve(booth, sue, PIN)
    assert approval is not None
    with booth.store.reading() as view:
        payload = view.connection.execute(
            select(journal.c.payload).where(journal.c.entry_id == approval.approval_id)
        ).scalar_one()
        fields = view.connection.execute(
            select(journal_personal.c.fields).where(journal_personal.c.entry_id == approval.approval_id)
        ).scalar_one()
    assert fields == {"purpose": PURPOSE}
    assert "ABC-1234" not in str(payload)


def test_a_wrong_pin_approves_nothing_and_counts_as_one_of_signing_on(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    for _ in range(3):
        assert approve(booth, sue, "999") is None
    with pytest.raises(Refused, match=r"sign_on\.wait"):
        approve(booth, sue, PIN)
    with pytest.raises(Refused, match=r"sign_on\.wait"):
        sign_on(booth, sue, PIN)
    attempts = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert {(each.who, each.what) for each in attempts} == {(sue.person_id, "approve_refund")}


def test_nobody_approves_what_they_ask_themselves(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    with pytest.raises(NotAllowed, match=r"approval\.own"):
        approve(booth, sue, PIN, actor=sue)


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.LANDLORD])
def test_who_may_not_do_it_may_not_approve_it(booth: Booth, role: Role) -> None:
    secret = PIN if role is Role.ATTENDANT else "three green lorries"
    other = someone(booth, "Tom", role, secret)
    with pytest.raises(NotAllowed, match=r"right\.missing"):
        approve(booth, other, secret)


def test_an_approval_is_worth_nothing_for_another_right(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    approval = approve(booth, sue, PIN)
    with pytest.raises(NotAllowed):
        require_second(booth.ben, approval, Right.MANAGE_PEOPLE)
    with pytest.raises(NotAllowed, match=r"approval\.other"):
        require_or_approved(booth.ben, approval, Right.WAIVE)


def test_an_approval_is_worth_nothing_in_somebody_elses_hands(booth: Booth) -> None:
    sue = someone(booth, "Sue", Role.SUPERVISOR, PIN)
    approval = approve(booth, sue, PIN)
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    with pytest.raises(NotAllowed, match=r"approval\.other"):
        require_second(nia, approval, Right.APPROVE_REFUND)


def test_who_may_by_themselves_needs_nobody(booth: Booth) -> None:
    require_or_approved(booth.boss, None, Right.WAIVE)
    with pytest.raises(NotAllowed, match=r"approval\.needed"):
        require_or_approved(booth.ben, None, Right.WAIVE)
