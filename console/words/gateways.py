"""What payment services say, and their notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

GATEWAYS: Final[Mapping[str, Words]] = {
    "gateway.account_refused": words(
        QT_TRANSLATE_NOOP("Words", "The driver's account refused the payment."),
        QT_TRANSLATE_NOOP("Words", "Ask for another way to pay."),
    ),
    "gateway.amount_refused": words(
        QT_TRANSLATE_NOOP("Words", "The service does not take this amount."),
        QT_TRANSLATE_NOOP("Words", "Take cash, or another way to pay."),
    ),
    "gateway.asked_before": words(
        QT_TRANSLATE_NOOP(
            "Words", "The service has this order from before; its answer was lost, or another console asked."
        ),
        QT_TRANSLATE_NOOP(
            "Words", "Nothing was taken for it here. Look at the other console, then ask again."
        ),
    ),
    "gateway.bad_address": words(
        QT_TRANSLATE_NOOP("Words", "The account's address cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Correct it under Settings, Payments: https:// and the host."),
    ),
    "gateway.books_differ": words(
        QT_TRANSLATE_NOOP("Words", "The service gave back another sum than our books say."),
        QT_TRANSLATE_NOOP("Words", "Look at the service's own page, then settle the refund by hand."),
    ),
    "gateway.busy": words(
        QT_TRANSLATE_NOOP("Words", "The service is busy."),
        QT_TRANSLATE_NOOP("Words", "It is asked again by itself."),
    ),
    "gateway.cancelled": words(QT_TRANSLATE_NOOP("Words", "Cancelled before it was paid.")),
    "gateway.cancelled_by_driver": words(
        QT_TRANSLATE_NOOP("Words", "The driver cancelled it."),
        QT_TRANSLATE_NOOP("Words", "Ask again, or for another way to pay."),
    ),
    "gateway.card_declined": words(
        QT_TRANSLATE_NOOP("Words", "The card was declined."),
        QT_TRANSLATE_NOOP("Words", "Ask for another card, or another way to pay."),
    ),
    "gateway.clock_wrong": words(
        QT_TRANSLATE_NOOP("Words", "The service refused it: this machine's clock is wrong."),
        QT_TRANSLATE_NOOP("Words", "Set the clock, then ask again. Nothing was taken."),
    ),
    "gateway.code_gone": words(
        QT_TRANSLATE_NOOP("Words", "The driver's code is no longer known here."),
        QT_TRANSLATE_NOOP("Words", "Nothing was taken. Scan it again."),
    ),
    "gateway.code_refused": words(
        QT_TRANSLATE_NOOP("Words", "That code is not, or no longer, good for paying."),
        QT_TRANSLATE_NOOP("Words", "Have the driver show a new one, and scan it."),
    ),
    "gateway.expired": words(
        QT_TRANSLATE_NOOP("Words", "Nobody paid it in time."),
        QT_TRANSLATE_NOOP("Words", "Ask again, or for another way to pay."),
    ),
    "gateway.failed": words(
        QT_TRANSLATE_NOOP("Words", "The payment failed at the service."),
        QT_TRANSLATE_NOOP("Words", "Ask again, or for another way to pay."),
    ),
    "gateway.key_used_otherwise": words(
        QT_TRANSLATE_NOOP("Words", "The service knows this charge with another amount."),
        QT_TRANSLATE_NOOP("Words", "Look at the service's own page, then resolve it by hand."),
    ),
    "gateway.login_refused": words(
        QT_TRANSLATE_NOOP("Words", "The service does not accept the account's secret."),
        QT_TRANSLATE_NOOP("Words", "Correct it under Settings, Payments."),
    ),
    "gateway.low_balance": words(
        QT_TRANSLATE_NOOP("Words", "There is too little on the driver's account."),
        QT_TRANSLATE_NOOP("Words", "Ask for another way to pay."),
    ),
    "gateway.not_reached": words(
        QT_TRANSLATE_NOOP("Words", "The service cannot be reached, or does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at the internet connection and the address, then ask again."),
    ),
    "gateway.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The service cannot be reached, or does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at the internet connection. It is asked again by itself."),
    ),
    "gateway.no_secret": words(
        QT_TRANSLATE_NOOP("Words", "The account has no secret."),
        QT_TRANSLATE_NOOP("Words", "Set it under Settings, Payments, or in the environment it names."),
    ),
    "gateway.not_a_member": words(
        QT_TRANSLATE_NOOP("Words", "The driver cannot pay with LINE Pay now."),
        QT_TRANSLATE_NOOP("Words", "Ask for another way to pay."),
    ),
    "gateway.reader_busy": words(
        QT_TRANSLATE_NOOP("Words", "The card reader is busy with another payment."),
        QT_TRANSLATE_NOOP("Words", "Wait until that is over, or cancel it."),
    ),
    "gateway.reader_gave_up": words(
        QT_TRANSLATE_NOOP("Words", "The card reader ended it without a payment."),
        QT_TRANSLATE_NOOP("Words", "Ask again, or for another way to pay."),
    ),
    "gateway.reader_offline": words(
        QT_TRANSLATE_NOOP("Words", "The card reader is not connected."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and network. Take cash meanwhile."),
    ),
    "gateway.reader_unknown": words(
        QT_TRANSLATE_NOOP("Words", "The service does not know this card reader."),
        QT_TRANSLATE_NOOP("Words", "Correct its id under Settings, Payments."),
    ),
    "gateway.refund_refused": words(
        QT_TRANSLATE_NOOP("Words", "The service refused to give the money back."),
        QT_TRANSLATE_NOOP("Words", "Give it back in cash, or ask the service."),
    ),
    "gateway.refund_too_late": words(
        QT_TRANSLATE_NOOP("Words", "It is too late to give it back by this way."),
        QT_TRANSLATE_NOOP("Words", "Give it back in cash."),
    ),
    "gateway.refunded_before": words(
        QT_TRANSLATE_NOOP("Words", "It was given back at the service already."),
        QT_TRANSLATE_NOOP("Words", "Look at the service's own page, then settle the refund by hand."),
    ),
    "gateway.refused": words(
        QT_TRANSLATE_NOOP("Words", "The service refused the request."),
        QT_TRANSLATE_NOOP("Words", "Nothing was taken by it. Look at the account under Settings, Payments."),
    ),
    "gateway.strange_answer": words(
        QT_TRANSLATE_NOOP("Words", "The service answered something that cannot be understood."),
        QT_TRANSLATE_NOOP("Words", "It is asked again by itself. Look at the network if it stays so."),
    ),
    "gateway.trouble": words(
        QT_TRANSLATE_NOOP("Words", "The service has trouble of its own."),
        QT_TRANSLATE_NOOP("Words", "It is asked again by itself. Take cash meanwhile."),
    ),
    "notice.bad_signature": words(
        QT_TRANSLATE_NOOP("Words", "Somebody sent a notice that the service did not sign.")
    ),
    "notice.no_secret": words(
        QT_TRANSLATE_NOOP("Words", "Notices come, but the account has no secret to check them with."),
        QT_TRANSLATE_NOOP(
            "Words", "Set it under Settings, Payments. Payments are seen all the same, a little later."
        ),
    ),
    "notice.not_bound": words(
        QT_TRANSLATE_NOOP("Words", "The port for notices cannot be opened."),
        QT_TRANSLATE_NOOP(
            "Words", "Choose another one under Settings, Payments. Payments are seen all the same."
        ),
    ),
    "notice.strange": words(QT_TRANSLATE_NOOP("Words", "Somebody sent a notice that says nothing.")),
    "notice.wrong_time": words(
        QT_TRANSLATE_NOOP(
            "Words", "Notices are refused: their time is more than 5 minutes from this clock's."
        ),
        QT_TRANSLATE_NOOP("Words", "Set this machine's clock."),
    ),
    "charge.noticed": words(QT_TRANSLATE_NOOP("Words", "The service told that something became of it.")),
}
