"""Who looked at which picture, as this console writes it down."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from core.domain.journal import from_micros, to_micros
from core.domain.photo_views import KEPT_FOR, TOGETHER, PhotoView
from core.store.money_tables import photo_views

_MINE = photo_views.c
_COUNT = photo_views.c["count"]


def note_photo_view(connection: Connection, lot_id: str, view_id: str, view: PhotoView) -> None:
    """Write the look down, or count it with the one before it."""
    last = connection.execute(
        select(_MINE.view_id, _MINE.at)
        .where(
            _MINE.lot_id == lot_id,
            _MINE.photo == view.photo,
            _MINE.who == view.who,
            _MINE.place == view.place,
            _MINE.at > to_micros(view.at - TOGETHER),
            _MINE.at <= to_micros(view.at),
        )
        .limit(1)
    ).first()
    if last is not None:
        connection.execute(
            update(photo_views)
            .where(_MINE.lot_id == lot_id, _MINE.view_id == last.view_id)
            .values(count=_COUNT + view.count)
        )
        return
    connection.execute(
        insert(photo_views).values(
            lot_id=lot_id,
            view_id=view_id,
            at=to_micros(view.at),
            who=view.who,
            photo=view.photo[:64],
            stay_id=view.stay_id,
            place=view.place,
            count=view.count,
        )
    )


def photo_views_since(
    connection: Connection, lot_id: str, since: datetime, *, who: str = "", most: int = 500
) -> list[PhotoView]:
    """The looks since the instant, the latest first; of one person if told."""
    wanted = [_MINE.lot_id == lot_id, _MINE.at >= to_micros(since)]
    if who:
        wanted.append(_MINE.who == who)
    rows = connection.execute(
        select(photo_views, _COUNT.label("times")).where(*wanted).order_by(_MINE.at.desc()).limit(most)
    )
    return [
        PhotoView(from_micros(row.at), row.who, row.photo, row.stay_id, row.place, row.times) for row in rows
    ]


def forget_old_views(connection: Connection, lot_id: str, now: datetime) -> int:
    """Views older than 400 days say nothing that anybody needs; how many they were."""
    gone = connection.execute(
        delete(photo_views).where(_MINE.lot_id == lot_id, _MINE.at < to_micros(now - KEPT_FOR))
    )
    return gone.rowcount
