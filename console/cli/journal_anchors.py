"""The anchors that ``lotkeeper journal verify`` is given: files of them, and texts from paper."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from core.domain.anchors import AnyAnchor, anchors_in, read_anchor
from core.domain.errors import BadInput
from core.store.engine import store_errors
from core.store.findings import Anchored

MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """The anchors that could be read, and where those stand that could not: ``FILE:LINE``."""

    anchors: tuple[AnyAnchor, ...]
    damaged: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options by which anchors are given."""
    parser.add_argument(
        "--anchors",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="compare with the anchors in this file, one a line; may be given several times",
    )
    parser.add_argument(
        "--anchor",
        action="append",
        default=[],
        metavar="TEXT",
        help="compare with this anchor, as a Z report shows it; may be given several times",
    )


def given(args: argparse.Namespace) -> Given:
    """What was given; BadInput for a text that is no anchor, StoreError for a file that cannot be read."""
    anchors: list[AnyAnchor] = [read_anchor(text) for text in args.anchor]
    damaged: list[str] = []
    for file in args.anchors:
        found, wrong = anchors_in(_text_of(file))
        anchors += found
        damaged += [f"{file}:{number}" for number in wrong]
    return Given(tuple(anchors), tuple(damaged))


def anchored_line(chain: Anchored) -> str:
    """How far anchors prove a chain, in one line."""
    if chain.seq == 0 or chain.at is None:
        return f"console {chain.console_id}: not anchored"
    until = f"console {chain.console_id}: anchored up to {chain.seq}, {chain.at:%Y-%m-%d %H:%M} UTC"
    if not chain.later or chain.since is None:
        return until
    entries = "1 entry" if chain.later == 1 else f"{chain.later} entries"
    return f"{until}; {entries} unanchored since {chain.since:%Y-%m-%d %H:%M} UTC"


def anchored_document(chain: Anchored) -> dict[str, object]:
    """The same for machines."""
    return {
        "lot_id": chain.lot_id,
        "console_id": chain.console_id,
        "seq": chain.seq,
        "at": None if chain.at is None else chain.at.isoformat(),
        "later": chain.later,
        "since": None if chain.since is None else chain.since.isoformat(),
    }


def _text_of(file: Path) -> str:
    with store_errors():
        if file.stat().st_size > MOST_BYTES:
            raise BadInput("anchor.file_too_large", file=str(file))
        return file.read_text(encoding="utf-8", errors="replace")
