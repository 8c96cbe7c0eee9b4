"""A telephone that comes back from LINE Pay names an order; nobody has signed that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.gateways.notices.line_pay_notice import read_line_pay_notice
from core.gateways.notices.notice import NotOurs


def test_the_order_and_the_transaction_stand_in_the_address() -> None:
    notice = read_line_pay_notice("orderId=lk-1&transactionId=2026112201010000001&regionCode=TW")
    assert (notice.key, notice.reference) == ("lk-1", "2026112201010000001")


def test_a_transaction_that_is_no_number_is_left_out() -> None:
    assert read_line_pay_notice("orderId=lk-1&transactionId=%27%3B+drop").reference == ""


@pytest.mark.parametrize(
    "query", ["", "orderId=", "transactionId=1", "orderId=" + "x" * 200, "a=1&" * 20, "orderId=%ff"]
)
def test_what_names_no_order_is_refused(query: str) -> None:
    with pytest.raises(NotOurs):
        read_line_pay_notice(query)


@given(some.text(max_size=200))
def test_no_address_at_all_does_anything_but_name_or_be_refused(query: str) -> None:
    try:
        notice = read_line_pay_notice(query)
    except NotOurs:
        return
    assert notice.key
