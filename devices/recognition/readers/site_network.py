"""A site's own ONNX model, run on one upright picture of a plate after the other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.recognition.readers.model_description import ModelDescription
from devices.recognition.runtime import BROKEN, onnxruntime
from devices.vision import cv2

LARGEST_BYTES = 200 * 1024 * 1024
# A free width is a multiple of this, so that the runtime plans its memory for few widths only.
WIDTH_STEP = 16
LEAST_FREE_WIDTH, MOST_FREE_WIDTH = 32, 640
ERRORS_ONLY = 3

_NUMBERS: dict[str, type[np.generic]] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8,
}


class SiteNetwork:
    """A model of one input, a batch of one picture, and an output of chances for characters."""

    def __init__(self, path: Path, description: ModelDescription, *, threads: int) -> None:
        """Load and try it.

        Raises DeviceError: ``reader.model_missing``, ``reader.model_damaged`` (truncated, or no ONNX at
        all), ``reader.model_unfit`` (its shapes are not those of the description),
        ``reader.alphabet_unfit`` (it has another number of classes).
        """
        self._name = path.name
        self._description = description
        self._session = _session(_content(path), path.name, threads)
        inputs = self._session.get_inputs()
        self._input = inputs[0].name
        self._numbers = _NUMBERS.get(inputs[0].type)
        if self._numbers is None or len(inputs) != 1:
            raise DeviceError("reader.model_unfit", detail=f"{path.name}: {len(inputs)} × {inputs[0].type}")
        grey = np.full((description.height, description.width or LEAST_FREE_WIDTH, 3), 128, dtype=np.uint8)
        try:
            self.chances(grey)
        except DeviceError as error:
            if error.cause != "reader.model_failed":
                raise
            raise DeviceError("reader.model_unfit", detail=error.detail) from error

    def width_of(self, aspect: float) -> int:
        """How many pixels wide a plate of this width over height is shown to the model."""
        if self._description.width:
            return self._description.width
        steps = round(self._description.height * aspect / WIDTH_STEP)
        return min(max(steps * WIDTH_STEP, LEAST_FREE_WIDTH), MOST_FREE_WIDTH)

    def chances(self, crop: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Steps × classes for an upright plate (BGR) of the model's height and width, rows summing to 1.

        Raises DeviceError: ``reader.model_failed``, ``reader.alphabet_unfit``.
        """
        try:
            found = self._session.run(None, {self._input: self._batch(crop)})[0]
        except BROKEN as error:
            raise DeviceError("reader.model_failed", detail=f"{self._name}: {_first_line(error)}") from error
        table = self._table(np.squeeze(np.asarray(found, dtype=np.float32)))
        if not np.isfinite(table).all():
            raise DeviceError("reader.model_failed", detail=f"{self._name}: it answers with no numbers")
        return self._as_chances(table)

    def _batch(self, crop: NDArray[np.uint8]) -> NDArray[np.generic]:
        wanted = self._description
        if wanted.colour == "grey":
            picture = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)[:, :, np.newaxis]
        else:
            picture = crop[:, :, ::-1] if wanted.colour == "rgb" else crop
        numbers = np.asarray(picture)
        if self._numbers is not np.uint8:
            mean, scale = np.array(wanted.mean, np.float32), np.array(wanted.scale, np.float32)
            numbers = (numbers.astype(np.float32) - mean) * scale
        if wanted.layout == "NCHW":
            numbers = numbers.transpose(2, 0, 1)
        return np.ascontiguousarray(numbers[np.newaxis], dtype=self._numbers)

    def _table(self, found: NDArray[np.float32]) -> NDArray[np.float32]:
        classes = self._description.class_count
        if found.ndim == 1 and found.size % classes == 0:
            found = found.reshape(-1, classes)
        if found.ndim == 2 and found.shape[1] != classes and found.shape[0] == classes:
            found = found.T
        if found.ndim != 2:
            raise DeviceError("reader.model_unfit", detail=f"{self._name}: its output is {found.shape}")
        if found.shape[1] != classes:
            told = f"{self._name}: {found.shape[1]} classes, the description makes {classes}"
            raise DeviceError("reader.alphabet_unfit", detail=told)
        return found

    def _as_chances(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        kind = self._description.output
        if kind == "auto":
            sums = table.sum(axis=1)
            kind = "chances" if table.min() >= 0.0 and np.allclose(sums, 1.0, atol=0.02) else "logits"
        if kind == "logits":
            table = np.exp(table - table.max(axis=1, keepdims=True))
        table = np.clip(table, 1e-7, None)
        return np.asarray(table / table.sum(axis=1, keepdims=True), dtype=np.float32)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise DeviceError("reader.model_unfit", detail=f"{path.name}: larger than 200 MiB")
        return path.read_bytes()
    except OSError as error:
        raise DeviceError("reader.model_missing", detail=path.name) from error


def _session(content: bytes, name: str, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    # Spinning threads would take the core from the capture processes between two pictures.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except BROKEN as error:
        raise DeviceError("reader.model_damaged", detail=f"{name}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
