"""The machine facts as values: each field with its type, its default and its limits.

A field without a default must be given. ``NEEDS`` names, for each kind of device, the fields that such
a device cannot do without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from core.config.drawn import Shape, Shapes
from core.config.format_names import FormatNames
from core.config.limits import Between, Name, Text
from core.domain.camera_views import CameraView, Polygon

FORMAT = 1
MAX_LANES = 16
MAX_PAYS = 16

Host = Annotated[str, Text(255)]
Port = Annotated[int, Between(1, 65_535)]
DeviceId = Annotated[int, Between(0, 255)]
Input = Annotated[int, Between(0, 31)]
Secret = Annotated[str, Text(200)]
Topic = Annotated[str, Text(200)]
SerialPath = Annotated[str, Text(1000)]
Baud = Annotated[int, Between(300, 921_600)]
Parity = Literal["N", "E", "O"]
MqttLayout = Literal["lotkeeper", "tasmota"]


@dataclass(frozen=True, slots=True)
class ConsoleConfig:
    """The console itself; ``drawer`` is the cash drawer that its shifts are opened on."""

    name: Annotated[str, Text(60, shortest=1)] = "Booth"
    language: Literal["en", "zh_TW"] = "en"
    theme: Literal["light", "dark", "contrast"] = "light"
    text_scale: Annotated[float, Between(1.0, 2.0)] = 1.0
    drawer: Annotated[str, Text(40, shortest=1)] = "drawer-1"
    sounds: bool = True


@dataclass(frozen=True, slots=True)
class RecogniserConfig:
    """The plate recogniser's process; ``reader`` is ``own``, ``onnx:PATH`` or ``process:COMMAND``."""

    threads: Annotated[int, Between(1, 16)] = 1
    reader: Annotated[str, Text(1000, shortest=1)] = "own"


@dataclass(frozen=True, slots=True)
class ListenerConfig:
    """Where cameras that read by themselves send their reads; no ``host`` is every address of this machine.

    Nobody is heard without the ``secret``; ``env:NAME`` stands for the environment variable of that name.
    A vehicle's read is waited for ``wait_ms``.
    """

    host: Host = ""
    port: Port = 8470
    secret: Annotated[str, Text(200)] = field(default="", repr=False)
    wait_ms: Annotated[int, Between(500, 5000, step=100)] = 3000


@dataclass(frozen=True, slots=True)
class PlatesConfig:
    """How plates are read at this site.

    ``formats`` names documents of ``resources/plates`` or files of its own, each perhaps with its share of
    the cars (``"cn:0.05"``); none stands for plates of anywhere. ``learn`` keeps photos of labelled plates
    for ``learn_days``, so that reading can be judged and trained.
    """

    formats: Annotated[tuple[str, ...], FormatNames()] = ()
    learn: bool = False
    learn_days: Annotated[int, Between(1, 3650)] = 90


