"""The network that finds plates in a picture."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Block(nn.Module):
    """Two convolutions with a way around them."""

    def __init__(self, channels_in: int, channels: int, stride: int | tuple[int, int] = 1) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(channels)
        self.second = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(channels)
        self.around: nn.Module = nn.Identity()
        if stride != 1 or channels_in != channels:
            self.around = nn.Sequential(
                nn.Conv2d(channels_in, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )

    def forward(self, inputs: Tensor) -> Tensor:
        """The block's output."""
        inner = torch.relu(self.first_norm(self.first(inputs)))
        return torch.relu(self.second_norm(self.second(inner)) + self.around(inputs))


class PlateDetectorNetwork(nn.Module):
    """Picture, N × 3 × H × W (multiples of 32, BGR, 0…255), to N × 11 × H/8 × W/8.

    Per cell: the score that a plate's middle lies in it, the score that it has two lines, where the second
    begins (0…1), and the way from the cell's middle to the four corners, x and y each, in units of 8 px.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 12, 3, 2, 1, bias=False), nn.BatchNorm2d(12), nn.ReLU(inplace=True),
            nn.Conv2d(12, 24, 3, 2, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU(inplace=True),
        )  # fmt: skip
        self.eighth = nn.Sequential(Block(24, 40, 2), Block(40, 40))
        self.sixteenth = nn.Sequential(Block(40, 72, 2), Block(72, 72))
        self.thirtysecond = nn.Sequential(Block(72, 112, 2), Block(112, 112))
        self.lateral = nn.ModuleList([nn.Conv2d(40, 48, 1), nn.Conv2d(72, 48, 1), nn.Conv2d(112, 48, 1)])
        self.merge = nn.Sequential(
            nn.Conv2d(48, 48, 3, 1, 1, bias=False), nn.BatchNorm2d(48), nn.ReLU(inplace=True)
        )
        self.head = nn.Conv2d(48, 11, 1)
        # Almost no cell is a plate's middle: begin by saying so.
        nn.init.constant_(self.head.bias[0], -4.0)

    def forward(self, pictures: Tensor) -> Tensor:
        """The maps, scores before sigmoid."""
        eighth = self.eighth(self.stem((pictures - 110.0) / 60.0))
        sixteenth = self.sixteenth(eighth)
        deep = self.lateral[2](self.thirtysecond(sixteenth))
        deep = self.lateral[1](sixteenth) + nn.functional.interpolate(deep, scale_factor=2.0)
        deep = self.lateral[0](eighth) + nn.functional.interpolate(deep, scale_factor=2.0)
        maps: Tensor = self.head(self.merge(deep))
        return maps
