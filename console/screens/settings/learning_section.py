"""Whether the site keeps photos of labelled plates, for how long, and getting rid of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from console.compose import Console
from console.screens.context import Context
from console.screens.form.clause import Clause
from console.screens.form.lines import line
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from core.config import Config, write_config
from core.domain.people import Right
from core.store.labels import KeptLabels

BYTES_IN_MB = 1_000_000
LONGEST_DAYS = 3650


class LearningSection(Section):
    """Off until somebody decides otherwise; what is kept is said in figures, and can be deleted at once."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._kept = KeptLabels(0, 0)
        self._what = line(wraps=True)
        self._learn = QCheckBox()
        self._days = QSpinBox(minimum=1, maximum=LONGEST_DAYS)
        self._for_days = Clause(
            lambda: self.tr("Each photo is kept for {days} days, then it is deleted."), {"days": self._days}
        )
        self._save = KeyButton(key="Ctrl+S", primary=True)
        self._amount = line("strong", wraps=True)
        self._forget = KeyButton(key="Alt+D", icon_name="delete")
        self._question = line("strong", wraps=True)
        self._yes, self._no = KeyButton(key="Alt+Y"), KeyButton(key="Esc")
        self._lay_out()
        for button, act in (
            (self._save, self.save),
            (self._forget, self._on_forget),
            (self._yes, self._on_yes),
            (self._no, self._ask_no_more),
        ):
            button.clicked.connect(act)
        for keys, act in (("Alt+D", self._on_forget), ("Alt+Y", self._on_yes)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._ask_no_more()
        self.speak()

    def title(self) -> str:
        return self.tr("Learning")

    def lead(self) -> str:
        return self.tr(
            "Corrected plates show how well the cameras read, and can train a reader for this lot."
        )

    def speak(self) -> None:
        super().speak()
        self._learn.setText(self.tr("Keep photos of plates that were corrected or confirmed"))
        self._what.setText(
            self.tr(
                "Photos are kept of cars whose plate a person typed or confirmed, of cars let out by hand, "
                "and of one in sixteen that were read alike at entry and exit. They lie in {folder} on this "
                "machine and are sent nowhere. They are personal data: tell your customers."
            ).format(folder=self.ctx.console.folder.labels)
        )
        self._save.setText(self.tr("Save"))
        self._forget.setText(self.tr("Delete all kept photos"))
        self._yes.setText(self.tr("Delete them"))
        self._no.setText(self.tr("Leave them until their time is up"))
        self._show_amount(self._kept)

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer about deleting."""
        return not self._question.isHidden()

    @property
    def question(self) -> str:
        """What is asked about deleting, in words."""
        return self._question.text()

    @property
    def amount(self) -> str:
        """How much is kept, in words."""
        return self._amount.text()

    def open(self) -> None:
        settings = self.ctx.console.config.plates
        self.tell("")
        self._ask_no_more()
        self._learn.setChecked(settings.learn)
        self._days.setValue(settings.learn_days)
        self._count()

    def save(self) -> None:
        """Hold to what was chosen, at once; where keeping ends, ask about what is there."""
        console, before = self.ctx.console, self.ctx.console.config.plates
        wanted = replace(before, learn=self._learn.isChecked(), learn_days=self._days.value())
        config = replace(console.config, plates=wanted)
        console.config = config
        console.label_keeper.decide(learn=wanted.learn, days=wanted.learn_days)
        self.ctx.jobs.run(lambda: _keep(console, config), self._on_saved, self.tell_error)
        if before.learn and not wanted.learn and self._kept.photos:
            self._ask()

    def _on_saved(self, _none: None) -> None:
        learn = self.ctx.console.config.plates.learn
        self.tell(
            self.tr("✓ Saved. Photos are kept from now on.")
            if learn
            else self.tr("✓ Saved. No photo is kept from now on.")
        )

    def _on_forget(self) -> None:
        if self._forget.isEnabled():
            self._ask()

    def _ask(self) -> None:
        self._question.setText(
            self.tr(
                "Delete the {count} photos that were kept for learning? They are not kept for it again. The "
                "lot's own photos and the corrections stay with their stays."
            ).format(count=self._kept.photos)
        )
        for widget in (self._question, self._yes, self._no):
            widget.setVisible(True)
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_no_more(self) -> None:
        for widget in (self._question, self._yes, self._no):
            widget.setVisible(False)

    def _on_yes(self) -> None:
        if not self.asks:
            return
        self._ask_no_more()
        self.ctx.jobs.run(self.ctx.console.label_keeper.forget, self._on_forgotten, self.tell_error)

    def _on_forgotten(self, count: int) -> None:
        self.tell(self.tr("✓ Photos deleted: {count}.").format(count=count))
        self._count()

    def _count(self) -> None:
        self.ctx.jobs.run(self.ctx.console.labels.kept, self._show_amount, self.tell_error)

    def _show_amount(self, kept: KeptLabels) -> None:
        self._kept = kept
        self._forget.setEnabled(kept.photos > 0)
        self._amount.setText(
            self.tr("Kept now: {count} photos, {size} MB.").format(
                count=kept.photos, size=f"{kept.size_bytes / BYTES_IN_MB:.1f}"
            )
            if kept.photos
            else self.tr("No photo is kept now.")
        )

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.addWidget(self._yes)
        answers.addWidget(self._no)
        answers.addStretch(1)
        self.column.addWidget(self._what)
        self.column.addWidget(self._learn)
        self.column.addWidget(self._for_days)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._told)
        self.column.addSpacing(16)
        self.column.addWidget(self._amount)
        self.column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._question)
        self.column.addLayout(answers)
        self.column.addStretch(1)
        self.setFocusProxy(self._learn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asks:
            self._ask_no_more()
            self._learn.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def _keep(console: Console, config: Config) -> None:
    """A console without a lot has no file yet: the first run will write one."""
    if console.folder.config.exists():
        write_config(console.folder.config, config)
