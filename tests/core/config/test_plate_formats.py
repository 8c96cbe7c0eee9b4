from __future__ import annotations

import math
import os
from pathlib import Path

import pytest

from core.config.plate_formats import LARGEST_BYTES, load_formats, shipped_names, shipped_titles
from core.domain.errors import ConfigError

SERIES = '[[series]]\nweight = 1.0\npatterns = ["AAA-9999"]\n'


def site_file(folder: Path, text: str, name: str = "own.toml") -> str:
    (folder / name).write_text(text, "utf-8")
    return f"./{name}"


def refusal(folder: Path, *names: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_formats(names, named_in=folder / "config.toml")
    return str(caught.value)


def test_a_site_that_names_nothing_has_the_generic_formats(tmp_path: Path) -> None:
    assert load_formats([], named_in=tmp_path / "config.toml").regions == ("generic",)


def test_several_formats_with_shares_stand_beside_each_other(tmp_path: Path) -> None:
    formats = load_formats(["tw", "cn:0.05"], named_in=tmp_path / "config.toml")

    assert formats.log_weight("ABC1234") == 0.0
    assert formats.log_weight("京A12345") == pytest.approx(math.log(0.05))


def test_a_site_can_bring_a_file_of_its_own_beside_the_configuration(tmp_path: Path) -> None:
    own = site_file(tmp_path, '[classes]\nx = "A-C"\n\n[[series]]\nweight = 0.5\npatterns = ["xx-99"]\n')

    formats = load_formats([f"{own}:0.5"], named_in=tmp_path / "config.toml")

    assert formats.log_weight("AB12") == pytest.approx(math.log(0.25))
    assert formats.region_of("AB12") == "own"
    assert formats.region_of("XY12") is None


def test_a_file_of_the_site_may_include_shipped_documents_and_its_neighbours(tmp_path: Path) -> None:
    site_file(tmp_path, SERIES, "near.toml")
    group = site_file(tmp_path, '[includes]\ntw = 10\n"./near.toml" = 1\n', "group.toml")

    formats = load_formats([group], named_in=tmp_path / "config.toml")

    assert formats.region_of("ABC1234") == "tw"
    assert formats.region_of("AOC1234") == "near"


def test_plates_with_letters_that_are_seldom_weigh_as_little_as_there_are(tmp_path: Path) -> None:
    own = site_file(tmp_path, f'[seldom]\nletters = "IO"\nweight = 0.1\n{SERIES}')

    formats = load_formats([own], named_in=tmp_path / "config.toml")

    assert formats.log_weight("ABC1234") == 0.0
    assert formats.log_weight("AOC1234") == pytest.approx(math.log(0.1))


@pytest.mark.parametrize(
    ("name", "near"),
    [("uss", '"us"'), ("Taiwan", '"tw"'), ("germny", '"de"'), ("us-cal", '"us-ca"'), ("eU", '"eu"')],
)
def test_a_name_that_is_none_is_answered_with_near_ones(tmp_path: Path, name: str, near: str) -> None:
    told = refusal(tmp_path, name)

    assert "config.toml" in told
    assert "did you mean" in told
    assert near in told


def test_the_line_of_the_configuration_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('format = 1\n\n[plates]\nlearn = true\nformats = ["twn"]\n')

    assert "config.toml:5: no plate formats are called" in refusal(tmp_path, "twn")
    (tmp_path / "config.toml").write_text("format = [")
    assert "config.toml: no plate formats are called" in refusal(tmp_path, "twn")


def test_a_name_like_no_other_is_answered_with_the_list(tmp_path: Path) -> None:
    assert "there are ar, at, au" in refusal(tmp_path, "#####")


@pytest.mark.parametrize("share", ["cn:0", "cn:2", "cn:-1", "cn:nan", "cn:1e-9", "cn:", ":0.5", "a\0b"])
def test_a_share_must_lie_above_0_and_up_to_1(tmp_path: Path, share: str) -> None:
    assert 'found "' in refusal(tmp_path, share)


def test_a_name_is_listed_once(tmp_path: Path) -> None:
    assert '"tw" is listed twice' in refusal(tmp_path, "tw", "tw:0.5")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", None, "neither [[series]] nor [includes]"),
        ("floor = [", 1, "is not valid TOML"),
        ("floor = 2\n" + SERIES, 1, "floor: expected a number above 0 and up to 1, found 2"),
        ("floor = nan\n" + SERIES, 1, "floor: expected a number"),
        ("floor = true\n" + SERIES, 1, "floor: expected a number"),
        ("flor = 0.1\n" + SERIES, 1, 'did you mean "floor"?'),
        ("usual_lengths = [8, 5]\n" + SERIES, 1, "usual_lengths: expected two numbers"),
        ("series = 3", 1, "series: expected at most"),
        ("series = [3]", 1, "[[series]]"),
        ('[[series]]\npatterns = ["A9"]', 1, "weight is missing"),
        ("[[series]]\nweight = 1", 1, "patterns is missing"),
        ('[[series]]\nweight = 0\npatterns = ["A9"]', 2, "weight: expected a number"),
        ('[[series]]\nweight = 1e-300\npatterns = ["A9"]', 2, "weight: expected a number"),
        ("[[series]]\nweight = 1\npatterns = []", 3, "patterns: expected a list"),
        ("[[series]]\nweight = 1\npatterns = [3]", 3, "patterns: expected texts"),
        ('[[series]]\nweight = 1\npatterns = [\n  "A9",\n  "B7",\n]', 5, "holds 'B'"),
        ('[[series]]\nweight = 1\npatterns = ["A9", "A9"]', 3, "listed twice"),
        ('[[series]]\nweight = 1\npatterns = ["[Z-A]"]', 3, "no range"),
        ('[[series]]\nweight = 1\npatterns = ["<of>9"]', 3, "of which there is no list"),
        ('[classes]\nB = "A"\n' + SERIES, 2, 'classes: "B" cannot be one'),
        ("[classes]\nx = 3\n" + SERIES, 2, "classes.x: expected a text"),
        ('[classes]\nx = ""\n' + SERIES, 2, "names no character"),
        ('[codes]\nof = "BA K"\n' + SERIES, 2, "different lengths"),
        ('[codes]\nof = ["BA"]\n' + SERIES, 2, "codes.of: expected a text"),
        ("[seldom]\nletters = 3\nweight = 0.1\n" + SERIES, 2, "letters: expected a text"),
        ('[seldom]\nletters = "i"\nweight = 0.1\n' + SERIES, 2, "seldom.letters: expected capital"),
        ('[seldom]\nletters = "I"\n' + SERIES, 1, "weight: expected a number"),
        ('[seldom]\nletters = "I"\nweight = 2\n' + SERIES, 3, "weight: expected a number"),
        ('[includes]\nxy = 1\n', 2, 'no plate formats are called "xy"'),
        ('[includes]\n"./own.toml" = 1\n', 2, "includes itself"),
        ("[includes]\ntw = 0\n", 2, "tw: expected a number"),
        ('[includes]\n"./none.toml" = 1\n', 2, "there is no file"),
        ("[includes]\ntw = 1\n" + SERIES, 1, "both [[series]] and [includes]"),
        ("names = 3\n" + SERIES, 1, "names: expected a table"),
        ("[names]\nen = 3\n" + SERIES, 2, "en: expected a text"),
        ("[names]\nde = 'x'\n" + SERIES, 2, 'unknown key "de"'),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_used_is_refused_with_file_line_and_why(
    tmp_path: Path, text: str, line: int | None, told: str
) -> None:
    own = site_file(tmp_path, text)

    said = refusal(tmp_path, own)

    assert f"own.toml{f':{line}' if line else ''}: " in said
    assert told in said


def test_documents_that_include_each_other_in_a_ring_are_refused(tmp_path: Path) -> None:
    site_file(tmp_path, '[includes]\n"./b.toml" = 1\n', "a.toml")
    site_file(tmp_path, '[includes]\n"./a.toml" = 1\n', "b.toml")

    assert "includes itself" in refusal(tmp_path, "./a.toml")


def test_documents_within_documents_have_an_end(tmp_path: Path) -> None:
    for depth in range(20):
        site_file(tmp_path, f'[includes]\n"./{depth + 1}.toml" = 1\n', f"{depth}.toml")

    assert "within one another" in refusal(tmp_path, "./0.toml")


def test_a_file_that_is_absurdly_large_is_not_read(tmp_path: Path) -> None:
    own = site_file(tmp_path, "#" * (LARGEST_BYTES + 1))

    assert "is larger than" in refusal(tmp_path, own)


def test_a_folder_a_pipe_and_a_file_of_bytes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")

    assert "cannot be read" in refusal(tmp_path, "./folder.toml")
    assert "is no file" in refusal(tmp_path, "./pipe.toml")
    assert "is not UTF-8" in refusal(tmp_path, "./bytes.toml")


@pytest.mark.parametrize(
    "path", ["~nobody-of-this-name/own.toml", "./" + "x" * 300 + ".toml", "/dev/zero/x.toml"]
)
def test_a_path_that_leads_nowhere_is_told(tmp_path: Path, path: str) -> None:
    assert "there is no file" in refusal(tmp_path, path) or "cannot be read" in refusal(tmp_path, path)


def test_too_many_patterns_are_refused(tmp_path: Path) -> None:
    pairs = [first + second for first in "ABCDEFGHIJKLM" for second in "NOPQRSTUVWXYZ"]
    many = ", ".join(f'"[{pair}]{digits}"' for pair in pairs for digits in ("9", "99", "999"))
    own = site_file(tmp_path, f"[[series]]\nweight = 1\npatterns = [{many}]\n")

    assert "more than 500 patterns" in refusal(tmp_path, own)


def test_the_shipped_documents_can_be_listed_groups_first() -> None:
    titles = shipped_titles()

    assert {title.name for title in titles} == set(shipped_names())
    assert [title.name for title in titles[:2]] == ["eu", "us"]
    assert ("tw", "Taiwan", "臺灣") in [(title.name, title.english, title.chinese) for title in titles]
