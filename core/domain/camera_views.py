"""What of a camera's picture is read: a region of interest, and masks over what must not be read.

All places are fractions of the picture, 0 to 1 from its upper left corner, so that a view outlives a
change of the camera's resolution.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

Point = tuple[float, float]
Polygon = tuple[Point, ...]

FEWEST_POINTS = 3
MOST_POINTS = 12
MOST_MASKS = 8
# A thousandth of the picture: 36 pixels square of a full-HD one, less than any plate needs.
LEAST_AREA = 0.001


@dataclass(frozen=True, slots=True)
class CameraView:
    """The region that is read (empty: the whole picture), less the masks; the last point joins the first."""

    region: Polygon = ()
    masks: tuple[Polygon, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything in the picture is read."""
        return not self.region and not self.masks

    def sees(self, point: Point) -> bool:
        """Whether what lies at the point is read."""
        if self.region and not is_inside(point, self.region):
            return False
        return not any(is_inside(point, mask) for mask in self.masks)


WHOLE_PICTURE = CameraView()


def fault_of(polygon: Sequence[Point]) -> str:
    """Why this cannot be a region or a mask, as a reason code; empty where it can."""
    if len(polygon) < FEWEST_POINTS:
        return "view.few_points"
    if len(polygon) > MOST_POINTS:
        return "view.many_points"
    if not all(0.0 <= part <= 1.0 for point in polygon for part in point):
        return "view.outside"
    if _crosses_itself(polygon):
        return "view.crossing"
    return "" if area_of(polygon) >= LEAST_AREA else "view.no_area"


def fault_of_view(view: CameraView) -> str:
    """The first fault among the region and the masks, as a reason code; empty where there is none."""
    if len(view.masks) > MOST_MASKS:
        return "view.many_masks"
    shapes = (*((view.region,) if view.region else ()), *view.masks)
    return next((fault for shape in shapes if (fault := fault_of(shape))), "")


def area_of(polygon: Sequence[Point]) -> float:
    """The share of the picture that it covers, where it does not cross itself."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges_of(polygon))) / 2


def edges_of(polygon: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Its edges in order, the closing one last."""
    return zip(polygon, (*polygon[1:], *polygon[:1]), strict=True)


def is_inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether the point lies within, by the even-odd rule."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in edges_of(polygon):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def rectangle(left: float, top: float, right: float, bottom: float) -> Polygon:
    """The rectangle between these sides, clockwise from its upper left corner."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _crosses_itself(polygon: Sequence[Point]) -> bool:
    edges = list(edges_of(polygon))
    if any(first == last for first, last in edges):
        return True
    last = len(edges) - 1
    for (i, first), (j, second) in combinations(enumerate(edges), 2):
        neighbours = j == i + 1 or (i == 0 and j == last)
        if not neighbours and _meet(first, second):
            return True
    return False


def _meet(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    a, b = first
    c, d = second
    turns = (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    if turns[0] != turns[1] and turns[2] != turns[3]:
        return True
    pairs = ((turns[0], a, b, c), (turns[1], a, b, d), (turns[2], c, d, a), (turns[3], c, d, b))
    return any(turn == 0 and _is_between(start, end, point) for turn, start, end, point in pairs)


def _turn(a: Point, b: Point, c: Point) -> int:
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return 0 if abs(cross) < 1e-12 else int(math.copysign(1, cross))


def _is_between(start: Point, end: Point, point: Point) -> bool:
    return all(min(a, b) <= p <= max(a, b) for a, b, p in zip(start, end, point, strict=True))
