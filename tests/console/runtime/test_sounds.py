"""The four sounds: there, short, and softer on request."""

from __future__ import annotations

import io
import wave

import pytest

from console.runtime.sounds import Sound, Sounds, louder, wave_of


def samples(content: bytes) -> list[int]:
    with wave.open(io.BytesIO(content)) as source:
        assert source.getsampwidth() == 2
        frames = source.readframes(source.getnframes())
    return [int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2)]


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_ships_and_is_short(sound: Sound) -> None:
    with wave.open(io.BytesIO(wave_of(sound))) as source:
        assert 0.05 < source.getnframes() / source.getframerate() < 2.0


def test_the_four_sounds_differ() -> None:
    assert len({wave_of(sound) for sound in Sound}) == len(Sound)


def test_half_the_volume_is_half_as_loud() -> None:
    full = wave_of(Sound.ALARM)
    assert max(samples(louder(full, 0.5))) == pytest.approx(max(samples(full)) / 2, abs=2)


def test_a_machine_without_a_player_stays_silent_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    sounds = Sounds()
    sounds.play(Sound.ALARM)
    assert sounds.can_be_heard is False
