"""A share on the network that we did not write: Debian's samba, on a port of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SHARE, PASSWORD = "copies", "a password of the test"
PATIENCE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class NetworkShare:
    """A running share: what it keeps lies in ``folder``."""

    folder: Path
    port: int
    user: str
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """The share as a place is written."""
        return f"smb://{self.user}@127.0.0.1:{self.port}/{SHARE}"

    def freeze(self) -> None:
        """It takes connections and answers nothing any more."""
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """It answers again."""
        os.killpg(self.process.pid, signal.SIGCONT)


@contextmanager
def network_share(folder: Path) -> Iterator[NetworkShare]:
    """A share over an empty folder, for this user."""
    for name in ("kept", "state"):
        (folder / name).mkdir(parents=True)
    user, port, config = getpass.getuser(), _free_port(), folder / "smb.conf"
    config.write_text(_CONFIG.format(folder=folder, port=port, share=SHARE, user=user))
    subprocess.run(
        [_program("smbpasswd"), "-c", str(config), "-L", "-a", "-s", user],
        input=f"{PASSWORD}\n{PASSWORD}\n".encode(),
        capture_output=True,
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    process = subprocess.Popen(
        [_program("smbd"), "--foreground", "--no-process-group", f"--configfile={config}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    share = NetworkShare(folder / "kept", port, user, process)
    try:
        _wait_for(port)
        yield share
    finally:
        share.thaw()
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)


def _program(name: str) -> str:
    """Where it lies; people's paths often leave out the folder of servers."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    assert found is not None, f"{name} is missing; `make setup-tests` installs it"
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not _listens(port):
        assert time.monotonic() < deadline, "samba does not answer"
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex(("127.0.0.1", port)) == 0


_CONFIG = """
[global]
server role = standalone server
interfaces = 127.0.0.1
bind interfaces only = yes
smb ports = {port}
disable netbios = yes
disable spoolss = yes
load printers = no
passdb backend = tdbsam:{folder}/state/passdb.tdb
private dir = {folder}/state
state directory = {folder}/state
cache directory = {folder}/state
lock directory = {folder}/state
pid directory = {folder}/state
ncalrpc dir = {folder}/state/ncalrpc
log file = {folder}/state/log
server min protocol = SMB3
[{share}]
path = {folder}/kept
read only = no
valid users = {user}
"""
