"""A view while it is being drawn: what is chosen, what was done, and how to take it back. No Qt."""

from __future__ import annotations

from console.screens.camera.shapes import (
    FIRST_REGION,
    REGION,
    Handle,
    Part,
    handles_of,
    moved,
    new_mask,
    shapes_of,
    with_point,
    with_shape,
    without,
)
from core.domain.camera_views import (
    MOST_MASKS,
    WHOLE_PICTURE,
    CameraView,
    Point,
    Polygon,
    fault_of,
    fault_of_view,
)

MOST_STEPS_BACK = 200


class ViewEditor:
    """The view as drawn so far; every change can be undone.

    Steps of one ``run`` (a drag with the mouse, a key held down) are taken back together.
    """

    def __init__(self, saved: CameraView = WHOLE_PICTURE) -> None:
        self._saved = saved
        self._view = saved
        self._past: list[CameraView] = []
        self._future: list[CameraView] = []
        self._run = ""
        self._chosen: Handle | None = None

    @property
    def view(self) -> CameraView:
        """The view as it is drawn now."""
        return self._view

    @property
    def chosen(self) -> Handle | None:
        """What the keys act on."""
        return self._chosen

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is kept."""
        return self._view != self._saved

    @property
    def fault(self) -> str:
        """Why it cannot be kept as it is, as a reason code; empty where it can."""
        return fault_of_view(self._view)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._future)

    def fault_of_shape(self, number: int) -> str:
        """Why this shape cannot be kept as it is, as a reason code."""
        return fault_of(shapes_of(self._view)[number])

    def load(self, saved: CameraView) -> None:
        """Begin anew with what is kept."""
        self._saved = self._view = saved
        self._past, self._future, self._run, self._chosen = [], [], "", None

    def was_saved(self, view: CameraView) -> None:
        """That view is what is kept now; drawing goes on."""
        self._saved = view

    def discard(self) -> None:
        """Back to what is kept; that can be undone too."""
        self._do(self._saved)
        self._keep_choice()

    def choose(self, handle: Handle | None) -> None:
        """Act on this from now on."""
        self._chosen = handle
        self.end_run()

    def choose_next(self, step: int) -> bool:
        """Choose the next handle (1) or the one before (-1); False, with none chosen, beyond the last."""
        handles = handles_of(self._view)
        if self._chosen is None:
            at = 0 if step > 0 else len(handles) - 1
        else:
            at = handles.index(self._chosen) + step
        self.choose(handles[at] if 0 <= at < len(handles) else None)
        return self._chosen is not None

    def nudge(self, across: float, down: float) -> None:
        """Move what is chosen by a step of the keyboard; steps in a row are taken back together."""
        if self._chosen is not None:
            self._do(moved(self._view, self._chosen, across, down), run="nudge")

    def drag(self, start: CameraView, across: float, down: float) -> None:
        """What is chosen lies so far from where it lay when the mouse took it."""
        if self._chosen is not None:
            self._do(moved(start, self._chosen, across, down), run="drag")

    def span(self, number: int, polygon: Polygon) -> None:
        """Draw a new shape with the mouse: the region, or the mask behind the last."""
        if number != REGION and number >= MOST_MASKS:
            return
        view = self._view
        if number == len(view.masks):
            view = CameraView(view.region, (*view.masks, polygon))
        else:
            view = with_shape(view, number, polygon)
        self._do(view, run="span")
        self._chosen = Handle(number, Part.WHOLE)

    def end_run(self) -> None:
        """What comes is a step of its own."""
        self._run = ""

    def add_region(self) -> None:
        """Draw a region where there is none, and choose it."""
        if not self._view.region:
            self._do(CameraView(FIRST_REGION, self._view.masks))
        self.choose(Handle(REGION, Part.WHOLE))

    def add_mask(self) -> bool:
        """One more mask, which is then chosen; False where there are as many as there may be."""
        masks = self._view.masks
        if len(masks) >= MOST_MASKS:
            return False
        self._do(CameraView(self._view.region, (*masks, new_mask(self._view))))
        self.choose(Handle(len(masks), Part.WHOLE))
        return True

    def add_point(self, place: Point | None = None) -> bool:
        """One more point in the chosen shape, which is then chosen; False where there is no room for it."""
        if self._chosen is None:
            return False
        view, handle = with_point(self._view, self._chosen, place)
        if view == self._view:
            return False
        self._do(view)
        self.choose(handle)
        return True

    def remove(self) -> bool:
        """Take the chosen point or the whole chosen shape away; False where that cannot be."""
        if self._chosen is None:
            return False
        view = without(self._view, self._chosen)
        if view == self._view:
            return False
        self._do(view)
        if self._chosen.part is Part.WHOLE:
            self.choose(None)
        else:
            self._keep_choice()
        return True

    def reset(self) -> None:
        """The whole picture, no masks."""
        self._do(WHOLE_PICTURE)
        self.choose(None)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Do again what was taken back; False where nothing was."""
        return self._step(self._future, self._past)

    def _do(self, view: CameraView, *, run: str = "") -> None:
        if view == self._view:
            return
        if not (run and run == self._run and self._past):
            self._past = [*self._past[-(MOST_STEPS_BACK - 1) :], self._view]
        self._future = []
        self._run = run
        self._view = view

    def _step(self, source: list[CameraView], target: list[CameraView]) -> bool:
        if not source:
            return False
        target.append(self._view)
        self._view = source.pop()
        self._run = ""
        self._keep_choice()
        return True

    def _keep_choice(self) -> None:
        """What is no longer there is no longer chosen."""
        if self._chosen is not None and self._chosen not in handles_of(self._view):
            self._chosen = None
