"""Argument parsers that say one line when they are used wrongly, and load a subcommand when it is chosen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """Bad usage is one line on standard error, and exit code 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Say what was wrong, and where help is."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


class CommandParser(Parser):
    """The parser of a subcommand: its module is imported when the subcommand was chosen, not before."""

    def __init__(self, *, module: str, **options: Any) -> None:
        super().__init__(**options)
        self._module: str | None = module

    def add_subparsers(self, **options: Any) -> Any:
        """Actions of a subcommand are loaded with it."""
        return super().add_subparsers(**{"parser_class": Parser, **options})

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Load the module's arguments first."""
        module, self._module = self._module, None
        if module is not None:
            add_data(self)
            import_module(module).add_arguments(self)
        return super().parse_known_args(sys.argv[1:] if args is None else args, namespace)


def add_data(parser: argparse.ArgumentParser) -> None:
    """``--data`` after a command as well as before it."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="folder of this console's data",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``: for machines instead of people."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_action(actions: Any, name: str, words: str) -> argparse.ArgumentParser:
    """An action of a subcommand (``db check``), with ``--data`` and ``--json``."""
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=words, description=words.capitalize() + "."
    )
    add_data(parser)
    add_json(parser)
    return parser
