"""Writes trained networks as ONNX, half the size: weights are kept in 16 bits and widened on loading."""

from __future__ import annotations

import hashlib
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

SMALL_ENOUGH = 512


def export(
    network: nn.Module, example: Tensor, path: Path, *, dynamic: dict[int, str], outputs: str, about: str
) -> str:
    """Write the network; gives the SHA-256 of the file. ``dynamic`` names the input's free axes."""
    network.eval()
    torch.onnx.export(
        network,
        (example,),
        str(path),
        input_names=["pictures"],
        output_names=[outputs],
        dynamic_axes={"pictures": dynamic, outputs: dynamic},
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(path))
    _halve(model)
    model.producer_name, model.producer_version = "lotkeeper", ""
    onnx.helper.set_model_props(model, {"about": about})
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _halve(model: onnx.ModelProto) -> None:
    graph = model.graph
    casts = []
    for weights in list(graph.initializer):
        if weights.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(weights)
        if values.size < SMALL_ENOUGH:
            continue
        name = weights.name
        graph.initializer.remove(weights)
        graph.initializer.append(numpy_helper.from_array(values.astype("float16"), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
