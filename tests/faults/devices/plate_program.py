"""A plate reader for the fault decks: says whatever plate lies in the file that it is started with."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Speak the reader's protocol (docs/plug-in-readers.md) until the input ends."""
    file = Path(sys.argv[1])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        plate = file.read_text()
        plates = [{"text": plate, "confidence": 0.97, "box": [200, 200, 160, 40]}] if plate else []
        print(json.dumps({"id": json.loads(line)["id"], "plates": plates}), flush=True)


if __name__ == "__main__":
    main()
