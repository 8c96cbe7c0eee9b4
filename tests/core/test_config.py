"""The machine facts: read with defaults, written to be read again, refused with file, line and reason."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    LoopsConfig,
    PrinterConfig,
    RecogniserConfig,
    load_config,
    write_config,
)
from core.config.key_lines import KeyLines
from core.config.reading import parse_config
from core.config.wiring_rules import first_clash
from core.config.writing import to_toml
from core.domain.errors import ConfigError

BOOTH = """\
# the booth at Market Street
format = 1

[console]
name = "停車場 1"
language = "zh_TW"
text_scale = 2

[[lane]]
id = "in"
camera = { kind = "rtsp", address = "rtsp://10.0.0.8/stream", fps = 12.5 }
confidence_needed = 0.9

[lane.barrier]
kind = "modbus_tcp"
host = "10.0.0.9"
relay = 1
boom_up_input = 2

[lane.loops]
kind = "modbus_tcp"
host = "10.0.0.9"
arming_input = 0
closing_input = 1

[[lane]]
id = "out"
camera.kind = "simulator"
barrier.kind = "simulator"
loops = { kind = "memory" }

[printer]
kind = "network"
host = "10.0.0.20"
"""

LANE = LaneConfig("in", CameraConfig("simulator"), BarrierConfig("memory"), LoopsConfig("memory"))


def refusal(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as told:
        parse_config(text, Path("lotkeeper.toml"))
    return told.value


def test_a_console_that_was_never_configured_has_defaults_and_no_lanes(tmp_path: Path) -> None:
    assert load_config(tmp_path / "missing.toml") == Config()


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.touch()
    assert load_config(file) == Config()


def test_the_file_of_a_booth_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_text(BOOTH, encoding="utf-8")
    config = load_config(file)
    way_in, way_out = config.lanes
    assert config.console == ConsoleConfig(name="停車場 1", language="zh_TW", text_scale=2.0)
    assert way_in.camera == CameraConfig("rtsp", "rtsp://10.0.0.8/stream", fps=12.5)
    assert way_in.barrier == BarrierConfig("modbus_tcp", "10.0.0.9", relay=1, boom_up_input=2)
    assert (way_in.loops.arming_input, way_in.loops.closing_input) == (0, 1)
    assert (way_in.frames_needed, way_in.confidence_needed) == (3, 0.9)
    assert way_out.loops == LoopsConfig("memory")
    assert config.printer == PrinterConfig("network", "10.0.0.20")


def test_a_lane_may_have_a_second_camera_behind(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    lane = replace(LANE, rear_camera=CameraConfig("rtsp", "rtsp://10.0.0.9/rear", fps=5.0))
    write_config(file, Config(lanes=(lane,)))
    assert "[lane.rear_camera]" in file.read_text(encoding="utf-8")
    assert load_config(file).lanes == (lane,)
    wrong = refusal(file.read_text(encoding="utf-8").replace('kind = "rtsp"', 'kind = "rtps"'))
    assert "lane.rear_camera.kind: expected" in str(wrong)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_saved_by_an_editor_on_windows_is_read_too(tmp_path: Path, end: str, mark: str) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_bytes((mark + BOOTH.replace("\n", end)).encode())
    assert load_config(file) == parse_config(BOOTH, file)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("format = 2", 1, "format: expected 1, found 2"),
        ('[console]\nname = "a"\n\nthme = "dark"', 4, 'unknown key "thme" in console; did you mean "theme"?'),
        ("[consle]\n", 1, 'unknown key "consle"; did you mean "console"?'),
        ("[console]\nxyzzy = 1", 2, 'unknown key "xyzzy" in console; expected one of name, language'),
        ("# hm\n[console]\ntext_scale = 3", 3, "expected a number, 1.0 to 2.0, found 3"),
        ("console.text_scale = nan", 1, "found nan"),
        ("console.text_scale = 1e999", 1, "found inf"),
        ("[console]\nsounds = 1", 2, "console.sounds: expected true or false, found 1"),
        ('[console]\nname = ""', 2, "one line of 1 to 60 characters"),
        ('[console]\nname = """\na\nb"""\nsounds = true', 2, "one line of 1 to 60 characters"),
        ("recogniser.threads = true", 1, "expected a whole number, 1 to 16, found true"),
        ("recogniser.threads = 2026-01-01", 1, "found 2026-01-01"),
        ("recogniser.threads = " + "9" * 400, 1, "a far larger number"),
        ("recogniser.threads = 0x" + "f" * 9000, 1, "a far larger number"),
        ('console.theme = "red"', 1, 'expected "light" or "dark" or "contrast", found "red"'),
        ("printer = 3", 1, "printer: expected a table, found a whole number"),
        ("[console]\nname = [1]", 2, "found a list"),
        ("lane = 1", 1, "expected tables headed [[lane]], found a whole number"),
        ("[lane]\nid = 1", 1, "expected tables headed [[lane]], found a table"),
        ('[printer]\nkind = "network"\n', 1, "host is missing, expected a text in quotes"),
        ('[printer]\nkind = "network"\nhost = ""', 3, 'for kind "network"'),
        ("[printer]\nwidth_dots = 577", 2, "256 to 832 in steps of 8, found 577"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line_and_what_was_expected(
    text: str, line: int, problem: str
) -> None:
    error = refusal(text)
    assert problem in error.problem
    assert error.line == line
    assert str(error).startswith(f"lotkeeper.toml:{line}: ")


@pytest.mark.parametrize(
    ("before", "after", "line", "problem"),
    [
        ('id = "out"', 'id = "in"', 27, '"in" is the id of an earlier lane too'),
        ('id = "out"\n', "", 26, "id is missing"),
        ('id = "out"', 'id = "way out"', 27, "letters, digits, - or _"),
        ('loops = { kind = "memory" }\n', "", 26, "lane: loops is missing, expected a table"),
        ('loops = { kind = "memory" }', 'loops = { kind = "memry" }', 30, 'found "memry"'),
        ('loops = { kind = "memory" }', 'loops = { knd = "memory" }', 30, 'did you mean "kind"?'),
        (', address = "rtsp://10.0.0.8/stream"', "", 11, "address is missing, expected a text in quotes"),
        ("fps = 12.5", "fps = -1", 11, "lane.camera.fps: expected a number, 0 to 60, found -1"),
        ("relay = 1", 'relay = "1"', 17, 'expected a whole number, 0 to 255, found "1"'),
        ("boom_up_input = 2", "boom_up_input = 32", 18, "expected a whole number, 0 to 31, found 32"),
        ("arming_input = 0\n", "", 20, "arming_input is missing, expected a whole number, 0 to 31"),
        ('camera.kind = "simulator"', "camera.kind = 1", 28, "lane.camera.kind"),
        ('camera.kind = "simulator"', "'camera'.\"k\\u0069nd\" = 1", 28, "lane.camera.kind"),
    ],
)
def test_in_a_lane_the_very_line_is_told(before: str, after: str, line: int, problem: str) -> None:
    assert before in BOOTH
    error = refusal(BOOTH.replace(before, after))
    assert problem in error.problem
    assert error.line == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[console]\nname =\n", 2),
        ('[console]\nname = "a\n', 2),
        ("\n\n[console\n", 3),
        ("[console]\n[console]\n", 2),
        ('a = """never\nends', 2),
        ("a = " + "9" * 9000, 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    error = refusal(text)
    assert "is not valid TOML" in error.problem
    assert error.line == line


def test_a_file_nested_without_end_is_refused() -> None:
    assert "nested too deeply" in refusal("a = " + "[" * 100_000).problem


def test_more_lanes_than_a_console_can_hold_are_refused() -> None:
    lane = '[[lane]]\nid = "{}"\ncamera.kind = "simulator"\nbarrier.kind = "memory"\nloops.kind = "memory"\n'
    error = refusal("".join(lane.format(number) for number in range(17)))
    assert (error.line, error.problem) == (81, "lane: expected at most 16 lanes, found 17")


def test_text_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_bytes('[console]\nname = "Parkhaus Süd"'.encode("latin-1"))
    with pytest.raises(ConfigError, match=r"lotkeeper\.toml:2: is not UTF-8"):
        load_config(file)


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load_config(tmp_path)


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_bytes(b"# padding\n" * 200_000)
    with pytest.raises(ConfigError, match="larger than"):
        load_config(file)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "lotkeeper.toml"
    config = parse_config(BOOTH, file)
    write_config(file, config)
    assert load_config(file) == config


def test_only_the_owner_may_read_the_file_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    write_config(file, Config(lanes=(LANE,)))
    write_config(file, Config())
    assert list(tmp_path.iterdir()) == [file]
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600


def test_a_configuration_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    write_config(file, Config())
    before = file.read_bytes()
    for wrong in (
        Config(lanes=(LANE, LANE)),
        Config(console=ConsoleConfig(text_scale=9.0)),
        Config(lanes=(replace(LANE, camera=CameraConfig("rtsp")),)),
        Config(console=ConsoleConfig(name="two\nlines")),
    ):
        with pytest.raises(ConfigError):
            write_config(file, wrong)
    assert file.read_bytes() == before


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "lotkeeper.toml"
    write_config(file, Config())

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.config.writing.os.fsync", full)
    with pytest.raises(ConfigError, match="cannot be written: No space left on device"):
        write_config(file, Config(lanes=(LANE,)))
    assert load_config(file) == Config()
    assert list(tmp_path.iterdir()) == [file]


def test_an_address_with_a_password_is_not_in_the_text_form() -> None:
    assert "secret" not in repr(CameraConfig("rtsp", "rtsp://user:secret@10.0.0.8/"))


names = st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable())
inputs = st.none() | st.integers(0, 7)
configs = st.builds(
    Config,
    console=st.builds(ConsoleConfig, name=names, text_scale=st.floats(1, 2), sounds=st.booleans()),
    recogniser=st.builds(RecogniserConfig, threads=st.integers(1, 16)),
    lanes=st.lists(
        st.builds(
            LaneConfig,
            id=st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True),
            camera=st.builds(
                CameraConfig, kind=st.sampled_from(["folder", "video"]), address=names, fps=st.floats(0, 60)
            ),
            barrier=st.builds(
                BarrierConfig, kind=st.just("memory"), boom_up_input=inputs, boom_down_input=inputs
            ),
            loops=st.builds(LoopsConfig, kind=st.just("simulator"), arming_input=inputs),
            confidence_needed=st.floats(0, 1),
        ),
        max_size=4,
        unique_by=lambda lane: lane.id,
    ).map(tuple),
).filter(lambda config: first_clash(config) is None)


