"""The environment of a child process that runs a module of ours."""

from __future__ import annotations

import os
from pathlib import Path

import devices


def child_environment() -> dict[str, str]:
    """This process's environment, in which the child finds the same packages, wherever it is started."""
    root = str(Path(devices.__file__).parent.parent)
    before = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{before}" if before else root}
