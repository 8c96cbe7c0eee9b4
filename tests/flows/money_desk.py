"""A booth that takes money in every way: its window, a terminal and a platform that are played, a printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.drawer import drawer_handler
from console.screens.form.approval import ApprovalPanel
from console.screens.lock import LockScreen
from console.screens.payments import PaymentsScreen
from console.screens.shift import ShiftScreen
from console.screens.sign_on import SignOnScreen
from core.config import Config, PayConfig, PrinterConfig, write_config
from core.domain.errors import DeviceError
from core.domain.people import Actor, Role
from core.services.hand_out_slip import SLIP_TASK
from core.services.manage_people import add_person
from core.services.open_drawer import DRAWER_TASK
from core.services.order_book import orders_of
from core.services.payment_ports import ChargeAnswer, ChargeAsk
from core.services.print_receipt import RECEIPT_TASK
from core.services.run_shift import close_shift, open_shift
from core.services.tasks import gate_task_kind, hold_task_kind
from core.store.tasks import TaskRunner
from devices.printers.memory import MemoryPrinter
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.console.desk_booth import DeskBooth

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
F9, F10, F11, F12 = Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PIN = "739155"
DRAWER = "drawer-1"
# What a person needs between two fields, and no scanner does.
PAUSE_MS = 80
PAYS = (
    PayConfig("terminal-1", "simulator", name="Card terminal"),
    PayConfig("platform-1", "simulator_page", name="Wallet"),
)


class MoneyDesk(DeskBooth):
    """Bea, Dan (attendants) and Carla (supervisor) have PINs; yesterday left 1000 in the drawer."""

    def __init__(self, folder: Path) -> None:
        printer = PrinterConfig(kind="network", host="127.0.0.1", drawer="pin2")
        write_config(folder / "lotkeeper.toml", Config(pays=PAYS, printer=printer))
        super().__init__(folder, capacity=40)
        self.printer = MemoryPrinter()
        self._run_all_tasks()
        self.bea = self._hire("Bea", Role.ATTENDANT)
        self.carla = self._hire("Carla", Role.SUPERVISOR)
        self.dan = self._hire("Dan", Role.ATTENDANT)
        self._yesterday()

    @property
    def terminal(self) -> SimulatedTerminal:
        """The card terminal."""
        return self._simulated("terminal-1")

    @property
    def platform(self) -> SimulatedTerminal:
        """The platform whose drivers scan a code."""
        return self._simulated("platform-1")

    @property
    def charging(self):
        """The panel that follows a charge."""
        return self.screen.car.questions.money.charges.charge

    @property
    def shift_screen(self) -> ShiftScreen:
        """The shift screen, brought to the front by its key."""
        self.press(Qt.Key.Key_3, CTRL)
        self.until(lambda: self.app.window.current == "shift", "the shift screen is in front")
        screen = self.app.window.screen_of("shift")
        assert isinstance(screen, ShiftScreen)
        return screen

    @property
    def payments_screen(self) -> PaymentsScreen:
        """The payments, brought to the front by their key."""
        self.press(Qt.Key.Key_0, CTRL)
        self.until(lambda: self.app.window.current == "payments", "the payments are in front")
        screen = self.app.window.screen_of("payments")
        assert isinstance(screen, PaymentsScreen)
        return screen

    def to_desk(self) -> None:
        """Back to the desk by its key."""
        self.press(Qt.Key.Key_1, CTRL)
        self.until(lambda: self.app.window.current == "desk", "the desk is in front")

    def sign_on_by_pin(self, name: str) -> None:
        """Somebody sits down: their digit, their PIN, Enter."""
        self.state.sign_on(None)
        self.until(lambda: "SignOnScreen" in self.app.window.current, "somebody may sign on")
        screen = self.app.window.screen_of(self.app.window.current)
        assert isinstance(screen, SignOnScreen)
        self.until(lambda: any(one.name == name for one in screen.people), f"{name} is listed")
        self._choose_name([one.name for one in screen.people], name)
        self._type_pin()
        self._is_back(name)

    def relieve(self, name: str) -> None:
        """Whoever is there locks and leaves; somebody else takes the drawer over at the lock."""
        self._sign_on_at_lock(name)
        screen = self._lock_screen()
        self.until(lambda: screen.who.asks_relief, "it is asked")
        self.press(Qt.Key.Key_1)
        self._is_back(name)
        self.until(lambda: self._holder() == name, f"{name} has the drawer")

    def come_back(self, name: str) -> None:
        """Whoever is there locks and leaves; somebody else signs on and takes no drawer over."""
        self._sign_on_at_lock(name)
        self._is_back(name)

    def give_word(self, name: str) -> None:
        """A second person gives their word: their digit, their PIN, Enter."""
        self.until(lambda: bool(self._approvals()), "a second person is asked for")
        (panel,) = self._approvals()
        self.until(lambda: bool(panel.people), "who may is listed")
        self._choose_name([one.name for one in panel.people], name)
        self._type_pin()
        self.until(lambda: not self._approvals(), f"{name} gave their word")

    def more(self, digit: int) -> None:
        """F12 and the digit."""
        self.press(F12)
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def let_pass(self) -> None:
        """A moment goes by, so that far sides are asked again."""
        self.clock.pass_by(milliseconds=50)

    def until_said(self, words: str) -> None:
        """Wait until the charge's panel says so."""

        def is_said() -> bool:
            self.let_pass()
            return words in self.charging.said

        self.until(is_said, f"it says {words!r}")

    def until_paid(self, stay_id: str) -> None:
        """Wait until the stay is paid."""

        def is_paid() -> bool:
            self.let_pass()
            return bool(self.stay(stay_id).payments)

        self.until(is_paid, "it is paid")

    def charge_of(self, stay_id: str):
        """The stay's last charge, once it was asked for at the far side."""

        def charges():
            orders = self.store.read(lambda unit: orders_of(unit, stay_id))
            return [charge for order in orders for charge in order.charges]

        self.until(lambda: bool(charges()), "money is asked for")
        return charges()[-1]

    def driver_pays(self, stay_id: str, side: SimulatedTerminal) -> None:
        """The driver pays what is asked for there."""
        key = self.charge_of(stay_id).key

        def is_asked() -> bool:
            self.let_pass()
            return any(one.key == key for one in side.taken)

        self.until(is_asked, "the far side knows of it")
        side.pay(key)

    def close(self) -> None:
        self.console.paying.stop()
        super().close()

    @contextmanager
    def line_cut(self, side: SimulatedTerminal) -> Iterator[None]:
        """The driver pays, and meanwhile the terminal answers nobody."""
        side.expect(Outcome.LOST_REPLY)
        side.look = _never_answers  # type: ignore[method-assign]
        try:
            yield
        finally:
            del side.look

    def _simulated(self, account_id: str) -> SimulatedTerminal:
        provider = self.console.paying.provider(account_id)
        assert isinstance(provider, SimulatedTerminal)
        return provider

    def _run_all_tasks(self) -> None:
        """Those of the lanes alone run at a desk; here everything does."""
        self._tasks.stop()
        console = self.console
        for papers in (console.receipts, console.slips):
            papers.use(self.printer, width_dots=576)
        handlers = {gate_task_kind(name): lane.gate_handler() for name, lane in console.lanes.items()}
        handlers |= {hold_task_kind(name): lane.hold_handler() for name, lane in console.lanes.items()}
        handlers |= {RECEIPT_TASK: console.receipts.handler(), SLIP_TASK: console.slips.handler()}
        handlers[DRAWER_TASK] = drawer_handler(lambda: self.printer)
        self._tasks = TaskRunner(self.store, handlers, self.clock)
        self._tasks.start()
        console.paying.start()

    def _hire(self, name: str, role: Role) -> Actor:
        pin_hash = self.console.hasher.hash(PIN)
        person = self.store.write(
            lambda unit: add_person(unit, actor=self.boss, name=name, role=role, pin_hash=pin_hash)
        )
        return Actor(person.person_id, person.name, person.role)

    def _yesterday(self) -> None:
        def work(unit):
            open_shift(unit, actor=self.ben, drawer=DRAWER, float_minor=1000)
            close_shift(unit, actor=self.ben, drawer=DRAWER, counted_minor=1000)

        self.store.write(work)
        self.clock.pass_by(hours=9)

    def _lock_screen(self) -> LockScreen:
        screen = self.app.window.screen_of(self.app.window.current)
        assert isinstance(screen, LockScreen)
        return screen

    def _sign_on_at_lock(self, name: str) -> None:
        self.press(Qt.Key.Key_L, CTRL)
        self.until(lambda: "LockScreen" in self.app.window.current, "the console is locked")
        screen = self._lock_screen()
        self.press(Qt.Key.Key_F2)
        self.until(lambda: screen.asks_names and bool(screen.who.people), "the names are shown")
        self._choose_name([one.name for one in screen.who.people], name)
        self._type_pin()

    def _choose_name(self, names: list[str], name: str) -> None:
        self.type(str(names.index(name) + 1))
        QTest.qWait(PAUSE_MS)

    def _type_pin(self) -> None:
        self.type(PIN)
        self.press(ENTER)

    def _is_back(self, name: str) -> None:
        self.until(lambda: self.state.actor is not None and self.state.actor.name == name, f"{name} is there")
        self.until(lambda: self.app.window.current in {"desk", "shift"}, "a screen is in front")

    def _holder(self) -> str:
        shift = self.state.shift
        people = {one.person_id: one.name for one in (self.bea, self.carla, self.dan, self.ben)}
        return "" if shift is None else people[shift.person_id]

    def _approvals(self) -> list[ApprovalPanel]:
        return [panel for panel in self.app.window.findChildren(ApprovalPanel) if panel.isVisible()]


def _never_answers(_ask: ChargeAsk) -> ChargeAnswer:
    raise DeviceError("terminal.no_answer", unknown=True)
