import pytest

from reports.csv_cells import neutral_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠x"]
)
def test_what_a_spreadsheet_would_reckon_with_gets_an_apostrophe(text: str) -> None:
    assert neutral_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "ABC1234", "A=1", "陽明停車場", "12:00", "   "])
def test_plain_texts_stay_as_they_are(text: str) -> None:
    assert neutral_cell(text) == text
