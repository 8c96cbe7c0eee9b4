"""Verifies this console's journal in a process of its own, so that nothing waits for it. No Qt."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from core.domain.anchors import Anchor, AnyAnchor, to_line, written_again
from core.domain.errors import LotkeeperError
from core.services.ports import Clock
from core.store.findings import Anchored, Problem

log = logging.getLogger(__name__)

AT_START_SECONDS: Final = 30.0
"""After the start lanes, cameras and the reader come first."""

START_LIMIT_SECONDS: Final = 3600.0
"""Two years of 600 cars a day are some 5 million entries: 10 minutes of an idle processor, else longer."""

LIMIT_SECONDS: Final = 4 * 3600.0
JOIN_SECONDS: Final = 5.0
_STEP_SECONDS: Final = 0.5
MOST_SHOWN: Final = 200
_PROGRAM: Final = (
    "import os, sys\n"
    "getattr(os, 'nice', lambda by: None)(10)\n"
    "from console.cli import main\n"
    "raise SystemExit(main(sys.argv[1:]))\n"
)
_DONE: Final = frozenset({0, 1})

Known = Callable[[], tuple[list[AnyAnchor], dict[str, str]]]
"""All anchors that are known, and the reason code of each place that did not answer."""


@dataclass(frozen=True, slots=True)
class VerificationView:
    """How the last verification went; ``at`` is None as long as none has ended.

    ``cause`` is a reason code where it could not be done; ``silent`` names places of anchors that did not
    answer, with theirs. ``problems`` holds the first 200 of ``problem_count``.
    """

    is_running: bool = False
    at: datetime | None = None
    entries: int = 0
    purged: int = 0
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    anchored: tuple[Anchored, ...] = ()
    silent: Mapping[str, str] = field(default_factory=dict)
    cause: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it ended, and everything agreed."""
        return self.at is not None and not self.cause and self.problem_count == 0


class Verifier:
    """Verifies a while after the start, within a limit, and whenever it is asked to."""

    def __init__(
        self,
        database: Path,
        known: Known,
        clock: Clock,
        *,
        photos: Path | None = None,
        first_after_seconds: float = AT_START_SECONDS,
    ) -> None:
        """``photos`` is the folder of photos, which are compared only where somebody asks: they are many."""
        self._photos = photos
        self._database = database
        self._known = known
        self._clock = clock
        self._first_after_seconds = first_after_seconds
        self._view = VerificationView()
        self._one_at_a_time = threading.Lock()
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._asked: Sequence[AnyAnchor] | None = None
        self._thread: threading.Thread | None = None

    @property
    def view(self) -> VerificationView:
        """How it went last; from any thread, at once."""
        return self._view

    def start(self) -> None:
        """Verify in the background once the console is well under way; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="verification", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds, and the process with it; may be called twice."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def ask(self, more: Sequence[AnyAnchor] = ()) -> None:
        """Have it verified as soon as may be, also against these anchors; returns at once."""
        self._asked = tuple(more)
        self._view = replace(self._view, is_running=True)
        self._wake.set()

    def verify_now(
        self,
        more: Sequence[AnyAnchor] = (),
        *,
        limit_seconds: float = LIMIT_SECONDS,
        with_photos: bool = False,
    ) -> VerificationView:
        """Verify against all anchors that are known, and these; waits for it, not on the screen's thread."""
        with self._one_at_a_time:
            self._view = replace(self._view, is_running=True)
            try:
                self._view = self._verified(more, limit_seconds, with_photos=with_photos)
            except LotkeeperError as error:
                log.warning("the journal could not be verified: %s", error)
                self._view = self._failed("verify.failed")
            except BaseException:
                self._view = self._failed("verify.failed")
                raise
        return self._view

    def _run(self) -> None:
        self._wake.wait(self._first_after_seconds)
        while not self._stopping.is_set():
            self._wake.clear()
            asked, self._asked = self._asked, None
            self._verify_in_turn(asked)
            self._wake.wait()

    def _verify_in_turn(self, asked: Sequence[AnyAnchor] | None) -> None:
        is_asked = asked is not None
        limit_seconds = LIMIT_SECONDS if is_asked else START_LIMIT_SECONDS
        try:
            self.verify_now(asked or (), limit_seconds=limit_seconds, with_photos=is_asked)
        except Exception:
            # The thread's top: a verification by our own fault must not look like one that went well.
            log.exception("the journal could not be verified")

    def _verified(
        self, more: Sequence[AnyAnchor], limit_seconds: float, *, with_photos: bool
    ) -> VerificationView:
        known, silent = self._known()
        with tempfile.TemporaryDirectory() as folder:
            anchors = Path(folder) / "anchors.jsonl"
            lines = [
                to_line(one) if isinstance(one, Anchor) else written_again(one) for one in (*known, *more)
            ]
            anchors.write_text("\n".join(lines), encoding="utf-8")
            options = ["--database", str(self._database), "--anchors", str(anchors), "--json"]
            if with_photos and self._photos is not None:
                options += ["--photos", str(self._photos)]
            code, text = self._ask(["journal", "verify", *options], Path(folder), limit_seconds)
        if code is None:
            return self._failed("verify.too_long")
        try:
            found = json.loads(text) if code in _DONE else None
            return self._failed("verify.failed") if found is None else self._view_of(found, silent)
        except (ValueError, TypeError, LookupError) as error:
            log.warning("the verification answered what cannot be read: %s", error)
            return self._failed("verify.failed")

    def _ask(self, arguments: list[str], folder: Path, limit_seconds: float) -> tuple[int | None, str]:
        """Exit code and answer of the process; None where it was ended before it was done."""
        answer, trouble = folder / "answer", folder / "trouble"
        with answer.open("wb") as out, trouble.open("wb") as err:
            process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
                [sys.executable, "-P", "-c", _PROGRAM, *arguments],
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
            )
            try:
                code = self._wait(process, limit_seconds)
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait(JOIN_SECONDS)
        if code not in _DONE:
            log.warning("verification: %s", trouble.read_text(errors="replace")[-2000:])
        return code, answer.read_text(encoding="utf-8", errors="replace")

    def _wait(self, process: subprocess.Popen[bytes], limit_seconds: float) -> int | None:
        until = self._clock.monotonic_ns() + int(limit_seconds * 1e9)
        while (code := process.poll()) is None:
            if self._stopping.wait(_STEP_SECONDS) or self._clock.monotonic_ns() >= until:
                return None
        return code

    def _view_of(self, found: Mapping[str, Any], silent: Mapping[str, str]) -> VerificationView:
        return VerificationView(
            at=self._clock.now(),
            entries=int(found["entries"]),
            purged=int(found["purged"]),
            problems=tuple(Problem(**one) for one in found["problems"][:MOST_SHOWN]),
            problem_count=int(found["problem_count"]),
            anchored=tuple(_anchored(one) for one in found["anchored"]),
            silent=dict(silent),
        )

    def _failed(self, cause: str) -> VerificationView:
        return VerificationView(at=self._clock.now(), cause=cause)


def _anchored(plain: Mapping[str, Any]) -> Anchored:
    return Anchored(
        lot_id=str(plain["lot_id"]),
        console_id=str(plain["console_id"]),
        seq=int(plain["seq"]),
        at=_instant(plain["at"]),
        later=int(plain["later"]),
        since=_instant(plain["since"]),
    )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
