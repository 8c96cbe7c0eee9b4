"""``lotkeeper journal``."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.cli import main
from console.cli.words import words_for
from core.domain.anchors import to_line
from core.services.anchors import anchor_text, make_anchor
from core.services.ports import Still
from core.store.folder import DataFolder
from core.store.photos import PhotoStore
from tests.core.store.forger import forge
from tests.core.store.lot import SetClock, a_day, drive_in, opened

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file of a console that had a day."""
    clock = SetClock()
    with opened(tmp_path, clock) as store:
        a_day(store, clock)
    return tmp_path / "lotkeeper.db"


def tamper(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE journal SET who = 'someone' WHERE seq = 3")
        connection.execute("UPDATE payments SET amount_minor = 1")
        connection.commit()


def test_an_honest_journal_ends_with_0_and_names_its_heads(database: Path, capsys: Captured) -> None:
    assert main(["journal", "verify", "--data", str(database.parent)]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("console ")
    assert "sealed" in first
    assert last.endswith("entries: everything agrees")


def test_each_problem_is_named_and_the_code_is_1(database: Path, capsys: Captured) -> None:
    tamper(database)
    assert main(["journal", "verify", "--database", str(database)]) == 1
    told = capsys.readouterr().out
    assert " 3: the entry does not follow from the one before it: it was changed" in told
    assert "a row is not what the journal gives (payments " in told


def test_machines_get_json(database: Path, capsys: Captured) -> None:
    tamper(database)
    assert main(["journal", "verify", "--database", str(database), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["sound"] is False
    assert report["problem_count"] == len(report["problems"])
    assert {"journal.link_wrong", "projection.differs"} == {each["code"] for each in report["problems"]}
    (head,) = report["heads"]
    assert head["seq"] == report["entries"]
    assert len(bytes.fromhex(head["link"])) == 32


def test_a_file_that_is_no_database_ends_with_2(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.db").write_text("no database" * 99)
    assert main(["journal", "verify", "--database", str(tmp_path / "x.db")]) == 2
    assert "no Lotkeeper database" in capsys.readouterr().err


def test_every_finding_has_words() -> None:
    folder = Path(__file__).parents[3] / "core" / "store"
    text = "".join(path.read_text() for path in folder.glob("verify*.py"))
    codes = {
        word for word in text.split('"') if word.startswith(("journal.", "projection.")) and " " not in word
    }
    assert len(codes) > 10
    assert not [code for code in codes if words_for(code) == code]


def test_what_follows_from_the_journal_is_made_again_with_a_copy_of_what_was(
    database: Path, capsys: Captured
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE payments SET amount_minor = 1")
        connection.execute("DELETE FROM occupancy")
        connection.commit()
    data = ["--data", str(database.parent)]
    assert main(["journal", "rebuild", *data]) == 0
    told = capsys.readouterr().out
    assert "made again" in told
    (copy,) = (database.parent / "backups").glob("*before-rebuild.db")
    assert str(copy) in told
    assert main(["journal", "verify", *data]) == 0
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT MAX(amount_minor) FROM payments").fetchone() == (1,)


def test_of_what_nothing_can_be_made_is_named_and_the_code_is_1(database: Path, capsys: Captured) -> None:
    with closing(sqlite3.connect(database)) as connection:
        changed = "UPDATE journal SET payload = '{}' WHERE kind = 'stay.admitted' AND seq < 12"
        assert connection.execute(changed).rowcount == 1
        connection.commit()
    assert main(["journal", "rebuild", "--data", str(database.parent), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [one["subject"][0] for one in report["unfolded"]] == ["stay"]
    assert "KeyError" in report["unfolded"][0]["why"]


def test_a_console_that_runs_is_left_alone(database: Path, capsys: Captured) -> None:
    folder = DataFolder(database.parent)
    folder.hold()
    try:
        assert main(["journal", "rebuild", "--data", str(database.parent)]) == 2
    finally:
        folder.release()
    assert capsys.readouterr().err.count("\n") == 1
    assert not list((database.parent / "backups").glob("*before-rebuild.db"))


def test_a_folder_without_a_database_is_a_clear_answer(tmp_path: Path, capsys: Captured) -> None:
    assert main(["journal", "rebuild", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def anchored(folder: Path) -> tuple[str, str]:
    """A text for paper and a line of a file, with one more entry behind what they prove."""
    with opened(folder, SetClock()) as store:
        anchor = store.write(make_anchor)
        assert anchor is not None
        text = store.read(anchor_text)
        drive_in(store, "LATE01")
    return text, to_line(anchor)


def test_anchors_from_outside_prove_the_journal_up_to_them(database: Path, capsys: Captured) -> None:
    text, line = anchored(database.parent)
    file = database.parent / "anchors.jsonl"
    file.write_text(f"{line}\n")
    for option in (["--anchors", str(file)], ["--anchor", text]):
        assert main(["journal", "verify", "--database", str(database), *option]) == 0
        told = capsys.readouterr().out
        assert ": anchored up to " in told
        assert " entries unanchored since 2026-11-21 " in told


def test_a_journal_that_was_cut_off_is_told_by_paper(database: Path, capsys: Captured) -> None:
    text, _ = anchored(database.parent)
    with opened(database.parent, SetClock()) as store:
        console_id = store.console_id
    forge(database, console_id, lambda chain: chain[:5])
    assert main(["journal", "verify", "--database", str(database)]) == 0
    assert main(["journal", "verify", "--database", str(database), "--anchor", text]) == 1
    assert "the journal ends before an entry that was anchored" in capsys.readouterr().out


def test_machines_are_told_how_far_it_is_anchored(database: Path, capsys: Captured) -> None:
    text, _ = anchored(database.parent)
    assert main(["journal", "verify", "--database", str(database), "--anchor", text, "--json"]) == 0
    (chain,) = json.loads(capsys.readouterr().out)["anchored"]
    assert chain["seq"] > 0
    assert chain["later"] > 0
    assert chain["since"].startswith("2026-11-21T")


def test_a_damaged_line_of_anchors_is_named_and_hides_no_other(database: Path, capsys: Captured) -> None:
    _, line = anchored(database.parent)
    file = database.parent / "anchors.jsonl"
    file.write_text(f"{line}\n{line[:50]}\n")
    assert main(["journal", "verify", "--database", str(database), "--anchors", str(file)]) == 1
    told = capsys.readouterr().out
    assert f"that is no anchor: {file}:2" in told
    assert "everything agrees" in told


def test_a_photo_that_was_exchanged_is_named(database: Path, capsys: Captured) -> None:
    photos = PhotoStore(database.parent / "photos")
    kept = [photos.keep(Still(1, 0, 640, 480, b"\xff\xd8\xff %d" % number, b"\xff")) for number in range(3)]
    arguments = ["journal", "verify", "--database", str(database), "--photos", str(photos.folder)]
    assert main(arguments) == 0
    path = photos.photo(kept[1])
    assert path is not None
    path.write_bytes(b"\xff\xd8\xff another car")
    assert main(arguments) == 1
    assert f"a photo is not the picture that it is named after ({kept[1]}.jpg)" in capsys.readouterr().out


def test_a_folder_without_photos_is_no_problem(database: Path) -> None:
    missing = str(database.parent / "nowhere")
    assert main(["journal", "verify", "--database", str(database), "--photos", missing]) == 0


def test_a_text_that_is_no_anchor_is_bad_usage(database: Path, capsys: Captured) -> None:
    assert main(["journal", "verify", "--database", str(database), "--anchor", "LKAX"]) == 2
    assert "that is no anchor" in capsys.readouterr().err


def test_a_file_of_anchors_that_is_not_there_is_told(database: Path, capsys: Captured) -> None:
    missing = str(database.parent / "nothing.jsonl")
    assert main(["journal", "verify", "--database", str(database), "--anchors", missing]) == 2
    assert "nothing.jsonl" in capsys.readouterr().err
