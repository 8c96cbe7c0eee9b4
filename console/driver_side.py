"""What drivers read and show: signs and code readers of the lanes, reader and display at the booth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.lane_codes import LaneCodes
from console.lane_signs import LaneSigns, WiredSign
from console.wiring.readers import build_reader
from console.wiring.signs import build_sign, language_of
from core.services.lane_view import LaneView
from core.services.ports import CodeReader
from core.store.store import Committed

if TYPE_CHECKING:
    from console.compose import Console


class DriverSide:
    """Runs while the lanes do.

    ``booth_reader`` is what people at the booth hold codes to, ``display`` what customers at its window read.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.signs = LaneSigns(console.store)
        self.codes = LaneCodes(console.lanes, console.trust, self.signs.code_refused)
        self.booth_reader: CodeReader | None = None
        self.display: WiredSign | None = None

    def on_lane(self, view: LaneView) -> None:
        """A lane changed: its sign first, then whoever else listens."""
        self.signs.on_lane(view)
        self._console.listeners.lane(view)

    def on_commit(self, committed: Committed) -> None:
        """Something was committed."""
        self.signs.on_commit(committed)

    def start(self) -> None:
        """Begin with what the running lanes are wired to."""
        console = self._console
        wired = {lane.id: lane for lane in console.config.lanes}
        signs: dict[str, WiredSign] = {}
        readers: dict[str, CodeReader] = {}
        for lane_id, runner in console.lanes.items():
            config, devices = wired[lane_id], runner.devices
            if devices.sign is not None and config.sign is not None:
                signs[lane_id] = WiredSign(devices.sign, language_of(config.sign))
            if devices.reader is not None:
                readers[lane_id] = devices.reader
        self.booth_reader = None if console.config.reader is None else build_reader(console.config.reader)
        self.signs.start(signs)
        for runner in console.lanes.values():
            self.signs.on_lane(runner.view)
        self._start_display()
        self.codes.start(readers, self.booth_reader, console.listeners.code)

    def stop(self) -> None:
        """Hear and show nothing any more; may be called twice."""
        self.codes.stop()
        self.signs.stop()
        self.booth_reader = None
        display, self.display = self.display, None
        if display is not None:
            display.sign.stop()

    def _start_display(self) -> None:
        config = self._console.config.display
        if config is not None:
            self.display = WiredSign(build_sign("display", config), language_of(config))
            self.display.sign.start()
