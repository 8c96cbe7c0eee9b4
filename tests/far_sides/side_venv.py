"""Makes a virtual environment of its own for a far side that cannot live in ours.

``python -m tests.far_sides.side_venv NAME 3.13`` makes ``build/NAME-venv`` of ``requirements/NAME.lock`` with
any interpreter of at least that version which the machine has. Where there is none it says so and ends well:
the tests then run against a peer of ours, and their summary says so.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
REQUIREMENTS = Path(__file__).with_name("requirements")
NEWEST_MINOR = 20
LIMIT_S = 30
INSTALL_LIMIT_S = 600

Version = tuple[int, int]


def venv_python(name: str) -> Path | None:
    """The interpreter of the side environment of that name, None where it was not made."""
    python = _folder(name) / "bin" / "python"
    return python if python.exists() and _mark(name).exists() else None


def find_interpreter(least: Version) -> str | None:
    """Any interpreter of this machine of at least that version that can make virtual environments."""
    return next((one for one in _interpreters(least) if _version(one) >= least), None)


def make(name: str, least: Version) -> bool:
    """Make the environment unless it is there already; False where no interpreter is fit for it."""
    lock = REQUIREMENTS / f"{name}.lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if _mark(name).exists() and _mark(name).read_text() == wanted:
        return True
    interpreter = find_interpreter(least)
    if interpreter is None:
        return False
    folder = _folder(name)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([interpreter, "-m", "venv", str(folder)], check=True, timeout=INSTALL_LIMIT_S)
    pip = [
        str(folder / "bin" / "pip"),
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    subprocess.run([*pip, "-r", str(lock)], check=True, timeout=INSTALL_LIMIT_S)
    _mark(name).write_text(wanted)
    return True


def _folder(name: str) -> Path:
    return ROOT / "build" / f"{name}-venv"


def _mark(name: str) -> Path:
    return _folder(name) / "made-of.sha256"


def _interpreters(least: Version) -> Iterator[str]:
    """Where interpreters are found: on the path, and where pyenv, uv and people put them."""
    names = [f"python3.{minor}" for minor in range(least[1], NEWEST_MINOR)]
    for name in [*names, "python3"]:
        if (found := shutil.which(name)) is not None:
            yield found
    home = Path.home()
    folders = [home / ".pyenv/versions", home / ".local/share/uv/python", Path("/usr/local"), Path("/opt")]
    for folder in folders:
        for pattern in (*(f"bin/{name}" for name in names), *(f"*/bin/{name}" for name in names)):
            yield from (str(found) for found in sorted(folder.glob(pattern)))


def _version(interpreter: str) -> Version:
    code = "import ensurepip, sys, venv; print(*sys.version_info[:2])"
    try:
        done = subprocess.run(
            [interpreter, "-c", code], capture_output=True, text=True, timeout=LIMIT_S, check=True
        )
        major, minor = done.stdout.split()
    except (OSError, subprocess.SubprocessError, ValueError):
        return (0, 0)
    return int(major), int(minor)


if __name__ == "__main__":
    far_side = sys.argv[1]
    major, minor = (int(part) for part in sys.argv[2].split("."))
    if not make(far_side, (major, minor)):
        print(
            f"no Python of at least {major}.{minor} here: instead of {far_side} a peer of ours is tested with"
        )
