"""A desk with a card terminal and two platforms that are told beforehand what their drivers do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from console.paying.accounts import PayKind
from core.config import PayConfig
from core.domain.payments import Tender
from core.services.payment_ports import ChargeAnswer, ChargeAsk
from core.store.tasks import TaskRunner
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.console.desk_booth import DeskBooth

PAGE = "https://pay.example/c/cs_test_a1b2c3"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


class WithPage(SimulatedTerminal):
    """A platform whose drivers open a page."""

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        return replace(super().begin(ask), shown=PAGE)


class PayingDesk:
    """A desk whose accounts are at work; hands for what the far sides do."""

    def __init__(self, desk: DeskBooth, *, platforms: int = 1) -> None:
        self.desk = desk
        self.terminal = SimulatedTerminal(pays_after_s=0)
        self.stripe, self.line = WithPage(prefix="cs", pays_after_s=0), SimulatedTerminal(pays_after_s=0)
        kinds = {
            "simulator": PayKind(Tender.CARD, lambda _config: self.terminal, title="Card"),
            "stripe_checkout": PayKind(Tender.STRIPE, lambda _config: self.stripe, title="Stripe"),
            "line_pay_scan": PayKind(Tender.LINE_PAY, lambda _config: self.line, can_scan=True),
        }
        configs = (
            PayConfig("terminal-1", "simulator", "Card terminal"),
            PayConfig("stripe", "stripe_checkout", "Stripe", secret="env:NONE"),
            PayConfig("line", "line_pay_scan", "LINE Pay", user="1", secret="env:NONE"),
        )[: 1 + platforms]
        paying = desk.console.paying
        paying._kinds = kinds
        paying.follow(configs)
        self._tasks = TaskRunner(desk.store, paying.handlers(), desk.clock)
        self._tasks.start()
        desk.open_shift()

    @property
    def panel(self):
        """The panel that follows a charge."""
        return self.desk.screen.car.questions.money.charges.charge

    @property
    def money(self):
        """All that is asked about money."""
        return self.desk.screen.car.questions.money

    def expect(self, *outcomes: Outcome, of: SimulatedTerminal | None = None) -> None:
        """What the drivers do next."""
        (of or self.terminal).expect(*outcomes)

    def car(self, plate: str = "ABC1234") -> str:
        """A car that owes something, in hand; its stay."""
        stay_id = self.desk.car_inside(plate)
        self.desk.choose(plate)
        return stay_id

    def due(self) -> int:
        """What the car in hand owes."""
        return self.desk.screen.car.car.chosen.due.quote.total_minor

    def until_said(self, words: str) -> None:
        """Wait until the panel says so; time passes, so that far sides are asked again."""

        def is_said() -> bool:
            self.desk.clock.pass_by(milliseconds=20)
            return words in self.panel.said

        self.desk.until(is_said, f"it says {words!r}, not {self.panel.said!r}")

    def until_paid(self, stay_id: str) -> None:
        """Wait until the stay is paid."""

        def is_paid() -> bool:
            self.desk.clock.pass_by(milliseconds=20)
            return bool(self.desk.stay(stay_id).payments)

        self.desk.until(is_paid, "it is paid")

    def stop(self) -> None:
        """Nobody asks any more."""
        self._tasks.stop()
