"""Live values in words: every name that a driver gives, with its unit."""

import re
from pathlib import Path

import pytest

from console.words.measures import measure_label, measure_names, measure_value
from core.services.ports import Measure

ROOT = Path(__file__).parents[3]


def test_every_measure_of_a_driver_has_words():
    given = set()
    for package in ("console", "core", "devices"):
        for path in (ROOT / package).rglob("*.py"):
            given |= set(re.findall(r'Measure\(\s*"([a-z_]+\.[a-z_0-9]+)"', path.read_text(encoding="utf-8")))
    assert len(given) > 20
    assert given <= measure_names(), sorted(given - measure_names())


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("barrier.answer_ms", 18.44, "18.4 ms"),
        ("barrier.boom_up", True, "closed"),
        ("barrier.held", False, "no"),
        ("camera.frames_per_second", 10.0, "10"),
        ("camera.width_px", 1280, "1,280 px"),
        ("camera.brightness_percent", 44.0, "44\u00a0%"),
        ("loops.arming", True, "occupied"),
        ("power.runtime_s", 1820, "30 min"),
        ("power.runtime_s", 45, "45 s"),
        ("printer.cover_open", None, None),
        ("reader.last_code", "", None),
        ("camera.restarts", 3, "3 times"),
    ],
)
def test_a_value_is_written_with_its_unit(name, value, text, qapp):
    assert measure_value(Measure(name, value)) == text


def test_a_measure_without_words_is_shown_as_it_is(qapp):
    assert measure_label("gate.some_thing") == "some thing"
