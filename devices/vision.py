"""The one place that imports OpenCV: sets its limits before, and puts the variables it changes back after."""

from __future__ import annotations

import os

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(64 * 1024 * 1024)
_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

cv2.setNumThreads(1)

__all__ = ["cv2"]
