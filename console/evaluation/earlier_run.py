"""The outcomes of a former evaluation, from the JSON that it printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from console.evaluation.reading import Evaluated
from core.domain.errors import BadInput
from core.domain.read_rates import Outcome

MOST_BYTES = 256 * 1024 * 1024


def load_run(path: Path) -> Evaluated:
    """What that run read; BadInput ``evaluation.not_readable`` where the file is not one of its answers."""
    try:
        with path.open("rb") as stream:
            said = json.loads(stream.read(MOST_BYTES))
        outcomes = tuple(_outcome(one) for one in said["outcomes"])
    except OSError as error:
        raise BadInput("evaluation.not_readable", file=str(path), problem=error.strerror) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput("evaluation.not_readable", file=str(path), problem="no evaluation's JSON") from error
    return Evaluated(outcomes, asked_for=len(outcomes))


def _outcome(said: dict[str, Any]) -> Outcome:
    return Outcome(
        file=str(said["file"]),
        truth=str(said["truth"]),
        read=str(said["read"] or ""),
        confidence=float(said["confidence"]),
        elapsed_ms=float(said["ms"]),
        offered=tuple(str(text) for text in said["offered"]),
        camera=str(said["camera"]),
        region=str(said["region"]),
    )
