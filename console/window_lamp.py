"""In the header: whether this PC may be unplugged, or how much money is known here alone (Z12)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.widgets.status import State, StatusWord


class WindowLamp(Spoken):
    """Nothing where there is nowhere else to hold anything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._word = StatusWord()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._word)
        context.state.sharing_changed.connect(self.speak)
        context.state.lot_changed.connect(self.speak)
        self.speak()

    def text(self) -> str:
        """What it says; empty where it does not shine."""
        return "" if self.isHidden() else self._word.text()

    def speak(self) -> None:
        view = self._context.state.sharing
        self.setVisible(view.is_shared and bool(view.homes))
        if view.safe_to_unplug:
            self._word.show_state(State.OK, self.tr("safe to unplug"))
            self._word.setToolTip(self.tr("All that is about money is held elsewhere, too."))
            return
        text = self.tr("{count} money records only here").format(count=view.waiting.money)
        lot, since = self._context.state.lot, view.waiting.since
        if lot is not None and since is not None:
            time = format_local_time(since, lot.zone, now=self._context.console.clock.now())
            text = self.tr("{count} money records only here since {time}").format(
                count=view.waiting.money, time=time
            )
        self._word.show_state(State.ATTENTION, text)
        self._word.setToolTip(self.tr("Leave this PC on until they were sent: nobody else has them."))
