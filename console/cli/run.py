"""``lotkeeper``: the console itself, in a window."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the console; they hold for this run only, the file stays as it is."""
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help="colours of the screen")
    parser.add_argument("--language", choices=("en", "zh_TW"), help="language of the screen")
    parser.add_argument("--scale", type=_scale, metavar="1…2", help="size of the text, 1 to 2")
    parser.add_argument("--simulate", action="store_true", help="run on a simulated lot")


def run(args: argparse.Namespace) -> int:
    """Open the console; 2 where it cannot start."""
    # Loaded here: --help must not pay for Qt.
    from console.app import run_console  # noqa: PLC0415
    from console.look import Options  # noqa: PLC0415

    options = Options(theme=args.theme, language=args.language, scale=args.scale, simulate=args.simulate)
    return run_console(args.data, options)


def _scale(text: str) -> float:
    scale = float(text)
    if not 1.0 <= scale <= 2.0:
        raise argparse.ArgumentTypeError("expected a number from 1 to 2")
    return scale
