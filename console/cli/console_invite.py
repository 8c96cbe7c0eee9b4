"""``lotkeeper console invite``: makes a code, opens the hub's door, and waits until somebody joined."""

from __future__ import annotations

import argparse
import json
import secrets
import time

from console.cli.here import Here, opened, sign_on
from console.compose_hub import hub_server
from core.domain.errors import LinkError
from core.domain.invitations import SECRET_BYTES, Invitation, code_of
from core.domain.people import Right
from core.services.invite_console import invite_console

DONE, SOME_FAILED = 0, 1
_LOOK_EVERY_SECONDS = 0.5


def run(args: argparse.Namespace) -> int:
    """Print the code and where to knock; 1 where nobody joined in time."""
    with opened(args.data) as here:
        actor = sign_on(here, args.person, Right.MANAGE_CONSOLES)
        secret, own = secrets.token_bytes(SECRET_BYTES), here.own
        invitation = here.store.write(
            lambda unit: invite_console(unit, actor=actor, name=args.name, secret=secret, own=own)
        )
        _tell(args, invitation, code_of(secret), own.address)
        if args.no_wait:
            return DONE
        joined = _wait(here, invitation)
    report = {"joined": joined is not None, "console_id": joined}
    if args.json:
        print(json.dumps(report))
    else:
        print(f"{invitation.name} has joined" if joined else "nobody joined: the code has ended")
    return DONE if joined else SOME_FAILED


def _tell(args: argparse.Namespace, invitation: Invitation, code: str, address: str) -> None:
    if args.json:
        until = invitation.expires_at.isoformat()
        print(json.dumps({"code": code, "address": address, "until": until}), flush=True)
        return
    print(f"code: {code}")
    print(f"address: {address}")
    print(f"good for 15 minutes; on the new console: lotkeeper console join {address}", flush=True)


def _wait(here: Here, invitation: Invitation) -> str | None:
    """The id of the console that joined, None where the invitation ended before."""
    server = hub_server(here.store, here.folder, here.config.shared, here.identity, here.clock)
    if server is None:
        return None
    server.start()
    try:
        if server.cause:
            raise LinkError(server.cause)
        while True:
            kept = next(
                (
                    each
                    for each in here.store.read(lambda unit: unit.invitations())
                    if each.invitation_id == invitation.invitation_id
                ),
                None,
            )
            if kept is None or kept.used_at is not None or not kept.is_open(here.clock.now()):
                return kept.used_by or None if kept is not None else None
            time.sleep(_LOOK_EVERY_SECONDS)
    finally:
        server.stop()
