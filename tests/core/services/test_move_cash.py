"""Cash that no driver pays: into the safe, out for something, in as change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.people import Role
from core.domain.shifts import Shift
from core.services.move_cash import drop_cash, pay_in, pay_out
from core.services.open_drawer import DRAWER_TASK
from core.store.refused_attempts import attempts_since
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import about, begin, do, hire, take

WAYS = {drop_cash: "safe", pay_out: "supplies", pay_in: "change"}


def test_what_is_moved_is_expected_to_be_gone_or_there(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    do(booth, drop_cash, actor=booth.ben, drawer=DRAWER, amount_minor=500, reason="safe")
    do(booth, pay_out, actor=booth.ben, drawer=DRAWER, amount_minor=120, reason="supplies")
    shift = do(booth, pay_in, actor=booth.ben, drawer=DRAWER, amount_minor=200, reason="change")
    assert (shift.drops_minor, shift.payouts_minor, shift.payins_minor) == (500, 120, 200)
    assert shift.expected_minor == 1000 + 30 - 500 - 120 + 200


def test_no_more_goes_out_than_can_be_there_and_nobody_hears_how_much_that_is(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    for service, reason in ((drop_cash, "safe"), (pay_out, "repair")):
        with pytest.raises(Refused, match=r"shift\.drawer_too_low") as refused:
            do(booth, service, actor=booth.ben, drawer=DRAWER, amount_minor=1001, reason=reason)
        assert 1000 not in refused.value.facts.values()
    with booth.store.reading() as view:
        tried = attempts_since(view.connection, view.lot_id, booth.clock.now() - timedelta(days=1), most=9)
    told = [(one.who, one.cause) for one in tried]
    assert told == [(booth.ben.person_id, "shift.drawer_too_low")] * 2, "sounding it out leaves its traces"


@pytest.mark.parametrize("service", WAYS)
def test_the_reason_is_one_of_those_there_are_and_other_is_explained(
    booth: Booth, service: Callable[..., Shift]
) -> None:
    begin(booth, booth.ben)
    with pytest.raises(BadInput, match=r"cash\.bad_reason"):
        do(booth, service, actor=booth.ben, drawer=DRAWER, amount_minor=1, reason="because")
    with pytest.raises(BadInput, match=r"gate\.note_needed"):
        do(booth, service, actor=booth.ben, drawer=DRAWER, amount_minor=1, reason="other", note="  ")
    shift = do(booth, service, actor=booth.ben, drawer=DRAWER, amount_minor=1, reason="other", note="Mr. Wu")
    last = about(booth, shift.shift_id)[-1]
    assert last.personal == {"note": "Mr. Wu"}
    assert "Mr. Wu" not in str(last.payload)


@pytest.mark.parametrize("service", WAYS)
@pytest.mark.parametrize("minor", [0, -5, 100_000_001, True])
def test_an_amount_that_moves_nothing_is_refused(
    booth: Booth, service: Callable[..., Shift], minor: int
) -> None:
    begin(booth, booth.ben)
    with pytest.raises(BadInput, match=r"payment\.bad_amount"):
        do(booth, service, actor=booth.ben, drawer=DRAWER, amount_minor=minor, reason=WAYS[service])


@pytest.mark.parametrize("service", WAYS)
def test_only_who_has_the_drawer_moves_its_cash(booth: Booth, service: Callable[..., Shift]) -> None:
    cat, landlord = hire(booth, "Cat"), hire(booth, "Lee", Role.LANDLORD)
    arguments = {"drawer": DRAWER, "amount_minor": 1, "reason": WAYS[service]}
    with pytest.raises(Refused, match=r"shift\.none_open"):
        do(booth, service, actor=cat, **arguments)
    begin(booth, booth.ben)
    with pytest.raises(Refused, match=r"shift\.of_someone_else"):
        do(booth, service, actor=cat, **arguments)
    with pytest.raises(NotAllowed):
        do(booth, service, actor=landlord, **arguments)


def test_the_drawer_opens_for_it_where_it_can(booth: Booth) -> None:
    begin(booth, booth.ben)
    do(
        booth,
        drop_cash,
        actor=booth.ben,
        drawer=DRAWER,
        amount_minor=100,
        reason="bank",
        opens_drawer=True,
    )
    assert len(booth.store.read(lambda unit: unit.waiting_tasks(DRAWER_TASK))) == 1
