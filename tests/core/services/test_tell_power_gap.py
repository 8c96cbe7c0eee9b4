from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.journal import Subject, to_micros
from core.domain.power_story import Heard, PowerNews
from core.services.tell_power_gap import Away, Gap, LifeSign, gap_after, tell_gap, tell_power
from tests.booth import Booth

TEN_PAST_THREE = datetime(2026, 5, 13, 3, 10, tzinfo=UTC)
LATER = TEN_PAST_THREE + timedelta(minutes=15)
SIGN = LifeSign(TEN_PAST_THREE, "boot-1")


def test_a_console_ended_in_order_leaves_no_gap() -> None:
    assert gap_after(replace(SIGN, has_ended=True), boot_id="boot-2", now=LATER) is None


def test_a_first_start_has_no_gap() -> None:
    assert gap_after(None, boot_id="boot-1", now=LATER) is None


@pytest.mark.parametrize(
    ("sign", "boot_id", "why"),
    [
        (SIGN, "boot-1", Away.PROGRAM),
        (SIGN, "boot-2", Away.MACHINE),
        (replace(SIGN, on_battery=True), "boot-2", Away.POWER),
        (replace(SIGN, on_battery=True, has_ended=True), "boot-2", Away.POWER),
    ],
)
def test_the_gap_says_from_when_to_when_and_what_is_known_of_the_reason(
    sign: LifeSign, boot_id: str, why: Away
) -> None:
    assert gap_after(sign, boot_id=boot_id, now=LATER) == Gap(why, TEN_PAST_THREE, LATER)


def test_a_clock_that_stands_before_the_sign_tells_no_gap() -> None:
    assert gap_after(SIGN, boot_id="boot-2", now=TEN_PAST_THREE - timedelta(seconds=1)) is None


def test_gap_and_power_are_written_into_the_journal(booth: Booth) -> None:
    gap = Gap(Away.POWER, TEN_PAST_THREE, LATER)
    booth.store.write(lambda unit: tell_gap(unit, gap))
    heard = Heard(PowerNews.LOST, LATER)
    booth.store.write(lambda unit: tell_power(unit, heard, charge_percent=87))
    subject = Subject("console_power", booth.store.console_id)
    entries = booth.store.read(lambda unit: unit.entries_about(subject))
    assert [(entry.kind, dict(entry.payload)) for entry in entries] == [
        ("console.power_was_away", {"from_at": to_micros(TEN_PAST_THREE), "until": to_micros(LATER)}),
        ("power.lost", {"from_at": to_micros(LATER), "charge_percent": 87}),
    ]
