"""What the desk says of the power."""

from __future__ import annotations

from datetime import timedelta

from console.state.messages import Weight
from core.domain.power_story import Heard, PowerNews
from core.services.tell_power_gap import Away, Gap, tell_gap, tell_power
from tests.console.desk_booth import DeskBooth


def tell(desk: DeskBooth, news: PowerNews) -> None:
    heard = Heard(news, desk.clock.now())
    desk.store.write(lambda unit: tell_power(unit, heard, charge_percent=50))


def test_losing_the_mains_is_an_alarm_with_what_to_do(desk: DeskBooth) -> None:
    tell(desk, PowerNews.LOST)
    desk.until(lambda: "runs on its battery" in desk.message, "it is said")
    assert desk.state.message is not None
    assert desk.state.message.weight is Weight.ALARM


def test_the_mains_being_back_is_said_with_their_time(desk: DeskBooth) -> None:
    tell(desk, PowerNews.BACK)
    desk.until(lambda: "back since 08:00" in desk.message, "it is said")


def test_a_gap_is_said_from_when_to_when(desk: DeskBooth) -> None:
    now = desk.clock.now()
    gap = Gap(Away.POWER, now - timedelta(minutes=15), now)
    desk.store.write(lambda unit: tell_gap(unit, gap))
    desk.until(lambda: "from 07:45 to 08:00" in desk.message, "it is said")


def test_a_gap_waits_until_somebody_has_seen_it(desk: DeskBooth) -> None:
    now = desk.clock.now()
    gap = Gap(Away.MACHINE, now - timedelta(minutes=15), now)
    desk.store.write(lambda unit: tell_gap(unit, gap))

    def rows() -> list[str]:
        return [row.code for row in desk.screen.waiting.rows]

    desk.until(lambda: rows() == ["console.machine_was_off"], "it waits")
    row = desk.screen.waiting.rows[0]
    assert row.facts["from_at"] == gap.from_at
    desk.screen.waiting.mark_seen(row.key)
    desk.until(lambda: rows() == [], "it was seen")
