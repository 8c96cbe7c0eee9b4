"""The network that reads a plate: the text recogniser of PP-OCRv6 (small), made to go on learning.

The layers are those of the ONNX file in the rapidocr wheel (Apache-2.0); its weights are where fine-tuning
begins. Of its 18 710 classes those of the plate alphabet are kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from devices.recognition.plate_alphabet import ALPHABET

# A crop in its own light is so strong to the network, which was taught with pictures within -1…1.
SPREAD = 0.6
# Channels, whether attention over channels is paid, of each block; None halves the height.
BLOCKS: tuple[tuple[int, bool] | None, ...] = (
    (96, True), (96, False), (96, False), None,
    (192, True), (192, False), (192, True), (192, False), (192, True), (192, False), None,
    (384, True), (384, False),
)  # fmt: skip
WIDE, HEADS, MIXERS = 120, 8, 2


class Attention(nn.Module):
    """Weighs channels by what the whole picture says of them."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.fewer = nn.Conv2d(channels, channels // 4, 1)
        self.more = nn.Conv2d(channels // 4, channels, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        """The weighed channels."""
        inner = torch.relu(self.fewer(inputs.mean(dim=(2, 3), keepdim=True)))
        return inputs * nn.functional.hardsigmoid(self.more(inner))


class Mix(nn.Module):
    """A convolution per channel, then two across channels with a way around them."""

    def __init__(self, channels: int, *, attentive: bool) -> None:
        super().__init__()
        self.near = nn.Conv2d(channels, channels, 3, 1, 1, groups=channels)
        self.attention: nn.Module = Attention(channels) if attentive else nn.Identity()
        self.wider = nn.Conv2d(channels, 2 * channels, 1)
        self.narrower = nn.Conv2d(2 * channels, channels, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        """The block's output."""
        seen = self.attention(self.near(inputs))
        return seen + self.narrower(nn.functional.gelu(self.wider(seen)))


class Halve(nn.Module):
    """Half the height, twice the channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.near = nn.Conv2d(channels, channels, 3, (2, 1), 1, groups=channels)
        self.wider = nn.Conv2d(channels, 2 * channels, 1)
        self.across = nn.Conv2d(2 * channels, 2 * channels, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        """The block's output."""
        return self.across(nn.functional.gelu(self.wider(self.near(inputs))))


class Mixer(nn.Module):
    """Each step looks at all others, then at itself."""

    def __init__(self) -> None:
        super().__init__()
        self.first_norm = nn.LayerNorm(WIDE, eps=1e-5)
        self.asked = nn.Linear(WIDE, 3 * WIDE)
        self.answer = nn.Linear(WIDE, WIDE)
        self.second_norm = nn.LayerNorm(WIDE, eps=1e-5)
        self.wider = nn.Linear(WIDE, 2 * WIDE)
        self.narrower = nn.Linear(2 * WIDE, WIDE)

    def forward(self, steps: Tensor) -> Tensor:
        """The steps, each knowing of the others."""
        count, length = steps.shape[0], steps.shape[1]
        parts = self.asked(self.first_norm(steps)).reshape(count, length, 3, HEADS, WIDE // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        weights = ((query * (WIDE // HEADS) ** -0.5) @ key.transpose(2, 3)).softmax(3)
        steps = steps + self.answer((weights @ value).transpose(1, 2).reshape(count, length, WIDE))
        return steps + self.narrower(nn.functional.silu(self.wider(self.second_norm(steps))))


class PlateReaderNetwork(nn.Module):
    """Grey crop, N × 1 × 48 × W in 0…255, to N × W/8 × classes of scores; class 0 is CTC's blank."""

    def __init__(self, classes: int = len(ALPHABET) + 1) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 48, 3, 2, 1)
        self.near = nn.Conv2d(48, 24, 2)
        self.nearer = nn.Conv2d(24, 48, 2)
        self.joined = nn.Conv2d(96, 48, 3, 2, 1)
        self.out = nn.Conv2d(48, 96, 1)
        blocks: list[nn.Module] = []
        channels = 96
        for block in BLOCKS:
            if block is None:
                blocks.append(Halve(channels))
                channels *= 2
            else:
                blocks.append(Mix(block[0], attentive=block[1]))
        self.blocks = nn.Sequential(*blocks)
        self.around = nn.Sequential(nn.Conv2d(channels, WIDE, 1, bias=False), nn.BatchNorm2d(WIDE), nn.SiLU())
        self.into = nn.Sequential(nn.Conv2d(channels, WIDE, 1, bias=False), nn.BatchNorm2d(WIDE), nn.SiLU())
        self.beside = nn.Sequential(
            nn.Conv2d(WIDE, WIDE, (1, 7), 1, (0, 3), groups=WIDE, bias=False), nn.BatchNorm2d(WIDE), nn.SiLU()
        )
        self.mixers = nn.Sequential(*(Mixer() for _ in range(MIXERS)))
        self.norm = nn.LayerNorm(WIDE, eps=1e-6)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDE, classes)

    def forward(self, crops: Tensor) -> Tensor:
        """The scores before softmax."""
        # Each crop in its own light: a plate at night is the same plate.
        mean = crops.mean(dim=(2, 3), keepdim=True)
        spread = ((crops - mean) ** 2).mean(dim=(2, 3), keepdim=True).sqrt()
        return self.scores(((crops - mean) / (spread + 4.0) * SPREAD).expand(-1, 3, -1, -1))

    def scores(self, pictures: Tensor) -> Tensor:
        """The scores of pictures in colour (N × 3 × 48 × W, -1…1), as the text recogniser takes them."""
        early = torch.relu(self.first(pictures))
        pad = nn.functional.pad
        branch = torch.relu(self.near(pad(early, (0, 1, 0, 1))))
        branch = torch.relu(self.nearer(pad(branch, (0, 1, 0, 1))))
        pooled = nn.functional.max_pool2d(pad(early, (0, 1, 0, 1)), 2, 1)
        inner = torch.relu(self.out(torch.relu(self.joined(torch.cat([pooled, branch], 1)))))
        inner = self.blocks(inner)
        inner = nn.functional.avg_pool2d(inner, (3, 2))
        seen = self.into(inner)
        seen = seen + self.beside(seen)
        steps = self.norm(self.mixers(seen.squeeze(2).transpose(1, 2)))
        steps = steps + self.around(inner).squeeze(2).transpose(1, 2)
        scores: Tensor = self.head(self.drop(steps))
        return scores


def begin_with(network: PlateReaderNetwork, content: bytes) -> None:
    """Give the network the weights of the ONNX file; ValueError where the file has other layers."""
    model = onnx.load_from_string(content)
    stored = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    weights = _in_order(model.graph, stored)
    layers = list(_layers(network))
    classes = next(entry.value for entry in model.metadata_props if entry.key == "character")
    with torch.no_grad():
        for layer in layers:
            for parameter in _parameters(layer):
                values = torch.from_numpy(np.array(next(weights)))
                if isinstance(layer, nn.Linear) and values.ndim == 2:
                    values = values.T
                if layer is network.head and parameter.shape[0] != values.shape[0]:
                    values = values[_rows(classes)]
                if parameter.numel() != values.numel():
                    raise ValueError(f"weights {list(values.shape)} for {list(parameter.shape)}")
                parameter.copy_(values.reshape(parameter.shape))


def _in_order(
    graph: onnx.GraphProto, stored: dict[str, NDArray[np.float32]]
) -> Iterator[NDArray[np.float32]]:
    """The weights in the order in which a picture meets them; single numbers are no weights."""
    for node in graph.node:
        for name in node.input:
            if node.op_type in ("Conv", "Add", "Mul", "MatMul", "BatchNormalization") and name in stored:
                values = stored[name]
                if values.size > 1 and values.dtype == np.float32:
                    yield values


def _layers(network: PlateReaderNetwork) -> Iterator[nn.Module]:
    kinds: tuple[type[nn.Module], ...] = (nn.Conv2d, nn.BatchNorm2d, nn.LayerNorm, nn.Linear)
    for module in network.modules():
        if isinstance(module, kinds):
            yield module


def _parameters(layer: nn.Module) -> Iterator[Tensor]:
    for name in ("weight", "bias", "running_mean", "running_var"):
        values = getattr(layer, name, None)
        if isinstance(values, Tensor):
            yield values


def _rows(classes: str) -> list[int]:
    """For the blank and each character of a plate the class that stands for it."""
    known = ["", *classes.splitlines(), " "]
    folded: dict[str, int] = {}
    for index, character in enumerate(known):
        folded.setdefault(unicodedata.normalize("NFKC", character) if character else "", index)
    return [0, *(folded[character] for character in ALPHABET)]
