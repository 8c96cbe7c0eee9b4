"""The one program at a shell: what it says, what it loads, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from console import cli
from console.cli import COMMANDS, main
from core.domain.errors import BadInput, ConfigError, DeviceError, LotkeeperError, StoreError
from tests.architecture.source_tree import ROOT

HEAVY = ("PySide6", "cv2", "numpy", "sqlalchemy", "onnxruntime", "console.compose")


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program; its last line on standard output names the heavy modules it had loaded."""
    script = (
        "import sys; from console.cli import main; code = main(); "
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules]); sys.exit(code)"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_asking_for_help_loads_no_windows_and_no_pictures(arguments: Sequence[str]) -> None:
    done = shell(*arguments)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "loaded:"
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [["nothing"], ["--nothing", "db"], ["db"], ["db", "nothing"], ["db", "check", "--nothing"], ["--data"]],
)
def test_bad_usage_ends_with_2_and_one_line(arguments: Sequence[str]) -> None:
    done = shell(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("lotkeeper")
    assert not {"PySide6", "cv2"} & set(done.stdout.split())


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n    {name} " in told for name in COMMANDS)


class Subcommand:
    """A module of a subcommand that remembers with what it was run."""

    def __init__(self) -> None:
        self.seen: Any = None
        self.answer: int | BaseException = 0

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--loud", action="store_true")

    def run(self, args: SimpleNamespace) -> int:
        self.seen = args
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


@pytest.fixture
def subcommand(monkeypatch: pytest.MonkeyPatch) -> Subcommand:
    """Stands for the module of ``lotkeeper demo`` and of the console itself."""
    module = Subcommand()
    for name in (COMMANDS["demo"][0], cli.CONSOLE):
        monkeypatch.setitem(sys.modules, name, module)
    return module


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "here", "demo", "--loud"],
        ["demo", "--data", "here", "--loud"],
        ["--data", "here", "--loud"],
        ["--loud", "--data", "here"],
        ["--loud", "--data=here"],
    ],
)
def test_the_data_folder_may_be_named_before_and_after_the_command(
    subcommand: Subcommand, arguments: Sequence[str]
) -> None:
    assert main(arguments) == 0
    assert subcommand.seen.data == Path("here")
    assert subcommand.seen.loud


def test_without_a_command_the_console_opens_on_the_persons_own_folder(subcommand: Subcommand) -> None:
    assert main([]) == 0
    assert subcommand.seen.data.name == "lotkeeper"
    assert subcommand.seen.data.is_absolute()


def test_an_option_of_the_console_may_have_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def run(args: Any) -> int:
        seen.append(args)
        return 0

    monkeypatch.setattr("console.cli.run.run", run)
    assert main(["--theme", "dark", "--data", "here"]) == 0
    assert (seen[0].theme, seen[0].data) == ("dark", Path("here"))


def test_the_exit_code_is_what_the_command_says(subcommand: Subcommand) -> None:
    subcommand.answer = 1
    assert main(["demo"]) == 1


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (StoreError("store.disk_full"), "the disk is full"),
        (StoreError("store.damaged", detail="page 3\nis gone"), "page 3 is gone"),
        (StoreError("store.unheard_of", detail="x"), "store.unheard_of: x"),
        (BadInput("lot.bad_name", longest=80), "lot.bad_name (longest=80)"),
        (DeviceError("camera.no_answer"), "camera.no_answer"),
        (ConfigError(Path("a.toml"), 3, "wrong"), "a.toml:3: wrong"),
    ],
)
def test_an_error_that_stops_everything_is_one_line_and_2(
    subcommand: Subcommand, capsys: pytest.CaptureFixture[str], error: LotkeeperError, line: str
) -> None:
    subcommand.answer = error
    assert main(["demo"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert line in told.err
    assert len(told.err.splitlines()) == 1


def test_a_bug_is_not_hidden(subcommand: Subcommand) -> None:
    subcommand.answer = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        main(["demo"])


def test_ctrl_c_ends_quietly(subcommand: Subcommand, capsys: pytest.CaptureFixture[str]) -> None:
    subcommand.answer = KeyboardInterrupt()
    assert main(["demo"]) == 130
    assert capsys.readouterr().err == ""


def test_a_terminal_that_knows_few_letters_gets_the_rest_escaped() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from console.cli import main; main()", "config", "check", "停車場.toml"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "\\u505c" in done.stderr
    assert "no such file" in done.stderr


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    script = "import sys; from console.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", script, "--help"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert "Traceback" not in child.stderr.read()