@dataclass(frozen=True, slots=True)
class CameraConfig:
    """Where pictures come from; ``address`` is a URL or a path, ``fps`` 0 stands for the source's own.

    An ``onvif`` camera has that of its device service, its stream the ``profile`` (empty: the first).
    Only what lies in ``region`` (empty: the whole picture) and under none of the ``masks`` is read. A camera
    that ``reads`` itself sends its reads to the listener, under its own ``key`` if it has one, or to the
    ``topic`` of the MQTT broker.
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "rtsp": ("address",),
        "onvif": ("address",),
        "mjpeg": ("address",),
        "usb": ("address",),
        "video": ("address",),
        "folder": ("address",),
    }

    kind: Literal["rtsp", "onvif", "mjpeg", "usb", "video", "folder", "simulator"]
    address: Annotated[str, Text(1000)] = field(default="", repr=False)
    fps: Annotated[float, Between(0, 60)] = 10.0
    profile: Annotated[str, Text(200)] = ""
    reads: Literal["console", "itself"] = "console"
    key: Secret = field(default="", repr=False)
    topic: Topic = ""
    region: Annotated[Polygon, Shape()] = ()
    masks: Annotated[tuple[Polygon, ...], Shapes()] = ()

    @property
    def view(self) -> CameraView:
        """What of its picture is read."""
        return CameraView(self.region, self.masks)


@dataclass(frozen=True, slots=True)
class BarrierConfig:
    """How the boom is asked to open; inputs and relays are counted from 0, None is not wired.

    ``port`` None is the usual one of its kind, ``path`` a serial device, best by its id. ``layout`` is how
    what speaks over the broker does so under its ``topic``. ``pulse`` says who
    times it: the board (safe when the cable breaks) or this host. ``hold_relay`` is the relay that keeps the
    gate open; None is the opening one, kept closed. ``user`` and ``secret`` may act; ``read_user`` and
    ``read_secret``, where given, are used for all that only asks (U5).
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "modbus_tcp": ("host",),
        "modbus_rtu": ("path",),
        "serial_relay": ("path",),
        "shelly": ("host",),
        "tasmota": ("host",),
        "mqtt": ("topic",),
        "onvif": ("address",),
    }

    kind: Literal[
        "modbus_tcp",
        "modbus_rtu",
        "serial_relay",
        "shelly",
        "tasmota",
        "mqtt",
        "onvif",
        "simulator",
        "memory",
    ]
    host: Host = ""
    port: Port | None = None
    path: SerialPath = ""
    baud: Baud = 9600
    parity: Parity = "N"
    address: Annotated[str, Text(1000)] = field(default="", repr=False)
    topic: Topic = ""
    layout: MqttLayout = "lotkeeper"
    token: Annotated[str, Text(200)] = ""
    user: Annotated[str, Text(200)] = ""
    secret: Secret = field(default="", repr=False)
    read_user: Annotated[str, Text(200)] = ""
    read_secret: Secret = field(default="", repr=False)
    device_id: DeviceId = 1
    relay: Annotated[int, Between(0, 255)] = 0
    hold_relay: Annotated[int, Between(0, 255)] | None = None
    boom_up_input: Input | None = None
    boom_down_input: Input | None = None
    pulse_ms: Annotated[int, Between(100, 5000, step=100)] = 500
    pulse: Literal["board", "host"] = "board"