@given(configs)
def test_any_configuration_is_read_back_as_it_was_written(config: Config) -> None:
    assert parse_config(to_toml(config), Path("x")) == config


@given(configs)
def test_every_key_that_is_written_has_the_line_it_stands_on(config: Config) -> None:
    text = to_toml(config)
    lines = text.split("\n")
    found = KeyLines(text)
    for index, lane in enumerate(config.lanes):
        for device in ("camera", "barrier", "loops"):
            for field in fields(getattr(lane, device)):
                if getattr(getattr(lane, device), field.name) is not None:
                    line = found.line_of(("lane", index, device, field.name))
                    assert line is not None
                    assert lines[line - 1].startswith(f"{field.name} = ")


def test_the_line_of_a_key_is_found_among_strings_comments_and_lists() -> None:
    text = '''\
# [console]
"odd = key" = 'a # b'
many = [ { a = 1 }, # {
  { b = "]" },
  [ 1, 2 ],
]
long = """
[fake]
key = 1 \\""" still """
[a."b.c"]
d = 1979-05-27T07:32:00Z
[[a.list]]
x.y = { z = 1, w = [ ] }
[[a.list]]
x = 1
[a.list.sub]
q = -1.5e+3
'''
    lines = KeyLines(text)
    expected = {
        ("odd = key",): 2,
        ("many", 0, "a"): 3,
        ("many", 1, "b"): 4,
        ("many", 2): 5,
        ("long",): 7,
        ("a", "b.c"): 10,
        ("a", "b.c", "d"): 11,
        ("a", "list", 0): 12,
        ("a", "list", 0, "x", "y", "z"): 13,
        ("a", "list", 0, "x", "y", "w"): 13,
        ("a", "list", 1, "x"): 15,
        ("a", "list", 1, "sub", "q"): 17,
        ("a", "list", 1, "sub", "missing"): 16,
        ("missing",): None,
    }
    assert {path: lines.line_of(path) for path in expected} == expected
