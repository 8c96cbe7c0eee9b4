import pytest

from core.domain.errors import BadInput
from core.domain.lots import LONGEST_IDLE_SECONDS, Direction, Lane, Lot

LANES = (Lane("in", "Entry", Direction.ENTRY),)


def lot(**settings: object) -> Lot:
    return Lot("lot-1", "Riverside", 40, "Asia/Taipei", "TWD", LANES, **settings)  # type: ignore[arg-type]


def test_a_lot_that_changed_nothing_writes_what_consoles_of_before_know() -> None:
    document = lot().to_document()
    assert not {"idle_lock_seconds", "badge_needs_pin"} & set(document)
    assert Lot.from_document(document) == lot()


def test_what_was_changed_is_written_and_read_again() -> None:
    changed = lot(idle_lock_seconds=0, badge_needs_pin=True)
    document = changed.to_document()
    assert (document["idle_lock_seconds"], document["badge_needs_pin"]) == (0, True)
    assert Lot.from_document(document) == changed


def test_a_setting_of_a_newer_program_is_left_out() -> None:
    assert Lot.from_document({**lot().to_document(), "teleports": 3}) == lot()


@pytest.mark.parametrize("seconds", [-1, LONGEST_IDLE_SECONDS + 1])
def test_the_booth_locks_within_a_shift_or_never(seconds: int) -> None:
    with pytest.raises(BadInput) as caught:
        lot(idle_lock_seconds=seconds)
    assert caught.value.code == "lot.bad_idle_lock"
