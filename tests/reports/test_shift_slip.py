"""What a shift's slip says, in both languages."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.domain.shift_report import DrawerCount, ReportKind, Tally, sealed
from core.domain.shift_tally import COUNTED_ALONE
from reports.shift_slip import Slip, slip_rows
from reports.slip_paper import slip_escpos, slip_pdf
from reports.slip_row import RowStyle
from reports.slip_words import TABLES
from tests.reports.samples import CHINESE_LOT
from tests.reports.slip_samples import ANCHOR, relief_slip, slip_of


def said(slip: Slip, language: str = "en") -> dict[str, str]:
    """What stands behind each label."""
    return {row.label: row.value for row in slip_rows(slip, language)}


def labels(slip: Slip, language: str = "en") -> list[str]:
    """All labels in their order."""
    return [row.label for row in slip_rows(slip, language)]


def test_the_drawers_arithmetic_stands_line_by_line() -> None:
    rows = said(slip_of())
    assert rows["Float at the beginning"] == "€98.00"
    assert rows["Differs by"] == "−€2.00"
    assert rows["Must be there"] == "€566.10"
    assert (rows["Counted"], rows["Difference"]) == ("€565.60", "−€0.50")
    assert (rows["Taken out"], rows["Left as next float"]) == ("€465.60", "€100.00")


def test_a_float_that_is_what_was_left_is_not_mentioned() -> None:
    count = replace(slip_of().report.drawer_count, float_due_minor=9800)
    assert "Differs by" not in said(slip_of(drawer_count=count))


def test_too_much_in_the_drawer_has_its_sign_and_none_says_so() -> None:
    count = DrawerCount(float_minor=100, counted_minor=150, left_minor=150)
    assert said(slip_of(drawer_count=count))["Difference"] == "+€0.50"
    exact = DrawerCount(float_minor=100, counted_minor=100, left_minor=100)
    assert said(slip_of(drawer_count=exact))["Difference"] == "none"


def test_a_drawer_that_nobody_counted_says_so_and_has_no_difference() -> None:
    rows = said(slip_of(drawer_count=DrawerCount(float_minor=100)))
    assert rows["Counted"] == "not counted"
    assert "Difference" not in rows


def test_an_x_report_is_no_seal_and_tells_no_count() -> None:
    slip = replace(slip_of(), anchor="")
    slip = replace(slip, report=replace(slip.report, kind=ReportKind.X, check_code="", z_number=None))
    rows = said(slip)
    assert "Counted" not in rows
    assert "Check code" not in rows
    assert "Shift still running: no close, no seal" in rows


def test_the_seal_names_the_code_before_it_and_the_grand_total() -> None:
    slip = slip_of()
    rows = said(slip)
    assert rows["Check code"] == slip.report.check_code
    assert rows["Code before"] == "7ZK2M-0QX4D-T"
    assert rows["All money ever on this drawer"] == "€412,203.80"
    assert said(slip_of(previous_code=""))["Code before"] == "none: the first"


def test_gates_add_up_or_say_what_is_left_and_what_nobody_measured() -> None:
    rows = slip_rows(slip_of(), "en")
    notes = [row.label for row in rows if row.style is RowStyle.NOTE]
    assert "commanded 410, found it up already 6, not seen to rise 1, all explained" in notes
    assert "commanded 416, found it up already 4, held open 1, left over 2" in notes
    assert said(slip_of())["yard: went up"] == "not measured"
    assert "09:02, 12:02" in notes


def test_a_handing_over_is_signed_by_both_and_says_nothing_of_gates() -> None:
    rows = labels(relief_slip())
    assert rows[-3:] == ["Handed back by", "Taken back by", "The square code proves the journal up to here."]
    assert "Gates" not in rows
    assert "All money ever on this drawer" not in rows


def test_a_relief_that_nobody_counted_does_not_tell_what_had_to_be_in_the_main_shifts_drawer() -> None:
    counted = relief_slip()
    count = replace(counted.report.drawer_count, counted_minor=None, left_minor=None)
    blind = replace(counted, report=sealed(replace(counted.report, drawer_count=count)))
    words = "\n".join(f"{row.label} {row.value}" for row in slip_rows(blind, "en"))
    assert "not counted" in words
    assert "32.00" in words
    assert "500.00" not in words
    assert "532.00" not in words


def test_a_copy_says_copy_first() -> None:
    assert labels(slip_of(copy_number=2))[0] == "COPY 2"


def test_whoever_is_no_longer_known_is_named_by_their_id() -> None:
    slip = replace(slip_of(), people={}, merchants={}, plans={})
    rows = said(slip)
    assert rows["Shift of"] == "ben"
    assert "Validated by m1" in rows


def test_control_characters_in_names_do_not_reach_the_paper() -> None:
    slip = replace(slip_of(), people={"ben": "B\x1be\u202en", "sue": "S\nue", "cat": "C"})
    rows = said(slip)
    assert rows["Shift of"] == "Ben"
    assert rows["Closed by"] == "S ue"


def test_both_languages_have_the_same_words_and_fill_the_same_places() -> None:
    english, chinese = TABLES["en"], TABLES["zh_TW"]
    assert english.keys() == chinese.keys()
    for code, text in english.items():
        assert places(text) == places(chinese[code]), code


def test_a_chinese_slip_is_chinese_but_for_names_and_figures() -> None:
    plain = [row.label for row in slip_rows(slip_of(CHINESE_LOT), "zh_TW") if row.style is RowStyle.SECTION]
    assert all(not label.isascii() for label in plain)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match=r"language\.unknown"):
        slip_rows(slip_of(), "xx")


def test_every_exception_that_a_report_counts_by_kind_has_words() -> None:
    known = {name.removeprefix("exception.") for name in TABLES["en"] if name.startswith("exception.")}

    assert set(COUNTED_ALONE.values()) <= known


def test_an_exception_without_money_is_counted_alone() -> None:
    rows = said(slip_of(exceptions=(Tally("no_sale", 3), Tally("refund", 1, 40))))
    assert rows["Drawer opened without money"] == "3"
    assert rows["Paid back"] == "(1) €0.40"


def test_the_square_code_is_the_anchor_or_else_the_reports_own_code() -> None:
    slip = slip_of()
    assert slip.code_text == ANCHOR
    assert slip_of(anchor="").code_text == f"LKZ1|riverside|drawer-1|187|{slip.report.check_code}"


def places(text: str) -> set[str]:
    """The names in braces."""
    return {part.split("}")[0] for part in text.split("{")[1:]}


def test_in_the_printers_own_letters_counts_are_not_taken_for_minus_signs() -> None:
    slip = replace(slip_of(), merchants={})
    paper = slip_escpos(slip, "en")
    assert b"(3) -EUR 42.00" in paper
    assert len(paper) < 12_000


@pytest.mark.parametrize("width_dots", [384, 576])
def test_a_chinese_slip_is_a_picture_as_wide_as_the_paper(width_dots: int) -> None:
    paper = slip_escpos(slip_of(CHINESE_LOT), "zh_TW", width_dots)
    assert b"\x1dv0\x00" + bytes((width_dots // 8, 0)) in paper


def test_the_same_slip_gives_the_same_page() -> None:
    assert slip_pdf(slip_of(), "en") == slip_pdf(slip_of(), "en")


def test_its_page_says_what_its_rows_say(tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").write_bytes(slip_pdf(slip_of(), "en"))
    read = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "slip.pdf"), "-"],
        capture_output=True,
        check=True,
        timeout=30,
    ).stdout.decode()
    figures = [row.value for row in slip_rows(slip_of(), "en") if row.style is RowStyle.SUM]
    assert len(figures) > 4
    plain = read.replace(" ", "")
    assert [figure for figure in figures if figure.replace(" ", "") not in plain] == []
    assert slip_of().report.check_code in plain