@dataclass(frozen=True, slots=True)
class LoopsConfig:
    """The lane's vehicle loops; inputs are counted from 0, None is not wired; the rest as of a barrier."""

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "modbus_tcp": ("host", "arming_input"),
        "modbus_rtu": ("path", "arming_input"),
        "shelly": ("host", "arming_input"),
        "tasmota": ("host", "arming_input"),
        "mqtt": ("topic", "arming_input"),
        "onvif": ("address", "arming_input"),
    }

    kind: Literal["modbus_tcp", "modbus_rtu", "shelly", "tasmota", "mqtt", "onvif", "simulator", "memory"]
    host: Host = ""
    port: Port | None = None
    path: SerialPath = ""
    baud: Baud = 9600
    parity: Parity = "N"
    address: Annotated[str, Text(1000)] = field(default="", repr=False)
    topic: Topic = ""
    layout: MqttLayout = "lotkeeper"
    user: Annotated[str, Text(200)] = ""
    secret: Secret = field(default="", repr=False)
    device_id: DeviceId = 1
    arming_input: Input | None = None
    closing_input: Input | None = None
    debounce_ms: Annotated[int, Between(0, 1000)] = 40
    stuck_after_s: Annotated[int, Between(30, 7200)] = 600
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class SignConfig:
    """The driver display of a lane: on a serial line, or one that takes texts over HTTP.

    ``encoding`` is that of a display on a serial line; one that knows no Chinese is written in English.
    ``address`` may be ``env:NAME`` where it holds a password.
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {"serial": ("path",), "http": ("address",)}

    kind: Literal["serial", "http", "simulator"]
    path: SerialPath = ""
    baud: Baud = 9600
    address: Annotated[str, Text(1000)] = field(default="", repr=False)
    columns: Annotated[int, Between(8, 80)] = 20
    rows: Annotated[int, Between(1, 8)] = 2
    encoding: Literal["ascii", "cp437", "big5", "gb18030"] = "ascii"


@dataclass(frozen=True, slots=True)
class CodeReaderConfig:
    """A barcode, QR or badge reader on a serial line; one that types like a keyboard needs no entry here."""

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {"serial": ("path",)}

    kind: Literal["serial", "simulator"]
    path: SerialPath = ""
    baud: Baud = 9600


@dataclass(frozen=True, slots=True)
class LaneConfig:
    """What is wired to a lane of the lot, and how sure its reads must be (E3, E4).

    ``rear_camera`` is a second camera that sees the vehicles from behind (E19), ``sign`` what drivers read,
    ``reader`` what they hold receipts and badges to.
    """

    id: Annotated[str, Name()]
    camera: CameraConfig
    barrier: BarrierConfig
    loops: LoopsConfig
    frames_needed: Annotated[int, Between(1, 12)] = 3
    confidence_needed: Annotated[float, Between(0.0, 1.0)] = 0.86
    rear_camera: CameraConfig | None = None
    sign: SignConfig | None = None
    reader: CodeReaderConfig | None = None


@dataclass(frozen=True, slots=True)
class PrinterConfig:
    """The receipt printer; ``width_dots`` is what its head prints, 576 on 80 mm paper, 384 on 58 mm.

    ``profile`` names a description of what it can do, or a file of one (``ours.toml``). ``usb`` is its
    ``vendor:product`` in hexadecimal. A ``file`` is that of the system's driver (``/dev/usb/lp0``); without
    a ``path`` receipts are kept in the data folder. On a printer of the ``system`` the receipt is printed as
    a page; ``queue`` names it, empty is the usual one. ``drawer`` says that a cash drawer hangs on it, and on
    which of its two contacts.
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "network": ("host",),
        "serial": ("path",),
        "usb": ("usb",),
    }

    kind: Literal["file", "network", "serial", "usb", "system", "none"] = "file"
    host: Host = ""
    port: Port = 9100
    path: SerialPath = ""
    baud: Baud = 9600
    flow: Literal["none", "rtscts", "xonxoff"] = "none"
    usb: Annotated[str, Text(20)] = ""
    queue: Annotated[str, Text(200)] = ""
    profile: Annotated[str, Text(60)] = "default"
    width_dots: Annotated[int, Between(256, 832, step=8)] = 576
    drawer: Literal["none", "pin2", "pin5"] = "none"

    @property
    def is_on_paper(self) -> bool:
        """Whether there is a printer at all, and receipts are not only kept in the data folder."""
        return self.kind != "none" and not (self.kind == "file" and not self.path)

    @property
    def has_drawer(self) -> bool:
        """Whether a cash drawer can be opened through it; a folder and a page open none."""
        return self.drawer != "none" and self.kind != "system" and self.is_on_paper


@dataclass(frozen=True, slots=True)
class MqttConfig:
    """The MQTT broker that relays and cameras of this lot speak through; no ``host`` is none."""

    host: Host = ""
    port: Port = 1883
    user: Annotated[str, Text(200)] = ""
    secret: Secret = field(default="", repr=False)
    tls: bool = False
    ca: Annotated[str, Text(1000)] = ""


@dataclass(frozen=True, slots=True)
class PowerConfig:
    """The uninterruptible power supply, as the NUT server that watches it knows it; no ``host`` is none."""

    host: Host = ""
    port: Port = 3493
    name: Annotated[str, Text(60)] = "ups"
    user: Annotated[str, Text(60)] = ""
    secret: Secret = field(default="", repr=False)


