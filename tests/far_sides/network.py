"""A network of its own for one program: a namespace behind a cable that can be pulled out.

Needs the rights of the machine's administrator; where we are somebody else, ``sudo`` is asked. Without
them the tests fail, they do not skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count

LIMIT_SECONDS = 20
_NUMBERS = count(1)


class Cable:
    """The cable between this machine (``here``) and a namespace in which programs see ``there`` as theirs."""

    def __init__(self) -> None:
        number = next(_NUMBERS)
        # Names of interfaces have at most 15 characters; the process keeps runs side by side apart.
        self.name = f"lot{os.getpid()}x{number}"
        self._near, self._far = f"lk{os.getpid()}n{number}", f"lk{os.getpid()}f{number}"
        self._net = f"10.{200 + number % 50}.{os.getpid() % 250}"

    @property
    def here(self) -> str:
        """This machine's address on the cable."""
        return f"{self._net}.1"

    @property
    def there(self) -> str:
        """The namespace's address on the cable."""
        return f"{self._net}.2"

    def lay(self) -> None:
        """Make the namespace and the cable, plugged in."""
        _ip("netns", "add", self.name)
        _ip("link", "add", self._near, "type", "veth", "peer", "name", self._far)
        _ip("link", "set", self._far, "netns", self.name)
        _ip("addr", "add", f"{self.here}/30", "dev", self._near)
        _ip("link", "set", self._near, "up")
        _ip("-n", self.name, "addr", "add", f"{self.there}/30", "dev", self._far)
        _ip("-n", self.name, "link", "set", self._far, "up")
        _ip("-n", self.name, "link", "set", "lo", "up")
        _ip("-n", self.name, "route", "add", "default", "via", self.here)

    def remove(self) -> None:
        """Take it all away."""
        _ip("link", "delete", self._near, check=False)
        _ip("netns", "delete", self.name, check=False)

    def pull_out(self) -> None:
        """Pull the plug on this machine's side: what is sent falls on the floor, and nobody is told."""
        _ip("link", "set", self._near, "down")

    def plug_in(self) -> None:
        """Put the plug back."""
        _ip("link", "set", self._near, "up")

    def command(self, program: Sequence[str]) -> list[str]:
        """How the program is run inside, under our own name."""
        inside = ["ip", "netns", "exec", self.name]
        if os.geteuid() == 0:
            return [*inside, *program]
        who = ["setpriv", f"--reuid={os.geteuid()}", f"--regid={os.getegid()}", "--clear-groups"]
        return ["sudo", "-n", *inside, *who, *program]


@contextmanager
def cable() -> Iterator[Cable]:
    """A cable to a namespace of its own, taken away afterwards."""
    laid = Cable()
    try:
        laid.lay()
        yield laid
    finally:
        laid.remove()


def _ip(*arguments: str, check: bool = True) -> None:
    found = shutil.which("ip", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    assert found is not None, "ip is missing: install the package iproute2"
    command = [found, *arguments] if os.geteuid() == 0 else ["sudo", "-n", found, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    assert done.returncode == 0 or not check, f"ip {' '.join(arguments)}: {done.stderr.strip()}"
