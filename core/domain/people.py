"""Who uses the console, which roles there are, and which right each service function needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.errors import BadInput, NotAllowed

MAX_NAME = 60
PIN_SHORTEST = 4
PIN_LONGEST = 12


class Role(StrEnum):
    """Roles of people and of the console itself (U1)."""

    CLIENT = "client"
    ATTENDANT = "attendant"
    KIOSK = "kiosk"
    SUPERVISOR = "supervisor"
    LANDLORD = "landlord"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


class Right(StrEnum):
    """What a person may do; each service function names the one it needs."""

    ADMIT = "admit"
    RELEASE = "release"
    SEARCH_STAYS = "search_stays"
    SEE_INSIDE = "see_inside"
    TAKE_CASH = "take_cash"
    RUN_SHIFT = "run_shift"
    PRINT_RECEIPT = "print_receipt"
    CORRECT_PLATE = "correct_plate"
    OPEN_GATE = "open_gate"
    RESOLVE_STAY = "resolve_stay"
    WRITE_OFF = "write_off"
    IMPORT_STAYS = "import_stays"
    SET_UP_LOT = "set_up_lot"
    SET_RATES = "set_rates"
    MANAGE_PEOPLE = "manage_people"
    SETTLE_CLOCK = "settle_clock"
    VERIFY_JOURNAL = "verify_journal"
    SEE_REPORTS = "see_reports"
    CONFIRM_FEE = "confirm_fee"
    CORRECT_ENTRY = "correct_entry"
    DESCRIBE_STAY = "describe_stay"
    MANAGE_CONSOLES = "manage_consoles"
    HOLD_GATE = "hold_gate"
    SEE_DEVICES = "see_devices"
    MANAGE_DEVICES = "manage_devices"
    TAKE_PAYMENT = "take_payment"
    VALIDATE = "validate"
    WAIVE = "waive"
    TAKE_IOU = "take_iou"
    REFUND = "refund"
    APPROVE_REFUND = "approve_refund"
    BACK_ENTER = "back_enter"
    SEE_TOTALS = "see_totals"
    CLOSE_SHIFTS = "close_shifts"
    SEE_AUDIT = "see_audit"
    PURGE = "purge"
    MANAGE_CLIENTS = "manage_clients"
    MANAGE_MERCHANTS = "manage_merchants"
    MANAGE_PAYMENTS = "manage_payments"


_ATTENDANT = frozenset(
    {
        Right.SEARCH_STAYS,
        Right.SEE_INSIDE,
        Right.TAKE_CASH,
        Right.RUN_SHIFT,
        Right.PRINT_RECEIPT,
        Right.CORRECT_PLATE,
        Right.OPEN_GATE,
        Right.RESOLVE_STAY,
        Right.ADMIT,
        Right.RELEASE,
        # Whoever is alone at night must be able to charge a fee that is high and right.
        Right.CONFIRM_FEE,
        Right.DESCRIBE_STAY,
        # Alone at night too when the fire brigade comes; every holding has its reason and its photo.
        Right.HOLD_GATE,
        Right.SEE_DEVICES,
        Right.TAKE_PAYMENT,
        Right.VALIDATE,
        Right.TAKE_IOU,
        # To ask for it: each refund needs a second person who may approve it.
        Right.REFUND,
        Right.BACK_ENTER,
        Right.MANAGE_CLIENTS,
    }
)
_SUPERVISOR = _ATTENDANT | {
    Right.WAIVE,
    Right.APPROVE_REFUND,
    Right.SEE_TOTALS,
    Right.CLOSE_SHIFTS,
    Right.SEE_AUDIT,
    Right.MANAGE_MERCHANTS,
    Right.WRITE_OFF,
    Right.IMPORT_STAYS,
    Right.SETTLE_CLOCK,
    Right.VERIFY_JOURNAL,
    Right.SEE_REPORTS,
    Right.CORRECT_ENTRY,
}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLIENT: frozenset(),
    Role.KIOSK: frozenset({Right.SEARCH_STAYS, Right.TAKE_PAYMENT, Right.VALIDATE, Right.PRINT_RECEIPT}),
    Role.ATTENDANT: _ATTENDANT,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.LANDLORD: frozenset(
        {
            Right.SEARCH_STAYS,
            Right.SEE_INSIDE,
            Right.SET_UP_LOT,
            Right.SET_RATES,
            Right.VERIFY_JOURNAL,
            Right.SEE_REPORTS,
            Right.SEE_DEVICES,
            Right.SEE_TOTALS,
            Right.SEE_AUDIT,
            Right.MANAGE_MERCHANTS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(Right),
    Role.SYSTEM: frozenset({Right.ADMIT, Right.RELEASE, Right.PRINT_RECEIPT, Right.SEARCH_STAYS}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who may sign on; ``language`` is that of their screen, None for the console's own.

    ``contact`` and ``plates`` are of clients: how to reach them, and what they come with.
    """

    person_id: str
    name: str
    role: Role
    active: bool = True
    language: str | None = None
    contact: str = ""
    plates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, as the services see them."""

    person_id: str
    name: str
    role: Role

    def may(self, right: Right) -> bool:
        """Whether the actor's role holds the right."""
        return right in RIGHTS[self.role]

    def require(self, right: Right) -> None:
        """Raise NotAllowed unless the actor's role holds the right."""
        if not self.may(right):
            raise NotAllowed("right.missing", **_wanted(self, right))


@dataclass(frozen=True, slots=True)
class Approval:
    """A second person's word, given on the same screen; ``approval_id`` is that of its entry.

    It is for what ``asked_by`` asked for, and needs ``right``: worth nothing for anything or anybody else.
    """

    approver: Actor
    approval_id: str
    right: Right
    asked_by: str


def require_or_approved(actor: Actor, approval: Approval | None, right: Right) -> None:
    """Raise NotAllowed unless the actor holds the right, or somebody else who does approved."""
    if not actor.may(right):
        if approval is None:
            raise NotAllowed("approval.needed", **_wanted(actor, right))
        require_second(actor, approval, right)


def require_second(actor: Actor, approval: Approval | None, right: Right) -> None:
    """Raise NotAllowed unless somebody other than the actor, who holds the right, approved just this."""
    if approval is None:
        raise NotAllowed("approval.needed", **_wanted(actor, right))
    if approval.approver.person_id == actor.person_id:
        raise NotAllowed("approval.own", **_wanted(actor, right))
    approval.approver.require(right)
    if (approval.right, approval.asked_by) != (right, actor.person_id):
        raise NotAllowed("approval.other", **_wanted(actor, right))


def _wanted(actor: Actor, right: Right) -> dict[str, str]:
    return {"right": right.value, "role": actor.role.value, "who": actor.person_id}


LANE_ITSELF = Actor("system", "Lotkeeper", Role.SYSTEM)


def check_name(name: str) -> str:
    """The person's name without spaces around it; BadInput where it is empty or too long."""
    cleaned = " ".join(name.split())
    if not 1 <= len(cleaned) <= MAX_NAME or not cleaned.isprintable():
        raise BadInput("person.bad_name", longest=MAX_NAME)
    return cleaned


def check_pin(pin: str) -> str:
    """The PIN itself; BadInput where it is not 4 to 12 digits or one that everybody tries first."""
    if not (pin.isascii() and pin.isdigit() and PIN_SHORTEST <= len(pin) <= PIN_LONGEST):
        raise BadInput("person.bad_pin", shortest=PIN_SHORTEST, longest=PIN_LONGEST)
    if len(set(pin)) == 1 or pin in "01234567890123456789" or pin in "98765432109876543210":
        raise BadInput("person.weak_pin")
    return pin
