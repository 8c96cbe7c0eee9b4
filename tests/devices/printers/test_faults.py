"""Printers in trouble: nothing is lost, nothing is printed twice, and it is over by itself."""

from __future__ import annotations

import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from core.domain.printers import Answers, DrawerPulse, DrawerSensor, PrinterProfile
from core.services.ports import Health, Measure
from devices.printers.line import Line
from devices.printers.network_line import NetworkLine
from devices.printers.serial_line import SerialLine
from devices.printers.spooling import SpoolingPrinter
from devices.simulator.printer import SimulatedPrinter
from tests.devices.printers.contract import RECEIPT, eventually
from tests.far_sides.printer import EmuPos
from tests.far_sides.tcp_proxy import tcp_proxy

FarPrinter = EmuPos | SimulatedPrinter
LEARNS = PrinterProfile(title="a printer of which nothing is known", chunk_bytes=1024)
AT_ONCE = PrinterProfile(title="an Epson", drawer_pulse=DrawerPulse.DLE_DC4)
LONG_RECEIPT = b"\x1b@" + b"Riverside Parking\n" * 400 + b"\n\n\n\x1dV\x00"
# A picture of 512 x 1500 dots: what a Chinese receipt is.
PICTURE = b"\x1b@" + b"\x1dv0\x00\x40\x00\xdc\x05" + b"\x55" * (64 * 1500) + b"\n\x1dV\x00"


class TellingLine(NetworkLine):
    """A line that tells, before each piece of a job, how much of it has gone."""

    def __init__(self, port: int, tell: Callable[[int], None]) -> None:
        super().__init__("127.0.0.1", port)
        self._tell = tell
        self._gone = 0

    def write(self, data: bytes, *, until_s: float) -> None:
        if len(data) > 100:
            self._tell(self._gone)
            self._gone += len(data)
        super().write(data, until_s=until_s)


@contextmanager
def looked_after(line: Line, profile: PrinterProfile = LEARNS, **more: object) -> Iterator[SpoolingPrinter]:
    printer = SpoolingPrinter(line, profile, poll_s=0.1, **more)  # type: ignore[arg-type]
    printer.start()
    try:
        yield printer
    finally:
        printer.stop()


def once_after(count: int, act: Callable[[], None]) -> Callable[[int], None]:
    done: list[bool] = []

    def tell(gone: int) -> None:
        if gone >= count and not done:
            done.append(True)
            act()

    return tell


def test_a_connection_cut_in_mid_job_leaves_the_receipt_unknown_and_the_next_one_whole(
    far: FarPrinter,
) -> None:
    before = len(far.papers())
    with tcp_proxy(("127.0.0.1", far.port)) as proxy:
        line = TellingLine(proxy.port, once_after(3000, proxy.cut))
        printer = SpoolingPrinter(line, LEARNS)
        with pytest.raises(DeviceError) as raised:
            printer.print(LONG_RECEIPT)
        assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", True)
        proxy.heal()
        printer.print(RECEIPT)
    assert eventually(lambda: [one.text.count("Riverside") for one in far.papers()[before:]][-1:] == [20])
    # What had gone before the cut, if it had arrived, came out as a slip of its own.
    assert all(one.text.count("Riverside") < 400 for one in far.papers()[before:])


