"""Cameras that send JPEGs over HTTP, for the tests: ffmpeg's own server, and a small one of ours.

``FfmpegMjpeg`` is ffmpeg (``-f mpjpeg -listen 1``), which nobody here wrote; it serves one viewer and knows
no login. ``OwnMjpeg`` is ours, made for what ffmpeg cannot do: logins by RFC 7617 (Basic) and RFC 7616
(Digest, MD5, qop=auth), and answers that are wrong on purpose.
"""

from __future__ import annotations

import hashlib
import http.server
import os
import re
import signal
import socket
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

_LIMIT_S = 20.0


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class FfmpegMjpeg:
    """A picture over and over, or a moving pattern where there is none, ``fps`` a second."""

    def __init__(self, picture: Path | None = None, *, fps: int = 10, size: str = "640x360") -> None:
        self.port = free_port()
        shown = (
            ["-re", "-loop", "1", "-framerate", str(fps), "-i", str(picture)]
            if picture is not None
            else ["-re", "-f", "lavfi", "-i", f"testsrc2=size={size}:rate={fps}"]
        )
        # It serves one viewer and ends with it: started again each time, as a camera serves the next one.
        self._command = [
            "bash", "-c", 'while :; do "$@"; sleep 0.05; done', "serve",
            "ffmpeg", "-v", "error", *shown, "-c:v", "mjpeg", "-q:v", "4", "-pix_fmt", "yuvj420p",
            "-f", "mpjpeg", "-content_type", "multipart/x-mixed-replace;boundary=ffmpeg",
            "-listen", "1", self.url,
        ]  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its stream is."""
        return f"http://127.0.0.1:{self.port}/video"

    def start(self) -> None:
        """Start it, on the same port each time; returns when it listens."""
        self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, process_group=0)
        # Asked of the system and not by a connection: it serves the first that comes, and no other.
        until_s = time.monotonic() + _LIMIT_S
        while not _is_listening(self.port):
            if time.monotonic() > until_s or self._process.poll() is not None:
                self.kill()
                raise RuntimeError("ffmpeg does not serve")
            time.sleep(0.02)

    def kill(self) -> None:
        """End it at once; may be called twice."""
        process, self._process = self._process, None
        if process is not None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=_LIMIT_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()


class OwnMjpeg:
    """Serves ``chunks`` under ``content_type``; ``login`` is ``basic:NAME:PASSWORD`` or ``digest:…``.

    The answer stays open behind the last chunk where ``stays_open``.
    """

    def __init__(
        self,
        chunks: list[bytes],
        *,
        content_type: str = "multipart/x-mixed-replace; boundary=shot",
        login: str = "",
        stays_open: bool = False,
        status: int = 200,
    ) -> None:
        self._ended = threading.Event()
        served = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if login and not _is_welcome(self.headers.get("Authorization", ""), login, self.path):
                    self.send_response(401)
                    self.send_header("WWW-Authenticate", _challenge(login))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.end_headers()
                try:
                    for chunk in chunks:
                        self.wfile.write(chunk)
                        self.wfile.flush()
                        served._ended.wait(0.02)
                    if stays_open:
                        served._ended.wait(_LIMIT_S)
                except OSError:
                    return

            def log_message(self, _format: str, *args: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.port = self._server.server_address[1]

    def url(self, login: str = "") -> str:
        """Where its stream is."""
        return f"http://{login}{'@' if login else ''}127.0.0.1:{self.port}/video?channel=1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=_LIMIT_S)


def parts_of(jpegs: list[bytes], *, with_length: bool = True, newline: bytes = b"\r\n") -> Iterator[bytes]:
    """The parts of a stream whose boundary is ``shot``."""
    for jpeg in jpegs:
        length = b"Content-Length: %d%s" % (len(jpeg), newline) if with_length else b""
        head = b"--shot" + newline + b"Content-Type: image/jpeg" + newline + length + newline
        yield head + jpeg + newline


_NONCE = "f00dfeed"


def _challenge(login: str) -> str:
    if login.startswith("basic:"):
        return 'Basic realm="camera"'
    return f'Digest realm="camera", nonce="{_NONCE}", qop="auth", algorithm=MD5'


def _is_welcome(said: str, login: str, path: str) -> bool:
    way, name, password = login.split(":")
    if way == "basic":
        return said == "Basic " + b64encode(f"{name}:{password}".encode()).decode()
    facts = dict(re.findall(r'(\w+)="?([^",]+)"?', said))
    ours = _md5(f"{name}:camera:{password}")
    theirs = _md5(f"GET:{path}")
    middle = f"{_NONCE}:{facts.get('nc')}:{facts.get('cnonce')}:auth"
    return facts.get("username") == name and facts.get("response") == _md5(f"{ours}:{middle}:{theirs}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _is_listening(port: int) -> bool:
    """By proc(5): state 0A is LISTEN."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return any(row[1].endswith(f":{port:04X}") and row[3] == "0A" for row in rows)
