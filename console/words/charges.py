"""Orders and charges: why one is refused, what became of one, and what is written about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

CHARGES: Final[Mapping[str, Words]] = {
    "order.unknown": words(QT_TRANSLATE_NOOP("Words", "No such order is on record.")),
    "order.closed": words(
        QT_TRANSLATE_NOOP("Words", "This was paid or given up already."),
        QT_TRANSLATE_NOOP("Words", "Choose the car again to see what it owes now."),
    ),
    "order.expired": words(
        QT_TRANSLATE_NOOP("Words", "The price was held long enough."),
        QT_TRANSLATE_NOOP("Words", "Choose the car again: it is told the price of now."),
    ),
    "order.part_paid": words(
        QT_TRANSLATE_NOOP("Words", "{paid_minor} of it came in already; {missing_minor} is missing."),
        QT_TRANSLATE_NOOP("Words", "Take the rest, or give it up: then what came in goes back."),
    ),
    "order.nothing_came_in": words(
        QT_TRANSLATE_NOOP("Words", "Nothing came in for it."),
        QT_TRANSLATE_NOOP("Words", "Let the driver owe all of it (IOU)."),
    ),
    "order.part_waits": words(
        QT_TRANSLATE_NOOP("Words", "{paid_minor} came in, {missing_minor} did not."),
        QT_TRANSLATE_NOOP("Words", "Take the rest, let the driver owe it, or give it up."),
    ),
    "order.by_hand": words(QT_TRANSLATE_NOOP("Words", "Given up at the desk.")),
    "order.replaced": words(QT_TRANSLATE_NOOP("Words", "The price of now took its place.")),
    "order.paid_otherwise": words(QT_TRANSLATE_NOOP("Words", "Paid in another way.")),
    "order.opened": words(QT_TRANSLATE_NOOP("Words", "Price held while it is paid.")),
    "order.given_up": words(QT_TRANSLATE_NOOP("Words", "No longer waited for.")),
    "order.cash_taken": words(QT_TRANSLATE_NOOP("Words", "Cash for a part of it.")),
    "order.cash_returned": words(QT_TRANSLATE_NOOP("Words", "Cash for a part of it handed back.")),
    "payment.in_progress": words(
        QT_TRANSLATE_NOOP("Words", "It is being paid since {since} (console: {console})."),
        QT_TRANSLATE_NOOP("Words", "Wait for that, or cancel it there first."),
    ),
    "payment.not_known": words(
        QT_TRANSLATE_NOOP("Words", "Since {since} it is not known whether it was paid ({console})."),
        QT_TRANSLATE_NOOP("Words", "Nothing is taken again before that is settled."),
    ),
    "charge.too_much": words(QT_TRANSLATE_NOOP("Words", "No more than {missing_minor} is missing.")),
    "charge.bad_amount": words(QT_TRANSLATE_NOOP("Words", "That is no amount to take.")),
    "charge.code_needed": words(QT_TRANSLATE_NOOP("Words", "Scan the code on the driver's phone first.")),
    "charge.bad_code": words(
        QT_TRANSLATE_NOOP("Words", "That is not the code of a driver's phone."),
        QT_TRANSLATE_NOOP("Words", "Have the driver show it anew, and scan it."),
    ),
    "charge.looks_like_card": words(
        QT_TRANSLATE_NOOP("Words", "That looks like a card's number: it must not be kept here."),
        QT_TRANSLATE_NOOP("Words", "Type the number of the slip instead."),
    ),
    "charge.settled": words(
        QT_TRANSLATE_NOOP("Words", "It is settled already."),
        QT_TRANSLATE_NOOP("Words", "The car shows what became of it."),
    ),
    "charge.still_asked": words(
        QT_TRANSLATE_NOOP("Words", "It is still being asked for."),
        QT_TRANSLATE_NOOP("Words", "Cancel it instead: the terminal says whether it was paid."),
    ),
    "charge.slip_needed": words(
        QT_TRANSLATE_NOOP("Words", "Type the number that stands on the slip or the platform's page."),
    ),
    "charge.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose how you know it.")),
    "charge.unknown_id": words(QT_TRANSLATE_NOOP("Words", "No such charge is on record.")),
    "charge.of_another_console": words(
        QT_TRANSLATE_NOOP("Words", "Another console asked for it."),
        QT_TRANSLATE_NOOP("Words", "Cancel it there."),
    ),
    "charge.intended": words(QT_TRANSLATE_NOOP("Words", "Money asked for.")),
    "charge.accepted": words(QT_TRANSLATE_NOOP("Words", "The driver is waited for.")),
    "charge.cancel_asked": words(QT_TRANSLATE_NOOP("Words", "To be cancelled.")),
    "charge.confirmed": words(QT_TRANSLATE_NOOP("Words", "The money came in.")),
    "charge.declined": words(
        QT_TRANSLATE_NOOP("Words", "It was declined."),
        QT_TRANSLATE_NOOP("Words", "Nothing was taken: try again or take another way."),
    ),
    "charge.unknown": words(QT_TRANSLATE_NOOP("Words", "Not known whether it was paid.")),
    "charge.contradicted": words(
        QT_TRANSLATE_NOOP("Words", "A person called a charge paid, and the terminal or platform says no."),
        QT_TRANSLATE_NOOP("Words", "A supervisor compares it with the slip; Payments lists it."),
    ),
    "charge.refunded": words(QT_TRANSLATE_NOOP("Words", "Given back by the way it came.")),
    "charge.card_declined": words(QT_TRANSLATE_NOOP("Words", "The card was declined.")),
    "charge.cancelled": words(QT_TRANSLATE_NOOP("Words", "Cancelled; nothing was taken.")),
    "charge.not_paid_in_time": words(QT_TRANSLATE_NOOP("Words", "Not paid in time; nothing was taken.")),
    "charge.never_arrived": words(
        QT_TRANSLATE_NOOP("Words", "It never reached the terminal or platform; nothing was taken.")
    ),
    "charge.code_lost": words(
        QT_TRANSLATE_NOOP("Words", "The scanned code was lost before it was used; nothing was taken."),
        QT_TRANSLATE_NOOP("Words", "Have the driver show it anew."),
    ),
    "charge.not_cancelled": words(
        QT_TRANSLATE_NOOP("Words", "The terminal or platform does not let go of it yet.")
    ),
    "charge.other_amount": words(
        QT_TRANSLATE_NOOP("Words", "Another amount came in than was asked for."),
        QT_TRANSLATE_NOOP("Words", "A supervisor looks at the platform's own page and settles it."),
    ),
    "charge.by_hand": words(QT_TRANSLATE_NOOP("Words", "As a person said it.")),
    "charge.account_gone": words(
        QT_TRANSLATE_NOOP("Words", "Its account is not set up here any more: nobody can be asked."),
        QT_TRANSLATE_NOOP("Words", "Set it up again, or settle it by hand."),
    ),
    "charge.program_fault": words(
        QT_TRANSLATE_NOOP("Words", "A fault of this program kept it from being asked about."),
        QT_TRANSLATE_NOOP("Words", "Ask now; if that changes nothing, settle it by hand."),
    ),
    "charge_reason.terminal_slip": words(QT_TRANSLATE_NOOP("Words", "The terminal's slip says so")),
    "charge_reason.terminal_screen": words(QT_TRANSLATE_NOOP("Words", "The terminal's own list says so")),
    "charge_reason.platform_page": words(QT_TRANSLATE_NOOP("Words", "The platform's page says so")),
    "charge_reason.driver_shows": words(QT_TRANSLATE_NOOP("Words", "The driver's phone shows it")),
    "charge_reason.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "terminal.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The terminal does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and network; take cash meanwhile."),
    ),
    "payments.no_account": words(
        QT_TRANSLATE_NOOP("Words", "This terminal or platform is not set up here."),
        QT_TRANSLATE_NOOP("Words", "Settings, Payments."),
    ),
    "refund.order_given_up": words(
        QT_TRANSLATE_NOOP("Words", "A part was paid, and the rest was given up."),
        QT_TRANSLATE_NOOP("Words", "It goes back by the way it came."),
    ),
    "shut.gate_failed": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} paid, and the gate failed."),
        QT_TRANSLATE_NOOP("Words", "Open by hand (paid), or give the money back."),
    ),
    "shut.not_crossed": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} paid, and nobody was seen to leave since {since}."),
        QT_TRANSLATE_NOOP("Words", "Look at the lane. Open by hand (paid), or give the money back."),
    ),
    "shut.not_opened": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} paid at the exit, and the gate stayed shut."),
        QT_TRANSLATE_NOOP("Words", "Open by hand (paid), or give the money back."),
    ),
    "malfunction.notices_unheard": words(
        QT_TRANSLATE_NOOP("Words", "What payment services tell by themselves is not heard."),
        QT_TRANSLATE_NOOP("Words", "They are asked instead: a payment is seen a few seconds later."),
    ),
    "malfunction.charges_unknown": words(
        QT_TRANSLATE_NOOP("Words", "Of {count} charges it is not known whether they were paid."),
        QT_TRANSLATE_NOOP("Words", "They are asked about by themselves; Payments lists them."),
    ),
}
