"""Right of the list: the chosen device, or whatever is being added, changed, taken off or looked through."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.screens.context import Context
from console.screens.devices.edit_panel import EditPanel
from console.screens.devices.lane_panel import LanePanel
from console.screens.devices.places import Place
from console.screens.devices.remove_panel import RemovePanel
from console.screens.devices.search_panel import SearchPanel
from console.screens.devices.setup_list import SetupList
from console.state.messages import Message, Weight
from core.domain.lots import Lane
from core.services.device_views import DeviceKind
from core.services.readiness import SetupItem

# What the set-up list misses of the lot itself, not of this console's wiring.
LANE_ITEMS = frozenset({"setup.has_entry", "setup.has_exit", "setup.lane_known"})


class RightSide(QStackedWidget):
    """``rewired`` carries a reason code and the device to show; ``left`` when the detail is wanted again.

    ``device_wanted`` carries the id of a device that is to be shown; ``turned`` says that something else is
    in front.
    """

    rewired = Signal(str, str)
    left = Signal()
    device_wanted = Signal(str)
    turned = Signal()

    def __init__(self, ctx: Context, detail: QWidget, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._detail, self._empty = detail, empty
        self.edit, self.search, self.remove = EditPanel(ctx), SearchPanel(ctx), RemovePanel(ctx)
        self.setup, self.lanes = SetupList(ctx), LanePanel(ctx)
        panels = (self.edit, self.search, self.remove, self.setup, self.lanes)
        for widget in (detail, empty, *panels):
            self.addWidget(widget)
        for panel in panels:
            panel.left.connect(self.left)
        self.edit.saved.connect(self._on_saved)
        self.remove.removed.connect(self._on_removed)
        self.search.chosen.connect(self._on_found_chosen)
        self.search.lanes_wanted.connect(self.open_lanes)
        self.setup.wanted.connect(self._on_item_wanted)
        self.lanes.added.connect(self._on_lane_added)
        self.lanes.changed.connect(self._on_lanes_changed)

    @property
    def shows_detail(self) -> bool:
        """Whether nothing is being done: the chosen device is shown, or that there is none."""
        return self.currentWidget() in {self._detail, self._empty}

    def show_detail(self, *, has_device: bool) -> None:
        """Show the chosen device, or that there is none."""
        self._bring(self._detail if has_device else self._empty)

    def add(self) -> None:
        """Search for a new device, or fill it in by hand."""
        self._bring(self.search)
        self.search.open()

    def change(self, place: Place) -> None:
        """Change what is wired there."""
        self._bring(self.edit)
        self.edit.edit(place)

    def wire_lane(self, lane_id: str) -> None:
        """Ask for everything that a lane cannot be without."""
        self._bring(self.edit)
        self.edit.wire_lane(lane_id)

    def ask_removal(self, place: Place) -> None:
        """Ask before the device there is taken off."""
        self._bring(self.remove)
        self.remove.ask(place)

    def open_setup(self) -> None:
        """Show what is missing before the lot opens."""
        self._bring(self.setup)
        self.setup.open()

    def open_lanes(self) -> None:
        """Add a lane to the lot, or change one."""
        self._bring(self.lanes)
        self.lanes.open()

    def _bring(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.turned.emit()

    def _on_saved(self, device_id: str) -> None:
        self.rewired.emit("devices.saved", device_id)

    def _on_removed(self) -> None:
        self.rewired.emit("devices.removed", "")

    def _on_found_chosen(self, places: tuple[Place, ...], found: dict[str, object]) -> None:
        self._bring(self.edit)
        self.edit.add(places, found)

    def _on_item_wanted(self, item: SetupItem) -> None:
        if item.screen != "devices":
            self._ctx.show(item.screen)
        elif self._ctx.console.devices.view(item.target) is not None:
            self.device_wanted.emit(item.target)
        elif item.code == "setup.lane_wired":
            self.wire_lane(item.target)
        elif item.code in LANE_ITEMS:
            self.open_lanes()
        elif item.code == "setup.printer":
            self.change(Place(DeviceKind.PRINTER))
        else:
            self.add()

    def _on_lane_added(self, lane: Lane) -> None:
        self._ctx.state.post(Message(Weight.DONE, "devices.lane_added", {"lane": lane.name}))
        self.wire_lane(lane.lane_id)

    def _on_lanes_changed(self) -> None:
        rewiring, actor = self._ctx.console.rewiring, self._ctx.state.actor
        if actor is not None:
            self._ctx.jobs.run(
                lambda: rewiring.follow_lot(actor=actor),
                lambda _none: self.rewired.emit("devices.lanes_changed", ""),
            )
