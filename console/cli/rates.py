"""``lotkeeper rates check|quote|rehearse``: rate plans, looked at before they are published."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from console.cli.parsing import add_action
from core.domain.rates.plan import DEFAULT_CLASS

# Loaded when chosen: an action pays only for what it needs itself.
ACTIONS = {
    "check": "console.cli.rates_check",
    "export": "console.cli.rates_export",
    "import": "console.cli.rates_import",
    "quote": "console.cli.rates_quote",
    "rehearse": "console.cli.rates_rehearse",
}
_VALIDATION_HELP = (
    "a shop's discount: time:MINUTES, amount:1.50, percent:50 or rate:NAME; @ID behind it tells one from "
    "the next, and the same one twice is refused"
)
_SPAN_HELP = "FROM/TO, two instants with a slash between them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper rates``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_plan(add_action(actions, "check", "say what may be wrong with a rate plan, each with an example"))
    _add_quote(add_action(actions, "quote", "price a stay, or a file of stays, by a rate plan"))
    _add_rehearsal(add_action(actions, "rehearse", "what the last days would have brought by a rate plan"))

    _add_export(add_action(actions, "export", "write a rate plan in the form of another standard"))
    _add_import(add_action(actions, "import", "make a rate plan of what another standard says"))


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 0 done, 1 where something was found or could not be priced."""
    return int(import_module(ACTIONS[args.action]).run(args))


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN", help="file of the rate plan")


def _add_quote(parser: argparse.ArgumentParser) -> None:
    _add_plan(parser)
    parser.add_argument(
        "--entry", metavar="TIME", help="2026-05-13T08:00:00+08:00, or without the offset in the plan's zone"
    )
    parser.add_argument("--exit", metavar="TIME", help="likewise")
    parser.add_argument(
        "--batch", metavar="FILE", help="stays as JSON, one a line, answered in order; - reads standard input"
    )
    facts = parser.add_argument_group("what is known of the stay")
    facts.add_argument(
        "--class", dest="vehicle_class", metavar="CLASS", help=f"{DEFAULT_CLASS} (default), coach, …"
    )
    _add_list(facts, "--holiday", "DATE", "a holiday beside those of the plan")
    facts.add_argument("--lost-ticket", action="store_true", help="the ticket was lost")
    _add_list(facts, "--validation", "DISCOUNT", _VALIDATION_HELP)
    facts.add_argument(
        "--loyalty", nargs="?", const=True, metavar="NAME", help="a member, perhaps of the club of that name"
    )
    _add_list(facts, "--tag", "TAG", "something that the plan asks for, as ev")
    facts.add_argument("--prior-minutes", type=int, metavar="N", help="length of earlier visits that count")
    _add_list(facts, "--visit", "SPAN", f"an earlier visit that counts: {_SPAN_HELP}")
    facts.add_argument("--free-used", action="store_true", help="it had its free minutes already")
    facts.add_argument("--prepaid", metavar="AMOUNT", help="what was paid for a booking, as 12.50")
    facts.add_argument("--booked-until", metavar="TIME", help="the end of the booking")
    _add_list(facts, "--covered", "SPAN", f"time that a pass covers: {_SPAN_HELP}")
    _add_list(facts, "--quantity", "NAME=NUMBER", "another figure that costs, as kwh=12.5")


def _add_rehearsal(parser: argparse.ArgumentParser) -> None:
    _add_plan(parser)
    parser.add_argument(
        "--days", default="30", metavar="N", help="stays that ended in the last N days (default 30)"
    )
    parser.add_argument("--database", type=Path, metavar="FILE", help="that file instead of the console's")


def _add_export(parser: argparse.ArgumentParser) -> None:
    _add_plan(parser)
    parser.add_argument("--apds", action="store_true", required=True, help="as RateTables of APDS 4")
    _add_to(parser)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="file of RateTables, JSON")
    parser.add_argument("--apds", action="store_true", required=True, help="it holds RateTables of APDS 4")
    parser.add_argument(
        "--timezone", default="UTC", metavar="ZONE", help="the lot's zone: the file names none"
    )
    _add_to(parser)


def _add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, default=Path("-"), metavar="FILE", help="a new file (default: standard output)"
    )


def _add_list(facts: argparse._ArgumentGroup, name: str, metavar: str, words: str) -> None:
    facts.add_argument(name, nargs="+", action="extend", default=[], metavar=metavar, help=words)
