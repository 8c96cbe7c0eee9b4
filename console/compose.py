"""Builds the program: chooses the real things and hands them to those who need them. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from console.camera_views import views_of
from console.compose_audit import Audit
from console.compose_copies import PhotoCopies, build_copies, build_photo_copies
from console.compose_sharing import SharedConsole
from console.drawer import drawer_handler
from console.driver_side import DriverSide
from console.lane_arrival import LaneArrival
from console.life_signs import LifeSigns
from console.membership import Membership
from console.paying.accounts import KINDS
from console.paying.gateways import gateway_kinds
from console.paying.noticing import Noticing
from console.paying.paying import Paying
from console.power_watch import PowerWatch
from console.readers import reader_of, votes_of, with_cameras_that_read
from console.receipts import ReceiptMaker
from console.report_keeper import ReportKeeper
from console.rewiring import Rewiring
from console.runtime.clock import SystemClock
from console.runtime.second_look import SecondLook
from console.shared_side import NothingShared, SharedSide
from console.slips import SlipMaker
from console.trial_reads import TrialReads
from console.watched_devices import watched_devices
from console.wiring import SimulatorAccess, Wiring
from console.wiring.loops import loop_settings
from console.wiring.power import build_supply
from console.wiring.printer_profiles import load_profile
from console.wiring.printers import build_printer
from core.config import Config, load_config
from core.domain.errors import OperatorError, StoreError
from core.domain.lots import Lot
from core.services.device_board import DeviceBoard
from core.services.hand_out_slip import SLIP_TASK
from core.services.keep_photos import PhotoKeeper
from core.services.lane_cameras import lane_of_camera
from core.services.lane_view import LaneView
from core.services.open_drawer import DRAWER_TASK
from core.services.ports import Clock, DeviceStatus, ReadAnswer, ReceiptPrinter, Recogniser
from core.services.print_receipt import RECEIPT_TASK
from core.services.resume_lot import resume_lot
from core.services.run_lane import LaneRunner
from core.services.sign_on import PinHasher
from core.services.signing import Signer, Trust
from core.services.tasks import FORGET_PHOTOS, gate_task_kind, hold_task_kind
from core.store.folder import DataFolder, Reserve
from core.store.keep_labels import LabelKeeper
from core.store.labels import LabelFolder
from core.store.membership import StoreMembership
from core.store.photos import PhotoStore
from core.store.queries.open_plates import OpenPlateIndex
from core.store.store import Committed, Store
from core.store.tasks import TaskRunner
from core.sync.hourly_copies import HourlyCopies
from core.sync.hub_knock import knock
from core.sync.identity import load_identity, verify
from core.sync.own_address import own_address
from devices.cameras.run_folder import RunFolder
from devices.recognition.process import RecogniserProcess
from migrations.history import upgrade_file


@dataclass(slots=True)
class Listeners:
    """Who is told what happens; each is called on the thread it happens on and must return at once."""

    lane: Callable[[LaneView], None] = lambda _view: None
    commit: Callable[[Committed], None] = lambda _committed: None
    receipt: Callable[[Path], None] = lambda _path: None
    trouble: Callable[[str], None] = lambda _code: None
    # What was held to the booth's own code reader.
    code: Callable[[str], None] = lambda _code: None


@dataclass(slots=True)
class Console:
    """One console at work: its store, its lanes, its tasks. Windows are put on top of it elsewhere."""

    folder: DataFolder
    config: Config
    clock: Clock
    store: Store
    photos: PhotoStore
    labels: LabelFolder
    label_keeper: LabelKeeper
    plates: OpenPlateIndex
    printer: ReceiptPrinter | None
    receipts: ReceiptMaker
    slips: SlipMaker
    hasher: PinHasher
    reserve: Reserve
    listeners: Listeners
    wiring: Wiring
    trust: Trust
    copies: HourlyCopies
    photo_copies: PhotoCopies
    paying: Paying
    recogniser_kind: str = ""
    lanes: dict[str, LaneRunner] = field(default_factory=dict)
    recogniser: RecogniserProcess | None = None
    # The process, with the cameras that read by themselves: what the lanes ask.
    readers: Recogniser | None = None
    trials: TrialReads = field(default_factory=TrialReads)
    tasks: TaskRunner | None = None
    sharing: SharedSide = field(default_factory=NothingShared)
    reporter: ReportKeeper | None = None
    membership: Membership = field(init=False)
    devices: DeviceBoard = field(init=False)
    drivers: DriverSide = field(init=False)
    noticing: Noticing = field(init=False)
    power: PowerWatch = field(init=False)
    rewiring: Rewiring = field(init=False)
    audit: Audit = field(init=False)
    shared: SharedConsole | None = None
    _arrival: LaneArrival | None = None
    _photo_keeper: PhotoKeeper | None = None
    _run_folder: RunFolder | None = None

    def __post_init__(self) -> None:
        self.membership = Membership(
            self,
            knock=knock,
            home=StoreMembership(self.store),
            address=lambda: own_address(self.config.shared.hub_host, self.config.shared.hub_port),
            begin=self.share_anew,
            follow=self._follow_the_hub,
        )
        self.rewiring = Rewiring(self)
        self.drivers = DriverSide(self)
        self.noticing = Noticing(self.config.notices, lambda: self.config.pays, self.store, self.clock)
        signs = LifeSigns(self.folder.path / "life.json")
        self.power = PowerWatch(self.store, self.clock, signs, self.copies.pause)
        self.audit = Audit(self)
        self.devices = DeviceBoard(lambda: watched_devices(self), self.store, self.clock)

    def start(self) -> None:
        """Run tasks and, once the lot is set up, its lanes."""
        self.store.listen(self.listeners.commit)
        self.store.listen(SecondLook(self.lanes).on_commit)
        self.store.listen(self.drivers.on_commit)
        self.power.start()
        self.noticing.start()
        self.store.listen(lambda _committed: self.photo_copies.nudge())
        self.label_keeper.start()
        self.copies.start()
        self.photo_copies.start()
        self._arrival = LaneArrival(self)
        self.shared = SharedConsole(self)
        self.shared.begin()
        self.reporter = ReportKeeper(self)
        self.reporter.start()
        if not self.reserve.make():
            self.listeners.trouble("store.disk_nearly_full")
        if self.printer is not None:
            self.printer.start()
        lot = self.read_lot()
        if lot is not None:
            self.start_lanes(lot)
        else:
            self._start_tasks()
        self.paying.start()
        self.devices.start()
        self.audit.start()

    def start_lanes(self, lot: Lot) -> None:
        """Start the lanes the lot has and this machine is wired to; replaces those that run.

        Tasks are done again whatever becomes of the lanes: receipts do not wait for a camera.
        """
        self.stop_lanes()
        self.wiring.renew(self.config.mqtt)
        self.rewire_power()
        # Whoever was under the gate when the lanes stopped, now or in another life, is asked about.
        own_lanes = {lane.id for lane in self.config.lanes}
        self.store.write(partial(resume_lot, lane_ids=own_lanes))
        self._photo_keeper = PhotoKeeper(self.photos.keep, self.listeners.trouble)
        try:
            self._build_lanes(lot, self._photo_keeper)
        finally:
            self._start_tasks()
        if self.readers is not None:
            self.readers.start(self._on_answer)
        for runner in self.lanes.values():
            runner.start()
        self.drivers.start()

    def _build_lanes(self, lot: Lot, photos: PhotoKeeper) -> None:
        wired = {lane.id: lane for lane in self.config.lanes}
        self._run_folder = RunFolder()
        run_folder = self._run_folder.path
        devices = {
            lane.lane_id: self.wiring.devices(lane, wired[lane.lane_id], run_folder)
            for lane in lot.lanes
            if lane.lane_id in wired
        }
        self.recogniser = RecogniserProcess(
            {camera.camera_id: camera.ring_path for cameras, _ in devices.values() for camera in cameras},
            reader=self.recogniser_kind or reader_of(self.config, self.folder.path),
            threads=self.config.recogniser.threads,
            views=views_of(self.config),
            formats=self.config.plates.formats,
            formats_named_in=self.folder.config,
        )
        every_camera = {camera.camera_id: camera for cameras, _ in devices.values() for camera in cameras}
        self.readers = with_cameras_that_read(
            self.recogniser, self.config, every_camera, self.wiring.far_sides
        )
        for lane in lot.lanes:
            if lane.lane_id in devices:
                self.lanes[lane.lane_id] = LaneRunner(
                    lane=lane,
                    devices=devices[lane.lane_id][1],
                    recogniser=self.readers,
                    store=self.store,
                    photos=photos,
                    clock=self.clock,
                    changed=self.drivers.on_lane,
                    votes=votes_of(wired[lane.lane_id]),
                    outside=self.shared,
                    loops=loop_settings(wired[lane.lane_id].loops),
                )

    def change_formats(self, formats: tuple[str, ...]) -> None:
        """Read with these plate formats from now on; DeviceError where the reader cannot be told now."""
        self.config = replace(self.config, plates=replace(self.config.plates, formats=formats))
        if self.recogniser is not None:
            self.recogniser.set_formats(formats)

    def stop_lanes(self) -> None:
        """Stop lanes, recogniser and tasks, in the order in which nothing is lost."""
        self.drivers.stop()
        for runner in self.lanes.values():
            runner.stop()
        if self.readers is not None:
            self.readers.stop()
            self.readers = self.recogniser = None
        if self.tasks is not None:
            self.tasks.stop()
            self.tasks = None
        if self._photo_keeper is not None:
            self._photo_keeper.stop()
            self._photo_keeper = None
        self.lanes.clear()
        if self._run_folder is not None:
            self._run_folder.remove()
            self._run_folder = None

    def stop(self) -> None:
        """Stop everything and let go of the data folder."""
        self.audit.stop()
        self.noticing.stop()
        self.devices.stop()
        if self.reporter is not None:
            self.reporter.stop()
        if self.shared is not None:
            self.shared.end()
        if self._arrival is not None:
            self._arrival.stop()
        self.stop_lanes()
        self.paying.stop()
        if self.printer is not None:
            self.printer.stop()
        self.power.stop()
        self.copies.stop()
        self.photo_copies.stop()
        self.label_keeper.stop()
        self.wiring.close()
        self.store.close()
        self.folder.release()

    def rewire_printer(self) -> None:
        """Print on the printer of the configuration as it is now; the receipts that wait go there.

        ConfigError for its profile, with nothing changed.
        """
        profile = load_profile(self.config.printer.profile, self.folder.config)
        if self.printer is not None:
            self.printer.stop()
        self.printer = build_printer(self.config.printer, self.folder.receipts / "printed", profile)
        for papers in (self.receipts, self.slips):
            papers.use(self.printer, width_dots=self.config.printer.width_dots, profile=profile)
        if self.printer is not None:
            self.printer.start()

    def rewire_payments(self) -> None:
        """Take money by the accounts of the configuration as it is now; not on the screen's thread."""
        self.paying.rewire(self.config.pays)

    def rewire_power(self) -> None:
        """Ask the power supply of the configuration as it is now."""
        self.power.follow(build_supply(self.config.power))

    def read_lot(self) -> Lot | None:
        """The lot, None before the first run."""
        try:
            return self.store.read(lambda unit: unit.lot())
        except OperatorError:
            return None

    def device_status(self) -> dict[str, dict[str, DeviceStatus]]:
        """How the devices of each lane are, by kind."""
        return {lane_id: runner.device_status() for lane_id, runner in self.lanes.items()}

    def share_anew(self) -> None:
        """Share over what is configured now; takes seconds, so not on the screen's thread."""
        self.audit.follow_configuration()
        if self.shared is not None:
            self.shared.begin()

    def _follow_the_hub(self) -> None:
        """Share anew where the lot has another hub now."""
        if self.shared is not None:
            self.shared.begin_where_changed()

    def _start_tasks(self) -> None:
        handlers = {gate_task_kind(lane_id): runner.gate_handler() for lane_id, runner in self.lanes.items()}
        handlers |= {hold_task_kind(lane_id): runner.hold_handler() for lane_id, runner in self.lanes.items()}
        handlers[RECEIPT_TASK] = self.receipts.handler()
        handlers[SLIP_TASK] = self.slips.handler()
        handlers[FORGET_PHOTOS] = self.audit.photo_handler()
        handlers[DRAWER_TASK] = drawer_handler(lambda: self.printer)
        self.tasks = TaskRunner(self.store, handlers, self.clock)
        self.tasks.start()

    def _on_answer(self, answer: ReadAnswer) -> None:
        if self.trials.take(answer):
            return
        runner = self.lanes.get(lane_of_camera(answer.camera_id))
        if runner is not None:
            runner.on_answer(answer)


