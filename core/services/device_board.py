"""Watches every device of this console: one look twice a second, kept as views, its troubles written down."""

from __future__ import annotations

import logging
import re
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from core.domain.errors import BadInput, DeviceError, OperatorError, StoreError
from core.domain.people import Actor
from core.services.device_journal import last_trouble, note_tested, write_failed, write_recovered
from core.services.device_record import DeviceRecord, Failed, Note
from core.services.device_views import DeviceKind, DeviceTest, DeviceView
from core.services.ports import Clock, DeviceStatus, Health, Measure
from core.services.unit_of_work import Transactions, UnitOfWork

log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 0.5
JOIN_SECONDS: Final = 3.0
MOST_UNWRITTEN: Final = 200
_LOGIN: Final = re.compile(r"//[^/\s]*@")


def _nothing_measured() -> tuple[Measure, ...]:
    return ()


def _no_faults() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class WatchedDevice:
    """A device as the board asks it; ``wiring`` is the print of its configuration, without any secret."""

    device_id: str
    kind: DeviceKind
    lane_id: str
    make: str
    where: str
    status: Callable[[], DeviceStatus]
    measures: Callable[[], tuple[Measure, ...]] = _nothing_measured
    faults: Callable[[], tuple[str, ...]] = _no_faults
    tests: tuple[DeviceTest, ...] = ()
    wiring: str = ""


class DeviceBoard:
    """``devices`` names what there is at the moment; what is gone is forgotten, but for its journal."""

    def __init__(
        self, devices: Callable[[], Sequence[WatchedDevice]], store: Transactions, clock: Clock
    ) -> None:
        self._devices = devices
        self._store = store
        self._clock = clock
        self._records: dict[str, DeviceRecord] = {}
        self._views: tuple[DeviceView, ...] = ()
        self._unwritten: deque[Callable[[UnitOfWork], None]] = deque(maxlen=MOST_UNWRITTEN)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def views(self) -> tuple[DeviceView, ...]:
        """All devices as they were half a second ago at most, lane by lane; cheap, from any thread."""
        return self._views

    def view(self, device_id: str) -> DeviceView | None:
        """The device of that id, None where there is none."""
        return next((each for each in self._views if each.device_id == device_id), None)

    def start(self) -> None:
        """Begin to watch; returns at once."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="device-board", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within 3 s; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def tested(self, *, actor: Actor, device_id: str, test: DeviceTest, worked: bool) -> None:
        """Write down that the actor tried the device, and whether it did what it should.

        BadInput ``device.unknown`` where there is none of that id by now. Not on the screen's thread.
        """
        device = next((each for each in self._devices() if each.device_id == device_id), None)
        if device is None:
            raise BadInput("device.unknown", device=device_id)
        self._store.write(
            partial(
                note_tested,
                actor=actor,
                device_id=device_id,
                test=test.value,
                wiring=device.wiring,
                worked=worked,
            )
        )

    def look(self) -> None:
        """Ask every device how it is, once; the board's thread does so by itself."""
        devices = self._devices()
        self._views = tuple(self._view_of(device) for device in devices)
        gone = self._records.keys() - {device.device_id for device in devices}
        for device_id in gone:
            del self._records[device_id]
        self._write()

    def _view_of(self, device: WatchedDevice) -> DeviceView:
        record = self._record(device.device_id)
        try:
            status = device.status()
        except DeviceError as error:
            status = DeviceStatus(Health.FAILED, self._clock.monotonic_ns(), error.cause, error.detail)
        # What a library says of an address goes to screens, journal and other consoles: without its login.
        status = replace(status, detail=_LOGIN.sub("//", status.detail))
        now, faults = self._clock.now(), device.faults()
        note = record.look(status, faults, now, self._clock.monotonic_ns())
        if note is not None:
            self._unwritten.append(partial(_write_note, device_id=device.device_id, note=note))
        return DeviceView(
            device_id=device.device_id,
            kind=device.kind,
            lane_id=device.lane_id,
            make=device.make,
            where=device.where,
            status=status,
            since=record.since or now,
            last_trouble=record.trouble,
            is_amber=record.is_amber(now),
            faults=faults,
            measures=device.measures(),
            tests=device.tests,
        )

    def _record(self, device_id: str) -> DeviceRecord:
        if device_id not in self._records:
            last = self._store.read(lambda unit: last_trouble(unit, device_id))
            self._records[device_id] = DeviceRecord(last)
        return self._records[device_id]

    def _write(self) -> None:
        """In order; what the store does not take now waits, as many as fit."""
        while self._unwritten:
            self._store.write(self._unwritten[0])
            self._unwritten.popleft()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.look()
            except StoreError as error:
                log.warning("how devices are could not be written down: %s", error)
            except Exception:
                # The thread's top: what is wrong with one look must not keep the next from being taken.
                log.exception("the devices could not be looked at")
            self._stopping.wait(EVERY_SECONDS)


def _write_note(unit: UnitOfWork, *, device_id: str, note: Note) -> None:
    try:
        unit.lot()
    except OperatorError:
        # A console that may still join a lot begins no journal of its own.
        return
    if isinstance(note, Failed):
        write_failed(unit, device_id=device_id, cause=note.cause, detail=note.detail)
    else:
        write_recovered(
            unit,
            device_id=device_id,
            cause=note.cause,
            lasted_ms=note.lasted_ms,
            meanwhile=note.meanwhile,
        )
