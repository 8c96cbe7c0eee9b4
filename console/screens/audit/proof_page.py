"""Whether the journal proves itself: what the last verification found, and where it is anchored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.theme import Role, set_tone
from console.theme.space import LARGE, MEDIUM, SMALL
from console.verification import VerificationView
from console.widgets.key_button import KeyButton
from console.widgets.status import State, StatusWord
from console.words import say
from core.domain.errors import OperatorError
from core.domain.people import Right
from core.services.anchoring import PlaceView
from core.store.findings import Anchored, Problem

LOOK_MS = 1000
MOST_PROBLEMS = 100


class ProofPage(Spoken):
    """Enter in the field verifies against what was typed or scanned there."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._state, self._when = StatusWord(), line("quiet", wraps=True)
        self._verify = KeyButton(key="Alt+V", primary=True)
        self._anchor, self._anchor_label = QLineEdit(maxLength=400), line()
        self._anchor_told = line("quiet", wraps=True)
        self._chains_title, self._chains = line("strong"), line(wraps=True)
        self._places_title, self._places = line("strong"), line(wraps=True)
        self._problems_title, self._problems = line("strong"), line(wraps=True)
        self._hint = line("quiet", wraps=True)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        self._shown: object = None
        self._lay_out()
        self._verify.clicked.connect(self.verify)
        self._anchor.returnPressed.connect(self.verify)
        self.speak()

    @property
    def text(self) -> str:
        """All that the page says."""
        labels = (self._when, self._chains, self._places, self._problems, self._anchor_told)
        return "\n".join(label.text() for label in labels)

    def speak(self) -> None:
        self._verify.setText(self.tr("Verify now"))
        self._anchor_label.setText(self.tr("Anchor of a Z report"))
        self._anchor_label.setBuddy(self._anchor)
        self._anchor.setPlaceholderText(self.tr("Scan its square code, or type its text"))
        self._anchor.setAccessibleName(self.tr("Anchor of a Z report"))
        self._chains_title.setText(self.tr("How far it is proved"))
        self._places_title.setText(self.tr("Where it is anchored"))
        self._problems_title.setText(self.tr("What does not agree"))
        self._hint.setText(
            self.tr(
                "Whoever has this computer can change its journal and link it anew. An anchor elsewhere says"
                " what stood there: keep the Z reports, and have a second disk or a shared database."
            )
        )
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show how it is now."""
        audit = self._ctx.console.audit
        now = (audit.verification, audit.anchors.view)
        if now != self._shown:
            self._shown = now
            self._show(audit.verification)

    def verify(self) -> None:
        """Verify at once, with the anchor of the field where there is one."""
        actor = self._ctx.state.actor
        if actor is None or not actor.may(Right.VERIFY_JOURNAL):
            return
        try:
            self._ctx.console.audit.verify_now(self._anchor.text())
        except OperatorError as error:
            words = say(error.code, error.facts)
            self._anchor_told.setText(f"{words.text} {words.step}")
            return
        typed = bool(self._anchor.text().strip())
        self._anchor_told.setText(self.tr("It is compared with this anchor, too.") if typed else "")
        self._anchor.clear()
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self._state)
        head.addWidget(self._when, 1)
        head.addWidget(self._verify)
        typed = QHBoxLayout()
        typed.setSpacing(MEDIUM)
        typed.addWidget(self._anchor_label)
        typed.addWidget(self._anchor, 1)
        inner = QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SMALL)
        for title, text in (
            (self._problems_title, self._problems),
            (self._chains_title, self._chains),
            (self._places_title, self._places),
        ):
            below.addWidget(title)
            below.addWidget(text)
            below.addSpacing(MEDIUM)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below.addWidget(self._hint)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(LARGE)
        column.addLayout(head)
        column.addLayout(typed)
        column.addWidget(self._anchor_told)
        column.addWidget(scrolled(inner, across=False), 1)
        self.setFocusProxy(self._anchor)

    def _show(self, view: VerificationView) -> None:
        self._state.show_state(*self._state_of(view))
        self._when.setText(self._when_words(view))
        self._verify.setEnabled(not view.is_running)
        wrong = view.problem_count > 0
        self._problems_title.setVisible(wrong)
        self._problems.setVisible(wrong)
        self._problems.setText("\n".join(self._problem_lines(view)))
        set_tone(self._problems, Role.ALARM if wrong else Role.TEXT)
        self._chains_title.setVisible(bool(view.anchored))
        self._chains.setText("\n".join(self._chain_words(chain) for chain in view.anchored))
        self._places.setText("\n".join(self._place_lines(view)))

    def _state_of(self, view: VerificationView) -> tuple[State, str]:
        if view.is_running:
            return State.QUIET, self.tr("verifying …")
        if view.at is None:
            return State.UNKNOWN, self.tr("not verified yet")
        if view.cause:
            return State.ATTENTION, self.tr("could not be verified")
        if view.problem_count:
            return State.ALARM, self.tr("the journal does not agree")
        return State.OK, self.tr("everything agrees")

    def _when_words(self, view: VerificationView) -> str:
        if view.at is None:
            return self.tr("It is verified half a minute after each start.")
        if view.cause:
            words = say(view.cause)
            return f"{words.text} {words.step}"
        told = self.tr("{count} entries, verified {when}").format(
            count=view.entries, when=self._time(view.at)
        )
        if view.purged:
            told += self.tr("; {count} of them without personal data").format(count=view.purged)
        return told

    def _problem_lines(self, view: VerificationView) -> Iterator[str]:
        for problem in view.problems[:MOST_PROBLEMS]:
            yield f"✗ {self._problem_words(problem)}"
        more = view.problem_count - min(len(view.problems), MOST_PROBLEMS)
        if more > 0:
            yield self.tr("and {count} more").format(count=more)

    def _problem_words(self, problem: Problem) -> str:
        where = ""
        if problem.seq is not None:
            where = self.tr("Entry {seq} of console {console}: ").format(
                seq=problem.seq, console=problem.console_id[:8] or "?"
            )
        detail = f" ({problem.detail})" if problem.detail else ""
        return f"{where}{say(problem.code).text}{detail}"

    def _chain_words(self, chain: Anchored) -> str:
        name = self._ctx.console.config.console.name
        own = chain.console_id == self._ctx.console.store.console_id
        console = name if own and name else chain.console_id[:8]
        if chain.at is None or not chain.seq:
            return self.tr("{console}: not anchored").format(console=console)
        told = self.tr("{console}: proved up to entry {seq}, anchored {when}").format(
            console=console, seq=chain.seq, when=self._time(chain.at)
        )
        if chain.later and chain.since is not None:
            told += self.tr("; {count} later ones unanchored since {when}").format(
                count=chain.later, when=self._time(chain.since)
            )
        return told

    def _place_lines(self, view: VerificationView) -> Iterator[str]:
        anchors = self._ctx.console.audit.anchors.view
        yield self.tr("Z reports: each has its square code.")
        for name, words in (
            ("disk", self.tr("Second disk")),
            ("database", self.tr("Shared database")),
        ):
            yield f"{words}: {self._place_words(anchors.places.get(name), view.silent.get(name, ''))}"

    def _place_words(self, place: PlaceView | None, silent: str) -> str:
        if place is None:
            return self.tr("none is set up")
        cause = place.cause or silent
        if cause:
            return say(cause).text
        if place.last is None:
            return self.tr("nothing was written since the start")
        return self.tr("last written {when}").format(when=self._time(place.last.at))

    def _time(self, at: datetime) -> str:
        lot = self._ctx.state.lot
        if lot is None:
            return ""
        return format_local_time(at, lot.zone, now=self._ctx.console.clock.now())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
