from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from console.screens.shift.book_line import time_of
from console.screens.shift.book_panel import BookPanel
from core.domain.errors import BadInput
from core.services.run_shift import open_shift
from core.store.queries.stays import inside_list

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
ZONE = ZoneInfo("Asia/Taipei")
NOW = datetime(2026, 5, 13, 8, 30, tzinfo=UTC)  # 16:30 at the lot


def at_the_lot(day, hour, minute, month=5, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1432", at_the_lot(13, 14, 32)),
        ("14:32", at_the_lot(13, 14, 32)),
        ("932", at_the_lot(13, 9, 32)),
        ("2350", at_the_lot(12, 23, 50)),
        ("12/5 0815", at_the_lot(12, 8, 15)),
        ("12.5 8:15", at_the_lot(12, 8, 15)),
        ("31/12 2200", at_the_lot(31, 22, 0, month=12, year=2025)),
    ],
)
def test_a_time_is_the_last_one_that_the_paper_can_mean(typed, meant):
    assert time_of(typed, ZONE, NOW) == meant


@pytest.mark.parametrize("typed", ["", "   "])
def test_what_the_paper_leaves_empty_is_empty(typed):
    assert time_of(typed, ZONE, NOW) is None


@pytest.mark.parametrize(
    "typed", ["2460", "25:00", "noon", "31/2 1000", "1/13 1000", "5", "14:32:10", "1432 x"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(BadInput) as caught:
        time_of(typed, ZONE, NOW)
    assert caught.value.code == "back_entry.bad_time"


@pytest.fixture
def book(booth):
    """16:00 at the lot; Ann has the drawer."""
    booth.clock.instant = NOW - timedelta(hours=6)
    booth.set_up()
    booth.clock.instant = NOW
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ann, drawer="drawer-1", float_minor=0))
    made = BookPanel(booth.ctx)
    booth.show(made)
    made.setFocus()
    return made


def type_line(booth, *texts):
    for place, text in enumerate(texts):
        if place:
            booth.press(TAB)
        booth.type(text)
    booth.press(ENTER)


def test_a_line_is_typed_from_left_to_right_and_the_next_number_stands_ready(booth, book):
    type_line(booth, "0513-07", "abc 1234", "1300", "1430", "60", "1435")
    booth.until(lambda: len(book.rows) == 1, "the line is taken")
    assert book.slip.text() == "0513-08"
    assert book.plate.hasFocus()
    assert booth.store.read(lambda unit: unit.open_shift("drawer-1")).cash_minor == 60
    assert not booth.store.read(inside_list).stays


def test_a_car_that_did_not_leave_is_inside(booth, book):
    type_line(booth, "7", "ABC1234", "1300")
    booth.until(lambda: len(book.rows) == 1, "the line is taken")
    assert book.rows[0].is_inside
    assert [stay.plate for stay in booth.store.read(inside_list).stays] == ["ABC1234"]


def test_a_line_typed_twice_is_one_line(booth, book):
    type_line(booth, "7", "ABC1234", "1300")
    booth.until(lambda: len(book.rows) == 1, "the line is taken")
    book.slip.setFocus()
    book.slip.selectAll()
    type_line(booth, "7", "ABC1234", "1300")
    booth.until(lambda: book.plate.text() == "", "it is taken again")
    assert len(book.rows) == 1
    assert len(booth.store.read(inside_list).stays) == 1


def test_a_line_that_is_refused_stays_as_it_was_typed(booth, book):
    type_line(booth, "7", "ABC1234", "", "1430", "60")
    booth.until(lambda: book.told != "", "it is told why")
    assert (book.slip.text(), book.plate.text(), book.paid.text()) == ("7", "ABC1234", "1430")
    assert book.rows == ()


def test_a_time_that_is_none_is_told_before_anything_is_written(booth, book):
    type_line(booth, "7", "ABC1234", "2599")
    assert book.told.startswith("2599 is no time.")
    assert not booth.store.read(inside_list).stays


def test_escape_empties_the_line(booth, book):
    booth.type("7")
    booth.press(TAB)
    booth.type("ABC")
    booth.press(ESC)
    assert (book.slip.text(), book.plate.text()) == ("", "")
    assert book.slip.hasFocus()


def test_an_empty_book_is_written_as_a_file_with_numbers_of_its_own(booth, book, tmp_path):
    book.save_pad(tmp_path / "first.pdf")
    booth.until(lambda: "Pad 1 was written to first.pdf." in book.told, "it is written")
    book.save_pad(tmp_path / "second.pdf")
    booth.until(lambda: "Pad 2 was written to second.pdf." in book.told, "the next one is written")
    assert (tmp_path / "first.pdf").read_bytes().startswith(b"%PDF")


def test_a_book_that_cannot_be_written_is_told(booth, book, tmp_path):
    book.save_pad(tmp_path / "no" / "such" / "folder.pdf")
    booth.until(lambda: book.told != "", "it is told")
    assert "Pad" not in book.told
