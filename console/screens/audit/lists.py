"""The two lists beside the journal: attempts that were refused, and pictures that were looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time, format_plate
from console.models.row_table import Column
from console.screens.audit.listed_page import ListedPage
from console.screens.context import Context
from console.screens.form.rights import attempt_in_words, way_in_words
from console.words import is_known, say
from core.domain.photo_views import PhotoView
from core.store.photo_views import photo_views_since
from core.store.queries.audit import plates_of
from core.store.refused_attempts import RefusedAttempt, attempts_since
from core.store.unit_of_work import SqlUnitOfWork

tr = QCoreApplication.translate
SHOWN_FOR: Final = timedelta(days=31)
MOST: Final = 500
_PLACES: Final[dict[str, Callable[[], str]]] = {
    "large": lambda: tr("Audit", "large, at the desk"),
    "cards": lambda: tr("Audit", "small, in a search"),
    "inside": lambda: tr("Audit", "large, in the list of cars"),
    "lane": lambda: tr("Audit", "large, beside a car at a lane"),
}


@dataclass(frozen=True, slots=True)
class ShownAttempt:
    """A refused attempt with the name of who made it."""

    attempt: RefusedAttempt
    name: str


@dataclass(frozen=True, slots=True)
class ShownView:
    """A look at a picture with the name of who looked, and the plate as far as it is still known."""

    view: PhotoView
    name: str
    plate: str


def refused_page(ctx: Context) -> ListedPage[ShownAttempt]:
    """What somebody tried and may not."""
    return ListedPage(
        ctx,
        columns=(
            Column(lambda: tr("Audit", "When"), lambda row: _when(ctx, row.attempt.at)),
            Column(lambda: tr("Audit", "Who"), lambda row: row.name),
            Column(lambda: tr("Audit", "What"), lambda row: attempt_in_words(row.attempt.what)),
            Column(lambda: tr("Audit", "Why not"), lambda row: _words(row.attempt.cause)),
            Column(lambda: tr("Audit", "By"), lambda row: way_in_words(row.attempt.source)),
            Column(lambda: tr("Audit", "Times"), lambda row: str(row.attempt.count), figures=True),
        ),
        key=lambda row: row.attempt.attempt_id,
        read=lambda unit: _attempts(unit, unit.now - SHOWN_FOR),
        lead=lambda: tr("Audit", "What was tried at this console and not allowed, in the last 31 days."),
        empty=lambda: tr("Audit", "Nothing was refused."),
    )


def views_page(ctx: Context) -> ListedPage[ShownView]:
    """Who looked at which picture."""
    return ListedPage(
        ctx,
        columns=(
            Column(lambda: tr("Audit", "When"), lambda row: _when(ctx, row.view.at)),
            Column(lambda: tr("Audit", "Who"), lambda row: row.name),
            Column(lambda: tr("Audit", "Plate"), lambda row: format_plate(row.plate) if row.plate else "–"),
            Column(lambda: tr("Audit", "How"), lambda row: _place(row.view.place)),
            Column(lambda: tr("Audit", "Times"), lambda row: str(row.view.count), figures=True),
            Column(lambda: tr("Audit", "Picture"), lambda row: row.view.photo[:12]),
        ),
        key=lambda row: f"{row.view.at} {row.view.who} {row.view.photo} {row.view.place}",
        read=lambda unit: _views(unit, unit.now - SHOWN_FOR),
        lead=lambda: tr(
            "Audit",
            "Who looked at pictures of cars at this console in the last 31 days; again within ten minutes is"
            " the same look.",
        ),
        empty=lambda: tr("Audit", "Nobody looked at a picture."),
    )


def _attempts(unit: SqlUnitOfWork, since: datetime) -> list[ShownAttempt]:
    names = {person.person_id: person.name for person in unit.people()}
    found = attempts_since(unit.connection, unit.lot_id, since, most=MOST)
    return [ShownAttempt(each, names.get(each.who, each.who) or "–") for each in found]


def _views(unit: SqlUnitOfWork, since: datetime) -> list[ShownView]:
    names = {person.person_id: person.name for person in unit.people()}
    found = photo_views_since(unit.connection, unit.lot_id, since, most=MOST)
    plates = plates_of(unit, {each.stay_id for each in found})
    return [ShownView(each, names.get(each.who, each.who), plates.get(each.stay_id, "")) for each in found]


def _place(name: str) -> str:
    words = _PLACES.get(name)
    return words() if words is not None else name


def _words(code: str) -> str:
    return say(code).text if is_known(code) else code


def _when(ctx: Context, at: datetime) -> str:
    lot = ctx.state.lot
    return "" if lot is None else format_local_time(at, lot.zone, now=ctx.console.clock.now())
