"""Frames that stand for something: empty, quiet, open, wanting someone, in alarm; chosen or not."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

PANEL_STATES: Final = ("empty", "quiet", "open", "attention", "alarm", "unknown")


def set_state(widget: QWidget, state: str, *, selected: bool = False) -> None:
    """Show a frame (a QFrame) in a state; ValueError where there is no such state.

    The frame only underlines what words inside it say: a colour alone tells nobody anything.
    """
    if state not in PANEL_STATES:
        raise ValueError(f"no state is called {state!r}; there are {', '.join(PANEL_STATES)}")
    if widget.property("panel") == state and widget.property("chosen") is selected:
        return
    widget.setProperty("panel", state)
    widget.setProperty("chosen", selected)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
