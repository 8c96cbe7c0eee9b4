"""This console's own labelled photos: what its attendants said, and where two cameras agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from console.evaluation.labelled import LabelledPicture
from core.config import load_config
from core.domain.errors import Refused
from core.domain.labels import Label
from core.domain.reads import Box
from core.store.folder import DataFolder
from core.store.labels import LabelFolder
from core.store.photos import PhotoStore
from core.store.queries.labels import labels_since, own_reads
from core.store.viewing import viewing


@dataclass(frozen=True, slots=True)
class OwnLabels:
    """Labels with their pictures; ``without_photo`` had one that is no longer kept.

    ``formats`` are the plates that the site expects.
    """

    pictures: tuple[LabelledPicture, ...]
    labels: tuple[Label, ...]
    boxes: dict[str, Box]
    formats: tuple[str, ...]
    without_photo: int


def own_labels(folder: DataFolder, *, with_boxes: bool = False) -> OwnLabels:
    """The labels within the site's retention, oldest first; also while the console runs.

    Refused ``labels.off`` where the site did not opt in; ConfigError, StoreError as the files are.
    ``boxes`` are by sighting, where the journal holds them.
    """
    settings = load_config(folder.config).plates
    if not settings.learn:
        raise Refused("labels.off", file=str(folder.config))
    kept = LabelFolder(folder.labels, PhotoStore(folder.photos))
    since = kept.since(datetime.now(UTC), settings.learn_days)
    with viewing(folder.database) as view:
        found = labels_since(view, since)
        reads = own_reads(view, [label.sighting_id for label in found]) if with_boxes else {}
    pictures: list[LabelledPicture] = []
    labels: list[Label] = []
    for label in found:
        file = kept.photo(label.photo)
        if file is not None:
            labels.append(label)
            pictures.append(
                LabelledPicture(
                    file=file,
                    name=f"{label.photo}.jpg",
                    plate=label.plate,
                    camera=label.lane_id,
                    earlier=(label.read, label.confidence),
                )
            )
    boxes = {sighting_id: own.box for sighting_id, own in reads.items() if own.box is not None}
    return OwnLabels(tuple(pictures), tuple(labels), boxes, settings.formats, len(found) - len(labels))
