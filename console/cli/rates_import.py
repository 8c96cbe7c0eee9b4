"""What ``lotkeeper rates import --apds`` does: APDS RateTables as a rate plan, and what was assumed."""

from __future__ import annotations

import argparse
import json

from console.cli.rates_apds import STANDARD, note_document, print_notes, write_to
from core.config.rate_plans import plan_text
from core.config.rate_plans.apds_reading import read_apds

DONE, SOME_FAILED = 0, 1


def run(args: argparse.Namespace) -> int:
    """Write the plan; 1 where something was left out or taken in one of its meanings, each named."""
    plan, notes = read_apds(args.file, timezone=args.timezone)
    text = plan_text(plan)
    if args.json:
        print(
            json.dumps({"plan": text, "notes": [note_document(note) for note in notes]}, ensure_ascii=False)
        )
    if not args.json or args.to != STANDARD:
        write_to(args.to, text)
    if not args.json:
        print_notes(notes)
    return DONE if all(note.keeps_price for note in notes) else SOME_FAILED
