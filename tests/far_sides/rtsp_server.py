"""An RTSP server for the tests, by GStreamer; runs under the system's Python, which has its bindings.

    rtsp_server.py PORT [--picture FILE | --clock | --drive] [--login NAME:PASSWORD]
                   [--size 1280x720] [--fps 25]

Serves ``/lane`` (H.264, one key frame a second) on loopback, prints the port it got, and ends when its
standard input does; a line of ``640x360`` there changes the size of the pattern while it is watched.
``--clock`` burns the monotonic clock into the top rows of each picture: 40 blocks of 32 × 32 pixels, white
for a set bit, highest bit first, in units of 1024 ns. ``--drive`` shows a wall of blocks that goes by, as
much for a decoder to do as a real lane by day.
"""

import argparse
import random
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

BITS = 40
BLOCK = 32
BRICK = 16
ENCODE = "x264enc tune=zerolatency speed-preset=ultrafast key-int-max={fps} ! rtph264pay name=pay0 pt=96"
CAPS = "video/x-raw,format={format},width={width},height={height},framerate={fps}/1"


def main() -> None:
    arguments = parse()
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(str(arguments.port))
    if arguments.clock:
        factory = ClockFactory(arguments)
    elif arguments.drive:
        factory = DriveFactory(arguments)
    else:
        factory = PatternFactory(arguments)
    factory.set_shared(True)
    if arguments.login:
        ask_for_login(server, factory, arguments.login)
    server.get_mount_points().add_factory("/lane", factory)
    loop = GLib.MainLoop()
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, heard, factory, loop)
    if not server.attach(None):
        sys.exit("the port cannot be had")
    print(server.get_bound_port(), flush=True)
    loop.run()


def heard(_stream, _condition, factory, loop) -> bool:
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    factory.resize(*map(int, line.split("x")))
    return True


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--picture")
    parser.add_argument("--clock", action="store_true")
    parser.add_argument("--drive", action="store_true")
    parser.add_argument("--login")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--fps", type=int, default=25)
    arguments = parser.parse_args()
    arguments.width, arguments.height = map(int, arguments.size.split("x"))
    return arguments


def pipeline(arguments: argparse.Namespace) -> str:
    facts = vars(arguments)
    caps = f"capsfilter name=size caps={CAPS.format(format='I420', **facts)}"
    if arguments.picture:
        location = arguments.picture.replace('"', '\\"')
        decoded = f'filesrc location="{location}" ! decodebin ! videoconvert ! videoscale'
        shown = f"{decoded} ! imagefreeze is-live=true"
    else:
        shown = "videotestsrc is-live=true pattern=ball ! videoscale"
    return f"{shown} ! videoconvert ! {caps} ! {ENCODE.format(**facts)} config-interval=-1"


def ask_for_login(server, factory, login: str) -> None:
    name, password = login.split(":")
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "lane")
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(name, password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role("lane", "media.factory.access", True)
    permissions.add_permission_for_role("lane", "media.factory.construct", True)
    factory.set_permissions(permissions)


class PatternFactory(GstRtspServer.RTSPMediaFactory):
    """A ball that moves, or a picture; its size can be changed while it is watched."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        super().__init__()
        self.arguments = arguments
        self.element = None

    def do_create_element(self, _url):
        self.element = Gst.parse_launch(f"( {pipeline(self.arguments)} )")
        return self.element

    def resize(self, width: int, height: int) -> None:
        facts = vars(self.arguments) | {"width": width, "height": height}
        caps = Gst.Caps.from_string(CAPS.format(format="I420", **facts))
        self.element.get_by_name("size").set_property("caps", caps)


class ClockFactory(GstRtspServer.RTSPMediaFactory):
    """Pictures that say when they were made."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        super().__init__()
        self.facts = vars(arguments)

    def do_create_element(self, _url):
        caps = CAPS.format(format="GRAY8", **self.facts)
        clock = f"appsrc name=clock is-live=true format=time do-timestamp=true caps={caps}"
        launch = f"{clock} ! videoconvert ! video/x-raw,format=I420"
        element = Gst.parse_launch(f"( {launch} ! {ENCODE.format(**self.facts)} )")
        source = element.get_by_name("clock")
        GLib.timeout_add(1000 // self.facts["fps"], self.push, source)
        return element

    def push(self, source) -> bool:
        picture = self.picture(self.facts["width"], self.facts["height"])
        return source.emit("push-buffer", Gst.Buffer.new_wrapped(picture)) == Gst.FlowReturn.OK

    def picture(self, width: int, height: int) -> bytes:
        ticks = time.monotonic_ns() >> 10
        bits = (ticks >> place & 1 for place in reversed(range(BITS)))
        row = b"".join((b"\xeb" if bit else b"\x10") * BLOCK for bit in bits).ljust(width, b"\x80")
        return row * BLOCK + b"\x80" * (width * (height - BLOCK))


class DriveFactory(ClockFactory):
    """A wall of grey blocks that goes by."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        super().__init__(arguments)
        grey = random.Random(7)
        self.rows = [
            b"".join(bytes([grey.randrange(60, 180)]) * BRICK for _ in range(2 * arguments.width // BRICK))
            for _ in range(arguments.height // BRICK)
        ]
        self.gone = 0

    def picture(self, width: int, height: int) -> bytes:
        self.gone = (self.gone + 5) % width
        whole = b"".join(row[self.gone : self.gone + width] * BRICK for row in self.rows)
        return whole.ljust(width * height, b"\x80")


if __name__ == "__main__":
    main()
