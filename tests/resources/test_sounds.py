import wave
from importlib import resources

import numpy as np

NAMES = ("arrival", "exception", "alarm", "money_done")


def test_the_four_sounds_are_short_and_neither_silent_nor_clipped() -> None:
    for name in NAMES:
        with (
            (resources.files("resources") / "sounds" / f"{name}.wav").open("rb") as raw,
            wave.open(raw) as sound,
        ):
            samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")
            assert 0.3 < sound.getnframes() / sound.getframerate() < 1.5, name
        loudest = int(np.abs(samples.astype(int)).max())
        assert 10_000 < loudest < 30_000, name
        assert abs(int(samples[0])) < 50, name
        assert abs(int(samples[-1])) < 50, name


def test_the_four_sounds_differ() -> None:
    sounds = {(resources.files("resources") / "sounds" / f"{name}.wav").read_bytes() for name in NAMES}
    assert len(sounds) == len(NAMES)
