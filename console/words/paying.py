"""Tenders, charges under way and what the desk says about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PAYING: Final[Mapping[str, Words]] = {
    "tender.cash": words(QT_TRANSLATE_NOOP("Words", "Cash")),
    "tender.card": words(QT_TRANSLATE_NOOP("Words", "Card")),
    "tender.stripe": words(QT_TRANSLATE_NOOP("Words", "Stripe")),
    "tender.line_pay": words(QT_TRANSLATE_NOOP("Words", "LINE Pay")),
    "tender.nil": words(QT_TRANSLATE_NOOP("Words", "Waived")),
    "tender.iou": words(QT_TRANSLATE_NOOP("Words", "On credit (IOU)")),
    "tender.towed": words(QT_TRANSLATE_NOOP("Words", "Towed")),
    "tender.split": words(QT_TRANSLATE_NOOP("Words", "Several")),
    "charge_waits.card": words(
        QT_TRANSLATE_NOOP("Words", "The driver pays at the terminal (asked at {since}).")
    ),
    "charge_waits.stripe": words(QT_TRANSLATE_NOOP("Words", "Waiting for the driver to pay, since {since}.")),
    "charge_waits.line_pay": words(
        QT_TRANSLATE_NOOP("Words", "Waiting for the driver to pay, since {since}.")
    ),
    "charge_state.confirmed": words(QT_TRANSLATE_NOOP("Words", "{tender}: paid.")),
    "charge_state.declined": words(QT_TRANSLATE_NOOP("Words", "{tender}: declined.")),
    "charge_state.cancelled": words(QT_TRANSLATE_NOOP("Words", "{tender}: cancelled.")),
    "charge_state.unknown": words(
        QT_TRANSLATE_NOOP("Words", "{tender}: not known whether it was paid. Asking since {since}.")
    ),
    "charge_state.refunded": words(QT_TRANSLATE_NOOP("Words", "{tender}: {amount} given back.")),
    "charge.asks": words(
        QT_TRANSLATE_NOOP("Words", "{tender}: not known whether {amount_minor} was paid."),
        QT_TRANSLATE_NOOP("Words", "It is asked about again and again. Enter shows it."),
    ),
    "charge.waits_long": words(
        QT_TRANSLATE_NOOP("Words", "{tender}: {amount_minor} is waited for."),
        QT_TRANSLATE_NOOP("Words", "Enter shows it."),
    ),
    "payment.complete": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} paid. Receipt {number}. Leave by {until}.")
    ),
    "payment.bad_share": words(
        QT_TRANSLATE_NOOP("Words", "That is no share of it."),
        QT_TRANSLATE_NOOP("Words", "Type an amount of at most {missing_minor}."),
    ),
    "payment.no_card_account": words(
        QT_TRANSLATE_NOOP("Words", "No card terminal is set up at this console."),
        QT_TRANSLATE_NOOP("Words", "Take cash, or set one up under Settings, Payments."),
    ),
    "payment.no_platform": words(
        QT_TRANSLATE_NOOP("Words", "No payment platform is set up at this console."),
        QT_TRANSLATE_NOOP("Words", "Take cash, or set one up under Settings, Payments."),
    ),
    "payment.nothing_to_split": words(
        QT_TRANSLATE_NOOP("Words", "Nothing of it is left to pay."),
        QT_TRANSLATE_NOOP("Words", "Wait for what was asked for."),
    ),
    "payment.not_paid": words(QT_TRANSLATE_NOOP("Words", "This car has not paid yet.")),
    "payment.still_unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known yet whether this car paid."),
        QT_TRANSLATE_NOOP("Words", "F10 shows it."),
    ),
    "stay.left_already": words(QT_TRANSLATE_NOOP("Words", "This car has left already.")),
    "charge.asked_again": words(QT_TRANSLATE_NOOP("Words", "The terminal or platform is being asked.")),
    "article.none": words(
        QT_TRANSLATE_NOOP("Words", "There is nothing to sell."),
        QT_TRANSLATE_NOOP("Words", "Articles are kept under Settings, Articles."),
    ),
    "merchant.none_set": words(
        QT_TRANSLATE_NOOP("Words", "No merchant gives reductions here."),
        QT_TRANSLATE_NOOP("Words", "Merchants are kept on the Payments screen."),
    ),
    "charge.resolved": words(QT_TRANSLATE_NOOP("Words", "It is written down what became of it.")),
    "order.given_back": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} go back to the driver, the way they came."),
        QT_TRANSLATE_NOOP("Words", "Hand out the cash."),
    ),
    "payment.waived": words(
        QT_TRANSLATE_NOOP("Words", "{plate} does not pay {amount_minor}. Leave by {until}.")
    ),
    "payment.promised": words(
        QT_TRANSLATE_NOOP("Words", "{plate} owes {amount_minor}. Leave by {until}."),
        QT_TRANSLATE_NOOP("Words", "Hand out the slip."),
    ),
    "payment.towed": words(QT_TRANSLATE_NOOP("Words", "{plate} was towed and owes {amount_minor}.")),
    "payment.taken_back": words(QT_TRANSLATE_NOOP("Words", "The payment of {plate} was taken back.")),
    "refund.given_out": words(
        QT_TRANSLATE_NOOP("Words", "Hand {amount_minor} out to {plate}: it is booked out of this drawer.")
    ),
    "refund.on_its_way": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} are on their way back to {plate}.")
    ),
    "refund.both_ways": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "Hand {amount_minor} out to {plate}; {other_minor} are on their way back by the platform.",
        )
    ),
    "refund.nothing_left": words(QT_TRANSLATE_NOOP("Words", "Nothing of this payment is left to give back.")),
    "debt.collected_by_card": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} collected by card. Receipt {number}.")
    ),
    "article.by_card": words(
        QT_TRANSLATE_NOOP("Words", "By card: press F10, then type the number on the terminal's slip.")
    ),
    "article.sold_now": words(
        QT_TRANSLATE_NOOP("Words", "{name} sold for {amount_minor}. Receipt {number}.")
    ),
    "validation.taken": words(QT_TRANSLATE_NOOP("Words", "{plate}: the validation is taken.")),
    "validation.taken_back": words(QT_TRANSLATE_NOOP("Words", "{plate}: the validation is taken back.")),
    "waive.staff": words(QT_TRANSLATE_NOOP("Words", "Staff, or on duty here")),
    "waive.emergency": words(QT_TRANSLATE_NOOP("Words", "Emergency, public service")),
    "waive.complaint": words(QT_TRANSLATE_NOOP("Words", "Complaint that is right")),
    "waive.system_fault": words(QT_TRANSLATE_NOOP("Words", "Fault of our equipment")),
    "waive.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "tow.abandoned": words(QT_TRANSLATE_NOOP("Words", "Left behind")),
    "tow.blocked_the_way": words(QT_TRANSLATE_NOOP("Words", "Blocked the way")),
    "tow.broken_down": words(QT_TRANSLATE_NOOP("Words", "Broken down")),
    "tow.police": words(QT_TRANSLATE_NOOP("Words", "Taken by the police")),
    "tow.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "void.wrong_car": words(QT_TRANSLATE_NOOP("Words", "Taken for the wrong car")),
    "void.wrong_amount": words(QT_TRANSLATE_NOOP("Words", "Wrong amount")),
    "void.driver_stays": words(QT_TRANSLATE_NOOP("Words", "Driver stays after all")),
    "void.paid_otherwise": words(QT_TRANSLATE_NOOP("Words", "Driver pays in another way")),
    "void.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "give_back.overcharged": words(QT_TRANSLATE_NOOP("Words", "Paid too much")),
    "give_back.complaint": words(QT_TRANSLATE_NOOP("Words", "Complaint that is right")),
    "give_back.service_failed": words(QT_TRANSLATE_NOOP("Words", "Something did not work")),
    "give_back.paid_otherwise": words(QT_TRANSLATE_NOOP("Words", "Paid in another way already")),
    "give_back.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "account.charges_open": words(
        QT_TRANSLATE_NOOP("Words", "{account} is still asked for money."),
        QT_TRANSLATE_NOOP("Words", "Wait until that is settled: Payments, Under way."),
    ),
    "pay_kind.stripe_terminal": words(QT_TRANSLATE_NOOP("Words", "Stripe Terminal (card reader)")),
    "pay_kind.stripe_checkout": words(QT_TRANSLATE_NOOP("Words", "Stripe Checkout (code to scan)")),
    "pay_kind.line_pay": words(QT_TRANSLATE_NOOP("Words", "LINE Pay (code to scan)")),
    "pay_kind.line_pay_scan": words(QT_TRANSLATE_NOOP("Words", "LINE Pay (the driver's code is scanned)")),
    "pay_kind.simulator": words(QT_TRANSLATE_NOOP("Words", "Simulated card terminal (no real money)")),
    "pay_kind.simulator_page": words(
        QT_TRANSLATE_NOOP("Words", "Simulated platform with a code to scan (no real money)")
    ),
    "pay_kind_hint.stripe_terminal": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "The reader asks for the card; no number of it comes here. Keys begin with sk_, readers tmr_.",
        )
    ),
    "pay_kind_hint.stripe_checkout": words(
        QT_TRANSLATE_NOOP(
            "Words", "The driver scans a code and pays on Stripe's page. The secret key begins with sk_."
        )
    ),
    "pay_kind_hint.line_pay": words(
        QT_TRANSLATE_NOOP(
            "Words", "The driver scans a code and pays in LINE. Channel id and secret are LINE Pay's."
        )
    ),
    "pay_kind_hint.line_pay_scan": words(
        QT_TRANSLATE_NOOP(
            "Words", "Staff scan the code in the driver's LINE: a hand scanner at the booth is needed."
        )
    ),
    "pay_kind_hint.simulator_page": words(
        QT_TRANSLATE_NOOP(
            "Words", "Shows a code that leads nowhere and pays by itself after three seconds. For practising."
        )
    ),
    "pay_kind_hint.simulator": words(
        QT_TRANSLATE_NOOP(
            "Words", "Pays by itself after three seconds. For practising; never at a real booth."
        )
    ),
}
