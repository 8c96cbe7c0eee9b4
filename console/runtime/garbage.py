"""Cyclic garbage is collected on the screen's thread alone.

Python collects cycles on whichever thread happens to allocate. Where a Qt object is among them, it is then
destroyed on that thread; its timers stay behind with nobody to call, and the program dies of them
(``QTimerInfoList::activateTimers``). What is in no cycle is freed at once all the same.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 500


class ScreenGarbage(QObject):
    """Takes the collecting over between ``start`` and ``stop``, both on the screen's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._took_over = False

    def start(self) -> None:
        """From now on cycles wait for this thread."""
        self._took_over = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again; may be called twice."""
        self._timer.stop()
        if self._took_over:
            self._took_over = False
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation whose limit is reached, as Python itself would."""
        limits = gc.get_threshold()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > limits[generation]:
                gc.collect(generation)
                return
