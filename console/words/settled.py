"""Words about prices that were settled in another way than by paying, and about money that goes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

_HISTORY: Final[Mapping[str, Words]] = {
    "payment.voided": words(QT_TRANSLATE_NOOP("Words", "Payment taken back:")),
    "stay.settled_nil": words(QT_TRANSLATE_NOOP("Words", "Nothing charged:")),
    "stay.settled_iou": words(QT_TRANSLATE_NOOP("Words", "Left to be paid later:")),
    "stay.settled_towed": words(QT_TRANSLATE_NOOP("Words", "Towed, still owed:")),
    "stay.validated": words(QT_TRANSLATE_NOOP("Words", "Validated by a merchant:")),
    "stay.validation_removed": words(QT_TRANSLATE_NOOP("Words", "Validation taken back.")),
    "debt.made": words(QT_TRANSLATE_NOOP("Words", "Owed:")),
    "debt.collected": words(QT_TRANSLATE_NOOP("Words", "What was owed, collected:")),
    "debt.written_off": words(QT_TRANSLATE_NOOP("Words", "What was owed, given up:")),
    "article.sold": words(QT_TRANSLATE_NOOP("Words", "Article sold:")),
    "merchant.set": words(QT_TRANSLATE_NOOP("Words", "Merchant changed:")),
    "refund.underway": words(
        QT_TRANSLATE_NOOP("Words", "Asked of whoever took the money: it is on its way back.")
    ),
    "refund.contradicted": words(
        QT_TRANSLATE_NOOP(
            "Words", "A refund that was settled otherwise was given by the terminal or platform as well."
        ),
        QT_TRANSLATE_NOOP("Words", "A supervisor compares it with the slip; it may have gone back twice."),
    ),
    "refund.in_doubt": words(
        QT_TRANSLATE_NOOP("Words", "Not known whether the money went back."),
        QT_TRANSLATE_NOOP("Words", "The console keeps asking. Do not pay it out in cash meanwhile."),
    ),
    "refund.failed": words(
        QT_TRANSLATE_NOOP("Words", "The money did not go back."),
        QT_TRANSLATE_NOOP("Words", "Ask again, or pay it out in cash."),
    ),
    "charge.refunded": words(QT_TRANSLATE_NOOP("Words", "Went back to the driver:")),
}

_CAUSES: Final[Mapping[str, Words]] = {
    "refund.late_confirmation": words(
        QT_TRANSLATE_NOOP("Words", "Paid after the price was settled in another way."),
        QT_TRANSLATE_NOOP("Words", "It goes back the way it came, by itself."),
    ),
    "refund.waits_otherwise": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} is due back to the driver."),
        QT_TRANSLATE_NOOP("Words", "Enter shows why."),
    ),
    "refund.voided": words(QT_TRANSLATE_NOOP("Words", "The payment was taken back.")),
    "refund.given": words(QT_TRANSLATE_NOOP("Words", "Given back to the driver.")),
    "refund.declined": words(
        QT_TRANSLATE_NOOP("Words", "Whoever took the money declined to give it back."),
        QT_TRANSLATE_NOOP("Words", "Pay it out in cash, or ask them."),
    ),
    "refund.not_found": words(
        QT_TRANSLATE_NOOP("Words", "Whoever took the money knows nothing of this refund."),
        QT_TRANSLATE_NOOP("Words", "Look there yourself, then say here what became of it."),
    ),
    "refund.is_waiting": words(QT_TRANSLATE_NOOP("Words", "The refund is being carried out.")),
    "refund.said_not_paid": words(QT_TRANSLATE_NOOP("Words", "Somebody said that it did not go back.")),
    "refund.no_account": words(
        QT_TRANSLATE_NOOP("Words", "No terminal or platform took this money."),
        QT_TRANSLATE_NOOP("Words", "Pay it out in cash."),
    ),
    "refund.other_console": words(
        QT_TRANSLATE_NOOP("Words", "Another console's terminal or platform took this money ({account})."),
        QT_TRANSLATE_NOOP("Words", "Ask for it there, or pay it out in cash."),
    ),
    "refund.bad_amount": words(QT_TRANSLATE_NOOP("Words", "Say how much goes back.")),
    "refund.too_much": words(
        QT_TRANSLATE_NOOP("Words", "No more than {left_minor} can go back this way."),
        QT_TRANSLATE_NOOP("Words", "Lower the amount."),
    ),
    "refund.bad_tender": words(
        QT_TRANSLATE_NOOP("Words", "Nothing of this payment was paid that way."),
        QT_TRANSLATE_NOOP("Words", "Choose how it was paid, or cash."),
    ),
    "refund.more_than_taken": words(QT_TRANSLATE_NOOP("Words", "More was to go back than had been taken.")),
    "refund.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose why the money goes back.")),
    "void.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose why the payment is taken back.")),
    "waive.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose why nothing is charged.")),
    "tow.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose why the car was towed.")),
    "payment.voided_already": words(
        QT_TRANSLATE_NOOP("Words", "This payment was taken back already."),
        QT_TRANSLATE_NOOP("Words", "Nothing goes back twice."),
    ),
    "payment.car_has_left": words(
        QT_TRANSLATE_NOOP("Words", "The car has left: its payment stands."),
        QT_TRANSLATE_NOOP("Words", "Give money back instead."),
    ),
    "payment.debt_collected": words(
        QT_TRANSLATE_NOOP("Words", "What was owed for this stay was collected already."),
        QT_TRANSLATE_NOOP("Words", "Give money back instead."),
    ),
    "resolve_refund.seen_at_far_side": words(
        QT_TRANSLATE_NOOP("Words", "Seen in the platform's or terminal's own list")
    ),
    "resolve_refund.driver_says": words(QT_TRANSLATE_NOOP("Words", "The driver showed it")),
    "resolve_refund.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "write_off.towed": words(QT_TRANSLATE_NOOP("Words", "Was towed away")),
}

_DEBTS: Final[Mapping[str, Words]] = {
    "debt.unknown": words(QT_TRANSLATE_NOOP("Words", "No such debt is on record.")),
    "debt.settled_already": words(
        QT_TRANSLATE_NOOP("Words", "Nothing is owed any more."),
        QT_TRANSLATE_NOOP("Words", "Nothing is collected twice."),
    ),
    "debt.bad_amount": words(QT_TRANSLATE_NOOP("Words", "Collect {owed_minor} or a part of it.")),
    "debt.bad_debtor": words(
        QT_TRANSLATE_NOOP("Words", "Name, telephone and plate are a line each, not longer than {longest}.")
    ),
    "debt.nobody_named": words(
        QT_TRANSLATE_NOOP("Words", "Nobody would know who owes this."),
        QT_TRANSLATE_NOOP("Words", "Write down a name, a telephone number or a plate."),
    ),
    "debt.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose why it is given up.")),
    "debt_reason.driver_not_found": words(QT_TRANSLATE_NOOP("Words", "Driver cannot be found")),
    "debt_reason.not_worth_it": words(QT_TRANSLATE_NOOP("Words", "Not worth the effort")),
    "debt_reason.complaint": words(QT_TRANSLATE_NOOP("Words", "Complaint that is right")),
    "debt_reason.insured": words(QT_TRANSLATE_NOOP("Words", "Somebody else pays it")),
    "debt_reason.voided": words(QT_TRANSLATE_NOOP("Words", "The payment was taken back")),
    "debt_reason.paid_elsewhere": words(QT_TRANSLATE_NOOP("Words", "Paid at another console")),
    "debt_reason.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "debt_state.open": words(QT_TRANSLATE_NOOP("Words", "owed")),
    "debt_state.collected": words(QT_TRANSLATE_NOOP("Words", "collected")),
    "debt_state.written_off": words(QT_TRANSLATE_NOOP("Words", "given up")),
    "refund_state.due": words(QT_TRANSLATE_NOOP("Words", "due")),
    "refund_state.underway": words(QT_TRANSLATE_NOOP("Words", "on its way")),
    "refund_state.unknown": words(QT_TRANSLATE_NOOP("Words", "not known")),
    "refund_state.paid_back": words(QT_TRANSLATE_NOOP("Words", "paid back")),
    "refund_state.kept": words(QT_TRANSLATE_NOOP("Words", "kept")),
    "refund_state.failed": words(QT_TRANSLATE_NOOP("Words", "failed")),
    "payment_state.stands": words(QT_TRANSLATE_NOOP("Words", "stands")),
    "payment_state.voided": words(QT_TRANSLATE_NOOP("Words", "taken back")),
    "payment_state.refunded": words(QT_TRANSLATE_NOOP("Words", "paid back, all or a part")),
    "payment_state.owed": words(QT_TRANSLATE_NOOP("Words", "owed")),
}

_MERCHANTS: Final[Mapping[str, Words]] = {
    "merchant.unknown": words(
        QT_TRANSLATE_NOOP("Words", "No merchant has the code {typed}."),
        QT_TRANSLATE_NOOP("Words", "Type it again, or choose the merchant from the list."),
    ),
    "merchant.not_active": words(QT_TRANSLATE_NOOP("Words", "{name} does not validate parking at present.")),
    "merchant.code_taken": words(
        QT_TRANSLATE_NOOP("Words", "Another merchant has the code {taken}."),
        QT_TRANSLATE_NOOP("Words", "Choose another."),
    ),
    "merchant.bad_name": words(
        QT_TRANSLATE_NOOP("Words", "A merchant's name is one line of at most {longest} characters.")
    ),
    "merchant.bad_code": words(
        QT_TRANSLATE_NOOP(
            "Words", "A code is two to {longest} letters and digits, hyphens between them, no spaces."
        )
    ),
    "merchant.bad_limit": words(QT_TRANSLATE_NOOP("Words", "A day's limit is at most {highest}; 0 is none.")),
    "merchant.bad_value": words(
        QT_TRANSLATE_NOOP("Words", "That is not what a validation can take off."),
        QT_TRANSLATE_NOOP("Words", "Whole minutes, up to 100 per cent, an amount, or the name of a rate."),
    ),
    "validation.stamp_needed": words(
        QT_TRANSLATE_NOOP("Words", "{name} validates by stamp."),
        QT_TRANSLATE_NOOP("Words", "Scan it, or type its number after the code and a hyphen."),
    ),
    "validation.bad_stamp": words(
        QT_TRANSLATE_NOOP("Words", "A stamp's number has at most {longest} characters.")
    ),
    "validation.used_already": words(
        QT_TRANSLATE_NOOP("Words", "This stamp of {name} was used already, on {at}."),
        QT_TRANSLATE_NOOP("Words", "Each stamp is good once."),
    ),
    "validation.given_already": words(QT_TRANSLATE_NOOP("Words", "{name} has validated this stay already.")),
    "validation.limit_reached": words(
        QT_TRANSLATE_NOOP("Words", "{name} gives {limit} validations a day, and they are used up.")
    ),
    "validation.unknown": words(QT_TRANSLATE_NOOP("Words", "This stay has no such validation.")),
}

_SALES: Final[Mapping[str, Words]] = {
    "article.unknown": words(QT_TRANSLATE_NOOP("Words", "This article is not sold any more.")),
    "article.bad_quantity": words(QT_TRANSLATE_NOOP("Words", "Sell one to {most} at once.")),
    "article.price_changed": words(
        QT_TRANSLATE_NOOP("Words", "The price is {due_minor} now, not {shown_minor}."),
        QT_TRANSLATE_NOOP("Words", "Tell the buyer and take the new price."),
    ),
    "sale.bad_tender": words(QT_TRANSLATE_NOOP("Words", "This is paid in cash or by card.")),
    "sale.slip_needed": words(
        QT_TRANSLATE_NOOP("Words", "Type the number on the card terminal's slip."),
        QT_TRANSLATE_NOOP("Words", "It proves that the terminal took the money."),
    ),
    "lot.bad_articles": words(
        QT_TRANSLATE_NOOP(
            "Words", "An article has a name of at most {longest} characters and a price; there may be {most}."
        )
    ),
}

SETTLED: Final[Mapping[str, Words]] = {**_HISTORY, **_CAUSES, **_DEBTS, **_MERCHANTS, **_SALES}
