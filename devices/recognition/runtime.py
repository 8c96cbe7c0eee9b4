"""onnxruntime, imported where it neither writes nor reports anything.

Since 1.31 it writes a device id into the user's cache and reports home as soon as it is imported. A car
park's console does neither: the environment must say so before the import.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

__all__ = ["BROKEN", "onnxruntime"]

BROKEN: tuple[type[Exception], ...] = tuple(
    error
    for error in vars(onnxruntime.capi.onnxruntime_pybind11_state).values()
    if isinstance(error, type) and issubclass(error, Exception)
)
"""What it raises; these have no common root but Exception."""
