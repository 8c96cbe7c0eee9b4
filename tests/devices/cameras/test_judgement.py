"""What age and last words say about a camera."""

import pytest

from core.services.ports import Health
from devices.cameras.child import ChildReport
from devices.cameras.judgement import Trouble, is_stuck, judge

SECOND = 1_000_000_000
NOW = 100 * SECOND


@pytest.mark.parametrize(
    ("age_s", "health", "cause"),
    [(0.2, Health.OK, ""), (1.5, Health.STALE, "camera.stale"), (3.5, Health.FAILED, "camera.stale")],
)
def test_the_age_of_the_newest_picture_decides(age_s: float, health: Health, cause: str) -> None:
    seen = judge(now_ns=NOW, captured_ns=NOW - int(age_s * SECOND), started_ns=1, trouble=Trouble())
    assert (seen.health, seen.cause) == (health, cause)


def test_an_old_picture_shows_what_the_capture_said() -> None:
    seen = judge(
        now_ns=NOW,
        captured_ns=NOW - 2 * SECOND,
        started_ns=1,
        trouble=Trouble("camera.refused", "10.0.0.5:554"),
    )
    assert (seen.health, seen.cause, seen.detail) == (Health.STALE, "camera.refused", "10.0.0.5:554")


def test_a_fresh_picture_forgets_old_trouble_but_not_skipped_pictures() -> None:
    old = judge(now_ns=NOW, captured_ns=NOW, started_ns=1, trouble=Trouble("camera.refused"))
    assert (old.health, old.cause) == (Health.OK, "")
    skipping = judge(
        now_ns=NOW, captured_ns=NOW, started_ns=1, trouble=Trouble("camera.pictures_skipped", "b.jpg")
    )
    assert (skipping.health, skipping.cause, skipping.detail) == (
        Health.OK,
        "camera.pictures_skipped",
        "b.jpg",
    )


@pytest.mark.parametrize("cause", ["camera.frozen", "camera.dark", "camera.covered"])
def test_fresh_pictures_of_which_nothing_can_be_seen_are_a_failure(cause: str) -> None:
    seen = judge(now_ns=NOW, captured_ns=NOW, started_ns=1, trouble=Trouble(cause))
    assert (seen.health, seen.cause) == (Health.FAILED, cause)


def test_an_old_picture_is_old_whatever_was_to_be_seen_on_it() -> None:
    seen = judge(now_ns=NOW, captured_ns=NOW - 2 * SECOND, started_ns=1, trouble=Trouble("camera.dark"))
    assert (seen.health, seen.cause) == (Health.STALE, "camera.stale")


def test_before_the_first_picture_it_is_starting_until_trouble_or_time_says_otherwise() -> None:
    def seen(started_s_ago: int, trouble: Trouble) -> tuple[Health, str]:
        judged = judge(now_ns=NOW, captured_ns=0, started_ns=NOW - started_s_ago * SECOND, trouble=trouble)
        return judged.health, judged.cause

    assert seen(5, Trouble()) == (Health.STARTING, "")
    assert seen(5, Trouble("camera.refused")) == (Health.FAILED, "camera.refused")
    assert seen(20, Trouble()) == (Health.FAILED, "camera.no_answer")


@pytest.mark.parametrize(
    ("state", "silent_s", "cause"),
    [
        ("running", 2, None),
        ("running", 4, "camera.stale"),
        ("opening", 8, None),
        ("opening", 13, "camera.no_answer"),
        ("starting", 13, "camera.no_answer"),
        ("failed", 60, None),
    ],
)
def test_a_capture_that_hangs_is_replaced_and_one_that_waits_is_not(
    state: str, silent_s: int, cause: str | None
) -> None:
    stuck = is_stuck(
        ChildReport(state, NOW - silent_s * SECOND), now_ns=NOW, captured_ns=NOW - silent_s * SECOND
    )
    assert (stuck.cause if stuck is not None else None) == cause
