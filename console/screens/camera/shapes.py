"""Region and masks as things with handles: which there are, where they lie, and what moving one does.

No Qt: places are fractions of the picture. The region is shape number -1, the masks count from 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from core.domain.camera_views import (
    FEWEST_POINTS,
    MOST_POINTS,
    CameraView,
    Point,
    Polygon,
    is_inside,
    rectangle,
)

REGION = -1
FIRST_REGION = rectangle(0.1, 0.25, 0.9, 0.95)
NEW_MASK_WIDTH, NEW_MASK_HEIGHT = 0.2, 0.1
MASKS_APART = 0.03


class Part(StrEnum):
    """What of a shape a handle holds."""

    WHOLE = "whole"
    POINT = "point"
    EDGE = "edge"


@dataclass(frozen=True, slots=True)
class Handle:
    """What can be grasped: a whole shape, one of its points, or the edge that follows that point."""

    shape: int
    part: Part
    index: int = 0


def shapes_of(view: CameraView) -> dict[int, Polygon]:
    """The shapes there are by their numbers, the region first."""
    shapes = {REGION: view.region} if view.region else {}
    return shapes | dict(enumerate(view.masks))


def with_shape(view: CameraView, number: int, polygon: Polygon) -> CameraView:
    """The view with another outline for the shape; an empty one takes a mask away."""
    if number == REGION:
        return replace(view, region=polygon)
    masks = list(view.masks)
    masks[number : number + 1] = [polygon] if polygon else []
    return replace(view, masks=tuple(masks))


def handles_of(view: CameraView) -> tuple[Handle, ...]:
    """All handles in the order in which Tab visits them."""
    return tuple(
        handle
        for number, polygon in shapes_of(view).items()
        for handle in (
            Handle(number, Part.WHOLE),
            *(Handle(number, part, at) for at in range(len(polygon)) for part in (Part.POINT, Part.EDGE)),
        )
    )


def place_of(view: CameraView, handle: Handle) -> Point:
    """Where the handle is shown."""
    polygon = shapes_of(view)[handle.shape]
    if handle.part is Part.POINT:
        return polygon[handle.index]
    if handle.part is Part.EDGE:
        return _middle(polygon[handle.index], polygon[(handle.index + 1) % len(polygon)])
    across, down = [x for x, _ in polygon], [y for _, y in polygon]
    return _middle((min(across), min(down)), (max(across), max(down)))


def moved(view: CameraView, handle: Handle, across: float, down: float) -> CameraView:
    """The view with what the handle holds moved that far, but not out of the picture."""
    polygon = shapes_of(view)[handle.shape]
    held = _held(polygon, handle)
    across = _within(across, [polygon[at][0] for at in held])
    down = _within(down, [polygon[at][1] for at in held])
    points = tuple(
        (_fraction(x + across), _fraction(y + down)) if at in held else (x, y)
        for at, (x, y) in enumerate(polygon)
    )
    return with_shape(view, handle.shape, points)


def with_point(view: CameraView, handle: Handle, point: Point | None = None) -> tuple[CameraView, Handle]:
    """A further point in the edge that the handle holds or that follows its point, and its handle.

    In the longest edge for a whole shape; in the middle where no place is given. Nothing changes where
    the shape has its most points.
    """
    polygon = shapes_of(view)[handle.shape]
    if len(polygon) >= MOST_POINTS:
        return view, handle
    at = handle.index if handle.part is not Part.WHOLE else _longest_edge(polygon)
    x, y = point if point is not None else _middle(polygon[at], polygon[(at + 1) % len(polygon)])
    points = (*polygon[: at + 1], (_fraction(x), _fraction(y)), *polygon[at + 1 :])
    return with_shape(view, handle.shape, points), Handle(handle.shape, Part.POINT, at + 1)


def without(view: CameraView, handle: Handle) -> CameraView:
    """The view without the point that the handle holds, or without its whole shape.

    Nothing changes for an edge, or where the shape has its fewest points.
    """
    polygon = shapes_of(view)[handle.shape]
    if handle.part is Part.WHOLE:
        return with_shape(view, handle.shape, ())
    if handle.part is Part.EDGE or len(polygon) <= FEWEST_POINTS:
        return view
    return with_shape(view, handle.shape, polygon[: handle.index] + polygon[handle.index + 1 :])


def new_mask(view: CameraView) -> Polygon:
    """A rectangle in the middle of what is read, each further one a little beside the one before."""
    x, y = place_of(view, Handle(REGION, Part.WHOLE)) if view.region else (0.5, 0.5)
    shift = MASKS_APART * len(view.masks)
    left = _start(x, NEW_MASK_WIDTH, shift)
    top = _start(y, NEW_MASK_HEIGHT, shift)
    return spanned((left, top), (left + NEW_MASK_WIDTH, top + NEW_MASK_HEIGHT))


def spanned(one: Point, other: Point) -> Polygon:
    """The rectangle between two corners, cut at the picture's edge."""
    (x0, y0), (x1, y1) = one, other
    left, right = sorted((_fraction(x0), _fraction(x1)))
    top, bottom = sorted((_fraction(y0), _fraction(y1)))
    return rectangle(left, top, right, bottom)


