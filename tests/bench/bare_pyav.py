"""BASELINE: ``python -m tests.bench.bare_pyav URL SECONDS OUT``: how old pictures are that PyAV reads."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import av
import numpy as np

from tests.far_sides.rtsp import burnt_in_ns

WARM_UP_S = 3.0


def main() -> None:
    """Read an RTSP stream that burns its clock in, on one thread, for so many seconds."""
    url, seconds, out = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3])
    ages_ms: list[float] = []
    begun = time.monotonic()
    with av.open(
        url, options={"rtsp_transport": "tcp", "fflags": "nobuffer", "flags": "low_delay"}
    ) as stream:
        stream.streams.video[0].thread_type = "NONE"
        for frame in stream.decode(video=0):
            picture = np.asarray(frame.to_ndarray(format="bgr24"), dtype=np.uint8)
            age_ms = (time.monotonic_ns() - burnt_in_ns(picture)) / 1e6
            since = time.monotonic() - begun
            if since > WARM_UP_S:
                ages_ms.append(age_ms)
            if since > WARM_UP_S + seconds:
                break
    out.write_text(json.dumps({"ages_ms": ages_ms}))


if __name__ == "__main__":
    main()
