"""The bench of reading, without pictures and without models: which folder, which line, which figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.read_rates import Outcome
from tests.bench import plate_reading
from tests.bench.plate_figures import accuracy_rows, limit_row
from tests.bench.rapidocr_reader import most_plate_like
from tests.bench.reading_child import ReadingProcess

NETWORK_TRIER = "tests.fakes.readers_of_a_bench"


def readings(*reads: str, region: str = "us", truth: str = "ABC1234") -> list[Outcome]:
    return [
        Outcome(f"{number}.jpg", truth, read, confidence=1 - number / 100, region=region)
        for number, read in enumerate(reads)
    ]


def test_without_pictures_the_bench_is_left_out_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(plate_reading.CASES_VARIABLE, str(tmp_path))

    outcome = plate_reading.run(tmp_path)

    assert outcome.rows == ()
    assert outcome.remarks[0].startswith("left out")


def test_pictures_that_cannot_be_told_apart_stop_the_bench_with_their_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plates").mkdir()
    (tmp_path / "plates" / "truth.jsonl").write_text('{"file": "gone.jpg", "plate": "AB12"}\nnonsense\n')
    monkeypatch.setenv(plate_reading.CASES_VARIABLE, str(tmp_path))

    with pytest.raises(RuntimeError, match=r"truth\.jsonl:2.*gone\.jpg"):
        plate_reading.run(tmp_path)


def test_the_folder_beside_the_checkout_is_taken_where_none_is_named() -> None:
    assert plate_reading.pictures_folder({}).parts[-3:] == ("shared", "cases", "plates")
    assert plate_reading.pictures_folder({plate_reading.CASES_VARIABLE: "here"}) == Path("here/plates")


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        ([("CALIFORNIA", 0.99), ("7abc·123", 0.80)], "7ABC123"),
        ([("2811234", 0.99), ("AB-1234", 0.60)], "AB1234"),
        ([("A1B2", 0.99), ("ABC1234", 0.70)], "ABC1234"),
        ([("ABC1234", 0.70), ("XYZ9876", 0.90)], "XYZ9876"),
        ([("281-447-9500", 0.99), ("TOYOTA", 0.99)], ""),
        ([("京A12345", 0.99)], ""),
        ([], ""),
    ],
)
def test_of_the_lines_of_text_the_most_plate_like_one_is_taken(
    lines: list[tuple[str, float]], taken: str
) -> None:
    assert most_plate_like(lines)[0] == taken


def test_each_region_has_a_goal_of_its_own_beside_the_one_over_all() -> None:
    ours = [*readings(*["ABC1234"] * 19, "ABC1235"), *readings("ABC1234", "XYZ", region="eu")]
    theirs = [*readings(*["ABC1234"] * 10, *[""] * 10), *readings("ABC1234", "ABC1234", region="eu")]

    rows = {row.name: row for row in accuracy_rows(ours, theirs)[0]}

    assert rows["plates_exact"].value == pytest.approx(20 / 22)
    assert rows["plates_exact"].baseline_value == pytest.approx(12 / 22)
    assert rows["plates_exact"].met is False
    assert rows["plates_exact_us"].met is True
    assert rows["plates_exact_eu"].met is False
    assert rows["plates_within_one"].value == pytest.approx(21 / 22)
    assert rows["plates_exact_difference"].value == pytest.approx(100 * 8 / 22)


def test_the_surest_seventy_percent_must_be_right() -> None:
    wrong_where_unsure = readings(*["ABC1234"] * 7, "X", "Y", "Z")
    wrong_where_sure = readings("X", *["ABC1234"] * 9)

    def precision(outcomes: list[Outcome]) -> tuple[float, bool | None]:
        (row,) = (row for row in accuracy_rows(outcomes, outcomes)[0] if row.name == "plates_precision_70")
        return row.value, row.met

    assert precision(wrong_where_unsure) == (1.0, True)
    assert precision(wrong_where_sure) == (pytest.approx(6 / 7), False)
    assert precision(readings("ABC1234", "", "")) == (0.0, False)


def test_shares_are_said_with_their_interval_and_pictures_in_pairs() -> None:
    remarks = accuracy_rows(readings("ABC1234", "ABC1234", "X"), readings("X", "ABC1234", "ABC1234"))[1]

    assert "2 of 3, 66.7 % (20.8 to 93.9)" in remarks[0]
    assert remarks[-1].startswith("of 3 pictures 1 are right only here, 1 only with")


def test_a_figure_at_its_limit_is_met_and_above_it_is_missed() -> None:
    assert limit_row("plates_p50", 100.0, "ms p50", 200.0, 100.0).met is True
    assert limit_row("plates_p50", 100.1, "ms p50", 200.0, 100.0).met is False
    assert limit_row("plates_p50", 50.0, "ms p50", 200.0, 100.0).goal == "at most 100 ms"


def test_a_reader_in_its_own_process_answers_and_cannot_reach_a_network(tmp_path: Path) -> None:
    picture = tmp_path / "car.png"
    picture.write_bytes(_one_pixel_png())

    with ReadingProcess(NETWORK_TRIER, "us") as reader:
        answer = reader.read(picture)

    assert answer.text == "REFUSED US"
    assert answer.elapsed_ms >= 0
    assert reader.most_bytes > 0


def test_a_reader_that_fails_ends_the_bench_instead_of_being_waited_for(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended"), ReadingProcess(NETWORK_TRIER, "us") as reader:
        reader.read(tmp_path / "no such picture.png")


def _one_pixel_png() -> bytes:
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
    )
