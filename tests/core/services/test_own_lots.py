"""A landlord sees the lots that were given to them, and is nobody in all others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.people import RIGHTS, Right, Role
from core.services.sign_on_by_name import read_named
from tests.booth import Booth
from tests.core.services.secrets import PASSWORD, sign_on_as, someone


@pytest.fixture
def lots(tmp_path: Path) -> Iterator[tuple[Booth, Booth]]:
    for name in ("market", "harbour"):
        (tmp_path / name).mkdir()
    made = Booth(tmp_path / "market"), Booth(tmp_path / "harbour")
    yield made
    for lot in made:
        lot.close()


def test_a_landlord_signs_on_in_their_own_lot_and_in_no_other(lots: tuple[Booth, Booth]) -> None:
    own, other = lots
    lee = someone(own, "Lee", Role.LANDLORD, PASSWORD)
    assert sign_on_as(own, "Lee", PASSWORD) == lee
    assert sign_on_as(other, "Lee", PASSWORD) is None
    assert other.store.read(lambda view: read_named(view, "Lee")).credential is None


def test_a_landlord_of_two_lots_is_written_down_in_both_and_each_may_end_it(
    lots: tuple[Booth, Booth],
) -> None:
    for lot in lots:
        someone(lot, "Lee", Role.LANDLORD, PASSWORD)
    ids = {sign_on_as(lot, "Lee", PASSWORD).person_id for lot in lots}  # type: ignore[union-attr]
    assert len(ids) == 2


def test_a_landlord_touches_no_money_no_gate_and_no_people() -> None:
    touching = {
        *(Right.TAKE_CASH, Right.TAKE_PAYMENT, Right.REFUND, Right.APPROVE_REFUND, Right.WAIVE),
        *(Right.OPEN_GATE, Right.HOLD_GATE, Right.MANAGE_PEOPLE, Right.MANAGE_CLIENTS, Right.PURGE),
    }
    assert not touching & RIGHTS[Role.LANDLORD]
    assert {Right.SEE_TOTALS, Right.SEE_AUDIT, Right.VERIFY_JOURNAL} <= RIGHTS[Role.LANDLORD]
