"""What ``lotkeeper plates forget`` does: the kept photos go, whether the site opted in or not."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime

from core.store.folder import DataFolder
from core.store.labels import LabelFolder
from core.store.photos import PhotoStore

DONE = 0


def run(args: argparse.Namespace) -> int:
    """Delete the kept photos; what was corrected stays in the journal."""
    folder = DataFolder(args.data)
    removed = LabelFolder(folder.labels, PhotoStore(folder.photos)).clear(datetime.now(UTC))
    if args.json:
        print(json.dumps({"folder": str(folder.labels), "deleted": removed}))
    else:
        print(f"{folder.labels}: {removed} photos deleted; corrections stay in the journal")
    return DONE
