"""A device through its troubles: what shows, what is amber, and what is written down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.services.device_record import NO_WORD, DeviceRecord, Failed, Note, Recovered
from core.services.device_views import Trouble
from core.services.ports import DeviceStatus, Health

NOON = datetime(2026, 5, 13, 12, tzinfo=UTC)
SECOND_NS = 1_000_000_000


class Watch:
    """A record looked at twice a second."""

    def __init__(self, last: Trouble | None = None) -> None:
        self.record = DeviceRecord(last)
        self.half_seconds = 0
        self.notes: list[Note] = []

    @property
    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.half_seconds / 2)

    def see(
        self, health: Health, cause: str = "", *, seconds: float = 0.5, faults: tuple[str, ...] = ()
    ) -> None:
        """The device is like that for so long."""
        for _ in range(round(seconds * 2)):
            self.half_seconds += 1
            now_ns = self.half_seconds * SECOND_NS // 2
            status = DeviceStatus(health, now_ns, cause)
            note = self.record.look(status, faults, self.now, now_ns)
            if note is not None:
                self.notes.append(note)


def test_a_trouble_is_written_down_once_it_has_lasted_five_seconds() -> None:
    watch = Watch()
    watch.see(Health.OK)
    watch.see(Health.FAILED, "camera.no_answer", seconds=5)
    assert watch.notes == []
    watch.see(Health.FAILED, "camera.no_answer", seconds=20)
    assert watch.notes == [Failed("camera.no_answer", "")]


def test_its_end_is_written_down_with_how_long_it_lasted() -> None:
    watch = Watch()
    watch.see(Health.STALE, "camera.stale", seconds=30)
    watch.see(Health.OK)
    assert watch.notes[-1] == Recovered("camera.stale", 30_000, 0)


def test_a_short_trouble_shows_and_stays_amber_for_five_minutes_and_is_not_written_down() -> None:
    watch = Watch()
    watch.see(Health.FAILED, "loops.no_answer", seconds=2)
    watch.see(Health.OK)
    assert watch.notes == []
    assert watch.record.trouble == Trouble("loops.no_answer", "", NOON + timedelta(seconds=0.5), watch.now)
    assert watch.record.is_amber(watch.now)
    assert watch.record.is_amber(watch.now + timedelta(minutes=4, seconds=59))
    assert not watch.record.is_amber(watch.now + timedelta(minutes=5))


def test_while_the_trouble_lasts_it_is_not_amber_but_worse() -> None:
    watch = Watch()
    watch.see(Health.FAILED, "loops.no_answer", seconds=2)
    assert not watch.record.is_amber(watch.now)


def test_a_loose_plug_is_written_down_once_a_minute_and_the_rest_is_counted() -> None:
    watch = Watch()
    for _ in range(6):
        watch.see(Health.FAILED, "barrier.no_answer", seconds=8)
        watch.see(Health.OK, seconds=2)
    assert [type(note) for note in watch.notes] == [Failed, Recovered]
    watch.see(Health.FAILED, "barrier.no_answer", seconds=30)
    watch.see(Health.OK)
    assert isinstance(watch.notes[-1], Recovered)
    assert watch.notes[-1].meanwhile == 5


def test_a_device_that_is_only_starting_is_in_no_trouble_and_ends_none() -> None:
    watch = Watch(Trouble("camera.no_answer", "", NOON))
    watch.see(Health.STARTING, seconds=30)
    assert watch.notes == []
    assert watch.record.trouble is not None
    assert watch.record.trouble.ended_at is None


def test_a_trouble_from_before_the_restart_ends_when_the_device_is_well_and_is_not_told_twice() -> None:
    watch = Watch(Trouble("camera.no_answer", "", NOON - timedelta(hours=1)))
    watch.see(Health.FAILED, "camera.no_answer", seconds=90)
    assert watch.notes == []
    watch.see(Health.OK)
    assert watch.notes == [Recovered("camera.no_answer", (3600 + 90) * 1000 + 500, 0)]


def test_a_device_that_can_only_be_unknown_does_not_stay_in_trouble_for_ever() -> None:
    watch = Watch()
    watch.see(Health.FAILED, "barrier.not_found", seconds=10)
    watch.see(Health.UNKNOWN, "barrier.cannot_answer")
    assert watch.record.trouble is not None
    assert watch.record.trouble.ended_at == watch.now


def test_what_the_lane_noticed_of_a_device_that_says_it_is_well_is_a_trouble_too() -> None:
    watch = Watch()
    watch.see(Health.OK, seconds=10, faults=("loops.closing_stuck",))
    watch.see(Health.OK)
    assert watch.notes == [Failed("loops.closing_stuck", ""), Recovered("loops.closing_stuck", 10_000, 0)]


def test_a_failure_without_a_word_gets_one() -> None:
    watch = Watch()
    watch.see(Health.FAILED, seconds=10)
    assert watch.notes == [Failed(NO_WORD, "")]


def test_since_holds_as_long_as_the_health_does_and_a_clock_set_back_makes_nothing_negative() -> None:
    record = DeviceRecord()
    record.look(DeviceStatus(Health.OK, 0), (), NOON, 60 * SECOND_NS)
    assert record.since == NOON - timedelta(seconds=60)
    record.look(DeviceStatus(Health.OK, 70 * SECOND_NS), (), NOON + timedelta(seconds=20), 80 * SECOND_NS)
    assert record.since == NOON - timedelta(seconds=60)
    record.look(DeviceStatus(Health.FAILED, 80 * SECOND_NS), (), NOON, 80 * SECOND_NS)
    record.look(DeviceStatus(Health.OK, 90 * SECOND_NS), (), NOON - timedelta(hours=1), 90 * SECOND_NS)
    assert record.trouble is not None
    assert record.trouble.ended_at == NOON
