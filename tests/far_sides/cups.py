"""The printing service of Debian, CUPS, on a socket of its own: one queue that prints into a file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

QUEUE = "receipts"
_LIMIT_S = 20.0


class Cups:
    """``with Cups() as cups: … cups.environment``; ``papers`` are the files that came out."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="cups-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._socket = self._folder / "socket"

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to find this service and no other."""
        return {"CUPS_SERVER": str(self._socket)}

    def __enter__(self) -> Self:
        for name in ("root", "state", "cache", "spool", "tmp", "out"):
            (self._folder / name).mkdir(mode=0o777)
        self._folder.chmod(0o755)
        (self._folder / "out").chmod(0o777)
        backend = self._folder / "bin" / "backend"
        backend.mkdir(parents=True)
        # What the queue's paper is: the job as the service hands it on.
        script = backend / "paper"
        script.write_text(
            f"""#!/bin/sh
[ $# -eq 0 ] && exit 0
if [ $# -eq 6 ]; then cat "$6"; else cat; fi > "{self._folder}/out/part-$1" && \
mv "{self._folder}/out/part-$1" "{self._folder}/out/$1.pdf"
"""
        )
        script.chmod(0o755)
        for part in ("filter", "cgi-bin", "notifier", "monitor"):
            (self._folder / "bin" / part).mkdir()
        (self._folder / "bin" / "daemon").symlink_to("/usr/lib/cups/daemon")
        (self._folder / "root" / "cupsd.conf").write_text(
            f"""LogLevel debug
Listen {self._socket}
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
        )
        (self._folder / "root" / "cups-files.conf").write_text(
            f"""ServerRoot {self._folder}/root
StateDir {self._folder}/state
CacheDir {self._folder}/cache
RequestRoot {self._folder}/spool
TempDir {self._folder}/tmp
ServerBin {self._folder}/bin
AccessLog {self._folder}/access.log
ErrorLog {self._folder}/error.log
PageLog {self._folder}/page.log
SystemGroup root
Sandboxing relaxed
"""
        )
        (self._folder / "root" / "printers.conf").write_text(
            f"""<DefaultPrinter {QUEUE}>
Info Receipts
DeviceURI paper:/all
State Idle
Accepting Yes
Shared No
</DefaultPrinter>
"""
        )
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self.thaw()
            self._process.terminate()
            self._process.wait(_LIMIT_S)
        shutil.rmtree(self._folder, ignore_errors=True)

    def papers(self) -> list[Path]:
        """What was printed, oldest first."""
        return sorted((self._folder / "out").glob("*.pdf"), key=lambda file: int(file.stem))

    def freeze(self) -> None:
        """It takes connections and says nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def _start(self) -> None:
        service = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if service is None:
            raise RuntimeError("cupsd is missing: make setup-tests installs cups-daemon")
        root = self._folder / "root"
        self._process = subprocess.Popen(
            [service, "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )
        until = time.monotonic() + _LIMIT_S
        while not self._socket.exists():
            if time.monotonic() > until or self._process.poll() is not None:
                log = self._folder / "error.log"
                raise RuntimeError(f"cupsd did not start: {log.read_text() if log.exists() else ''}")
            time.sleep(0.05)
