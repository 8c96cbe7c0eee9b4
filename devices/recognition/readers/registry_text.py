"""The texts that name a reader; apart from the readers themselves, which load models and runtimes."""

from __future__ import annotations

from pathlib import Path

OWN = "own"
ONNX = "onnx:"
PROCESS = "process:"


def site_model(text: str) -> Path:
    """The path in ``onnx:PATH``."""
    return Path(text.removeprefix(ONNX)).expanduser()