DeviceConfig = (
    CameraConfig
    | BarrierConfig
    | LoopsConfig
    | SignConfig
    | CodeReaderConfig
    | PrinterConfig
    | PowerConfig
    | MqttConfig
)
"""Whatever a device can be configured by."""


@dataclass(frozen=True, slots=True)
class SharedConfig:
    """What this console shares, and over what; all empty stands for a lot of one console.

    ``database`` is the URL of the shared database, without a password: that comes from the environment or
    the system's key store. ``database_ca`` is the file of the authority that signed the server's certificate.
    ``hub`` is where the lot's hub listens (``host:port``); a console that is the hub listens itself at
    ``hub_host`` and ``hub_port``. ``internet`` is what is connected to, and nothing sent, to tell a dead
    internet from a dead database; empty is not measured. ``photos`` and ``backups`` are places for copies:
    a folder, or a URL that fsspec knows (``smb://``, ``s3://``).
    """

    database: Annotated[str, Text(1000)] = field(default="", repr=False)
    database_ca: Annotated[str, Text(1000)] = ""
    hub: Annotated[str, Text(260)] = ""
    hub_host: Host = ""
    hub_port: Port = 8461
    internet: Annotated[str, Text(260)] = "1.1.1.1:443"
    photos: Annotated[str, Text(1000)] = field(default="", repr=False)
    backups: Annotated[str, Text(1000)] = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PayConfig:
    """A terminal or platform that takes money; ``id`` names it in the journal for good, ``name`` on screen.

    ``address`` replaces the service's own address (a test system, a proxy). ``user`` is the channel or
    merchant, ``secret`` its key, ``hook_secret`` what its notices are signed with; each may be ``env:NAME``.
    ``reader`` is the terminal's id at the service. ``wait_s`` is how long a driver has to pay.
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "stripe_checkout": ("secret",),
        "stripe_terminal": ("secret", "reader"),
        "line_pay": ("user", "secret"),
        "line_pay_scan": ("user", "secret"),
    }

    id: Annotated[str, Name()]
    kind: Literal[
        "stripe_checkout", "stripe_terminal", "line_pay", "line_pay_scan", "simulator", "simulator_page"
    ]
    name: Annotated[str, Text(60)] = ""
    address: Annotated[str, Text(1000)] = ""
    user: Annotated[str, Text(200)] = ""
    secret: Secret = field(default="", repr=False)
    hook_secret: Secret = field(default="", repr=False)
    reader: Annotated[str, Text(200)] = ""
    wait_s: Annotated[int, Between(30, 1800)] = 300


@dataclass(frozen=True, slots=True)
class NoticesConfig:
    """Where payment platforms tell that something was paid; ``port`` 0 is nowhere: then they are asked.

    ``address`` is the public URL that leads here, through whatever stands before it.
    """

    host: Host = "127.0.0.1"
    port: Annotated[int, Between(0, 65_535)] = 0
    address: Annotated[str, Text(1000)] = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The whole file. ``lanes`` stand in it as ``[[lane]]``, ``pays`` as ``[[pay]]``; ``reader`` is the one
    at the booth, ``display`` what customers at its window read.
    """

    console: ConsoleConfig = field(default_factory=ConsoleConfig)
    recogniser: RecogniserConfig = field(default_factory=RecogniserConfig)
    listener: ListenerConfig = field(default_factory=ListenerConfig)
    plates: PlatesConfig = field(default_factory=PlatesConfig)
    lanes: tuple[LaneConfig, ...] = ()
    pays: tuple[PayConfig, ...] = ()
    notices: NoticesConfig = field(default_factory=NoticesConfig)
    printer: PrinterConfig = field(default_factory=PrinterConfig)
    reader: CodeReaderConfig | None = None
    display: SignConfig | None = None
    mqtt: MqttConfig = field(default_factory=MqttConfig)
    power: PowerConfig = field(default_factory=PowerConfig)
    shared: SharedConfig = field(default_factory=SharedConfig)
