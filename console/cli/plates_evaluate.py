"""What ``lotkeeper plates evaluate`` does: the pictures, the readers, and the report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from console.evaluation.earlier_run import load_run
from console.evaluation.figures import Document, differences, figures_of
from console.evaluation.labelled import LabelledPicture, Trouble, labelled_pictures, only_half
from console.evaluation.own_labels import own_labels
from console.evaluation.progress import ProgressLine
from console.evaluation.readers import ReaderChoice, Readers
from console.evaluation.reading import Evaluated, as_read_earlier, evaluate
from console.evaluation.report import report_lines
from core.store.folder import DataFolder

DONE, SOME_FAILED, INTERRUPTED = 0, 1, 130
# What another is called, and how it reads.
Other = tuple[str, Callable[[], Evaluated]]
EARLIER, FORMATS, A_FILE = "earlier", "formats:", ".json"


def run(args: argparse.Namespace) -> int:
    """Read the pictures, print the figures; 1 where some could not be read, 130 where it was stopped."""
    pictures, troubles, formats = _pictures(args)
    choice = ReaderChoice(args.reader, formats)
    with ExitStack() as opened:
        # What is wrong with a choice is said before an hour of pictures, not after.
        readers = _open(opened, choice, pictures, args.threads)
        others = [_other(opened, text, choice, pictures, args.threads) for text in args.against]
        found = _evaluated(choice.name, readers, pictures)
        compared = _compared(found, others)
    broken = (*troubles, *found.troubles)
    found = Evaluated(found.outcomes, broken, found.asked_for + len(troubles), found.stopped)
    figures = figures_of(choice.name, found) | {"half": args.half, "against": compared}
    print(json.dumps(figures, ensure_ascii=False) if args.json else "\n".join(report_lines(figures)))
    if found.stopped or any(other["stopped"] for other in compared):
        return INTERRUPTED
    return SOME_FAILED if broken else DONE


def _compared(found: Evaluated, others: Sequence[Other]) -> list[Document]:
    """What the others read, until one is stopped."""
    compared: list[Document] = []
    stopped = found.stopped
    for name, read in others:
        if stopped:
            break
        other = read()
        stopped = other.stopped
        compared.append(figures_of(name, other) | differences(found.outcomes, other.outcomes))
    return compared


def _pictures(args: argparse.Namespace) -> tuple[list[LabelledPicture], list[Trouble], str]:
    """The pictures, what was wrong with their list, and the formats to read them with."""
    formats = args.formats or ""
    if args.pictures is not None:
        pictures, troubles = labelled_pictures(args.pictures)
    else:
        own = own_labels(DataFolder(args.data))
        pictures, troubles = list(own.pictures), []
        formats = ",".join(own.formats) if args.formats is None else formats
        if own.without_photo:
            print(f"{own.without_photo} labels have no photo any more", file=sys.stderr)
    if args.camera:
        pictures = [picture for picture in pictures if picture.camera == args.camera]
    if args.half:
        pictures, unreadable = only_half(pictures, args.half)
        troubles = [*troubles, *unreadable]
    return pictures[: args.most], troubles, formats


def _open(
    opened: ExitStack, choice: ReaderChoice, pictures: Sequence[LabelledPicture], threads: int
) -> Readers:
    readers = opened.enter_context(closing(Readers(choice, threads=threads)))
    readers.open_for(picture.region for picture in pictures)
    return readers


def _evaluated(name: str, readers: Readers, pictures: Sequence[LabelledPicture]) -> Evaluated:
    progress = ProgressLine(name, sys.stderr)
    found = evaluate(pictures, readers.reader_for, progress)
    progress.end()
    return found


def _other(
    opened: ExitStack, text: str, choice: ReaderChoice, pictures: Sequence[LabelledPicture], threads: int
) -> Other:
    """What is compared with: read when taken, a former run's file, other formats, or another reader."""
    if text == EARLIER:
        return "as read when they were taken", partial(as_read_earlier, pictures)
    if text.endswith(A_FILE):
        former = load_run(Path(text))
        return text, lambda: former
    if text.startswith(FORMATS):
        other = ReaderChoice(choice.reader, text.removeprefix(FORMATS))
    else:
        other = ReaderChoice(text, choice.formats)
    return other.name, partial(_evaluated, other.name, _open(opened, other, pictures, threads), pictures)