def compose(
    folder: DataFolder,
    *,
    clock: Clock | None = None,
    listeners: Listeners | None = None,
    simulator: SimulatorAccess | None = None,
    recogniser_kind: str = "",
) -> Console:
    """The console of a data folder: takes the folder, upgrades the database, starts nothing yet.

    Raises ConfigError for the configuration file, StoreError for folder and database.
    """
    folder.hold()
    try:
        config = load_config(folder.config)
        profile = load_profile(config.printer.profile, folder.config)
        upgrade_file(folder.database, folder.backups)
        reserve = Reserve(folder.path / "reserve.bin")
        chosen_clock = clock or SystemClock()
        told = listeners or Listeners()
        store = Store.open(folder.database, clock=chosen_clock, reserve=reserve)
    except BaseException:
        folder.release()
        raise
    trust = Trust(verify, _own_key(folder, told))
    photos = PhotoStore(folder.photos)
    labels = LabelFolder(folder.labels, photos)
    printer = build_printer(config.printer, folder.receipts / "printed", profile)
    return Console(
        folder=folder,
        config=config,
        clock=chosen_clock,
        store=store,
        photos=photos,
        labels=labels,
        label_keeper=LabelKeeper(
            store, labels, chosen_clock, learn=config.plates.learn, days=config.plates.learn_days
        ),
        plates=OpenPlateIndex(store),
        printer=printer,
        receipts=ReceiptMaker(
            store,
            folder.receipts,
            printer,
            width_dots=config.printer.width_dots,
            profile=profile,
            made=told.receipt,
            signer=trust.own,
        ),
        slips=SlipMaker(
            store,
            folder.receipts / "shifts",
            printer,
            width_dots=config.printer.width_dots,
            profile=profile,
            signer=trust.own,
        ),
        hasher=PinHasher(),
        reserve=reserve,
        listeners=told,
        wiring=Wiring(chosen_clock, simulator),
        trust=trust,
        copies=build_copies(folder, config, store, chosen_clock),
        photo_copies=build_photo_copies(folder, config, store, photos, chosen_clock),
        paying=Paying(
            config.pays,
            store=store,
            clock=chosen_clock,
            kinds={**KINDS, **gateway_kinds(config.notices, chosen_clock)},
        ),
        recogniser_kind=recogniser_kind,
    )


def _own_key(folder: DataFolder, listeners: Listeners) -> Signer | None:
    """This console's key; without one its receipts are no permits, and everything else goes on."""
    try:
        return load_identity(folder.path)
    except StoreError as error:
        listeners.trouble(error.cause)
        return None
