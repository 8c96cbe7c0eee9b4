"""How receipt printers and cash drawers are, and why a drawer is opened by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PRINTERS: Final[Mapping[str, Words]] = {
    "printer.paper_ok": words(QT_TRANSLATE_NOOP("Words", "There is paper.")),
    "printer.offline": words(
        QT_TRANSLATE_NOOP("Words", "The printer is off line."),
        QT_TRANSLATE_NOOP("Words", "Press its feed or on-line button; look at its lights."),
    ),
    "printer.cutter_jam": words(
        QT_TRANSLATE_NOOP("Words", "The printer's cutter is jammed."),
        QT_TRANSLATE_NOOP("Words", "Switch it off, open it, take the paper out; then switch it on."),
    ),
    "printer.too_hot": words(
        QT_TRANSLATE_NOOP("Words", "The printer's head is too hot."),
        QT_TRANSLATE_NOOP("Words", "It goes on by itself once it has cooled."),
    ),
    "printer.error": words(
        QT_TRANSLATE_NOOP("Words", "The printer reports a fault."),
        QT_TRANSLATE_NOOP("Words", "Switch it off and on; ask for service if that does not help."),
    ),
    "printer.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The printer is not there."),
        QT_TRANSLATE_NOOP("Words", "Look at its cable, or search for it on the device page."),
    ),
    "printer.no_permission": words(
        QT_TRANSLATE_NOOP("Words", "This program may not use the printer's port."),
        QT_TRANSLATE_NOOP("Words", "lotkeeper doctor says what to do."),
    ),
    "printer.in_use": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the printer's port."),
        QT_TRANSLATE_NOOP("Words", "Close it, or choose another port."),
    ),
    "printer.no_libusb": words(
        QT_TRANSLATE_NOOP("Words", "The system cannot speak to USB printers: libusb is missing."),
        QT_TRANSLATE_NOOP("Words", "lotkeeper doctor names the package."),
    ),
    "printer.no_queue": words(
        QT_TRANSLATE_NOOP("Words", "The system has no printer of that name."),
        QT_TRANSLATE_NOOP("Words", "Choose another on the device page, or set it up in the system."),
    ),
    "printer.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The printer's driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "printer.no_drawer": words(
        QT_TRANSLATE_NOOP("Words", "No cash drawer hangs on the printer."),
        QT_TRANSLATE_NOOP("Words", "Open it by its key; the device page says how one is wired."),
    ),
    "receipts.wait": words(
        QT_TRANSLATE_NOOP("Words", "Receipts that wait for the printer: {count}."),
        QT_TRANSLATE_NOOP("Words", "They are printed by themselves, in order, once it prints again."),
    ),
    # Beside the printer's own row, which says what to do.
    "receipts.wait_too": words(QT_TRANSLATE_NOOP("Words", "Receipts that wait for the printer: {count}.")),
    "receipt.waits": words(
        QT_TRANSLATE_NOOP("Words", "The receipt waits for the printer."),
        QT_TRANSLATE_NOOP("Words", "They are printed by themselves, in order, once it prints again."),
    ),
    "drawer.opened": words(QT_TRANSLATE_NOOP("Words", "The cash drawer is opened.")),
    "drawer.not_opened": words(
        QT_TRANSLATE_NOOP("Words", "The cash drawer did not open."),
        QT_TRANSLATE_NOOP("Words", "Open it by its key."),
    ),
    "drawer.unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known whether the cash drawer opened."),
        QT_TRANSLATE_NOOP("Words", "Look at it; open it by its key if it is shut."),
    ),
    "drawer.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "The drawer is not opened for such a reason."),
        QT_TRANSLATE_NOOP("Words", "Choose one of the list."),
    ),
    "drawer.change": words(QT_TRANSLATE_NOOP("Words", "Give change")),
    "drawer.count": words(QT_TRANSLATE_NOOP("Words", "Count the cash")),
    "drawer.float": words(QT_TRANSLATE_NOOP("Words", "Put cash in or take it out")),
    "drawer.test": words(QT_TRANSLATE_NOOP("Words", "Try the drawer")),
    "drawer.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "drawer.money": words(QT_TRANSLATE_NOOP("Words", "Cash was taken or paid out")),
}
