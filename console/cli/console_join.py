"""``lotkeeper console join``: makes this console one of a lot, and fetches what the lot knows."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace

from console.cli.here import Here, opened
from console.cli.words import words_for
from console.compose_hub import hub_link
from core.config import write_config
from core.domain.errors import BadInput, LinkError
from core.services.join_lot import Joined, join_lot
from core.services.let_join import Applicant
from core.store.membership import StoreMembership
from core.store.replica import StoreReplica
from core.sync.exchange import Exchange
from core.sync.hub_knock import knock

DONE, SOME_FAILED = 0, 1


def run(args: argparse.Namespace) -> int:
    """Join; 1 where it joined but could not fetch everything yet."""
    with opened(args.data) as here:
        joined = _join(args, here)
        fetched, cause = _fetch(here, args.address)
    if args.json:
        print(
            json.dumps(
                {
                    "lot_id": joined.lot_id,
                    "number": joined.number,
                    "name": joined.name,
                    "entries": fetched,
                    "cause": cause or None,
                }
            )
        )
    else:
        print(f"joined as console {joined.number}, {joined.name}; {fetched} entries fetched")
        if cause:
            print(f"the rest comes when the console runs: {words_for(cause)}")
    return SOME_FAILED if cause else DONE


def _join(args: argparse.Namespace, here: Here) -> Joined:
    applicant = Applicant(
        here.store.console_id, here.config.console.name, here.identity.public_key, entry_lanes=args.entry
    )
    joined = join_lot(
        StoreMembership(here.store),
        knock,
        address=args.address,
        code=args.code or _asked(),
        applicant=applicant,
    )
    shared = replace(here.config.shared, hub=args.address.strip())
    console = replace(here.config.console, name=joined.name)
    write_config(here.folder.config, replace(here.config, shared=shared, console=console))
    return joined


def _fetch(here: Here, address: str) -> tuple[int, str]:
    """How many entries came over, and the reason code where it ended too early."""
    link = hub_link(here.store, replace(here.config.shared, hub=address), here.identity)
    if link is None:
        return 0, "link.no_answer"
    exchange = Exchange(StoreReplica(here.store), link, relays=lambda: False)
    fetched = 0
    try:
        while True:
            done = exchange.round()
            fetched += done.pulled
            if not done.more:
                return fetched, done.problems[0][1] if done.problems else ""
    except LinkError as error:
        return fetched, error.cause
    finally:
        link.close()


def _asked() -> str:
    if not sys.stdin.isatty():
        raise BadInput("join.bad_code")
    return input("code: ")
