"""The one program, ``lotkeeper``: chooses a subcommand and loads only what that one needs."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from console.cli.parsing import CommandParser, Parser
from console.cli.words import error_line
from core.domain.errors import LotkeeperError

DONE, SOME_FAILED, USAGE = 0, 1, 2
INTERRUPTED = 130
CONSOLE = "console.cli.run"
COMMANDS = {
    "autostart": ("console.cli.autostart", "have Lotkeeper started with the PC, by systemd"),
    "config": ("console.cli.config", "check the configuration file of this machine"),
    "console": ("console.cli.console", "the consoles of the lot: list, invite, join, rename, revoke, hub"),
    "db": ("console.cli.db", "upgrade, check, back up or restore the database"),
    "demo": ("console.cli.demo", "open the console on a simulated lot"),
    "doctor": ("console.cli.doctor", "check the whole installation, and say the next step"),
    "journal": ("console.cli.journal", "verify the journal"),
    "lane": ("console.cli.lane", "run the lanes of this PC without a window"),
    "move": ("console.cli.move", "take this console to another PC"),
    "plates": ("console.cli.plates", "how well plates are read, by pictures whose plates are known"),
    "rates": ("console.cli.rates", "check a rate plan, and price stays by it"),
    "read": ("console.cli.read", "read the plates in picture files"),
    "shift": ("console.cli.shift", "the shifts and their sealed reports: list, show, verify"),
    "simulate": ("console.cli.simulate", "fill a shared database with a made-up city"),
    "sync": ("console.cli.sync", "say how this console shares with the others"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 done, 1 some items failed, 2 usage or configuration."""
    _print_whatever_the_terminal_can()
    try:
        return _run(_parser().parse_args(sys.argv[1:] if argv is None else list(argv)))
    except LotkeeperError as error:
        print(f"lotkeeper: {error_line(error)}", file=sys.stderr)
        return USAGE
    except SystemExit as stop:  # how argparse ends after help, version and bad usage
        return stop.code if isinstance(stop.code, int) else USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); what is still buffered must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED


def _parser() -> Parser:
    parser = Parser(
        prog="lotkeeper",
        description="The console of a car park. Without a command the console opens.",
    )
    parser.add_argument("--version", action="version", version=f"lotkeeper {_version()}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of this console's data")
    import_module(CONSOLE).add_arguments(parser.add_argument_group("options of the console"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=CommandParser
    )
    for name, (module, words) in COMMANDS.items():
        commands.add_parser(name, help=words, description=words.capitalize() + ".", module=module)
    return parser


def _print_whatever_the_terminal_can() -> None:
    """A letter that the terminal does not know is escaped, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(args: argparse.Namespace) -> int:
    if args.data is None:
        args.data = Path(platformdirs.user_data_dir("lotkeeper"))
    module = import_module(CONSOLE if args.command is None else COMMANDS[args.command][0])
    return int(module.run(args))


def _version() -> str:
    try:
        return version("lotkeeper")
    except PackageNotFoundError:
        return "(not installed)"
