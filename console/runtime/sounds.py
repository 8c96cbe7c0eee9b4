"""The four sounds of the booth, played by whatever the machine has for it; silent where it has nothing."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
import sys
import threading
import wave
from array import array
from enum import StrEnum
from importlib import resources

log = logging.getLogger(__name__)

PLAY_SECONDS = 5.0
# Players that take a WAV on standard input, best first; Linux desktops have at least one of them.
_PLAYERS = (("pw-play", "-"), ("paplay",), ("aplay", "-q", "-"))


class Sound(StrEnum):
    """What a sound says; the files are ``resources/sounds/<value>.wav``."""

    ARRIVAL = "arrival"
    EXCEPTION = "exception"
    ALARM = "alarm"
    MONEY = "money_done"


class Sounds:
    """Plays sounds without ever making anyone wait; ``volume`` 0…1, 0 is silence."""

    def __init__(self, volume: float = 1.0) -> None:
        self.volume = volume
        self._busy = threading.Lock()
        self._player = next((player for player in _PLAYERS if shutil.which(player[0])), None)

    @property
    def can_be_heard(self) -> bool:
        """Whether this machine has anything to play sounds with."""
        return self._player is not None or sys.platform == "win32"

    def play(self, sound: Sound) -> None:
        """Play it now; while another one plays, or where nothing can, it is left out."""
        if self.volume <= 0 or not self.can_be_heard or not self._busy.acquire(blocking=False):
            return
        threading.Thread(target=self._play, args=(sound,), name="sound", daemon=True).start()

    def _play(self, sound: Sound) -> None:
        try:
            self._hand_over(louder(wave_of(sound), self.volume))
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("a sound could not be played: %s", error)
        finally:
            self._busy.release()

    def _hand_over(self, content: bytes) -> None:
        if sys.platform == "win32":  # pragma: no cover - not tested on Windows
            import winsound  # noqa: PLC0415 - exists on Windows only

            winsound.PlaySound(content, winsound.SND_MEMORY)
        elif self._player is not None:
            subprocess.run(  # noqa: S603 - a fixed list of players, no shell
                self._player, input=content, timeout=PLAY_SECONDS, check=False, capture_output=True
            )


def wave_of(sound: Sound) -> bytes:
    """The sound's WAV file."""
    return (resources.files("resources") / "sounds" / f"{sound.value}.wav").read_bytes()


def louder(content: bytes, volume: float) -> bytes:
    """The same WAV (16 bit) with its samples multiplied by the volume, 0…1."""
    with wave.open(io.BytesIO(content)) as source:
        parameters, frames = source.getparams(), source.readframes(source.getnframes())
    samples = array("h", frames)
    scaled = array("h", (int(sample * min(1.0, max(0.0, volume))) for sample in samples))
    target = io.BytesIO()
    with wave.open(target, "wb") as written:
        written.setparams(parameters)
        written.writeframes(scaled.tobytes())
    return target.getvalue()
