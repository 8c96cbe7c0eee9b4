"""A merchant is set whole, with a code of its own; what makes no merchant is refused by name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, Refused
from core.domain.merchants import Gives, Merchant
from core.services.merchants import merchant_given, set_merchant
from tests.core.services.money_desk import Desk

SHOP = Merchant("m1", "Shop", "SH", Gives.PERCENT, Decimal(50))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "merchant.bad_name"),
        ({"name": "x" * 61}, "merchant.bad_name"),
        ({"name": "a\nb"}, "merchant.bad_name"),
        ({"code": "S"}, "merchant.bad_code"),
        ({"code": "S H"}, "merchant.bad_code"),
        ({"code": "x" * 21}, "merchant.bad_code"),
        ({"daily_limit": -1}, "merchant.bad_limit"),
        ({"value": Decimal(101)}, "merchant.bad_value"),
        ({"value": Decimal("NaN")}, "merchant.bad_value"),
        ({"value": Decimal(0)}, "merchant.bad_value"),
        ({"gives": Gives.MINUTES, "value": Decimal("1.5")}, "merchant.bad_value"),
        ({"gives": Gives.AMOUNT, "value": Decimal("0.5")}, "merchant.bad_value"),
        ({"gives": Gives.FULL}, "merchant.bad_value"),
        ({"gives": Gives.RATE, "value": Decimal(0)}, "merchant.bad_value"),
    ],
)
def test_what_makes_no_merchant_is_refused(desk: Desk, changed: dict[str, object], code: str) -> None:
    with pytest.raises(BadInput) as bad:
        desk.do(set_merchant, actor=desk.bo, merchant=replace(SHOP, **changed))  # type: ignore[arg-type]
    assert bad.value.code == code
    assert desk.see(lambda view: view.merchants()) == []


def test_two_active_merchants_have_two_codes_whatever_their_case(desk: Desk) -> None:
    desk.do(set_merchant, actor=desk.bo, merchant=SHOP)
    other = replace(SHOP, merchant_id="m2", code="sh")
    with pytest.raises(Refused) as refused:
        desk.do(set_merchant, actor=desk.bo, merchant=other)
    assert refused.value.code == "merchant.code_taken"
    desk.do(set_merchant, actor=desk.bo, merchant=replace(SHOP, is_active=False))
    desk.do(set_merchant, actor=desk.bo, merchant=other)
    found, _ = desk.see(lambda view: merchant_given(view, code="SH"))
    assert found == other


def test_a_merchant_set_again_is_as_set_last(desk: Desk) -> None:
    desk.do(set_merchant, actor=desk.bo, merchant=SHOP)
    changed = replace(SHOP, name="Shop & Son", value=Decimal("12.5"))
    desk.do(set_merchant, actor=desk.bo, merchant=changed)
    assert desk.see(lambda view: view.merchants()) == [changed]
    assert len(desk.about("merchant", "m1")) == 2
    assert desk.findings() == []


def test_the_longer_of_two_codes_with_stamps_is_meant(desk: Desk) -> None:
    short = replace(SHOP, code="SH", needs_stamp=True)
    long = replace(SHOP, merchant_id="m2", name="Other", code="SH-X", needs_stamp=True)
    for merchant in (short, long):
        desk.do(set_merchant, actor=desk.bo, merchant=merchant)
    found, stamp = desk.see(lambda view: merchant_given(view, code="sh-x-12"))
    assert (found.merchant_id, stamp) == ("m2", "12")
