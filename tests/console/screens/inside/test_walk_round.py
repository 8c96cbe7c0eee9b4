from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.screens.inside.csv_file import read_csv
from console.screens.inside.walk_round import WalkRound, entry_text, typed_row
from core.domain.errors import BadInput, StoreError

ZONE = ZoneInfo("Asia/Taipei")
NOW = datetime(2026, 5, 13, 4, 0, tzinfo=UTC)  # noon at the lot


@pytest.mark.parametrize(
    ("typed", "entered"),
    [
        ("09:30", datetime(2026, 5, 13, 1, 30, tzinfo=UTC)),
        ("930", datetime(2026, 5, 13, 1, 30, tzinfo=UTC)),
        ("9.30", datetime(2026, 5, 13, 1, 30, tzinfo=UTC)),
        ("22:15", datetime(2026, 5, 12, 14, 15, tzinfo=UTC)),
        ("2026-05-10 08:00", datetime(2026, 5, 10, 0, 0, tzinfo=UTC)),
    ],
)
def test_an_hour_is_the_last_time_it_was_that_late(typed, entered):
    assert typed_row("ABC1234", typed, ZONE, NOW).entry_at == entered


def test_no_hour_is_an_unknown_entry():
    assert typed_row("ABC1234", "", ZONE, NOW).entry_at is None
    assert WalkRound().with_row(typed_row("ABC1234", "?", ZONE, NOW)).unknown_count == 1


def test_what_is_no_hour_is_left_for_the_import_to_judge():
    assert entry_text("25:99", ZONE, NOW) == "25:99"
    with pytest.raises(BadInput, match=r"import\.bad_time"):
        typed_row("ABC1234", "soon", ZONE, NOW)


def test_a_plate_stands_in_the_list_once():
    walk = WalkRound().with_row(typed_row("ABC-1234", "", ZONE, NOW))
    with pytest.raises(BadInput, match=r"import\.plate_twice"):
        walk.with_row(typed_row("abc 1234", "9:00", ZONE, NOW))


def test_a_file_adds_only_what_was_not_typed(tmp_path):
    file = tmp_path / "cars.csv"
    file.write_text("plate,entered\nABC1234,2026-05-13 08:00\nXYZ9876,\nQ,\n", encoding="utf-8")
    preview = read_csv(file, ZONE, NOW)
    assert [(problem.line, problem.code) for problem in preview.problems] == [(4, "plate.not_plausible")]
    walk, left_out = WalkRound().with_row(typed_row("XYZ9876", "", ZONE, NOW)).with_rows(preview.rows)
    assert left_out == 1
    assert [row.plate for row in walk.rows] == ["ABC1234", "XYZ9876"]


def test_a_file_that_is_not_there_is_a_calm_error(tmp_path):
    with pytest.raises(StoreError, match=r"import\.file_unreadable"):
        read_csv(tmp_path / "nothing.csv", ZONE, NOW)
