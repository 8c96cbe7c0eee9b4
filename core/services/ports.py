"""What the core asks of the outside: the Protocols that devices, gateways, reports and the store fill.

Rules for all of them: no call blocks longer than its stated limit; a failure is a ``DeviceError``;
callbacks come on a thread of the device and must return at once; ``None`` and ``UNKNOWN`` mean "not
measured", never "fine". ``*_ns`` are readings of the system-wide monotonic clock in nanoseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, runtime_checkable

from core.domain.reads import Read


class Clock(Protocol):
    """The time at this console."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def monotonic_ns(self) -> int:
        """Nanoseconds that never go back, the same in all processes of this machine."""


class Health(StrEnum):
    """How a device is."""

    STARTING = "starting"
    OK = "ok"
    STALE = "stale"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """A device's health, since when, and the reason code of its trouble (``camera.no_answer``)."""

    health: Health
    since_ns: int
    cause: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One live value of a device: a name code (``camera.frames_per_second``) and what it is just now.

    ``value`` None is not measured. A text value is a code too where it has words (``printer.paper_low``).
    """

    name: str
    value: bool | int | float | str | None


@runtime_checkable
class Measures(Protocol):
    """A device that tells more of itself than its status."""

    def measures(self) -> tuple[Measure, ...]:
        """What it measures now, always the same names in the same order; cheap: nothing is asked for it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A small picture ready for the screen: BGRA, 8 bit, row-major, ``width × height × 4`` bytes."""

    sequence: int
    captured_ns: int
    width: int
    height: int
    bgra: bytes


@dataclass(frozen=True, slots=True)
class Still:
    """One picture to keep: JPEG in full size and a JPEG thumbnail of 320 px width."""

    sequence: int
    captured_ns: int
    width: int
    height: int
    jpeg: bytes
    thumbnail: bytes


class Camera(Protocol):
    """A lane's camera: its capture runs in a child process that may die and come back."""

    def start(self) -> None:
        """Start capturing; returns at once. Failures show in ``status``."""

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""

    def preview(self) -> Preview | None:
        """The newest small picture, or None as long as there was none. Cheap: for the screen's timer."""

    def still(self) -> Still | None:
        """The newest picture encoded, or None; for use where no recogniser answers. Under 50 ms."""

    def still_at(self, at_ns: int) -> Still | None:
        """The picture of the last seconds that was captured nearest to the instant, or None. Under 50 ms.

        None too where the nearest is more than a second away from it.
        """

    def status(self) -> DeviceStatus:
        """OK while the newest picture is younger than 1 s; STALE, then FAILED with a cause, otherwise."""


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """The recogniser's answer to one request: the plates in the newest picture of that camera.

    ``still`` is the very picture that was read. ``cause`` is a reason code where no picture could be
    read (``camera.no_picture``, ``recogniser.restarted``); then ``reads`` is empty. A ``token`` below zero
    belongs to a person who adjusts the camera, never to a lane. ``has_voted`` says that a camera which
    reads by itself chose the read from several pictures.
    """

    token: int
    camera_id: str
    sequence: int
    captured_ns: int
    reads: tuple[Read, ...]
    still: Still | None
    cause: str
    elapsed_ms: float
    has_voted: bool = False


