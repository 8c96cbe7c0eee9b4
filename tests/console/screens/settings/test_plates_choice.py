from __future__ import annotations

from console.screens.settings.plates_choice import PlatesChoice, Usage
from core.config.plate_formats import FormatTitle, shipped_titles

TITLES = (
    FormatTitle("eu", "European Union", "歐盟", is_group=True),
    FormatTitle("generic", "Anywhere", "不限地區", is_group=False),
    FormatTitle("tw", "Taiwan", "臺灣", is_group=False),
    FormatTitle("us-ca", "California", "加利福尼亞州", is_group=False),
)


def test_a_row_turns_from_not_expected_to_usual_to_now_and_then_and_back() -> None:
    choice = PlatesChoice(TITLES, ())
    seen = []
    for _ in range(3):
        choice.turn("tw")
        seen.append(choice.formats())

    assert seen == [("tw",), ("tw:0.1",), ()]


def test_shares_that_nobody_touched_stay_as_they_were_written() -> None:
    choice = PlatesChoice(TITLES, ("tw:0.9", "eu:0.03"))
    choice.turn("us-ca")

    assert choice.formats() == ("tw:0.9", "us-ca", "eu:0.03")


def test_files_of_the_site_stand_among_the_others() -> None:
    choice = PlatesChoice(TITLES, ("./own.toml:0.2",))

    assert choice.rows[0].code == "./own.toml"
    assert choice.rows[0].usage is Usage.SOMETIMES
    assert choice.formats() == ("./own.toml:0.2",)


def test_what_was_chosen_comes_first_and_anywhere_is_no_country() -> None:
    assert [row.code for row in PlatesChoice(TITLES, ("tw",)).rows] == ["tw", "eu", "us-ca"]


def test_countries_are_found_by_either_name_or_code() -> None:
    choice = PlatesChoice(TITLES, ())

    for text in ("taiw", "臺", "TW", " tw "):
        assert [row.code for row in choice.found(text)][:1] == ["tw"]
    assert choice.found("nowhere") == ()
    assert len(choice.found("")) == 3


def test_nothing_is_turned_that_is_not_there() -> None:
    choice = PlatesChoice(TITLES, ())
    choice.turn("xx")

    assert choice.formats() == ()


def test_every_shipped_document_but_anywhere_can_be_chosen() -> None:
    choice = PlatesChoice(shipped_titles(), ())

    assert len(choice.rows) == len(shipped_titles()) - 1
