"""What services answer is taken apart without trusting its shape; a figure nobody means costs nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.gateways.json_values import read_object


@pytest.mark.parametrize(
    "figure",
    ["1e999999", "1e99999999999999999999", "1e-999999", "9" * 5_000, f"0.{'1' * 100}", "NaN", "Infinity"],
)
def test_a_figure_that_is_none_makes_the_answer_none(figure: str) -> None:
    assert read_object(f'{{"amount": {figure}}}'.encode()) is None


def test_figures_are_exact() -> None:
    body = b'{"id": 2026112212345678910, "amount": 12.30, "small": 1e-2, "large": 2E3}'
    assert read_object(body) == {
        "id": 2026112212345678910,
        "amount": Decimal("12.30"),
        "small": Decimal("0.01"),
        "large": Decimal(2000),
    }


@pytest.mark.parametrize("body", [b"", b"[]", b"3", b"\xff", b'{"a": ' * 3_000])
def test_what_is_no_object_is_none(body: bytes) -> None:
    assert read_object(body) is None
