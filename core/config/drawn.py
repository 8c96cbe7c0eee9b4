"""Shapes in the configuration: lists of [x, y] in fractions of a picture, and lists of such shapes."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.camera_views import FEWEST_POINTS, MOST_MASKS, MOST_POINTS, Polygon, fault_of

_POINTS = f"{FEWEST_POINTS} to {MOST_POINTS} points as [x, y], each from 0 to 1"
_FAULTS = {
    "view.few_points": "too few points",
    "view.many_points": "too many points",
    "view.crossing": "its edges cross or touch; put the points in order around the shape",
    "view.no_area": "it covers almost nothing; move its points apart",
}


class NotDrawn(Exception):
    """The value is no such shape; ``place`` leads to the part that is wrong, by indices."""

    def __init__(self, place: tuple[int, ...], problem: str) -> None:
        super().__init__(problem)
        self.place = place
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Shape:
    """One polygon; an empty list stands for none."""

    @property
    def expected(self) -> str:
        """The form in words."""
        return f"a list of {_POINTS}"

    def allows(self, value: object) -> bool:
        """Whether ``build`` takes it."""
        return _is_built(self, value)

    def build(self, value: object) -> Polygon:
        """The polygon; raises NotDrawn."""
        if not isinstance(value, list):
            raise NotDrawn((), f"expected {self.expected}")
        return _polygon(value, ()) if value else ()


@dataclass(frozen=True, slots=True)
class Shapes:
    """At most so many polygons."""

    most: int = MOST_MASKS

    @property
    def expected(self) -> str:
        """The form in words."""
        return f"at most {self.most} shapes, each a list of {_POINTS}"

    def allows(self, value: object) -> bool:
        """Whether ``build`` takes it."""
        return _is_built(self, value)

    def build(self, value: object) -> tuple[Polygon, ...]:
        """The polygons; raises NotDrawn."""
        if not isinstance(value, list):
            raise NotDrawn((), f"expected {self.expected}")
        if len(value) > self.most:
            raise NotDrawn((self.most,), f"expected at most {self.most} shapes, found {len(value)}")
        return tuple(_polygon(shape, (index,)) for index, shape in enumerate(value))


def _is_built(drawn: Shape | Shapes, value: object) -> bool:
    try:
        drawn.build(value)
    except NotDrawn:
        return False
    return True


def _polygon(value: object, place: tuple[int, ...]) -> Polygon:
    if not isinstance(value, list):
        raise NotDrawn(place, f"expected a list of {_POINTS}")
    points = tuple(_point(point, (*place, index)) for index, point in enumerate(value))
    fault = fault_of(points)
    if fault:
        raise NotDrawn(place, f"expected {_POINTS}, found {len(points)}: {_FAULTS[fault]}")
    return points


def _point(value: object, place: tuple[int, ...]) -> tuple[float, float]:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(type(part) in {int, float} for part in value)
    ):
        raise NotDrawn(place, "expected a point as [x, y], two numbers from 0 to 1")
    x, y = value
    # Written so that "not a number" is refused too.
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise NotDrawn(place, "expected [x, y] as fractions of the picture from 0 to 1, not as pixels")
    return float(x), float(y)
