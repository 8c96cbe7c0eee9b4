"""Far sides that come with npm: what ``npm/package-lock.json`` pins, installed into ``build/npm-far-sides``.

``python -m tests.far_sides.npm_side`` installs them with the integrity of each package checked and without
running any script of theirs. It needs ``node`` and ``npm``; without them it fails and says so.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PINNED = Path(__file__).with_name("npm")
FOLDER = ROOT / "build" / "npm-far-sides"
INSTALL_LIMIT_S = 600
_FILES = ("package.json", "package-lock.json")


def node() -> str:
    """The interpreter; raises where the machine has none."""
    found = shutil.which("node")
    assert found is not None, "node is missing: make setup-tests installs it"
    return found


def module_folder(name: str) -> Path:
    """Where the package of that name lies; raises where it was not installed."""
    folder = FOLDER / "node_modules" / name
    assert folder.is_dir(), f"{name} is missing: make setup-tests installs it"
    return folder


def install() -> None:
    """Install what is pinned, unless exactly that is there already."""
    wanted = hashlib.sha256(b"".join((PINNED / name).read_bytes() for name in _FILES)).hexdigest()
    mark = FOLDER / "made-of.sha256"
    if mark.exists() and mark.read_text() == wanted:
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing: without it the payment services of the tests cannot be installed")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in _FILES:
        shutil.copy(PINNED / name, FOLDER / name)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    subprocess.run([npm, "ci", *quiet], cwd=FOLDER, check=True, timeout=INSTALL_LIMIT_S)
    mark.write_text(wanted)


if __name__ == "__main__":
    install()