class Recogniser(Protocol):
    """Reads plates in a process of its own, for all cameras of the console.

    Every request is answered exactly once, through the callback given at ``start``; where the process
    died or took longer than 5 s, with a cause.
    """

    def start(self, on_answer: Callable[[ReadAnswer], None]) -> None:
        """Start the process; answers come on the recogniser's own thread."""

    def request(self, camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:
        """Ask for the newest picture of the camera to be read, one newer than the sequence if given.

        Returns at once.
        """

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """STARTING while the models load, then OK; FAILED while a dead process is being replaced."""


class Boom(StrEnum):
    """Where the boom is, as its contacts say."""

    UP = "up"
    DOWN = "down"
    MOVING = "moving"
    UNKNOWN = "unknown"


class Barrier(Protocol):
    """A lane's barrier: it can only be asked to open; closing and safety belong to its own hardware."""

    def start(self) -> None:
        """Connect in the background; returns at once."""

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse the opening contact once; returns when the board acknowledged, within 1 s.

        The same command id pulses once. Raises DeviceError: ``barrier.too_late`` when the deadline has
        passed before anything was sent, ``barrier.no_answer`` (with ``unknown`` set where the board may
        have acted), ``barrier.refused``.
        """

    def boom(self) -> Boom:
        """Where the boom is now; UNKNOWN where no contact is wired or no answer is younger than 2 s."""

    def stop(self) -> None:
        """Let go of the device within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """How the connection is."""


@runtime_checkable
class HoldsOpen(Protocol):
    """A barrier that can be held open, until a person lets it go; closing then is its own hardware's."""

    def hold_open(self, command_id: str, *, deadline_ns: int) -> None:
        """Keep the holding contact closed; returns and raises as ``open`` does.

        DeviceError ``barrier.cannot_hold`` where it is not wired for that.
        """

    def let_go(self, command_id: str, *, deadline_ns: int) -> None:
        """Open the holding contact again, as often as asked; returns and raises as ``open`` does."""

    def is_held(self) -> bool | None:
        """Whether the holding contact is closed, as the board says; None where that is not known.

        A board that lost its power comes back with the contact open: nothing closes it again by itself.
        """

    def leave_held(self) -> None:
        """Said before ``start``: a person had it held open, so nothing is switched off at start or stop."""


class LoopRole(StrEnum):
    """Where a loop lies: ARMING before the boom, CLOSING behind it."""

    ARMING = "arming"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class LoopEdge:
    """A loop became occupied or free."""

    role: LoopRole
    occupied: bool
    at_ns: int


class Loops(Protocol):
    """A lane's vehicle loops, debounced."""

    def start(self, on_edge: Callable[[LoopEdge], None]) -> None:
        """Begin to watch; edges come on a thread of the device. A loop occupied at start gives an edge."""

    def occupied(self, role: LoopRole) -> bool | None:
        """Whether a vehicle stands on the loop; None where that is not known."""

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """How the connection is."""


class ReceiptPrinter(Protocol):
    """Takes finished ESC/POS bytes; a printer of the system's takes a page as PNG instead."""

    def start(self) -> None:
        """Begin to look after the printer; returns at once."""

    def print(self, escpos: bytes) -> None:
        """Hand over one receipt, within 10 s, or what a slow serial line needs for its bytes.

        Raises DeviceError, ``unknown`` set where some was sent and nobody knows whether it came out.
        """

    def kick_drawer(self, command_id: str) -> None:
        """Pulse the drawer's contact once per command id, within 5 s.

        Raises DeviceError, ``printer.no_drawer`` where none hangs on it; ``unknown`` as for ``print``.
        """

    def stop(self) -> None:
        """Let go of the printer within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """Paper, cover, connection, asked for in the background; UNKNOWN where the printer cannot tell."""


@dataclass(frozen=True, slots=True)
class SignText:
    """What a driver reads: up to 8 lines, 160 characters in all; ``seconds`` 0 stays until the next."""

    lines: tuple[str, ...]
    seconds: float = 0.0


class Sign(Protocol):
    """A driver display at a lane (E18)."""

    def start(self) -> None:
        """Connect in the background; returns at once."""

    def show(self, text: SignText) -> None:
        """Show this from now on; returns at once, the newest wins, and is shown again after a loss."""

    def stop(self) -> None:
        """Let go within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """How the connection is; UNKNOWN where a sign never answers."""


class CodeReader(Protocol):
    """A barcode, QR or badge reader."""

    def start(self, on_code: Callable[[str], None]) -> None:
        """Begin to listen; codes come on a thread of the device, each once, cleaned of control characters."""

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """How the connection is."""


@dataclass(frozen=True, slots=True)
class Power:
    """What feeds this machine; None is not measured."""

    on_battery: bool | None = None
    charge_percent: int | None = None
    runtime_s: int | None = None
    is_low: bool = False


class PowerSupply(Protocol):
    """An uninterruptible power supply (H7)."""

    def start(self, on_change: Callable[[Power], None]) -> None:
        """Begin to watch; changes come on a thread of the device."""

    def power(self) -> Power:
        """As last heard, all None where that is older than 30 s."""

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""

    def status(self) -> DeviceStatus:
        """How the connection to whoever watches the supply is."""


@dataclass(frozen=True, slots=True)
class LaneDevices:
    """What is wired to one lane; ``rear_camera`` is its second one, which sees vehicles from behind."""

    camera: Camera
    barrier: Barrier
    loops: Loops
    rear_camera: Camera | None = None
    sign: Sign | None = None
    reader: CodeReader | None = None
