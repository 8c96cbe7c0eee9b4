"""Live values of devices: what each is called, and how its value is written with its unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.formats import format_duration, format_percent
from console.words import is_known, say
from core.services.ports import Measure

tr = QCoreApplication.translate

_LABELS: Final[Mapping[str, object]] = {
    "camera.age_ms": QT_TRANSLATE_NOOP("Measures", "Age of the picture"),
    "camera.brightness": QT_TRANSLATE_NOOP("Measures", "Brightness"),
    "camera.frames_per_second": QT_TRANSLATE_NOOP("Measures", "Pictures a second"),
    "camera.height": QT_TRANSLATE_NOOP("Measures", "Height"),
    "camera.restarts": QT_TRANSLATE_NOOP("Measures", "Reconnected"),
    "camera.sharpness": QT_TRANSLATE_NOOP("Measures", "Sharpness"),
    "camera.width": QT_TRANSLATE_NOOP("Measures", "Width"),
}
# How a value is written follows from how its name ends; the longest ending counts.
_UNITS: Final[Mapping[str, object]] = {
    "_ms": QT_TRANSLATE_NOOP("Measures", "{value} ms"),
    "_per_second": QT_TRANSLATE_NOOP("Measures", "{value} a second"),
    "_dots": QT_TRANSLATE_NOOP("Measures", "{value} dots"),
    "_volts": QT_TRANSLATE_NOOP("Measures", "{value} V"),
    "_dbm": QT_TRANSLATE_NOOP("Measures", "{value} dBm"),
}
_LONG_S: Final = 120.0
_THREE_FIGURES: Final = 100
_PIXELS: Final = frozenset({"camera.width", "camera.height"})
_COUNTS: Final = frozenset({"camera.restarts"})


def measure_names() -> frozenset[str]:
    """All live values that there are words for."""
    return frozenset(_LABELS)


def measure_label(name: str) -> str:
    """What the value is called; a name without words is shown as it is."""
    label = _LABELS.get(name)
    if label is not None:
        return tr("Measures", str(label))
    return name.rpartition(".")[2].replace("_", " ")


def measure_value(measure: Measure) -> str | None:
    """The value with its unit, None where it is not measured."""
    name, value = measure.name, measure.value
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return tr("Measures", "on") if value else tr("Measures", "off")
    if isinstance(value, str):
        return say(value).text if is_known(value) else value
    if name.endswith("_percent"):
        return format_percent(value / 100)
    if name.endswith("_s"):
        return _seconds(float(value))
    return _with_unit(name, _figure(value))


def _with_unit(name: str, figure: str) -> str:
    if name in _PIXELS:
        return tr("Measures", "{value} px").format(value=figure)
    if name in _COUNTS:
        return tr("Measures", "{value} times").format(value=figure)
    unit = next((words for ending, words in _UNITS.items() if name.endswith(ending)), None)
    # Its name says "a second" already.
    if unit is None or name == "camera.frames_per_second":
        return figure
    return tr("Measures", str(unit)).format(value=figure)


def _seconds(seconds: float) -> str:
    if seconds >= _LONG_S:
        return format_duration(timedelta(seconds=seconds))
    return tr("Measures", "{value} s").format(value=_figure(seconds))


def _figure(value: float) -> str:
    """Three figures are as many as a person compares."""
    if isinstance(value, int) or value == int(value):
        return f"{int(value):,}"
    return f"{value:.1f}" if abs(value) < _THREE_FIGURES else f"{value:,.0f}"
