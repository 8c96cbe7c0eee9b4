"""What the drawing tools do to the view; each answers with a reason code where it could not. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from console.screens.camera.editor import ViewEditor
from console.screens.camera.shapes import Part


def drawing_acts(editor: ViewEditor) -> dict[str, Callable[[], str]]:
    """The tools by their names; an empty answer says that it was done."""

    def region() -> str:
        editor.add_region()
        return ""

    def reset() -> str:
        editor.reset()
        return ""

    return {
        "region": region,
        "mask": lambda: "" if editor.add_mask() else "view.many_masks",
        "point": lambda: _add_point(editor),
        "remove": lambda: _remove(editor),
        "undo": lambda: "" if editor.undo() else "view.nothing_to_undo",
        "redo": lambda: "" if editor.redo() else "view.nothing_to_undo",
        "reset": reset,
    }


def _add_point(editor: ViewEditor) -> str:
    if editor.chosen is None:
        return "view.nothing_chosen"
    return "" if editor.add_point() else "view.many_points"


def _remove(editor: ViewEditor) -> str:
    chosen = editor.chosen
    if chosen is None:
        return "view.nothing_chosen"
    if editor.remove():
        return ""
    return "view.edge_stays" if chosen.part is Part.EDGE else "view.three_points"
