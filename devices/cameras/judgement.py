"""What the age of the newest picture and the capture's last words say about a camera."""

from __future__ import annotations

from dataclasses import dataclass

from core.services.ports import Health
from devices.cameras.child import ChildReport
from devices.cameras.view_judge import VIEW_CAUSES

STALE = "camera.stale"
STALE_AFTER_S = 1.0
FAILED_AFTER_S = 3.0
# Opening a stream takes 1 to 2 s when all is well; OpenCV's time-out of 4 s may fire at twice that.
OPENING_LIMIT_S = 12.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """A reason code and its detail; both empty where nothing is known to be wrong."""

    cause: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a camera is at this moment."""

    health: Health
    cause: str = ""
    detail: str = ""


def judge(*, now_ns: int, captured_ns: int, started_ns: int, trouble: Trouble) -> Judgement:
    """The health that the age of the newest picture gives (``captured_ns`` 0: there was none yet).

    New pictures of which nothing can be seen (``VIEW_CAUSES``) are a failure too; ``camera.pictures_skipped``
    is the one cause that an OK camera may show.
    """
    if captured_ns == 0:
        if trouble.cause:
            return Judgement(Health.FAILED, trouble.cause, trouble.detail)
        if age_s(started_ns, now_ns) > OPENING_LIMIT_S:
            return Judgement(Health.FAILED, "camera.no_answer")
        return Judgement(Health.STARTING)
    age = age_s(captured_ns, now_ns)
    if age <= STALE_AFTER_S:
        if trouble.cause in VIEW_CAUSES:
            return Judgement(Health.FAILED, trouble.cause, trouble.detail)
        skipping = trouble.cause == "camera.pictures_skipped"
        return Judgement(Health.OK, *((trouble.cause, trouble.detail) if skipping else ()))
    health = Health.STALE if age <= FAILED_AFTER_S else Health.FAILED
    known = trouble.cause and trouble.cause not in VIEW_CAUSES
    return Judgement(health, *((trouble.cause, trouble.detail) if known else (STALE,)))


def is_stuck(report: ChildReport, *, now_ns: int, captured_ns: int) -> Trouble | None:
    """Why the capture process must be replaced, or None: one that waits to try again is not stuck."""
    silent_s = age_s(max(report.at_ns, captured_ns), now_ns)
    if report.state == "running" and silent_s > FAILED_AFTER_S:
        return Trouble(STALE, f"no picture for {silent_s:.1f} s")
    if report.state in ("starting", "opening") and silent_s > OPENING_LIMIT_S:
        return Trouble("camera.no_answer", f"not open after {silent_s:.0f} s")
    return None


def age_s(then_ns: int, now_ns: int) -> float:
    """Seconds between two readings of the monotonic clock."""
    return (now_ns - then_ns) / 1e9
