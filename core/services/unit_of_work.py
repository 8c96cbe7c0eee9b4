"""What a service may do with the store: one transaction, left without ``commit`` it never was.

A service is handed a unit of work on the writer thread, does no I/O besides, and what must follow
outside it adds as a task.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from core.domain.chains import Mark
from core.domain.consoles import LotConsole
from core.domain.invitations import Invitation
from core.domain.journal import Entry, Subject
from core.domain.leases import LeaseBook
from core.domain.lots import Lot
from core.domain.merchants import Merchant
from core.domain.occupancy import Occupancy
from core.domain.payments import Payment
from core.domain.people import Person
from core.domain.permits import PlanChange
from core.domain.photo_views import PhotoView
from core.domain.proposals import Proposal, ProposalState
from core.domain.purging import Scope, Targets
from core.domain.rates.pricing import Pricing
from core.domain.refunds import Refund
from core.domain.secrets import SecretKind
from core.domain.shifts import Shift
from core.domain.signed_codes import KnownKey
from core.domain.stays import Stay, StayState

if TYPE_CHECKING:
    from core.services.tasks import Task


@dataclass(frozen=True, slots=True)
class Credential:
    """A person's PIN or password as an argon2id hash, with the tries that failed in a row.

    ``pin_hash`` is empty where there is none; ``badge`` is the keyed digest of their badge, empty for none.
    """

    person_id: str
    pin_hash: str
    failures: int
    locked_until: datetime
    kind: SecretKind = SecretKind.PIN
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody tried and may not (D3): by which way it came, who it was, what they wanted, why not.

    ``who`` is a person's id, empty where nobody knows: what was typed as a name may be a password.
    """

    source: str
    who: str
    what: str
    cause: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """The vote over one vehicle's pictures and what the lane made of it; ``photo`` is a SHA-256."""

    sighting_id: str
    lane_id: str
    at: datetime
    plate: str
    raw_plate: str
    confidence: float
    frames: int
    photo: str
    action: str
    reason: str
    stay_id: str | None


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version of a rate plan with the instant from which it prices; ``withdrawn_at`` ends that early."""

    plan_id: str
    version: int
    effective_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RateDraft:
    """A rate plan somebody is at work on; its ``document`` may be unfinished, and no plan yet."""

    draft_id: str
    name: str
    document: Mapping[str, Any]
    saved_at: datetime
    saved_by: str


T = TypeVar("T")


class UnitOfWork(Protocol):
    """One transaction of the store."""

    @property
    def now(self) -> datetime:
        """The instant of this transaction, aware, UTC; the same for all it writes."""

    @property
    def console_id(self) -> str:
        """This console."""

    @property
    def lot_id(self) -> str:
        """The lot, as the journal names it."""

    def new_id(self) -> str:
        """A fresh id that sorts by time (UUIDv7)."""

    def record(
        self,
        kind: str,
        payload: Mapping[str, Any],
        *,
        who: str,
        subjects: Sequence[Subject] = (),
        personal: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Append an entry to the journal and fold its subjects again."""

    def add_task(self, kind: str, payload: Mapping[str, Any], *, worth_for: timedelta | None = None) -> str:
        """Add what must follow outside; after ``worth_for`` it is thrown away. Returns the task's id."""

    def renew_task(self, task_id: str) -> str | None:
        """Have a failed task done again; returns its kind, None where it is not one that failed."""

    def waiting_tasks(self, kind: str) -> list[Task]:
        """The tasks of the kind that wait, in the order in which they are due."""

    def note_task(self, task_id: str, cause: str) -> None:
        """Write down how far a task that waits has come: its next try finds it as its ``cause``."""

    def hasten_tasks(self, kind: str) -> None:
        """Have all tasks of the kind that wait tried again now."""

    def settle_refusal(self, refusal_id: str) -> bool:
        """Mark a refused item as seen; False where there is none of that id that was not seen yet."""

    def lot(self) -> Lot:
        """The lot as decided last; Refused ``lot.not_set_up`` where there is none yet."""

    def plan(self, plan_id: str, version: int) -> Pricing:
        """That version of that plan; Refused ``rates.unknown_plan``, PlanError where it is damaged."""

    def plan_in_force(self, at: datetime) -> Pricing:
        """The plan that prices stays that begin at the instant; Refused ``rates.no_plan``."""

    def version_in_force(self, at: datetime) -> tuple[str, int]:
        """Id and version of that plan, even where its document is damaged; Refused ``rates.no_plan``."""

    def plan_changes(self, stay: Stay, until: datetime) -> tuple[PlanChange, ...]:
        """The versions that took the stay over between its entry and the instant."""

    def latest_plan_version(self, plan_id: str) -> int:
        """The highest version of the plan, 0 where there is none."""

    def plan_document(self, plan_id: str, version: int) -> Mapping[str, Any]:
        """That version of that plan as it was published; refusals as of ``plan``."""

    def published_versions(self) -> list[PublishedVersion]:
        """All versions of all plans, in the order in which they take effect."""

    def rate_drafts(self) -> list[RateDraft]:
        """The drafts, the one saved last first."""

    def keep_rate_draft(self, draft: RateDraft) -> None:
        """Keep the draft, in place of the one of that id."""

    def drop_rate_draft(self, draft_id: str) -> None:
        """Forget the draft; nothing happens where there is none."""

    def stay(self, stay_id: str) -> Stay:
        """The stay of that id; Refused ``stay.unknown``."""

    def open_stays_with_plate(self, plate: str) -> list[Stay]:
        """Stays not ended whose plate is exactly this one, newest first."""

    def open_plates(self) -> list[tuple[str, str]]:
        """Id and plate of every stay not ended."""

    def stays_in_state(self, state: StayState, *, leaving: bool | None = None) -> list[Stay]:
        """Stays in that state, oldest first; only those leaving, or not leaving, if told."""

    def occupancy(self) -> Occupancy:
        """How full the lot is."""

    def lease_book(self) -> LeaseBook:
        """Which console holds how many of the lot's spaces."""

    def payment(self, payment_id: str) -> Payment:
        """The payment of that id; Refused ``payment.unknown``."""

    def refund(self, refund_id: str) -> Refund | None:
        """The refund of that id, None where there is none."""

    def merchants(self) -> list[Merchant]:
        """Every merchant that was ever set, by name."""

    def amounts_paid_since(self, since: datetime, *, most: int) -> list[int]:
        """What was paid at or after the instant, newest first, in minor units; at most so many."""

    def next_receipt_number(self) -> int:
        """The number of the next receipt of this console; asked for once, it is used."""

    def console_number(self) -> int:
        """This console's number, 0 as long as it is the only one that ever belonged to the lot."""

    def open_shift(self, drawer: str) -> Shift | None:
        """The shift that takes the money of this console's drawer of that name: a relief first."""

    def open_shift_of(self, person_id: str) -> Shift | None:
        """The shift the person has open on any drawer."""

    def last_closed_shift(self, drawer: str, *, console_id: str = "") -> Shift | None:
        """The main shift that was closed last on the drawer of that name, this console's or that one's."""

    def shift(self, shift_id: str) -> Shift:
        """The shift of that id, on whichever console; Refused ``shift.unknown``."""

    def chain_end(self, console_id: str) -> int:
        """The seq of the last entry held of that console's chain, 0 where there is none."""

    def entries_in_chain(
        self, console_id: str, *, after_seq: int, until_seq: int, kinds: Collection[str]
    ) -> list[Entry]:
        """The entries of these kinds in that stretch of the console's chain, in its order."""

    def people(self) -> list[Person]:
        """Everyone, by name."""

    def person(self, person_id: str) -> Person:
        """The person of that id; Refused ``person.unknown``."""

    def credential(self, person_id: str) -> Credential | None:
        """What the person proves themselves with, None where nothing was ever set."""

    def set_credential(self, credential: Credential) -> None:
        """Keep the hash, the badge and the failed tries."""

    def badge_keys(self) -> list[bytes]:
        """The keys with which the lot's consoles digest badges, the newest first."""

    def add_badge_key(self, key: bytes) -> None:
        """Keep another key to digest badges with; the consoles of the lot give it to each other."""

    def badge_holder(self, digests: Sequence[str]) -> str | None:
        """The id of the person whose badge has one of these digests."""

    def own_note(self, name: str) -> str | None:
        """What this console keeps for itself under the name, None where that is nothing."""

    def keep_own_note(self, name: str, text: str) -> None:
        """Keep it, in place of what was kept before; it survives a restart, and no other console hears it."""

    def note_attempt(self, attempt: Attempt) -> None:
        """Write down, apart from the journal, what somebody tried and may not."""

    def lot_consoles(self) -> list[LotConsole]:
        """Every console that the lot ever had, by its number; those revoked, too."""

    def invitations(self) -> list[Invitation]:
        """Every invitation that is kept, the oldest first; those used or expired, too."""

    def keep_invitation(self, invitation: Invitation) -> None:
        """Keep the invitation, in place of the one of that id; expired ones may be forgotten."""

    def drop_invitation(self, invitation_id: str) -> None:
        """Forget the invitation; nothing happens where there is none."""

    def booked_spaces(self, slots: range) -> set[str]:
        """The spaces that are booked in any of these quarters of an hour since 1970."""

    def known_keys(self) -> list[KnownKey]:
        """The public keys of the lot's consoles, those of revoked ones too."""

    def due_for_purge(self, scope: Scope, before: datetime, *, among: Targets | None = None) -> Targets:
        """What ended before the instant and is to be forgotten; ``among`` asks about these alone."""

    def purgeable_of_plate(self, plate: str) -> Targets:
        """What may be forgotten of this plate, and what is kept."""

    def purgeable_stays(self, stay_ids: Sequence[str]) -> Targets:
        """What may be forgotten of these stays, and what is kept."""

    def note_photo_view(self, view: PhotoView) -> None:
        """Write down that somebody looked at a picture; soon after the last time only a number rises."""

    def chain_heads(self) -> Mapping[str, Mark]:
        """By console id, where each chain of the lot ends here."""

    def is_anchored(self) -> bool:
        """Whether nothing but anchors came since this console's last anchor."""

    def count_entries(self, subject: Subject, kind: str) -> int:
        """How many entries of the kind there are about the subject."""

    def entries_about(self, subject: Subject) -> list[Entry]:
        """All entries about the subject, in the order in which they are folded."""

    def latest_about(self, subject: Subject, *, most: int) -> list[Entry]:
        """The last entries about the subject, the last one first; for what is written about for years."""

    def proposals(self, state: ProposalState) -> list[Proposal]:
        """Changes that consoles proposed, those in that state, the oldest first."""

    def proposal(self, proposal_id: str) -> Proposal:
        """The proposal of that id; Refused ``reference.unknown_proposal``."""

    def clock_is_behind(self) -> bool:
        """Whether the clock stands before the journal's last entry and nobody settled that."""

    def settle_clock(self) -> None:
        """Accept the clock as it is now."""


class Transactions(Protocol):
    """Where services are run: each write is one transaction, committed when it returns."""

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run the work on the writer thread and wait for its commit."""

    def read(self, query: Callable[[UnitOfWork], T]) -> T:
        """Run a query on this thread; nothing it writes is kept."""
