"""What ``lotkeeper plates export`` does, and what it warns of."""

from __future__ import annotations

import argparse
import json
import sys

from console.evaluation.export import export
from console.evaluation.own_labels import own_labels
from console.evaluation.progress import ProgressLine
from core.store.folder import DataFolder

DONE, SOME_FAILED = 0, 1
WARNING = (
    "These are photos of people's cars with their plates: personal data. Keep the folder where only those\n"
    "see it who train with it, pass it to nobody, and delete it when the training is done."
)


def run(args: argparse.Namespace) -> int:
    """Write pictures and truth; 1 where some could not be used."""
    own = own_labels(DataFolder(args.data), with_boxes=True)
    progress = ProgressLine("export", sys.stderr)
    done = export(own, args.to, progress, crops=args.crops)
    progress.end()
    print(WARNING, file=sys.stderr)
    if args.json:
        print(
            json.dumps(
                {
                    "folder": str(args.to),
                    "pictures": done.pictures,
                    "without_box": done.whole,
                    "without_photo": own.without_photo,
                    "broken": [{"file": one.name, "problem": one.problem} for one in done.troubles],
                }
            )
        )
    else:
        print(f"{args.to}: {done.pictures} pictures, {done.whole} of them without a known place of the plate")
        if own.without_photo:
            print(f"{own.without_photo} labels have no photo any more")
        for one in done.troubles:
            print(f"not exported: {one.name}: {one.problem}")
    return SOME_FAILED if done.troubles else DONE
