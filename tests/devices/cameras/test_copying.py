"""How many of a source's pictures go into the ring: all while somebody looks, fewer while nobody does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.copying import Copying
from devices.cameras.reports import Said
from devices.cameras.ring import FrameRing
from devices.cameras.view_judge import ViewJudge

SECOND_NS = 1_000_000_000


class SlowClock:
    """FAKE: the monotonic clock, as far as the source lets it go on."""

    def __init__(self) -> None:
        self.now_ns = 50 * SECOND_NS

    def monotonic_ns(self) -> int:
        return self.now_ns


class PacedSource:
    """FAKE: a camera of so many pictures a second, each one of a grey of its own."""

    def __init__(self, clock: SlowClock, fps: float) -> None:
        self.read_count = self.let_go_count = 0
        self.is_still = False
        self._clock = clock
        self._step_ns = int(SECOND_NS / fps)

    def read(self, room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        self._clock.now_ns += self._step_ns
        self.read_count += 1
        picture = np.full((36, 64, 3), 100, np.uint8)
        if not self.is_still:
            picture[0, 0] = self.read_count % 251
        if room is not None and room.shape == picture.shape:
            room[...] = picture
            return room
        return picture

    def let_go(self) -> None:
        self._clock.now_ns += self._step_ns
        self.let_go_count += 1

    def close(self) -> None:
        pass


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SlowClock:
    slow = SlowClock()
    monkeypatch.setattr(time, "monotonic_ns", slow.monotonic_ns)
    return slow


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[FrameRing]:
    made = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    yield made
    made.close()


class Rig:
    """A source copied into a ring for so many seconds of its clock."""

    def __init__(self, clock: SlowClock, ring: FrameRing, fps: float) -> None:
        self.source = PacedSource(clock, fps)
        self.said: list[Said] = []
        self._clock = clock
        self._ring = ring
        self._copying = Copying(self.source, ring, ViewJudge(), self.said.append)

    def run(self, seconds: float, *, watched: bool) -> int:
        """How many pictures came into the ring."""
        before, end_ns = self._ring.captured_count(), self._clock.now_ns + int(seconds * SECOND_NS)
        while self._clock.now_ns < end_ns:
            if watched:
                self._ring.latest_preview()
            self._copying.step()
        return self._ring.captured_count() - before


def test_while_somebody_looks_every_picture_comes_into_the_ring(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    assert rig.run(4, watched=True) == pytest.approx(100, abs=2)
    assert rig.source.let_go_count == 0


def test_while_nobody_looks_every_second_picture_is_enough(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(2, watched=False)
    assert rig.run(4, watched=False) == pytest.approx(50, abs=3)


def test_who_begins_to_look_has_all_pictures_at_once(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(4, watched=False)
    assert rig.run(2, watched=True) == pytest.approx(50, abs=2)


@pytest.mark.parametrize("fps", [2, 5, 10, 15, 20])
def test_a_slow_cameras_pictures_are_all_taken(clock: SlowClock, ring: FrameRing, fps: float) -> None:
    rig = Rig(clock, ring, fps)
    assert rig.run(6, watched=False) == pytest.approx(6 * fps, abs=2)


def test_no_picture_is_older_than_a_tenth_of_a_second_while_nobody_looks(
    clock: SlowClock, ring: FrameRing
) -> None:
    rig = Rig(clock, ring, 50)
    rig.run(2, watched=False)
    ages = []
    for _ in range(200):
        rig.run(0.02, watched=False)
        ages.append(clock.now_ns - ring.latest_captured_ns())
    assert max(ages) <= 100_000_000


def test_previews_are_made_at_most_25_times_a_second(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 200)
    rig.run(1, watched=True)
    before = ring.preview_count()
    rig.run(4, watched=True)
    assert ring.preview_count() - before == pytest.approx(100, abs=4)


def test_every_picture_of_a_camera_of_25_a_second_has_its_preview(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(1, watched=True)
    before = ring.preview_count()
    rig.run(4, watched=True)
    assert ring.preview_count() - before == pytest.approx(100, abs=2)


def test_the_last_seconds_are_kept_also_while_nobody_looks(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(6, watched=False)
    for age_ms in (0, 300, 1000, 2200):
        at_ns = clock.now_ns - age_ms * 1_000_000
        found = ring.past().nearest(at_ns)
        assert found is not None
        assert abs(found.captured_ns - at_ns) <= 240_000_000


def test_once_a_second_it_tells_what_it_measures(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(10, watched=True)
    facts = [said.facts for said in rig.said]
    assert 9 <= len(facts) <= 12
    last = facts[-1]
    assert last is not None
    assert last.frames_per_second == pytest.approx(25, abs=1)
    assert (last.width, last.height) == (64, 36)
    assert last.brightness == pytest.approx(100 / 255, abs=0.02)


def test_the_pace_is_that_of_the_camera_also_where_pictures_are_let_go(
    clock: SlowClock, ring: FrameRing
) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(10, watched=False)
    facts = rig.said[-1].facts
    assert facts is not None
    assert facts.frames_per_second == pytest.approx(25, abs=2)


def test_a_frozen_stream_is_opened_anew_after_a_minute(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.source.is_still = True
    rig.run(30, watched=False)
    assert rig.said[-1].cause == "camera.frozen"
    with pytest.raises(DeviceError) as caught:
        rig.run(60, watched=False)
    assert caught.value.cause == "camera.frozen"


def test_what_is_told_survives_the_way_to_the_parent(clock: SlowClock, ring: FrameRing) -> None:
    rig = Rig(clock, ring, 25)
    rig.run(3, watched=True)
    for said in (*rig.said, Said("failed", "camera.refused", "camera:554")):
        line = said.to_json()
        assert "\n" not in line
        assert Said.from_json(line.encode()) == said
