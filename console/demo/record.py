"""Writes what is left of a demonstration: summary, truth, database, receipts, and a verdict."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.demo.judge import Summary, is_sound, truth_figures
from core.store.verify import verify_file

READS_RIGHT_AT_LEAST = 0.95
WRONG_AT_MOST = 0.02


@dataclass(frozen=True, slots=True)
class Record:
    """The summary as a document and as text, and whether everything holds."""

    document: dict[str, Any]
    text: str
    is_sound: bool


def write_record(out: Path, summary: Summary, truth: Mapping[str, Any], *, judged_counts: bool) -> Record:
    """Write ``summary.json``, ``truth.json``, ``lotkeeper.db`` and the receipts into the folder.

    With photographs (``judged_counts`` false) plates are hard, and the verdict is on wrong admissions
    and the count's arithmetic instead of on every figure.
    """
    database = _copy_database(out / "data" / "lotkeeper.db", out / "lotkeeper.db")
    verification = verify_file(database)
    receipts = out / "receipts"
    if (out / "data" / "receipts").is_dir():
        shutil.copytree(out / "data" / "receipts", receipts, dirs_exist_ok=True)
    checks = _checks(summary, judged_counts=judged_counts)
    checks["journal_verifies"] = not verification.problems
    document = {"database": database.name, **summary.to_document(), "checks": checks}
    _write(out / "summary.json", document)
    _write(
        out / "truth.json",
        {**truth_figures(truth), "presences": truth["presences"], "vehicles": truth["vehicles"]},
    )
    sound = all(checks.values())
    return Record(document, _in_words(summary, checks, out), sound)


def _checks(summary: Summary, *, judged_counts: bool) -> dict[str, bool]:
    adds_up = summary.entered == summary.left + summary.inside + summary.explained
    if not judged_counts:
        admitted = summary.admitted_right + summary.admitted_wrong
        return {
            "count_adds_up": adds_up,
            "wrong_admissions_at_most_2_percent": summary.admitted_wrong <= WRONG_AT_MOST * admitted,
        }
    return {
        "count_adds_up": adds_up,
        "equals_the_truth_or_is_explained": is_sound(summary),
        "shift_closed_exactly": _is_shift_exact(summary),
        "reads_right_at_least_95_percent": summary.reads_correct
        >= READS_RIGHT_AT_LEAST * summary.reads_total,
    }


def _is_shift_exact(summary: Summary) -> bool:
    """Whether the Z has all money that came in, and the attendant's own count is what it expects."""
    came_in = summary.cash_minor + summary.card_minor + summary.platform_minor
    return (summary.z_number, summary.z_minor, summary.z_difference_minor) == (1, came_in, 0)


def _copy_database(source: Path, target: Path) -> Path:
    """One file without its write-ahead log, to be kept beside the summary."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as connection, closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return target


def _write(path: Path, document: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n", encoding="utf-8")


def _in_words(summary: Summary, checks: Mapping[str, bool], out: Path) -> str:
    lines = [
        f"entered {summary.entered}, left {summary.left}, inside {summary.inside}",
        f"explained {summary.explained}, backed out {summary.backed_out}",
        f"refused as full {summary.refused_full}",
        f"stopped at the exit: unpaid {summary.unpaid_stopped}, overstayed {summary.overstayed}",
        f"at the exit without a record: {summary.no_record}",
        f"cash {summary.cash_minor}, card {summary.card_minor}, platform {summary.platform_minor}",
        f"receipts {summary.receipts}; all amounts in minor units",
        f"shift closed: Z {summary.z_number}, received {summary.z_minor}, check code {summary.check_code}",
        f"drawer: counted less expected {summary.z_difference_minor}",
        f"plates read right {summary.reads_correct} of {summary.reads_total}",
        f"admitted right {summary.admitted_right}, wrong {summary.admitted_wrong}, asked {summary.asked}",
    ]
    lines += [f"incident: {incident}" for incident in summary.incidents]
    lines += [
        f"difference: {one.figure} {one.console}, really {one.truth}"
        + ("" if one.explained_by else " (NOT EXPLAINED)")
        for one in summary.differences
    ]
    lines += [f"{'ok ' if holds else 'NOT'} {name.replace('_', ' ')}" for name, holds in checks.items()]
    lines.append(f"record: {out}")
    return "\n".join(lines)
