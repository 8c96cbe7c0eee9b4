"""Labels: sightings whose right plate is known, because a person said so or because two cameras agree.

They follow from what the journal says anyway: what was read of a vehicle, what a person typed for it, and
which stay it turned out to be. Nothing else is written down for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LabelKind(StrEnum):
    """Who says so; all but AGREED were said by a person."""

    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    CHOSEN = "chosen"
    AGREED = "agreed"

    @property
    def is_by_person(self) -> bool:
        """Whether a person looked."""
        return self is not LabelKind.AGREED


@dataclass(frozen=True, slots=True)
class Label:
    """One sighting with its right plate.

    ``plate`` is the truth and ``read`` what the lane made of it alone (empty for nothing), both
    normalised; ``confidence`` in 0…1; ``photo`` is a SHA-256, empty where none was kept.
    """

    sighting_id: str
    lane_id: str
    at: datetime
    photo: str
    read: str
    confidence: float
    plate: str
    kind: LabelKind
    stay_id: str | None = None

    @property
    def is_right(self) -> bool:
        """Whether the lane had it right by itself."""
        return self.read == self.plate


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting as the lane saw it: ``read`` and ``confidence`` before any person helped.

    ``typed`` is the plate that a person gave at the lane, empty for none; ``opened`` says whether the
    gate was commanded by the lane's own decision, for ``stay_id``.
    """

    sighting_id: str
    lane_id: str
    at: datetime
    photo: str
    read: str
    confidence: float
    is_exit: bool
    typed: str = ""
    opened: bool = False
    stay_id: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What persons said about stays.

    ``corrected`` leads from a stay's id, and from its entry's photo, to the plate that a person gave it
    since; ``chosen`` from an exit's photo to the plate of the stay that a person let out for it.
    """

    corrected: Mapping[str, str]
    chosen: Mapping[str, str]


def labels_of(sightings: Iterable[Seen], told: Told) -> list[Label]:
    """The labels that follow, in the order of the sightings."""
    seen = list(sightings)
    known = {one.sighting_id: said for one in seen if (said := _said(one, told)) is not None}
    agreed = set(_agreeing(seen, known))
    labels = []
    for one in seen:
        said = known.get(one.sighting_id)
        if said is not None:
            labels.append(_label(one, *said))
        elif one.sighting_id in agreed:
            labels.append(_label(one, one.read, LabelKind.AGREED))
    return labels


def _said(one: Seen, told: Told) -> tuple[str, LabelKind] | None:
    """What a person said last: a correction of the stay comes after what was typed at the lane."""
    # A stay opened by hand is not named by the sighting before it; their photo is the same.
    corrected = "" if one.is_exit else told.corrected.get(one.stay_id or one.photo, "")
    if corrected:
        plate = corrected
    elif one.typed:
        plate = one.typed
    elif one.is_exit and told.chosen.get(one.photo):
        return told.chosen[one.photo], LabelKind.CHOSEN
    else:
        return None
    return plate, LabelKind.CONFIRMED if plate == one.read else LabelKind.CORRECTED


def _agreeing(seen: list[Seen], known: Mapping[str, tuple[str, LabelKind]]) -> Iterator[str]:
    """Sightings of one stay that were read the same at both ends without help, or as a person said."""
    by_stay: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.stay_id is not None and (one.opened or one.sighting_id in known):
            by_stay[one.stay_id].append(one)
    for ends in by_stay.values():
        entries = [one for one in ends if not one.is_exit]
        exits = [one for one in ends if one.is_exit]
        for way_in in entries:
            for way_out in exits:
                yield from _agree(way_in, way_out, known)


def _agree(way_in: Seen, way_out: Seen, known: Mapping[str, tuple[str, LabelKind]]) -> Iterator[str]:
    plates = {
        known[one.sighting_id][0] if one.sighting_id in known else one.read for one in (way_in, way_out)
    }
    if len(plates) == 1 and "" not in plates:
        yield way_in.sighting_id
        yield way_out.sighting_id


def _label(one: Seen, plate: str, kind: LabelKind) -> Label:
    return Label(
        sighting_id=one.sighting_id,
        lane_id=one.lane_id,
        at=one.at,
        photo=one.photo,
        read=one.read,
        confidence=one.confidence,
        plate=plate,
        kind=kind,
        stay_id=one.stay_id,
    )
