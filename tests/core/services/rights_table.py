"""The design of rights: which right each service function needs, whoever calls it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.people import Right


@dataclass(frozen=True, slots=True)
class Approved:
    """The actor holds the right, or somebody else who does approved; ``besides`` the actor needs anyway."""

    right: Right
    besides: Right | None = None


@dataclass(frozen=True, slots=True)
class Second:
    """The actor holds the right, and somebody else who holds the second one approved."""

    right: Right
    second: Right


NEEDS: Final[dict[str, Right | Approved | Second]] = {
    "resolve_charge.resolve_charge": Approved(Right.APPROVE_REFUND, besides=Right.TAKE_PAYMENT),
    # Of somebody else's shift: one's own may be seen by whoever runs shifts.
    "hand_out_slip.print_x": Right.SEE_TOTALS,
    "hand_out_slip.reprint_slip": Right.SEE_TOTALS,
    "relieve_shift.end_relief": Right.RUN_SHIFT,
    "relieve_shift.end_relief_of": Right.RUN_SHIFT,
    "shift_report.z_report": Right.SEE_TOTALS,
    "tell_drivers.keep_ready_texts": Right.SET_UP_LOT,
    "admit.admit_by_hand": Right.OPEN_GATE,
    "admit.decide_entry": Right.ADMIT,
    "appoint_hub.appoint_hub": Right.MANAGE_CONSOLES,
    "ask_for_money.ask_now": Right.TAKE_PAYMENT,
    "ask_for_money.cancel_charge": Right.TAKE_PAYMENT,
    "ask_for_money.charge_order": Right.TAKE_PAYMENT,
    "back_enter.back_enter": Right.BACK_ENTER,
    "badge.give_badge": Right.MANAGE_PEOPLE,
    "badge.set_badge": Right.MANAGE_PEOPLE,
    "change_lanes.add_lane": Right.SET_UP_LOT,
    "change_lanes.remove_lane": Right.SET_UP_LOT,
    "change_lanes.rename_lane": Right.SET_UP_LOT,
    "check_fee.confirm_fee": Right.CONFIRM_FEE,
    "close_lane.close_lane": Right.OPEN_GATE,
    "close_lane.open_lane": Right.OPEN_GATE,
    "collect_debt.collect_debt": Right.TAKE_CASH,
    "collect_debt.write_off_debt": Right.WRITE_OFF,
    "confirm_crossing.backed_out": Right.RELEASE,
    "confirm_crossing.boom_up_unasked": Right.RELEASE,
    "confirm_crossing.crossed": Right.RELEASE,
    "confirm_crossing.held": Right.RELEASE,
    "confirm_crossing.reversed_through": Right.RELEASE,
    "confirm_crossing.turned_away": Right.ADMIT,
    "confirm_crossing.unexplained": Right.RELEASE,
    "correct_entry.correct_entry": Right.CORRECT_ENTRY,
    "correct_plate.correct_plate": Right.CORRECT_PLATE,
    "describe_stay.describe_stay": Right.DESCRIBE_STAY,
    "describe_stay.price_described": Right.DESCRIBE_STAY,
    "device_journal.note_tested": Right.SEE_DEVICES,
    "find_stay.find_stay": Right.SEARCH_STAYS,
    "give_back.resolve_refund": Right.APPROVE_REFUND,
    "give_back.send_refund_back": Right.REFUND,
    "grant_spaces.grant_spaces": Right.ADMIT,
    "hold_gate.hold_gate": Right.HOLD_GATE,
    "hold_gate.let_go": Right.HOLD_GATE,
    "import_stays.import_stays": Right.IMPORT_STAYS,
    "invite_console.invite_console": Right.MANAGE_CONSOLES,
    "invite_console.withdraw_invitations": Right.MANAGE_CONSOLES,
    "manage_clients.add_client": Right.MANAGE_CLIENTS,
    "manage_clients.change_client": Right.MANAGE_CLIENTS,
    "manage_clients.forget_client": Right.PURGE,
    "manage_clients.set_client_password": Right.MANAGE_CLIENTS,
    "manage_people.add_person": Right.MANAGE_PEOPLE,
    "manage_people.change_person": Right.MANAGE_PEOPLE,
    "manage_people.set_pin": Right.MANAGE_PEOPLE,
    "manage_people.unlock_person": Right.MANAGE_PEOPLE,
    "mend_console.retry_task": Right.MANAGE_CONSOLES,
    "mend_console.settle_refused": Right.MANAGE_CONSOLES,
    "merchants.set_merchant": Right.MANAGE_MERCHANTS,
    "move_cash.drop_cash": Right.RUN_SHIFT,
    "move_cash.pay_in": Right.RUN_SHIFT,
    "move_cash.pay_out": Right.RUN_SHIFT,
    "note_wiring.note_wiring": Right.MANAGE_DEVICES,
    "open_drawer.open_drawer": Right.TAKE_CASH,
    "open_order.give_up_order": Right.TAKE_PAYMENT,
    "open_order.open_order": Right.TAKE_PAYMENT,
    "owe_rest.owe_rest": Right.TAKE_IOU,
    "override_gate.open_gate": Right.OPEN_GATE,
    "pass_held.pass_held": Right.RELEASE,
    "lane_count.write_count": Right.RELEASE,
    "print_book.price_table": Right.BACK_ENTER,
    "print_book.print_book": Right.BACK_ENTER,
    "print_receipt.reprint": Right.PRINT_RECEIPT,
    "publish_rates.drop_draft": Right.SET_RATES,
    "publish_rates.publish_plan": Right.SET_RATES,
    "publish_rates.save_draft": Right.SET_RATES,
    "publish_rates.withdraw_plan": Right.SET_RATES,
    "purge.plan_purge": Right.PURGE,
    "purge.purge_plate": Right.PURGE,
    "purge.purge_stay": Right.PURGE,
    "quote_stay.quote_stay": Right.SEARCH_STAYS,
    "readiness.go_live": Right.MANAGE_DEVICES,
    "recompute_quote.recompute_quote": Right.SEARCH_STAYS,
    "refund_payment.refund_payment": Second(Right.REFUND, Right.APPROVE_REFUND),
    "release.decide_exit": Right.RELEASE,
    "relieve_shift.start_relief": Right.RUN_SHIFT,
    "rename_console.rename_console": Right.MANAGE_CONSOLES,
    "resolve_stay.confirm_inside": Right.RESOLVE_STAY,
    "resolve_stay.write_off": Right.WRITE_OFF,
    "resume_lot.resume_lot": Right.ADMIT,
    "return_spaces.ask_for_space": Right.ADMIT,
    "return_spaces.return_spaces": Right.ADMIT,
    "return_spaces.write_off_spaces": Right.WRITE_OFF,
    "revoke_console.revoke_console": Right.MANAGE_CONSOLES,
    "run_shift.close_abandoned": Right.CLOSE_SHIFTS,
    "run_shift.close_shift": Right.RUN_SHIFT,
    "run_shift.open_shift": Right.RUN_SHIFT,
    "sell_article.sell_article": Right.TAKE_CASH,
    "set_up_lot.change_lot": Right.SET_UP_LOT,
    "settle_clock.settle_clock": Right.SETTLE_CLOCK,
    "settle_overpayment.keep_refund": Right.WRITE_OFF,
    "settle_overpayment.note_overpayments": Right.RELEASE,
    "settle_overpayment.pay_refund_back": Right.TAKE_CASH,
    "shift_report.x_report": Right.SEE_TOTALS,
    "show_booking.read_booking": Right.ADMIT,
    "show_permit.read_permit": Right.RELEASE,
    "take_iou.take_iou": Right.TAKE_IOU,
    "take_payment.take_cash": Right.TAKE_CASH,
    "take_payment.take_cash_part": Right.TAKE_CASH,
    "tell_drivers.tell_drivers": Right.OPEN_GATE,
    "tow.tow": Approved(Right.WRITE_OFF),
    "validate_stay.take_validation_back": Right.VALIDATE,
    "validate_stay.validate_stay": Right.VALIDATE,
    "view_photo.view_photo": Right.SEARCH_STAYS,
    "void_payment.void_payment": Second(Right.REFUND, Right.APPROVE_REFUND),
    "waive.waive": Approved(Right.WAIVE),
}

# These decide by whose thing it is, and have a test of their own, named here.
OWN_ONLY: Final = {
    "approve.finish_approval": "test_approve.py",
    "approve.read_approver": "test_approve.py",
    "decide_proposals.decide_next": "test_decide_proposals.py",
    "decide_proposals.settle_conflict": "test_decide_proposals.py",
    "sign_on.sign_off": "test_sign_on.py",
}

# Rights that pages ask for and no service does: what they guard is not in the store.
ON_PAGES: Final = {
    Right.MANAGE_PAYMENTS: "the accounts lie in the configuration of the machine",
}

# Parts of the functions above, which ask for the right before they come here; nobody else calls them.
INTERNAL: Final = frozenset(
    {
        "admit.begin_stay",
        "close_lane.refuse_where_closed",
        "command_gate.command_gate",
        "lane_decision.decide",
        "open_order.own_shift_id",
        "own_shift.own_shift",
        "part_refunds.refund_of",
        "part_refunds.start_refund",
        "propose.propose",
        "record_sighting.record_sighting",
        "release.open_for",
        "return_spaces.give_back",
        "settle_unpaid.price_to_settle",
        "settle_unpaid.settle_unpaid",
        "shift_rules.own_running_shift",
        "shift_rules.require_no_other",
        "show_booking.show_booking",
        "show_permit.show_permit",
        "take_iou.make_debt",
        "take_sale.sale_of",
    }
)
