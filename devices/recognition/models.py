"""The models, found, checked, opened: our own in ``resources``, text models in the ``rapidocr`` wheel.

That package itself is never imported: it would load half a second of code that Lotkeeper does not use.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.recognition.runtime import onnxruntime

ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as it was released: its file name, the SHA-256 of its bytes, whether it is our own."""

    name: str
    sha256: str
    ours: bool = False


TEXT_DETECTOR = ModelFile(
    "PP-OCRv6_det_small.onnx", "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"
)
TEXT_RECOGNISER = ModelFile(
    "PP-OCRv6_rec_small.onnx", "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
)
PLATE_DETECTOR = ModelFile(
    "plate_detector.onnx", "523f15d39822d4817b8bf03af05d863ae5a986569ce2c1828c60874a1f8fae74", ours=True
)
PLATE_RECOGNISER = ModelFile(
    "plate_reader.onnx", "6eb28298030756653a7dbc6e74aa89759f48f158d450205de3a9543e87984235", ours=True
)
MODELS = (PLATE_DETECTOR, PLATE_RECOGNISER, TEXT_DETECTOR, TEXT_RECOGNISER)


class Network(Protocol):
    """A loaded model with one input and one output."""

    @property
    def metadata(self) -> dict[str, str]:
        """What its makers wrote into the file."""

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """The output for the batch."""


class OnnxNetwork:
    """A model run by onnxruntime on the processor."""

    def __init__(self, content: bytes, *, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = ERRORS_ONLY
        # Spinning threads would take the core from the capture processes between two pictures.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    @property
    def metadata(self) -> dict[str, str]:
        """What its makers wrote into the file."""
        return dict(self._session.get_modelmeta().custom_metadata_map)

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """The output for the batch."""
        return np.asarray(self._session.run(None, {self._input: batch})[0], dtype=np.float32)


def model_folder() -> Path:
    """Where the wheel keeps its models; raises DeviceError where it is not installed."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise DeviceError("recogniser.model_missing", detail="rapidocr")
    return Path(spec.origin).parent / "models"


def own_folder() -> Path:
    """Where our own models lie."""
    return Path(str(files("resources").joinpath("models")))


def open_model(model: ModelFile, *, threads: int, folder: Path | None = None) -> OnnxNetwork:
    """The model, ready to run on so many threads.

    Raises DeviceError: ``recogniser.model_missing``, or ``recogniser.model_damaged`` where a single
    byte differs from the release that was measured.
    """
    return OnnxNetwork(read_model(model, folder), threads=threads)


def read_model(model: ModelFile, folder: Path | None = None) -> bytes:
    """The bytes of the model, which are those that were measured; raises as ``open_model`` does."""
    try:
        content = path_of(model, folder).read_bytes()
    except OSError as error:
        raise DeviceError("recogniser.model_missing", detail=model.name) from error
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise DeviceError("recogniser.model_damaged", detail=model.name)
    return content


def path_of(model: ModelFile, folder: Path | None = None) -> Path:
    """Where the model lies; raises DeviceError where the wheel is not installed."""
    if folder is not None:
        return folder / model.name
    if model.ours:
        return own_folder() / model.name
    return model_folder() / model.name
