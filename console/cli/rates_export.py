"""What ``lotkeeper rates export --apds`` does: a plan as APDS RateTables, and what they cannot say."""

from __future__ import annotations

import argparse
import json

from console.cli.rates_apds import STANDARD, note_document, print_notes, write_to
from core.config.rate_plans import read_plan
from core.config.rate_plans.apds_export import to_apds

DONE, SOME_FAILED = 0, 1


def run(args: argparse.Namespace) -> int:
    """Write the RateTables; 1 where stays would cost something else by them, each reason named."""
    document, losses = to_apds(read_plan(args.plan))
    if args.json:
        found = {"rates": document, "losses": [note_document(loss) for loss in losses]}
        print(json.dumps(found, ensure_ascii=False))
    if not args.json or args.to != STANDARD:
        write_to(args.to, json.dumps(document, ensure_ascii=False, indent=2))
    if not args.json:
        print_notes(losses)
    return DONE if all(loss.keeps_price for loss in losses) else SOME_FAILED
