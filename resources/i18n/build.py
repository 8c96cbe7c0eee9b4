"""Brings the translations up to date with the source and compiles them; run by hand after words changed.

    python -m resources.i18n.build           # collect, compile, list what is not translated yet
    python -m resources.i18n.build --check   # change nothing; fail where something is amiss

A new text enters ``lotkeeper_zh_TW.ts`` as unfinished; whoever knows the language writes it there, by hand or
with Qt Linguist. A text that left the source leaves the file.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from resources.i18n.extract import messages_in
from resources.i18n.ts_file import mismatched_figures, read_ts, write_ts

HERE = Path(__file__).parent
LANGUAGES = ("zh_TW",)
RELEASE_SECONDS = 60


def main() -> int:
    """Do what was asked for; 1 where something is amiss."""
    parser = argparse.ArgumentParser(description="Collect and compile translations.")
    parser.add_argument("--check", action="store_true", help="change nothing, only tell what is amiss")
    check = parser.parse_args().check
    amiss = []
    for language in LANGUAGES:
        if not check:
            update(language)
        amiss += troubles(language)
        if not check:
            compile_language(language)
    for trouble in amiss:
        print(trouble, file=sys.stderr)
    return 1 if amiss else 0


def update(language: str, console: Path = HERE.parents[1] / "console") -> None:
    """Rewrite the language's file with the texts of the source, keeping what is translated."""
    messages, _ = messages_in(console)
    path = _ts(language)
    known = read_ts(path)
    write_ts(path, language, {message: known.get(message, "") for message in messages})


def troubles(language: str, console: Path = HERE.parents[1] / "console") -> list[str]:
    """What is amiss, a line each: not collected, not translated, left over, figures that differ."""
    messages, problems = messages_in(console)
    known = read_ts(_ts(language))
    lines = [f"{one.file.name}:{one.line}: the text is no literal" for one in problems]
    lines += [
        f"{language}: not collected: {one.context}: {one.source}" for one in messages if one not in known
    ]
    lines += [
        f"{language}: not translated: {one.context}: {one.source}" for one in messages if not known.get(one)
    ]
    lines += [f"{language}: left over: {one.context}: {one.source}" for one in known if one not in messages]
    lines += [f"{language}: other figures: {one.context}: {one.source}" for one in mismatched_figures(known)]
    return lines


def compile_language(language: str) -> None:
    """Make the ``.qm`` that ships; RuntimeError where Qt's lrelease is missing or refuses."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    tool = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    if tool is None:
        raise RuntimeError("pyside6-lrelease is not installed")
    command = [tool, "-silent", str(_ts(language)), "-qm", str(_ts(language).with_suffix(".qm"))]
    done = subprocess.run(  # noqa: S603 - our own file names only
        command, capture_output=True, text=True, timeout=RELEASE_SECONDS, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"lrelease: {done.stderr.strip() or done.stdout.strip()}")


def _ts(language: str) -> Path:
    return HERE / f"lotkeeper_{language}.ts"


if __name__ == "__main__":
    sys.exit(main())
