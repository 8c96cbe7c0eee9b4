"""A merchant's validation lowers the price before it is paid; a stamp is good once, a day has its limit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.merchants import Gives, Merchant
from core.domain.payments import Tender
from core.domain.stays import Stay
from core.services.ask_for_money import charge_order
from core.services.merchants import set_merchant
from core.services.open_order import open_order
from core.services.payment_ports import PayAccount
from core.services.validate_stay import take_validation_back, validate_stay
from core.store.rebuild import rebuild
from tests.core.services.money_desk import DRAWER, Desk

CINEMA = Merchant("m-cinema", "Cinema", "CIN", Gives.PERCENT, Decimal(50))
BAKERY = Merchant("m-bakery", "Bakery", "BAK", Gives.AMOUNT, Decimal(30), needs_stamp=True)


def keep(desk: Desk, *merchants: Merchant) -> None:
    for merchant in merchants:
        desk.do(set_merchant, actor=desk.bo, merchant=merchant)


def validate(desk: Desk, stay_id: str, code: str = "", **arguments: object) -> Stay:
    return desk.do(validate_stay, actor=desk.ada, stay_id=stay_id, code=code, **arguments)


def test_half_the_price_is_taken_off_by_a_typed_code(desk: Desk) -> None:
    keep(desk, CINEMA)
    stay_id = desk.park("AB1")
    stay = validate(desk, stay_id, " cin ")
    assert [one.validation_id for one in stay.facts.validations] == ["m-cinema"]
    assert desk.due(stay_id) == 100
    payment = desk.pay_cash(stay_id)
    assert payment.amount_minor == 100
    assert desk.findings() == []


def test_while_the_price_without_it_is_being_paid_no_validation_comes_or_goes(desk: Desk) -> None:
    keep(desk, CINEMA)
    stay_id = desk.park("AB1")
    order = desk.do(open_order, actor=desk.ada, stay_id=stay_id, shown_minor=200, drawer=DRAWER)
    account = PayAccount("card", "Card", Tender.CARD, "simulator")
    desk.do(charge_order, actor=desk.ada, order_id=order.order_id, account=account)
    with pytest.raises(Refused) as refused:
        validate(desk, stay_id, "CIN")
    assert refused.value.code == "payment.in_progress"
    other_id = desk.park("AB2")
    validate(desk, other_id, "CIN")
    due = desk.due(other_id)
    order = desk.do(open_order, actor=desk.ada, stay_id=other_id, shown_minor=due, drawer=DRAWER)
    desk.do(charge_order, actor=desk.ada, order_id=order.order_id, account=account)
    with pytest.raises(Refused) as refused:
        desk.do(take_validation_back, actor=desk.ada, stay_id=other_id, validation_id="m-cinema")
    assert refused.value.code == "payment.in_progress"


def test_a_price_that_was_frozen_before_it_is_not_asked_for_any_more(desk: Desk) -> None:
    keep(desk, CINEMA)
    stay_id = desk.park("AB1")
    order = desk.do(open_order, actor=desk.ada, stay_id=stay_id, shown_minor=200, drawer=DRAWER)
    validate(desk, stay_id, "CIN")
    account = PayAccount("card", "Card", Tender.CARD, "simulator")
    with pytest.raises(Refused) as refused:
        desk.do(charge_order, actor=desk.ada, order_id=order.order_id, account=account)
    assert refused.value.code == "order.closed"
    assert desk.pay_cash(stay_id).amount_minor == 100


@pytest.mark.parametrize(
    ("gives", "value", "due"),
    [
        (Gives.MINUTES, Decimal(60), 0),
        (Gives.PERCENT, Decimal(25), 150),
        (Gives.AMOUNT, Decimal(30), 170),
        (Gives.FULL, Decimal(0), 0),
    ],
)
def test_each_thing_that_a_merchant_gives_is_worth_what_it_says(
    desk: Desk, gives: Gives, value: Decimal, due: int
) -> None:
    keep(desk, Merchant("m", "Shop", "SH", gives, value))
    stay_id = desk.park("AB1")
    validate(desk, stay_id, merchant_id="m")
    assert desk.due(stay_id) == due


def test_a_rate_that_the_plan_does_not_have_is_refused_and_the_car_can_be_priced(desk: Desk) -> None:
    keep(desk, Merchant("m", "Shop", "SH", Gives.RATE, rate="evening"))
    stay_id = desk.park("AB1")
    with pytest.raises(BadInput) as bad:
        validate(desk, stay_id, "SH")
    assert bad.value.code == "rates.unknown_rate"
    assert desk.due(stay_id) == 200


def test_a_merchant_validates_a_stay_once(desk: Desk) -> None:
    keep(desk, CINEMA)
    stay_id = desk.park("AB1")
    validate(desk, stay_id, "CIN")
    with pytest.raises(Refused) as refused:
        validate(desk, stay_id, "CIN")
    assert refused.value.code == "validation.given_already"


def test_the_same_stamp_is_refused_for_any_other_car_and_says_when_it_was_used(desk: Desk) -> None:
    keep(desk, BAKERY)
    first, second = desk.park("AB1"), desk.park("AB2")
    validate(desk, first, "BAK-0047")
    for typed in ("bak-0047", "BAK- 0047"):
        with pytest.raises(Refused) as refused:
            validate(desk, second, typed)
        assert refused.value.code == "validation.used_already"
        assert refused.value.facts["at"] == desk.clock.now()
    validate(desk, second, "BAK", stamp="0048")
    validate(desk, second, "BAK-0049")
    assert desk.due(second) == 140


def test_who_validates_by_stamp_gives_nothing_without_one(desk: Desk) -> None:
    keep(desk, BAKERY)
    stay_id = desk.park("AB1")
    with pytest.raises(BadInput) as bad:
        validate(desk, stay_id, "BAK")
    assert bad.value.code == "validation.stamp_needed"
    with pytest.raises(BadInput) as bad:
        validate(desk, stay_id, "BAK", stamp="9" * 61)
    assert bad.value.code == "validation.bad_stamp"


def test_taken_back_the_stamp_is_good_again(desk: Desk) -> None:
    keep(desk, BAKERY)
    first, second = desk.park("AB1"), desk.park("AB2")
    validate(desk, first, "BAK-1")
    desk.do(take_validation_back, actor=desk.ada, stay_id=first, validation_id="m-bakery:1")
    assert desk.due(first) == 300  # 90 minutes by now
    validate(desk, second, "BAK-1")
    with pytest.raises(Refused) as refused:
        desk.do(take_validation_back, actor=desk.ada, stay_id=first, validation_id="m-bakery:1")
    assert refused.value.code == "validation.unknown"


def test_a_day_has_its_limit_and_the_next_day_begins_anew(desk: Desk) -> None:
    keep(desk, Merchant("m", "Shop", "SH", Gives.PERCENT, Decimal(10), daily_limit=2))
    stays = [desk.park(f"AB{number}", minutes=1) for number in range(4)]
    validate(desk, stays[0], "SH")
    validate(desk, stays[1], "SH")
    with pytest.raises(Refused) as refused:
        validate(desk, stays[2], "SH")
    assert refused.value.code == "validation.limit_reached"
    desk.do(take_validation_back, actor=desk.ada, stay_id=stays[0], validation_id="m")
    validate(desk, stays[2], "SH")
    with pytest.raises(Refused):
        validate(desk, stays[3], "SH")
    desk.clock.pass_time(24 * 60)
    validate(desk, stays[3], "SH")


def test_the_limit_counts_all_of_a_busy_day(desk: Desk) -> None:
    keep(desk, Merchant("m", "Shop", "SH", Gives.AMOUNT, Decimal(1), daily_limit=70, needs_stamp=True))
    stay_id = desk.park("AB1")
    for number in range(70):
        validate(desk, stay_id, f"SH-{number}")
    with pytest.raises(Refused) as refused:
        validate(desk, stay_id, "SH-70")
    assert refused.value.code == "validation.limit_reached"


def test_what_is_paid_is_validated_no_more(desk: Desk) -> None:
    keep(desk, CINEMA)
    stay_id = desk.park("AB1")
    desk.pay_cash(stay_id)
    with pytest.raises(Refused) as refused:
        validate(desk, stay_id, "CIN")
    assert refused.value.code == "stay.paid_already"


def test_who_does_not_validate_any_more_or_is_not_known_is_refused(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(BadInput) as bad:
        validate(desk, stay_id, "CIN")
    assert bad.value.code == "merchant.unknown"
    keep(desk, CINEMA, Merchant("m-cinema", "Cinema", "CIN", Gives.PERCENT, Decimal(50), is_active=False))
    with pytest.raises(Refused) as refused:
        validate(desk, stay_id, "CIN")
    assert refused.value.code == "merchant.not_active"


@pytest.mark.parametrize("code", ["", "-", "%", "BAK-", "'; DROP TABLE stays;--", "\x00", "💥" * 50])
def test_hostile_codes_are_those_of_nobody(desk: Desk, code: str) -> None:
    keep(desk, BAKERY)
    stay_id = desk.park("AB1")
    with pytest.raises((BadInput, Refused)):
        validate(desk, stay_id, code)
    assert desk.stay(stay_id).facts.validations == ()


def test_attendants_set_no_merchants(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(set_merchant, actor=desk.ada, merchant=CINEMA)


def test_rebuilt_from_the_journal_merchants_and_validations_are_the_same(desk: Desk) -> None:
    keep(desk, CINEMA, BAKERY)
    stay_id = desk.park("AB1")
    validate(desk, stay_id, "BAK-1")
    desk.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert desk.see(lambda view: view.merchants()) == [BAKERY, CINEMA]
    assert desk.findings() == []
