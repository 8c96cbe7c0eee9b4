"""Whether the receipt printer answers; nothing is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, State, ok, skipped, trouble
from console.cli.checkup.ports import check_node, check_usb, in_use
from console.cli.checkup.sockets import connection
from console.printing.find_queues import find_system_printers
from console.wiring.printer_profiles import load_profile
from console.wiring.printers import build_printer
from core.config import PrinterConfig
from core.domain.errors import ConfigError

Ask = Callable[[str], Finding]


def ask_printer(printer: PrinterConfig, named_in: Path, *, is_running: bool) -> Ask:
    """What asks the printer: first whether its line is there, then the printer itself.

    ``named_in`` is the configuration's file; a site's own profile lies beside it.
    """

    def ask(subject: str) -> Finding:
        line = _line(subject, printer)
        if line.state is not State.OK or printer.kind == "system":
            return line
        if is_running:
            # Most printers talk to one at a time, and the console is talking to it.
            return line if printer.kind == "network" else in_use(subject)
        return _itself(subject, printer, named_in)

    return ask


def _line(subject: str, printer: PrinterConfig) -> Finding:
    match printer.kind:
        case "network":
            return connection(subject, printer.host, printer.port)
        case "serial":
            return check_node(subject, Path(printer.path)) or ok(subject, f"{printer.path} is there")
        case "usb":
            return check_usb(subject, printer.usb)
        case "file" if printer.path:
            node = check_node(subject, Path(printer.path), what="printer")
            return node or ok(subject, f"{printer.path} is there")
        case "system":
            return _of_system(subject, printer.queue)
        case _:
            return skipped(subject, f"kind {printer.kind}, nothing to reach")


def _of_system(subject: str, queue: str) -> Finding:
    """What becomes of a page is the system's affair; that it knows the printer is all that can be asked."""
    known = [found.title for found in find_system_printers(lambda: False, lambda _done, _of: None)]
    if not known:
        step = "set a printer up in the system's settings, and see that its printing service runs"
        return trouble(subject, "the system has no printers", step)
    if queue and queue not in known:
        step = "choose one of them on the page Devices"
        return trouble(subject, f"the system knows no printer {queue}, but {', '.join(known)}", step)
    return ok(subject, f"the system knows {queue or known[0]}; a test page (Devices) tells more")


def _itself(subject: str, printer: PrinterConfig, named_in: Path) -> Finding:
    try:
        profile = load_profile(printer.profile, named_in)
    except ConfigError as error:
        return trouble(subject, str(error), "choose one of the profiles on the page Devices")
    built = build_printer(printer, Path(), profile)
    if built is None:
        return skipped(subject, f"kind {printer.kind}, nothing to reach")
    where = printer.host or printer.path or printer.usb
    return finding_of(subject, observe(built.start, built.status, built.stop), f"the printer at {where}")
