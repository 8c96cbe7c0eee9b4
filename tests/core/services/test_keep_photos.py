"""Photos: kept beside the car's way, and no fault costs more than its own photo."""

from __future__ import annotations

from core.services.keep_photos import PhotoKeeper
from core.services.ports import Still
from tests.booth import wait_until


def test_a_fault_with_one_photo_is_told_and_the_next_is_kept() -> None:
    kept: list[bytes] = []
    lost: list[str] = []

    def keep(still: Still) -> str:
        if still.jpeg == b"bad":
            raise ZeroDivisionError
        kept.append(still.jpeg)
        return ""

    keeper = PhotoKeeper(keep, lost.append)
    for jpeg in (b"bad", b"good"):
        keeper.keep(Still(1, 1, 1, 1, jpeg, jpeg))
    wait_until(lambda: kept == [b"good"])
    keeper.stop()
    assert lost == ["photo.not_kept"]
