"""``lotkeeper lane``: the lanes of this PC without a window, for a PC without a screen at a gate."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``lotkeeper lane`` has no options of its own: all that it needs stands in the configuration."""
    parser.epilog = "Ends with Ctrl+C or SIGTERM. `lotkeeper autostart` starts it with the PC."


def run(args: argparse.Namespace) -> int:
    """Run the lanes until a signal ends them; 2 where they cannot start."""
    # Loaded here: --help must not pay for cameras and database.
    from console.headless import run_lanes  # noqa: PLC0415

    return run_lanes(args.data)
