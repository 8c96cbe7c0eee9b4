"""Whether the plate reader that the site named can be had."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

from console.cli.checkup.finding import Finding, ok, trouble
from console.cli.words import error_line
from core.config.plate_formats import load_formats
from core.domain.errors import DeviceError
from devices.recognition.readers.registry import open_reader
from devices.recognition.readers.registry_text import OWN, PROCESS
from devices.recognition.shapes import Shapes

SUBJECT = "plate reader"


def check_reader(text: str) -> Finding:
    """Opens a site's model; another program is only looked for, a console may be using its one licence."""
    try:
        if text.startswith(PROCESS):
            _find_program(text.removeprefix(PROCESS))
        elif text != OWN:
            # The models of the own reader are looked at one by one, as part of the program.
            open_reader(text, shapes=Shapes(load_formats((), named_in=Path(text)))).close()
    except DeviceError as error:
        step = "correct `reader` in the configuration, or put there what is missing"
        return trouble(SUBJECT, f"{text}: {error_line(error)}", step)
    return ok(SUBJECT, text)


def _find_program(command_line: str) -> None:
    try:
        command = shlex.split(command_line)
    except ValueError as error:
        raise DeviceError("reader.program_missing", detail=str(error)) from error
    if not command or shutil.which(command[0]) is None:
        raise DeviceError("reader.program_missing", detail=command[0] if command else "no command")