def test_paper_that_runs_out_in_mid_job_leaves_the_receipt_unknown_and_comes_out_once_when_paper_is_back(
    far: FarPrinter,
) -> None:
    before = len(far.papers())
    line = TellingLine(far.port, once_after(3000, lambda: far.set_fault("paper-out", True)))
    printer = SpoolingPrinter(line, LEARNS)
    printer.print(RECEIPT)
    with pytest.raises(DeviceError) as raised:
        printer.print(LONG_RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == ("printer.paper_out", True)
    with pytest.raises(DeviceError) as raised:
        printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == ("printer.paper_out", False)
    far.set_fault("paper-out", False)
    assert eventually(lambda: len(far.papers()) == before + 2)
    time.sleep(0.2)
    assert len(far.papers()) == before + 2


def test_a_printer_that_goes_away_and_comes_back_is_found_within_five_seconds(far: FarPrinter) -> None:
    with looked_after(NetworkLine("127.0.0.1", far.port)) as printer:
        assert eventually(lambda: printer.status().health is Health.OK)
        far.kill()
        assert eventually(lambda: printer.status().health is Health.FAILED)
        assert printer.status().cause in {"printer.refused", "printer.no_answer"}
        with pytest.raises(DeviceError) as raised:
            printer.print(RECEIPT)
        assert not raised.value.unknown
        far.start()
        back_s = time.monotonic()
        assert eventually(lambda: printer.status().health is Health.OK)
        assert time.monotonic() - back_s < 5
        printer.print(RECEIPT)


def test_a_serial_printer_that_is_unplugged_and_plugged_in_again_is_found_within_five_seconds(
    far: FarPrinter,
) -> None:
    path = far.serial_path
    with looked_after(SerialLine(path)) as printer:
        assert eventually(lambda: printer.status().health is Health.OK)
        far.kill()
        assert eventually(lambda: printer.status().health is Health.FAILED)
        assert printer.status().cause in {"printer.not_found", "printer.no_answer"}
        far.start()
        back_s = time.monotonic()
        # Ours gets a new line with its new life, as a port without a name by id does.
        if far.serial_path != path:
            return
        assert eventually(lambda: printer.status().health is Health.OK)
        assert time.monotonic() - back_s < 5
        printer.print(RECEIPT)


def test_a_frozen_printer_is_shown_and_keeps_nobody_waiting_longer_than_promised(far: FarPrinter) -> None:
    with looked_after(NetworkLine("127.0.0.1", far.port)) as printer:
        assert eventually(lambda: printer.status().health is Health.OK)
        before = len(far.papers())
        far.freeze()
        try:
            began_s = time.monotonic()
            with pytest.raises(DeviceError) as raised:
                printer.print(RECEIPT)
            assert time.monotonic() - began_s < 10
            assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", False)
            assert eventually(lambda: printer.status().cause == "printer.no_answer")
        finally:
            far.thaw()
        assert eventually(lambda: printer.status().health is Health.OK)
        assert len(far.papers()) == before


def test_a_job_broken_on_a_serial_line_does_not_swallow_the_next_one(far: FarPrinter) -> None:
    line = SerialLine(far.serial_path, baud=921_600)
    printer = SpoolingPrinter(line, LEARNS, job_limit_s=0.5)
    before = len(far.papers()) + 1
    printer.print(RECEIPT)
    assert eventually(lambda: len(far.papers()) == before)
    with pytest.raises(DeviceError) as raised:
        # The line takes some kilobytes more, then no byte.
        _freeze_at_first_piece(line, far, printer)
    assert raised.value.unknown
    far.thaw()
    printer.print(RECEIPT)
    assert eventually(lambda: len(far.papers()) >= before + 2)
    assert far.papers()[-1].text.count("Riverside") == 20
    printer.stop()


def _freeze_at_first_piece(line: SerialLine, far: FarPrinter, printer: SpoolingPrinter) -> None:
    write = line.write

    def frozen_write(data: bytes, *, until_s: float) -> None:
        if len(data) > 100:
            far.freeze()
        write(data, until_s=until_s)

    line.write = frozen_write  # type: ignore[method-assign]
    try:
        printer.print(PICTURE)
    finally:
        line.write = write  # type: ignore[method-assign]


def test_paper_running_low_prints_and_is_shown(far: FarPrinter) -> None:
    before = len(far.papers())
    far.set_fault("paper-near-end", True)
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", far.port), LEARNS)
    printer.print(RECEIPT)
    assert (printer.status().health, printer.status().cause) == (Health.OK, "printer.paper_low")
    assert Measure("printer.paper", "printer.paper_low") in printer.measures()
    assert eventually(lambda: len(far.papers()) == before + 1)


def test_a_pulse_that_would_wait_for_paper_is_not_sent(far: FarPrinter) -> None:
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", far.port), LEARNS, drawer_pin=2)
    far.set_fault("paper-out", True)
    with pytest.raises(DeviceError) as raised:
        printer.kick_drawer("a")
    assert (raised.value.cause, raised.value.unknown) == ("printer.paper_out", False)
    far.set_fault("paper-out", False)
    printer.print(RECEIPT)
    assert not far.is_drawer_open()


def test_a_printer_that_pulses_at_once_opens_the_drawer_without_paper_too(far: FarPrinter) -> None:
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", far.port), AT_ONCE, drawer_pin=5)
    far.set_fault("paper-out", True)
    printer.kick_drawer("a")
    assert eventually(far.is_drawer_open)


def test_the_drawers_switch_is_read_where_one_is_wired(far: FarPrinter) -> None:
    profile = PrinterProfile(title="with a switch", drawer_sensor=DrawerSensor.OPEN_IS_HIGH)
    with looked_after(NetworkLine("127.0.0.1", far.port), profile, drawer_pin=2) as printer:
        assert eventually(lambda: Measure("printer.drawer_open", False) in printer.measures())
        printer.kick_drawer("a")
        assert eventually(lambda: Measure("printer.drawer_open", True) in printer.measures())


def test_without_a_drawer_nothing_is_kicked(far: FarPrinter) -> None:
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", far.port), LEARNS)
    with pytest.raises(DeviceError) as raised:
        printer.kick_drawer("a")
    assert raised.value.cause == "printer.no_drawer"


@contextmanager
def mute_printer(into: bytearray) -> Iterator[int]:
    """A printer that takes everything and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    peer, _ = listener.accept()
                except TimeoutError:
                    continue
                with peer:
                    peer.settimeout(20)
                    while chunk := peer.recv(4096):
                        into.extend(chunk)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            ended.set()
            thread.join(20)


def test_a_printer_that_never_answers_is_printed_on_and_shown_as_unknown() -> None:
    got = bytearray()
    with mute_printer(got) as port:
        printer = SpoolingPrinter(NetworkLine("127.0.0.1", port), LEARNS, answer_limit_s=0.05)
        printer.print(RECEIPT)
    assert RECEIPT in got
    assert printer.status().health is Health.UNKNOWN


def test_a_printer_that_must_not_be_asked_gets_the_receipt_alone() -> None:
    got = bytearray()
    with mute_printer(got) as port:
        silent = PrinterProfile(title="silent", status=Answers.NEVER, confirms=Answers.NEVER)
        SpoolingPrinter(NetworkLine("127.0.0.1", port), silent).print(RECEIPT)
    assert bytes(got) == RECEIPT


def test_a_printer_known_to_answer_that_falls_silent_gets_nothing() -> None:
    got = bytearray()
    with mute_printer(got) as port:
        talks = PrinterProfile(title="talks", status=Answers.ALWAYS)
        printer = SpoolingPrinter(NetworkLine("127.0.0.1", port), talks, answer_limit_s=0.05)
        with pytest.raises(DeviceError) as raised:
            printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", False)
    assert RECEIPT not in got


def test_a_port_where_nobody_listens_is_told_apart_from_one_that_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", port), LEARNS)
    with pytest.raises(DeviceError) as raised:
        printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == ("printer.refused", False)
    assert printer.status().cause == "printer.refused"


def test_a_serial_port_that_is_missing_or_held_by_another_program_is_told_apart(far: FarPrinter) -> None:
    missing = SpoolingPrinter(SerialLine("/dev/serial/by-id/usb-none"), LEARNS)
    with pytest.raises(DeviceError) as raised:
        missing.print(RECEIPT)
    assert raised.value.cause == "printer.not_found"
    first = SpoolingPrinter(SerialLine(far.serial_path), LEARNS)
    first.print(RECEIPT)
    with pytest.raises(DeviceError) as raised:
        SpoolingPrinter(SerialLine(far.serial_path), LEARNS).print(RECEIPT)
    assert raised.value.cause == "printer.in_use"
    first.stop()


def test_fifty_lost_connections_cost_no_memory_and_no_file(far: FarPrinter) -> None:
    printer = SpoolingPrinter(NetworkLine("127.0.0.1", far.port), LEARNS)
    with tcp_proxy(("127.0.0.1", far.port)) as proxy:
        printer = SpoolingPrinter(NetworkLine("127.0.0.1", proxy.port), LEARNS)
        for turn in range(60):
            if turn == 10:
                files, memory_kb = open_files(), memory()
            printer.print(RECEIPT)
            proxy.cut()
            with pytest.raises(DeviceError):
                printer.print(RECEIPT)
            proxy.heal()
        assert open_files() <= files + 8  # those of the proxy's last connections, which close by themselves
        assert memory() <= memory_kb * 1.05


def test_two_consoles_share_a_printer_that_serves_one_connection_at_a_time() -> None:
    with SimulatedPrinter() as shared, ExitStack() as both:
        printers = [both.enter_context(looked_after(NetworkLine("127.0.0.1", shared.port))) for _ in range(2)]

        def print_ten(printer: SpoolingPrinter) -> None:
            for _ in range(10):
                printer.print(RECEIPT)

        with ThreadPoolExecutor() as consoles:
            for done in [consoles.submit(print_ten, printer) for printer in printers]:
                done.result(60)
        assert len(shared.papers()) == 20
        assert all(printer.status().health is Health.OK for printer in printers)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024