def handle_at(view: CameraView, point: Point, width: float, height: float, reach: float) -> Handle | None:
    """The handle under the point, in a picture shown so wide and high; a point before an edge before a shape.

    ``reach`` is how far from a point or an edge it is still grasped, in the same measure.
    """
    shapes = shapes_of(view)
    spot = (point[0] * width, point[1] * height)

    def on_screen(place: Point) -> Point:
        return place[0] * width, place[1] * height

    points = [
        (math.dist(spot, on_screen(place)), Handle(number, Part.POINT, at))
        for number, polygon in shapes.items()
        for at, place in enumerate(polygon)
    ]
    edges = [
        (
            _distance(spot, on_screen(polygon[at]), on_screen(polygon[(at + 1) % len(polygon)])),
            Handle(number, Part.EDGE, at),
        )
        for number, polygon in shapes.items()
        for at in range(len(polygon))
    ]
    for found, limit in ((points, reach), (edges, reach * 0.7)):
        near, handle = min(found, key=lambda pair: pair[0], default=(math.inf, None))
        if near <= limit:
            return handle
    # What was drawn last lies above.
    inside = [number for number, polygon in shapes.items() if is_inside(point, polygon)]
    return Handle(max(inside), Part.WHOLE) if inside else None


def _held(polygon: Polygon, handle: Handle) -> set[int]:
    if handle.part is Part.WHOLE:
        return set(range(len(polygon)))
    if handle.part is Part.POINT:
        return {handle.index}
    return {handle.index, (handle.index + 1) % len(polygon)}


def _within(step: float, places: list[float]) -> float:
    """As much of the step as keeps all places in the picture."""
    return min(max(step, -min(places)), 1.0 - max(places))


def _start(middle: float, length: float, shift: float) -> float:
    """Where so long a side begins: around the middle, shifted towards where there is room."""
    start = min(max(middle - length / 2, 0.0), 1.0 - length)
    return start + shift if start + shift + length <= 1.0 else start - shift


def _fraction(value: float) -> float:
    """Within the picture, and no finer than any camera shows: 20 000 steps a side."""
    return round(min(max(value, 0.0), 1.0) * 20_000) / 20_000


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _longest_edge(polygon: Polygon) -> int:
    return max(range(len(polygon)), key=lambda at: math.dist(polygon[at], polygon[(at + 1) % len(polygon)]))


def _distance(spot: Point, start: Point, end: Point) -> float:
    """From a spot to the nearest point of an edge."""
    (x, y), (x0, y0), (x1, y1) = spot, start, end
    square = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.dist(spot, (x0 + along * (x1 - x0), y0 + along * (y1 - y0)))
