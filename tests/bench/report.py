"""What a bench gives back, the table of it, and ``results.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

_HEADS = ("name", "value", "unit", "baseline", "baseline value", "ratio", "goal", "met")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its baseline of the same run; ``met`` is None where the figure has no goal."""

    name: str
    value: float
    unit: str
    baseline: str
    baseline_value: float
    goal: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float | None:
        """Value over baseline; None where the baseline is 0."""
        return self.value / self.baseline_value if self.baseline_value else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of one bench, and the lines that belong under the table."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = field(default=())


def as_documents(rows: Iterable[Row]) -> list[dict[str, object]]:
    """The rows as they stand in ``results.json``."""
    keys = ("name", "value", "unit", "baseline", "baseline_value", "ratio", "goal", "met")
    return [
        {key: _rounded(document[key]) for key in keys}
        for row in rows
        for document in [{**asdict(row), "ratio": row.ratio}]
    ]


def write_results(path: Path, rows: Iterable[Row]) -> None:
    """Write ``results.json``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_documents(rows), indent=2) + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """The rows as a table for people."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def missed(rows: Iterable[Row]) -> list[str]:
    """The names of the rows whose goal is not met."""
    return [row.name for row in rows if row.met is False]


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    met = {True: "yes", False: "NO", None: ""}[row.met]
    value, baseline_value = _figure(row.value), _figure(row.baseline_value)
    return (row.name, value, row.unit, row.baseline, baseline_value, ratio, row.goal, met)


def _figure(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def _rounded(value: object) -> object:
    return round(value, 4) if isinstance(value, float) else value
