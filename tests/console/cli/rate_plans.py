"""Files of rate plans and of stays for the tests of ``lotkeeper rates``."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from console.cli import main

SAMPLES = Path(str(files("resources") / "plans"))
EACH_HOUR = SAMPLES / "each-hour-24-hour-maximum.toml"  # 6.00 an hour, at most 17.00, New York
WITH_VALIDATIONS = SAMPLES / "each-hour-day-maximum-with-validations.toml"  # 1.00 an hour, at most 3.00
WITH_CLASSES = SAMPLES / "working-days-dearer-by-the-hour-large-vehicles-double.toml"
WITH_LOST_TICKET = SAMPLES / "first-hour-then-each-hour-day-maximum-lost-ticket.toml"


def quote(plan: Path, entry: str, exit_at: str, *words: str) -> int:
    """Price one stay."""
    return main(["rates", "quote", str(plan), "--entry", entry, "--exit", exit_at, *words])


def batch(plan: Path, folder: Path, *lines: object) -> int:
    """Price stays from a file: objects as JSON, texts and bytes as they are."""
    file = folder / "stays.jsonl"
    file.write_bytes(b"".join(_line(line) for line in lines))
    return main(["rates", "quote", str(plan), "--batch", str(file), "--json"])


def _line(line: object) -> bytes:
    if isinstance(line, bytes):
        return line
    text = line if isinstance(line, str) else json.dumps(line)
    return text.encode() + b"\n"


def plan_file(folder: Path, text: str) -> Path:
    """A file with that plan."""
    file = folder / "plan.toml"
    file.write_text(text, encoding="utf-8")
    return file
