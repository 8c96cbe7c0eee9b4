"""Whether copies can be kept at a second place, so that a broken disk does not take the lot with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from console.cli.checkup.asking import Question
from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.cli.words import error_line
from core.config import SharedConfig
from core.domain.errors import LinkError
from core.sync.place_address import Where
from core.sync.secrets import secret
from core.sync.trials import try_place


def second_places(shared: SharedConfig, data_folder: Path) -> Iterator[Question]:
    """What asks each place that is configured, by writing a small file there and taking it away again."""
    for name, subject in (("backups", "second place of backups"), ("photos", "second place of photos")):
        address = getattr(shared, name)
        yield Question(subject, lambda said, at=address, key=name: _try(said, at, key, data_folder))  # type: ignore[misc]


def _try(subject: str, address: str, name: str, data_folder: Path) -> Finding:
    if not address:
        return skipped(subject, "none; a disk that breaks takes everything with it (Settings, Backup)")
    try:
        where = Where.from_text(address)
        try_place(address, secret(name, data_folder))
    except LinkError as error:
        return trouble(subject, error_line(error), "correct it under Settings, Backup, and try it there")
    shown = f"{where.kind}: {where.host}{where.root}" if where.host else where.root
    return ok(subject, f"{shown} takes files and gives them back")
