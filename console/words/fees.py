"""Fees that a person sees first, corrected entry times, and rates that are published or taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

FEES: Final[Mapping[str, Words]] = {
    "exit.fee_unusual": words(
        QT_TRANSLATE_NOOP("Words", "The fee is unusually high; the driver was told no price."),
        QT_TRANSLATE_NOOP("Words", "Take the car in hand and look why."),
    ),
    "payment.fee_unusual": words(
        QT_TRANSLATE_NOOP("Words", "{due_minor} is more than the {ceiling_minor} that nobody need look at."),
        QT_TRANSLATE_NOOP("Words", "Confirm the fee first, or correct what is wrong."),
    ),
    "fee.confirmed": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} is confirmed."),
        QT_TRANSLATE_NOOP("Words", "Take the cash."),
    ),
    "fee.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "That is not one of the reasons."),
        QT_TRANSLATE_NOOP("Words", "Choose one from the list."),
    ),
    "fee_cause.left_unseen": words(
        QT_TRANSLATE_NOOP("Words", "It came in long ago: it may have left unseen and come back.")
    ),
    "fee_cause.similar_plate": words(
        QT_TRANSLATE_NOOP("Words", "Another car is inside under a similar plate: it may be that one.")
    ),
    "fee_cause.rates_changed": words(
        QT_TRANSLATE_NOOP("Words", "The rates have changed lately: it may pay by others than most cars.")
    ),
    "fee_cause.lost_ticket": words(
        QT_TRANSLATE_NOOP("Words", "Its ticket is lost, which has its own price.")
    ),
    "fee_cause.entry_by_rule": words(
        QT_TRANSLATE_NOOP("Words", "Nobody saw it come in: its entry time was set by a rule.")
    ),
    "fee_cause.clock_moved": words(
        QT_TRANSLATE_NOOP("Words", "The clock was set back when it came in: its entry time may be wrong.")
    ),
    "fee_reason.stayed_that_long": words(QT_TRANSLATE_NOOP("Words", "It did stay that long")),
    "fee_reason.lost_ticket": words(QT_TRANSLATE_NOOP("Words", "Lost ticket")),
    "fee_reason.special_price": words(QT_TRANSLATE_NOOP("Words", "A special price applies")),
    "fee_reason.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "entry.corrected": words(
        QT_TRANSLATE_NOOP("Words", "Entry time corrected to {entry_at}; the price is made anew.")
    ),
    "entry.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "That is not one of the reasons."),
        QT_TRANSLATE_NOOP("Words", "Choose one from the list."),
    ),
    "entry.in_the_future": words(QT_TRANSLATE_NOOP("Words", "The entry time lies in the future.")),
    "entry.too_long_ago": words(QT_TRANSLATE_NOOP("Words", "The entry time is more than a year ago.")),
    "entry.unchanged": words(QT_TRANSLATE_NOOP("Words", "That is the entry time already.")),
    "entry.paid_already": words(
        QT_TRANSLATE_NOOP("Words", "Something was paid for this stay: its entry time stays as it is.")
    ),
    "entry_reason.came_back_unseen": words(QT_TRANSLATE_NOOP("Words", "It had left, and came back")),
    "entry_reason.clock_was_wrong": words(QT_TRANSLATE_NOOP("Words", "The clock was wrong")),
    "entry_reason.driver_can_prove": words(QT_TRANSLATE_NOOP("Words", "The driver can prove it")),
    "entry_reason.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "stay.fee_confirmed": words(QT_TRANSLATE_NOOP("Words", "A high fee was confirmed.")),
    "stay.entry_corrected": words(QT_TRANSLATE_NOOP("Words", "Entry time corrected.")),
    "lot.bad_fee_ceiling": words(
        QT_TRANSLATE_NOOP("Words", "The fee above which somebody looks must be more than nothing."),
        QT_TRANSLATE_NOOP("Words", "Leave it empty to have it learned from what is paid."),
    ),
    "price.no_inputs": words(
        QT_TRANSLATE_NOOP("Words", "The journal holds too little of this payment to price it again.")
    ),
    "rates.check_stops": words(
        QT_TRANSLATE_NOOP("Words", "The rates cannot be published as they are."),
        QT_TRANSLATE_NOOP("Words", "Mend what the check names: {place}"),
    ),
    "rates.effective_past": words(
        QT_TRANSLATE_NOOP("Words", "{effective_at} is over: rates are not published for the past."),
        QT_TRANSLATE_NOOP("Words", "Choose now, or a later time."),
    ),
    "rates.in_force": words(
        QT_TRANSLATE_NOOP("Words", "Version {version} prices cars already and cannot be taken back."),
        QT_TRANSLATE_NOOP("Words", "Publish another version in its place."),
    ),
    "rates.withdrawn_already": words(QT_TRANSLATE_NOOP("Words", "Version {version} was taken back before.")),
    "rates.draft_name": words(
        QT_TRANSLATE_NOOP("Words", "A draft needs a name of at most {longest} characters.")
    ),
    "rates.draft_too_large": words(
        QT_TRANSLATE_NOOP("Words", "The draft is larger than {most_kilobytes} kB and was not kept.")
    ),
    "rates.draft_not_plain": words(QT_TRANSLATE_NOOP("Words", "The draft cannot be kept as it is.")),
    "rates.too_many_drafts": words(
        QT_TRANSLATE_NOOP("Words", "There are {most} drafts already."),
        QT_TRANSLATE_NOOP("Words", "Delete one that is no longer wanted."),
    ),
    "rehearsal.costs_nothing": words(
        QT_TRANSLATE_NOOP("Words", "Cost nothing by the draft, though something was paid.")
    ),
}
