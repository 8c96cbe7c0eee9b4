"""The rates screen: rules left, the chosen one's form beside them, what follows right; nothing holds before
it is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.commands.rates import add_rates_commands
from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.rates import keeping
from console.screens.rates.adopting import adopted
from console.screens.rates.drafting import Drafting
from console.screens.rates.editing import Editing
from console.screens.rates.form_makers import FORM_MAKERS
from console.screens.rates.outlook import Outlook
from console.screens.rates.reckoner import Reckoner
from console.screens.rates.rehearsing import Rehearsing
from console.screens.rates.start_page import Sample, StartPage
from console.screens.rates.workspace import Workspace
from console.theme.space import MEDIUM, SMALL, WIDE
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.domain.rates.plan import Plan
from core.services.rehearse_rates import RehearsalReport
from core.store.queries.rates import PlanVersion

TOLD_FOR_MS = 12_000


class RatesScreen(Spoken):
    """Who may not set rates looks at them; every change is kept as a draft until it is published."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._rates: keeping.Rates | None = None
        self._opened_for: str | None = None
        self.editing, self.reckoner = Editing(self), Reckoner(ctx.jobs, self)
        self.drafting, self.rehearsing = Drafting(ctx, self), Rehearsing(ctx.jobs, self)
        self.workspace, self.start = Workspace(self.editing, FORM_MAKERS), StartPage()
        self._title, self._state, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._begin, self._export = KeyButton(key="Ctrl+Shift+N"), KeyButton(icon_name="export")
        self._discard = KeyButton(icon_name="delete")
        self._publish = KeyButton(key="Ctrl+Shift+P", primary=True)
        self._stack = QStackedWidget()
        self._fade = QTimer(self, singleShot=True, interval=TOLD_FOR_MS)
        self._lay_out()
        self._listen()
        add_rates_commands(self, ctx)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Rates"))
        self._begin.setText(self.tr("Begin with …"))
        self._export.setText(self.tr("Save as file …"))
        self._discard.setText(self.tr("Drop the draft"))
        self._publish.setText(self.tr("Publish …"))
        self._show_state()

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.text()

    @property
    def state(self) -> str:
        """What holds, and whether something waits to be published."""
        return self._state.text()

    @property
    def is_ready(self) -> bool:
        """Whether the plan was read and all that follows from it is shown."""
        was_read = self._rates is not None and self._opened_for == self._person_id
        return was_read and self.editing.plan is not None and self.reckoner.is_idle

    @property
    def may_edit(self) -> bool:
        """Whether the person signed on may set rates."""
        actor = self._ctx.state.actor
        return actor is not None and actor.may(Right.SET_RATES)

    @property
    def in_force(self) -> Plan | None:
        """The plan in force, as one edits it."""
        return self._rates.in_force if self._rates is not None else None

    @property
    def has_changes(self) -> bool:
        """Whether the plan shown is another one than that in force."""
        return self.editing.plan is not None and not _same(self.editing.plan, self.in_force)

    @property
    def _person_id(self) -> str:
        actor = self._ctx.state.actor
        return actor.person_id if actor is not None else ""

    def reload(self) -> None:
        """Read versions and draft again; what is being edited stays."""
        self._ctx.jobs.look(keeping.read_rates, self._on_read, self._on_failed)

    def open_publishing(self) -> None:
        """Ask from when the plan is to hold."""
        lot = self._ctx.state.lot
        if not self.may_edit or self.editing.plan is None or lot is None:
            return
        self._stack.setCurrentWidget(self.workspace)
        if self.workspace.part.told:
            # What stands in that field is not in the plan yet: it would be published without it.
            self.tell(self.tr("Mend the field first: {problem}").format(problem=self.workspace.part.told))
            self.workspace.part.take_focus()
            return
        self.workspace.publishing.begin(self._ctx.console.clock.now(), lot.zone)
        self.workspace.show_publishing()

    def open_start(self) -> None:
        """Offer the samples, and a file."""
        if self.may_edit:
            self.start.tell("")
            self._stack.setCurrentWidget(self.start)
            self.start.setFocus()
            self._ctx.jobs.run(keeping.read_samples, self._on_samples, self._on_failed)

    def show_tab(self, name: str) -> None:
        """Bring one of the pages on the right to the front, with the keyboard in it."""
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.tabs.show_page(name)
        self.workspace.tabs.take_focus()

    def export_to(self, path: Path) -> None:
        """Write the plan as it is shown to this file."""
        plan = self.editing.plan
        if plan is not None:
            words = self.tr("The plan was written to {file}.").format(file=path.name)
            self._ctx.jobs.run(
                lambda: keeping.write_file(path, plan), lambda _none: self.tell(words), self._on_failed
            )

    def import_from(self, path: Path) -> None:
        """Go on with the plan in this file; what was there stays where it cannot be read."""
        self._ctx.jobs.run(lambda: keeping.read_file(path), self._on_plan_taken, self._on_file_refused)

    def tell(self, words: str) -> None:
        """Say what came of something, for a while."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._fade.start()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self._title)
        head.addWidget(self.workspace.rules.steps)
        head.addStretch(1)
        for button in (self._discard, self._export, self._begin, self._publish):
            head.addWidget(button)
        self._stack.addWidget(self.workspace)
        self._stack.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, SMALL)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addWidget(self._stack, 1)
        column.addWidget(self._told)
        self._told.hide()

    def _listen(self) -> None:
        work = self.workspace
        work.rules.bind_steps(self)
        self.editing.plan_changed.connect(self._on_plan_changed)
        self.editing.told.connect(self.tell)
        self.reckoner.reckoned.connect(self._on_reckoned)
        self.reckoner.failed.connect(self._on_failed)
        self.drafting.failed.connect(self._on_failed)
        self.drafting.kept.connect(self._show_state)
        work.bar.seen_changed.connect(self._ask)
        work.publishing.publish_asked.connect(self._on_publish_asked)
        work.versions.edit_asked.connect(self._on_version_asked)
        work.versions.withdraw_asked.connect(self._on_withdraw_asked)
        work.rehearsal.begin_asked.connect(self._on_rehearsal_asked)
        work.rehearsal.cancel_asked.connect(self.rehearsing.cancel)
        self.rehearsing.progressed.connect(work.rehearsal.show_progress)
        self.rehearsing.ended.connect(self._on_rehearsed)
        self.rehearsing.failed.connect(self._on_rehearsal_refused)
        self.start.taken.connect(self._on_plan_taken)
        self.start.left.connect(self._show_workspace)
        self.start.file_asked.connect(self._on_file_asked)
        self._begin.clicked.connect(self.open_start)
        self._publish.clicked.connect(self.open_publishing)
        self._discard.clicked.connect(self._on_discard)
        self._export.clicked.connect(self._on_export_asked)
        self._fade.timeout.connect(self._on_faded)
        self._ctx.state.actor_changed.connect(self._on_actor_changed)

    def _on_read(self, rates: keeping.Rates) -> None:
        first = self._opened_for != self._person_id
        self._rates, self._opened_for = rates, self._person_id
        lot, now = self._ctx.state.lot, self._ctx.console.clock.now()
        if lot is not None:
            self.workspace.versions.show_history(rates.history, lot.zone, now)
        self.workspace.show_in_force(rates.in_force)
        # Who only looks sees what holds, not what a landlord is still thinking about.
        plan = (rates.draft_plan if self.may_edit else None) or rates.in_force
        if first and plan is not None:
            self.drafting.draft_id = rates.draft.draft_id if rates.draft is not None else ""
            self.editing.open(plan)
        else:
            self._ask()
        self._show_rights()

    def _on_plan_changed(self) -> None:
        plan = self.editing.plan
        if plan is None:
            return
        self.workspace.bar.show_plan(plan)
        if self.may_edit and self.has_changes:
            self.drafting.keep(plan)
        elif self.may_edit:
            self.drafting.discard()
        self._ask()
        self._show_state()

    def _ask(self) -> None:
        if self.editing.plan is not None:
            now = self._ctx.console.clock.now()
            self.reckoner.ask(self.editing.plan, self.workspace.bar.seen, now, self.in_force)

    def _on_reckoned(self, outlook: Outlook) -> None:
        self.workspace.show_outlook(outlook)

    def _on_publish_asked(self, at: datetime | None) -> None:
        actor, plan = self._ctx.state.actor, self.editing.plan
        if actor is None or plan is None:
            return
        console = self._ctx.console
        self._ctx.jobs.run(
            lambda: keeping.publish(console, actor, plan, at),
            self._on_published,
            self._on_publish_refused,
        )

    def _on_published(self, plan: Plan | None) -> None:
        self.drafting.discard()
        lot, now = self._ctx.state.lot, self._ctx.console.clock.now()
        if plan is None:
            self.tell(self._proposed())
        elif lot is not None and plan.effective is not None and plan.effective > now:
            time = format_local_time(plan.effective, lot.zone, now=now, with_zone=True)
            words = self.tr("✓ Version {version} is published and holds from {time}.")
            self.tell(words.format(version=plan.version, time=time))
        else:
            words = self.tr("✓ Version {version} is published and holds from now on.")
            self.tell(words.format(version=plan.version))
        self.workspace.show_form()
        self.workspace.tabs.show_page("versions")
        self.reload()

    def _proposed(self) -> str:
        return self.tr("✓ Proposed to the hub; it holds as soon as the hub has agreed.")

    def _on_publish_refused(self, error: LotkeeperError) -> None:
        self.workspace.publishing.tell(sentence_of(error, self._ctx.state.lot))

    def _on_version_asked(self, version: PlanVersion) -> None:
        self.editing.replace_plan(keeping.plan_of(version))
        self.tell(
            self.tr("These are the rules of version {version} now; Ctrl+Z brings yours back.").format(
                version=version.version
            )
        )
        self._show_workspace()

    def _on_withdraw_asked(self, version: PlanVersion) -> None:
        actor = self._ctx.state.actor
        if actor is None:
            return
        words = self.tr("Version {version} was taken back.").format(version=version.version)

        def done(is_done: bool) -> None:
            self.workspace.versions.tell(words if is_done else self._proposed())
            self.reload()

        self._ctx.jobs.change(
            lambda unit: keeping.withdraw(unit, actor, version), done, self._on_withdraw_refused
        )

    def _on_withdraw_refused(self, error: LotkeeperError) -> None:
        self.workspace.versions.tell(sentence_of(error, self._ctx.state.lot))

    def _on_rehearsal_asked(self, days: int) -> None:
        if self.editing.plan is not None:
            self.rehearsing.begin(self.editing.plan, days)

    def _on_rehearsed(self, report: RehearsalReport) -> None:
        lot = self._ctx.state.lot
        if lot is not None:
            self.workspace.rehearsal.show_report(report, lot)

    def _on_rehearsal_refused(self, error: LotkeeperError) -> None:
        self.workspace.rehearsal.tell(sentence_of(error, self._ctx.state.lot))

    def _on_samples(self, samples: list[tuple[str, Plan]]) -> None:
        self.start.show_samples([Sample(name, plan) for name, plan in samples])

    def _on_plan_taken(self, plan: Plan) -> None:
        lot, before = self._ctx.state.lot, self.editing.plan
        if lot is None:
            return
        plan_id = before.plan_id if before is not None else plan.plan_id
        self.editing.replace_plan(adopted(plan, lot, plan_id))
        self.tell(self.tr("Put in your prices. Ctrl+Z brings back what was there."))
        self._show_workspace()

    def _on_file_refused(self, error: LotkeeperError) -> None:
        words = sentence_of(error, self._ctx.state.lot)
        self.start.tell(words)
        self.tell(words)

    def _on_discard(self) -> None:
        in_force = self.in_force
        if in_force is not None and self.may_edit:
            self.editing.replace_plan(in_force)
            self.tell(self.tr("The rules are those in force again. Ctrl+Z brings yours back."))

    def _on_export_asked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the plan as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("rates.toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_export_chosen)
        dialog.open()

    def _on_export_chosen(self, name: str) -> None:
        self.export_to(Path(name))

    def _on_file_asked(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file of a plan"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Rate plans (*.toml *.json)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.import_from(Path(name))

    def _on_failed(self, error: LotkeeperError) -> None:
        self.tell(sentence_of(error, self._ctx.state.lot))

    def _on_faded(self) -> None:
        self.tell("")

    def _show_workspace(self) -> None:
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.rules.list.setFocus()

    def _on_actor_changed(self) -> None:
        self._show_rights()
        if self.isVisible():
            self.reload()

    def _show_rights(self) -> None:
        self.workspace.allow(self.may_edit)
        for widget in (self._begin, self._publish):
            widget.setVisible(self.may_edit)
        self._show_state()

    def _show_state(self) -> None:
        self._discard.setVisible(self.may_edit and self.has_changes and self.in_force is not None)
        history = self._rates.history if self._rates is not None else None
        if history is None:
            self._state.setText(self.tr("The plan is being read …"))
            return
        said = [self._in_force_words(history.in_force), self._next_words(history.next)]
        if not self.may_edit:
            said.append(self.tr("Only a landlord changes it."))
        elif self.has_changes:
            said.append(self.tr("Draft: changed, not published."))
        self._state.setText("  ·  ".join(words for words in said if words))

    def _in_force_words(self, version: PlanVersion | None) -> str:
        lot = self._ctx.state.lot
        if version is None or lot is None:
            return self.tr("No plan is in force yet.")
        now = self._ctx.console.clock.now()
        since = format_local_time(version.effective_at, lot.zone, now=now)
        return self.tr("In force: version {version} since {time}").format(version=version.version, time=since)

    def _next_words(self, version: PlanVersion | None) -> str:
        lot = self._ctx.state.lot
        if version is None or lot is None:
            return ""
        now = self._ctx.console.clock.now()
        time = format_local_time(version.effective_at, lot.zone, now=now)
        return self.tr("Version {version} from {time}").format(version=version.version, time=time)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
        if self._stack.currentWidget() is self.workspace:
            self.workspace.rules.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drafting.keep_now()


def _same(plan: Plan, other: Plan | None) -> bool:
    """Whether both say the same; which version they are does not count."""
    if other is None:
        return False
    return replace(plan, version=other.version, effective=other.effective) == other
