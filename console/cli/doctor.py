"""``lotkeeper doctor``: looks at the whole installation, and says the next step for what is wrong."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from console.cli.checkup.finding import Finding, State, ok, skipped, trouble
from console.cli.parsing import add_json
from console.cli.words import count_lanes, error_line
from core.config import Config, load_config
from core.config.plate_formats import load_formats
from core.domain.errors import ConfigError, StoreError
from core.store.folder import DataFolder

DONE, SOME_FAILED, USAGE = 0, 1, 2
_MARKS = {State.OK: "✓ ok", State.TROUBLE: "✗ trouble", State.SKIPPED: "– skipped"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``lotkeeper doctor``."""
    add_json(parser)
    parser.add_argument("--offline", action="store_true", help="ask no time server and no second place")


def run(args: argparse.Namespace) -> int:
    """Look at everything; 1 where something is wrong, 2 where it is the configuration."""
    folder = DataFolder(args.data)
    try:
        config, wrong = load_config(folder.config), None
    except ConfigError as error:
        config, wrong = None, error
    findings: list[Finding] = []
    for finding in _findings(folder, config, wrong, offline=args.offline):
        findings.append(finding)
        if not args.json:
            _say(finding)
    failed = sum(finding.state is State.TROUBLE for finding in findings)
    if args.json:
        print(json.dumps(_report(findings), ensure_ascii=False))
    else:
        print(f"{failed} of {len(findings)} need attention" if failed else "all is well")
    if wrong is not None:
        print(f"lotkeeper: {error_line(wrong)}", file=sys.stderr)
        return USAGE
    return SOME_FAILED if failed else DONE


def _findings(
    folder: DataFolder, config: Config | None, wrong: ConfigError | None, *, offline: bool
) -> Iterator[Finding]:
    # Loaded here: models, database and devices take a second that `lotkeeper --help` must not pay.
    from console.cli.checkup.folder import check_folder  # noqa: PLC0415
    from console.cli.checkup.hardware import check_hardware  # noqa: PLC0415
    from console.cli.checkup.libraries import check_libraries  # noqa: PLC0415
    from console.cli.checkup.outside import check_outside  # noqa: PLC0415
    from console.cli.checkup.program import check_program  # noqa: PLC0415
    from console.cli.checkup.reader import check_reader  # noqa: PLC0415
    from console.readers import reader_of  # noqa: PLC0415

    yield from check_program()
    yield from check_libraries(config)
    yield from check_folder(folder)
    if wrong is not None:
        yield trouble("configuration", str(wrong), "correct this line; `lotkeeper config check` looks again")
    if config is None:
        yield skipped("lanes", "not looked at while the configuration cannot be used")
        return
    yield _configuration(folder.config, config)
    yield _site_formats(folder.config, config)
    yield check_reader(reader_of(config, folder.path))
    yield from check_outside(config, folder.path, offline=offline)
    yield from check_hardware(config, named_in=folder.config, is_running=_is_running(folder))


def _is_running(folder: DataFolder) -> bool:
    """Whether a console has the folder, and with it the devices."""
    if not folder.path.is_dir():
        return False
    try:
        folder.hold()
    except StoreError as error:
        return error.cause == "store.in_use"
    folder.release()
    return False


def _configuration(file: Path, config: Config) -> Finding:
    if not file.exists():
        return ok("configuration", f"{file} is not there, so all is as by default")
    return ok("configuration", f"{file}, {count_lanes(len(config.lanes))}")


def _site_formats(file: Path, config: Config) -> Finding:
    try:
        load_formats(config.plates.formats, named_in=file)
    except ConfigError as error:
        step = "choose formats under Settings, Plates, or correct the line that is named"
        return trouble("plate formats of the site", str(error), step)
    if not config.plates.formats:
        said = "none named, so plates from anywhere; naming them in Settings makes the reader surer"
        return ok("plate formats of the site", said)
    return ok("plate formats of the site", ", ".join(config.plates.formats))


def _say(finding: Finding) -> None:
    print(f"{_MARKS[finding.state]:<10} {finding.subject}: {finding.said}", flush=True)
    if finding.next_step:
        print(f"{'':<10} next: {finding.next_step}", flush=True)


def _report(findings: list[Finding]) -> dict[str, object]:
    return {
        "ok": all(finding.state is not State.TROUBLE for finding in findings),
        "checks": [
            {
                "subject": finding.subject,
                "state": finding.state.value,
                "said": finding.said,
                "next": finding.next_step or None,
            }
            for finding in findings
        ],
    }
