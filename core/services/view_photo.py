"""Writes down that a person looked at a picture of a vehicle (D8)."""

from __future__ import annotations

from core.domain.people import Actor, Right
from core.domain.photo_views import PhotoView
from core.services.unit_of_work import UnitOfWork


def view_photo(unit: UnitOfWork, *, actor: Actor, photos: dict[str, str], place: str) -> None:
    """Note that these photos were shown: by SHA-256, each with the stay it is of, or an empty text."""
    actor.require(Right.SEARCH_STAYS)
    for photo, stay_id in photos.items():
        if photo:
            unit.note_photo_view(PhotoView(unit.now, actor.person_id, photo, stay_id, place))
