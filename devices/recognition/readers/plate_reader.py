"""What every reader of plates does, whoever made it."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read


class PlateReader(Protocol):
    """Reads plates in a picture; one picture at a time, not for several threads at once."""

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        """The plates in the picture (BGR, 8 bit, height × width × 3), best first; none is an answer.

        ``hint`` is where the plate was a moment ago. No further pass starts later than ``deadline_ms``
        after the call. Raises DeviceError where the reader itself fails.
        """
