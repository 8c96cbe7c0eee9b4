"""The figures of an evaluation, and how they are told to people."""

from __future__ import annotations

import json

from console.evaluation.figures import differences, figures_of
from console.evaluation.labelled import Trouble
from console.evaluation.reading import Evaluated
from console.evaluation.report import report_lines
from core.domain.read_rates import Outcome


def outcome(file: str, truth: str, read: str, confidence: float, camera: str = "entry") -> Outcome:
    return Outcome(file, truth, read, confidence, 100.0, ("OFFERED",), camera, "us")


RIGHT = outcome("1.jpg", "ABC1234", "ABC1234", 0.9)
WRONG = outcome("2.jpg", "ABC1234", "A8C1234", 0.95, "exit")
NOTHING = outcome("3.jpg", "ABC1234", "", 0.0)
FOUND = Evaluated((RIGHT, WRONG, NOTHING), (Trouble("4.jpg", "the picture is damaged"),), 4)


def test_figures_are_for_all_and_for_each_camera_and_region() -> None:
    figures = figures_of("own", FOUND)
    assert (figures["pictures"], figures["read"]) == (4, 3)
    assert figures["over_all"]["exact"] == {"count": 1, "percent": 33.33, "interval": [6.15, 79.23]}
    assert figures["by_camera"]["entry"]["pictures"] == 2
    assert figures["by_camera"]["exit"]["exact"]["percent"] == 0.0
    assert figures["by_region"]["us"]["nothing"]["count"] == 1
    assert figures["by_camera"]["entry"]["barrier"]["threshold"] == 0.9
    assert figures["by_camera"]["exit"]["barrier"] is None
    assert figures["over_all"]["ms_p95"] == 100.0
    assert figures["over_all"]["confusions"] == [{"read": "8", "true": "B", "count": 1, "files": ["2.jpg"]}]


def test_the_table_of_thresholds_goes_from_a_half_to_almost_sure() -> None:
    rows = figures_of("own", FOUND)["thresholds"]
    assert (rows[0]["threshold"], rows[-1]["threshold"]) == (0.5, 0.99)
    assert rows[0]["precision"]["percent"] == 50.0
    assert rows[-1]["precision"] is None


def test_pictures_that_say_neither_camera_nor_region_are_not_grouped() -> None:
    plain = Outcome("1.jpg", "ABC1234", "ABC1234", 0.9)
    figures = figures_of("own", Evaluated((plain,), asked_for=1))
    assert figures["by_camera"] == figures["by_region"] == {}


def test_what_differs_is_named_with_its_file() -> None:
    there = [outcome("2.jpg", "ABC1234", "ABC1234", 0.8), outcome("1.jpg", "ABC1234", "ABC1284", 0.7)]
    found = differences(FOUND.outcomes, there)
    assert found["compared"] == 2
    assert [one["file"] for one in found["better"]] == ["2.jpg"]
    assert [(one["file"], one["here"], one["there"]) for one in found["worse"]] == [
        ("1.jpg", "ABC1234", "ABC1284")
    ]
    assert found["otherwise_wrong"] == []


def test_people_are_told_rates_wrong_reads_confusions_and_what_was_broken() -> None:
    other = figures_of("another", FOUND) | differences(
        FOUND.outcomes, [outcome("2.jpg", "ABC1234", "ABC1234", 1)]
    )
    told = "\n".join(report_lines(figures_of("own", FOUND) | {"against": [other]}))
    assert "own: 3 of 4 pictures read" in told
    assert "8 → B" in told
    assert "A8C1234      is ABC1234" in told
    assert "against another: 1 pictures compared" in told
    assert "better  ABC1234    here A8C1234      there ABC1234      2.jpg" in told
    assert "not read: 4.jpg: the picture is damaged" in told
    assert "at none: ask a person about every car" in told


def test_an_evaluation_of_nothing_is_told_too() -> None:
    figures = figures_of("own", Evaluated((), stopped=True)) | {"against": []}
    json.dumps(figures)
    assert "stopped before the end" in "\n".join(report_lines(figures))
