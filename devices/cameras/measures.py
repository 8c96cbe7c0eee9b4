"""The live values of a camera, under the names that screens have words for."""

from __future__ import annotations

from core.services.ports import Measure
from devices.cameras.reports import CaptureFacts


def camera_measures(
    facts: CaptureFacts | None, *, age_ms: int | None, restarts: int | None
) -> tuple[Measure, ...]:
    """Always the same names in the same order; None is not measured."""
    return (
        Measure("camera.frames_per_second", facts.frames_per_second if facts is not None else None),
        Measure("camera.age_ms", age_ms),
        Measure("camera.width_px", facts.width if facts is not None else None),
        Measure("camera.height_px", facts.height if facts is not None else None),
        Measure("camera.brightness_percent", _percent(facts.brightness if facts is not None else None)),
        Measure("camera.sharpness_percent", _percent(facts.sharpness if facts is not None else None)),
        Measure("camera.restarts", restarts),
    )


def _percent(share: float | None) -> int | None:
    return round(100 * share) if share is not None else None
