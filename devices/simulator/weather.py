"""What lies between the scene and the picture: rain, and the noise of the sensor."""

from __future__ import annotations

import numpy as np

from devices.simulator.optics import HEIGHT_PX, WIDTH_PX, Picture
from devices.simulator.traffic import Light
from devices.vision import cv2

NOISE = {Light.DAY: 2.0, Light.RAIN: 2.8, Light.NIGHT: 5.0}
SPARE_PX = 96
RAIN_LAYERS = 4
DROPS = 420


class Weather:
    """Adds rain and noise of their own to each picture; the layers are made once."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._noise: dict[Light, Picture] = {}
        self._rain: list[Picture] = []

    def over(self, still: Picture, light: Light) -> Picture:
        """A new picture: the still one seen through the weather."""
        picture = still
        if light is Light.RAIN:
            layers = self._rain_layers()
            picture = np.asarray(cv2.add(picture, layers[int(self._chance.integers(len(layers)))]), np.uint8)
        noise = self._noise_layer(light)
        top, left = (int(offset) for offset in self._chance.integers(0, SPARE_PX, 2))
        part = noise[top : top + HEIGHT_PX, left : left + WIDTH_PX]
        return np.asarray(cv2.addWeighted(picture, 1.0, part, 1.0, -128.0), np.uint8)

    def _noise_layer(self, light: Light) -> Picture:
        if light not in self._noise:
            shape = (HEIGHT_PX + SPARE_PX, WIDTH_PX + SPARE_PX, 3)
            grain = self._chance.normal(128.0, NOISE[light], shape).astype(np.float32)
            self._noise[light] = np.clip(grain, 0, 255).astype(np.uint8)
        return self._noise[light]

    def _rain_layers(self) -> list[Picture]:
        while len(self._rain) < RAIN_LAYERS:
            layer: Picture = np.zeros((HEIGHT_PX, WIDTH_PX), np.uint8)
            for _ in range(DROPS):
                x, y = self._chance.uniform(0, WIDTH_PX), self._chance.uniform(-40, HEIGHT_PX)
                length, bright = self._chance.uniform(12, 46), int(self._chance.uniform(14, 44))
                start, end = (
                    (round(x * 16), round(y * 16)),
                    (round((x - length * 0.12) * 16), round((y + length) * 16)),
                )
                cv2.line(layer, start, end, bright, 1, cv2.LINE_AA, 4)
            soft = cv2.blur(layer, (2, 5))
            self._rain.append(np.asarray(cv2.cvtColor(soft, cv2.COLOR_GRAY2BGR), np.uint8))
        return self._rain
