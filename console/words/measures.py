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
    "barrier.answer_ms": QT_TRANSLATE_NOOP("Measures", "Answers in"),
    "barrier.boom_down": QT_TRANSLATE_NOOP("Measures", "Contact: boom down"),
    "barrier.boom_up": QT_TRANSLATE_NOOP("Measures", "Contact: boom up"),
    "barrier.held": QT_TRANSLATE_NOOP("Measures", "Held open"),
    "barrier.relay_closed": QT_TRANSLATE_NOOP("Measures", "Opening relay"),
    "camera.age_ms": QT_TRANSLATE_NOOP("Measures", "Age of the picture"),
    "camera.brightness_percent": QT_TRANSLATE_NOOP("Measures", "Brightness"),
    "camera.frames_per_second": QT_TRANSLATE_NOOP("Measures", "Pictures a second"),
    "camera.height_px": QT_TRANSLATE_NOOP("Measures", "Height"),
    "camera.restarts": QT_TRANSLATE_NOOP("Measures", "Connected again"),
    "camera.sharpness_percent": QT_TRANSLATE_NOOP("Measures", "Sharpness"),
    "camera.width_px": QT_TRANSLATE_NOOP("Measures", "Width"),
    "loops.arming": QT_TRANSLATE_NOOP("Measures", "Loop before the boom"),
    "loops.closing": QT_TRANSLATE_NOOP("Measures", "Loop behind the boom"),
    "power.charge_percent": QT_TRANSLATE_NOOP("Measures", "Battery"),
    "power.on_battery": QT_TRANSLATE_NOOP("Measures", "On battery"),
    "power.runtime_s": QT_TRANSLATE_NOOP("Measures", "Lasts for"),
    "printer.answer_ms": QT_TRANSLATE_NOOP("Measures", "Answers in"),
    "printer.cover_open": QT_TRANSLATE_NOOP("Measures", "Cover open"),
    "printer.drawer_open": QT_TRANSLATE_NOOP("Measures", "Drawer open"),
    "printer.jobs": QT_TRANSLATE_NOOP("Measures", "Printed since the start"),
    "printer.last_job_ms": QT_TRANSLATE_NOOP("Measures", "Last one took"),
    "printer.online": QT_TRANSLATE_NOOP("Measures", "Ready to print"),
    "printer.paper": QT_TRANSLATE_NOOP("Measures", "Paper"),
    "reader.codes": QT_TRANSLATE_NOOP("Measures", "Codes read"),
    "reader.dropped": QT_TRANSLATE_NOOP("Measures", "Thrown away"),
    "reader.last_code": QT_TRANSLATE_NOOP("Measures", "Last code"),
    "receipts.waiting": QT_TRANSLATE_NOOP("Measures", "Receipts that wait"),
    "recogniser.refused_keys": QT_TRANSLATE_NOOP("Measures", "Wrong keys refused"),
    "sign.text": QT_TRANSLATE_NOOP("Measures", "Shows"),
}
_OCCUPIED: Final = frozenset({"loops.arming", "loops.closing"})
_CONTACTS: Final = frozenset({"barrier.boom_up", "barrier.boom_down", "barrier.relay_closed"})
# How a value is written follows from how its name ends; the longest ending counts.
_UNITS: Final[Mapping[str, object]] = {
    "_px": QT_TRANSLATE_NOOP("Measures", "{value} px"),
    "_ms": QT_TRANSLATE_NOOP("Measures", "{value} ms"),
    "_per_second": QT_TRANSLATE_NOOP("Measures", "{value} a second"),
    "_dots": QT_TRANSLATE_NOOP("Measures", "{value} dots"),
    "_volts": QT_TRANSLATE_NOOP("Measures", "{value} V"),
    "_dbm": QT_TRANSLATE_NOOP("Measures", "{value} dBm"),
}
_LONG_S: Final = 120.0
_THREE_FIGURES: Final = 100
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
        return _yes_or_no(name, is_so=value)
    if isinstance(value, str):
        return say(value).text if is_known(value) else value
    if name.endswith("_percent"):
        return format_percent(value / 100)
    if name.endswith("_s"):
        return _seconds(float(value))
    return _with_unit(name, _figure(value))


def _yes_or_no(name: str, *, is_so: bool) -> str:
    if name in _OCCUPIED:
        return tr("Measures", "occupied") if is_so else tr("Measures", "free")
    if name in _CONTACTS:
        return tr("Measures", "closed") if is_so else tr("Measures", "open")
    return tr("Measures", "yes") if is_so else tr("Measures", "no")


def _with_unit(name: str, figure: str) -> str:
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
