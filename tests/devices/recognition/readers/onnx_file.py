"""A small ONNX file, written byte by byte after onnx.proto: a reader of plates painted in grey bands.

Each of ``steps`` bands of the picture is averaged; the class whose grey level is nearest wins. So the file
is a real model, run by the real runtime, and its answer follows from the picture.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_VARINT, _BYTES, _FLOAT = 0, 2, 5
_TENSOR_FLOAT, _TENSOR_INT64 = 1, 7
_ATTRIBUTE_INT, _ATTRIBUTE_INTS = 2, 7


def band_reader(
    levels: Sequence[float],
    *,
    height: int,
    width: int,
    steps: int,
    sharpness: float = 900.0,
    channels_last: bool = False,
    flat: bool = False,
    logits: bool = False,
    free: bool = False,
) -> bytes:
    """Input 1 × 1 × height × width (or 1 × height × width × 1) in 0…1, output 1 × steps × classes.

    ``logits`` leaves out the softmax; ``free`` takes pictures of any width, a step for each band of it.
    """
    shape = [1, height, width, 1] if channels_last else [1, 1, height, width]
    classes = len(levels)
    nodes = []
    picture = "picture"
    if channels_last:
        nodes.append(_node("Transpose", [picture], ["upright"], _ints("perm", [0, 3, 1, 2])))
        picture = "upright"
    band = [height, width // steps]
    nodes += [
        _node("AveragePool", [picture], ["bands"], _ints("kernel_shape", band), _ints("strides", band)),
        _node("Reshape", ["bands", "as_steps"], ["means"]),
        _node("Sub", ["means", "levels"], ["off"]),
        _node("Mul", ["off", "off"], ["squared"]),
        _node("Mul", ["squared", "sharpness"], ["score"]),
    ]
    output = "score"
    if not logits:
        nodes.append(_node("Softmax", ["score"], ["chances"], _int("axis", 2)))
        output = "chances"
    if flat:
        nodes.append(_node("Reshape", [output, "as_row"], ["row"]))
        output = "row"
    tensors = [
        _tensor("as_steps", _TENSOR_INT64, [3], struct.pack("<3q", 1, -1 if free else steps, 1)),
        _tensor("as_row", _TENSOR_INT64, [2], struct.pack("<2q", 1, steps * classes)),
        _tensor("levels", _TENSOR_FLOAT, [1, 1, classes], struct.pack(f"<{classes}f", *levels)),
        _tensor("sharpness", _TENSOR_FLOAT, [1], struct.pack("<f", -sharpness)),
    ]
    graph = b"".join(
        [
            *(_field(1, _BYTES, node) for node in nodes),
            _field(2, _BYTES, b"bands"),
            *(_field(5, _BYTES, tensor) for tensor in tensors),
            _field(11, _BYTES, _value("picture", [*shape[:3], -1] if free else shape)),
            _field(12, _BYTES, _value(output, _shape_out(steps, classes, flat=flat, free=free))),
        ]
    )
    opset = _field(2, _VARINT, 13)
    return _field(1, _VARINT, 8) + _field(7, _BYTES, graph) + _field(8, _BYTES, opset)


def _shape_out(steps: int, classes: int, *, flat: bool, free: bool) -> list[int]:
    return [1, steps * classes] if flat else [1, -1 if free else steps, classes]


def _node(kind: str, inputs: Sequence[str], outputs: Sequence[str], *attributes: bytes) -> bytes:
    return b"".join(
        [
            *(_field(1, _BYTES, name.encode()) for name in inputs),
            *(_field(2, _BYTES, name.encode()) for name in outputs),
            _field(4, _BYTES, kind.encode()),
            *(_field(5, _BYTES, attribute) for attribute in attributes),
        ]
    )


def _ints(name: str, values: Sequence[int]) -> bytes:
    listed = b"".join(_field(8, _VARINT, value) for value in values)
    return _field(1, _BYTES, name.encode()) + listed + _field(20, _VARINT, _ATTRIBUTE_INTS)


def _int(name: str, value: int) -> bytes:
    return _field(1, _BYTES, name.encode()) + _field(3, _VARINT, value) + _field(20, _VARINT, _ATTRIBUTE_INT)


def _tensor(name: str, kind: int, shape: Sequence[int], content: bytes) -> bytes:
    sizes = b"".join(_field(1, _VARINT, size) for size in shape)
    return sizes + _field(2, _VARINT, kind) + _field(8, _BYTES, name.encode()) + _field(9, _BYTES, content)


def _value(name: str, shape: Sequence[int]) -> bytes:
    # A size that is not fixed has a name in place of a number.
    named = [_field(1, _VARINT, size) if size >= 0 else _field(2, _BYTES, b"any") for size in shape]
    sizes = b"".join(_field(1, _BYTES, size) for size in named)
    tensor = _field(1, _VARINT, _TENSOR_FLOAT) + _field(2, _BYTES, sizes)
    return _field(1, _BYTES, name.encode()) + _field(2, _BYTES, _field(1, _BYTES, tensor))


def _field(number: int, kind: int, value: int | bytes) -> bytes:
    key = _varint(number << 3 | kind)
    if isinstance(value, int):
        return key + _varint(value)
    return key + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    parts = []
    while True:
        low, value = value & 0x7F, value >> 7
        parts.append(low | (0x80 if value else 0))
        if not value:
            return bytes(parts)
