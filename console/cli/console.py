"""``lotkeeper console``: the consoles of the lot; who joins, who leaves, and which of them is the hub."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from importlib import import_module

from console.cli.here import Here, opened, sign_on
from console.cli.parsing import add_action
from core.domain.errors import Refused
from core.domain.people import Right
from core.services.appoint_hub import appoint_hub
from core.services.rename_console import rename_console
from core.services.revoke_console import revoke_console
from core.store.folder import DataFolder
from core.store.queries.sharing import ListedConsole, members
from core.store.viewing import viewing

DONE = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper console``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_action(actions, "list", "the consoles of the lot")
    invite = add_action(actions, "invite", "make a code with which a new console joins, and wait for it")
    invite.add_argument("name", metavar="NAME", help="what the new console is called")
    invite.add_argument(
        "--no-wait", action="store_true", help="do not wait; open the console's window instead"
    )
    join = add_action(actions, "join", "make this console one of a lot that has others already")
    join.add_argument("address", metavar="ADDRESS", help="where the lot's hub is, host or host:port")
    join.add_argument("code", nargs="?", metavar="CODE", help="LK-XXXX-XXXX-XXXX-XXXX; asked for if left out")
    join.add_argument("--entry", action="store_true", help="cars come in through this console's lanes")
    rename = add_action(actions, "rename", "give a console another name")
    rename.add_argument("console", metavar="CONSOLE", help="its number, name or id")
    rename.add_argument("name", metavar="NAME", help="the new name")
    revoke = add_action(actions, "revoke", "no longer hear a console that is gone")
    revoke.add_argument("console", metavar="CONSOLE", help="its number, name or id")
    revoke.add_argument("--reason", required=True, metavar="TEXT", help="why, for the record")
    hub = add_action(actions, "hub", "make this console the lot's hub")
    for action in (invite, rename, revoke, hub):
        action.add_argument(
            "--person", metavar="NAME", help="who does it; the only administrator if left out"
        )


def run(args: argparse.Namespace) -> int:
    """Do the action and print what became of it."""
    if args.action in _MODULES:
        # Loaded here: a list needs neither TLS nor a web server.
        return int(import_module(_MODULES[args.action]).run(args))
    if args.action == "list":
        return _list(args)
    with opened(args.data) as here:
        report = _ACTIONS[args.action](args, here)
    _say(args, report)
    return DONE


def _list(args: argparse.Namespace) -> int:
    with viewing(DataFolder(args.data).database) as view:
        own, listed = view.console_id, members(view)
    if args.json:
        print(json.dumps([_document(each, own) for each in listed], ensure_ascii=False))
        return DONE
    for each in listed:
        print(_line(each, own))
    if not listed:
        print("this lot has one console and shares nothing; `lotkeeper console invite NAME` changes that")
    return DONE


def _rename(args: argparse.Namespace, here: Here) -> Mapping[str, object]:
    actor = sign_on(here, args.person, Right.MANAGE_CONSOLES)
    chosen = _chosen(here, args.console)
    name = here.store.write(
        lambda unit: rename_console(unit, actor=actor, console_id=chosen.console_id, name=args.name)
    )
    return {"renamed": chosen.name, "name": name}


def _revoke(args: argparse.Namespace, here: Here) -> Mapping[str, object]:
    actor = sign_on(here, args.person, Right.MANAGE_CONSOLES)
    chosen = _chosen(here, args.console)
    here.store.write(
        lambda unit: revoke_console(unit, actor=actor, console_id=chosen.console_id, reason=args.reason)
    )
    return {"revoked": chosen.name, "spaces_it_holds": max(0, chosen.balance)}


def _become_hub(args: argparse.Namespace, here: Here) -> Mapping[str, object]:
    actor = sign_on(here, args.person, Right.MANAGE_CONSOLES)
    own = here.own
    here.store.write(
        lambda unit: appoint_hub(
            unit, actor=actor, console_id=here.store.console_id, address=own.address, own=own
        )
    )
    return {"hub": own.name, "address": own.address}


def _chosen(here: Here, text: str) -> ListedConsole:
    """The console that is meant; Refused ``console.unknown``, or ``console.which`` for a name of several."""
    listed = here.store.read(members)
    wanted = text.strip().casefold()
    found = [each for each in listed if wanted in {str(each.number), each.name.casefold(), each.console_id}]
    at_work = [each for each in found if each.revoked_at is None] or found
    if not at_work:
        raise Refused("console.unknown", console_id=text)
    if len(at_work) > 1:
        raise Refused("console.which", names=", ".join(f"{each.number} {each.name}" for each in at_work))
    return at_work[0]


def _say(args: argparse.Namespace, report: Mapping[str, object]) -> None:
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        for name, value in report.items():
            print(f"{name.replace('_', ' ')}: {value}")


def _line(each: ListedConsole, own: str) -> str:
    notes = [
        words
        for holds, words in (
            (each.is_hub, "hub"),
            (each.console_id == own, "this console"),
            (each.revoked_at is not None, "revoked"),
            (each.balance > 0, f"holds {each.balance} spaces"),
        )
        if holds
    ]
    return f"{each.number} {each.name} ({each.console_id})" + (f": {', '.join(notes)}" if notes else "")


def _document(each: ListedConsole, own: str) -> dict[str, object]:
    return {
        "console_id": each.console_id,
        "number": each.number,
        "name": each.name,
        "joined_at": each.joined_at.isoformat(),
        "revoked_at": None if each.revoked_at is None else each.revoked_at.isoformat(),
        "is_hub": each.is_hub,
        "is_this": each.console_id == own,
        "spaces": each.balance,
    }


_MODULES = {"invite": "console.cli.console_invite", "join": "console.cli.console_join"}
_ACTIONS = {"rename": _rename, "revoke": _revoke, "hub": _become_hub}
