"""What all forms have in common: one part of a plan in, changed parts out, problems beside their fields."""

from __future__ import annotations

from collections import deque
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.spoken import Spoken
from console.screens.rates.forms.applies_field import AppliesField
from console.screens.rates.forms.fold import Fold
from console.screens.rates.forms.piece import Piece, Words
from console.screens.rates.forms.setting import Setting
from console.screens.rates.forms.typed_field import TypedField
from console.theme.space import SMALL
from core.domain.rates.plan import Plan

Part = TypeVar("Part")
MOST_KNOWN = 64


class PartForm(Spoken, Generic[Part]):
    """``changed`` carries the new part after each edit that can be used; ``problem`` the sentence on one
    that cannot, and an empty one when it is mended. The last good part stays meanwhile."""

    changed = Signal(object)
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self._currency = ""
        self._problem = ""
        # Parts that could be used: where typing leads to nothing, the one before it comes back.
        self._known: deque[Part] = deque(maxlen=MOST_KNOWN)
        self._settings: list[Setting] = []
        self._pieces: list[Piece[Any]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SMALL)

    def show_part(self, part: Part, plan: Plan) -> None:
        """Show a part of a plan; what is typed stays untouched where it says the same already."""
        is_new = part != self._part or bool(self._problem) or plan.currency != self._currency
        self._part, self._currency = part, plan.currency
        self._known.append(part)
        self.keep_plan(part, plan)
        self.offer(plan)
        if not is_new:
            return
        self.fill(part)
        self._refresh()
        self._tell("")

    def part(self) -> Part | None:
        """The last part that could be used; None before one was shown."""
        return self._part

    def keep_plan(self, part: Part, plan: Plan) -> None:
        """Keep what else of the plan a rule of the form needs."""

    def offer(self, plan: Plan) -> None:
        """Offer what the plan has to choose from: its currency, classes, rates."""

    def fill(self, part: Part) -> None:
        """Put the part into the fields."""
        raise NotImplementedError

    def read(self, part: Part) -> Part:
        """The part with what the fields hold."""
        raise NotImplementedError

    def add(
        self,
        piece: Piece[Any],
        title: Words | None = None,
        hint: Words | None = None,
        *,
        rule: Words | None = None,
        fold: Fold | None = None,
    ) -> Setting:
        """A setting more, in a fold where one is given."""
        setting = Setting(piece, title, hint, rule)
        (self.column if fold is None else fold.column).addWidget(setting)
        self._settings.append(setting)
        piece.edited.connect(self._on_edited)
        return setting

    def add_fold(self, words: Words) -> Fold:
        """A fold below all else."""
        fold = Fold(words)
        self.column.addWidget(fold)
        return fold

    def add_applies(self, field: AppliesField, fold: Fold) -> None:
        """The stays that the part applies to, in a fold; each condition shows its own problems."""
        fold.add(field)
        self._pieces.append(field)
        field.edited.connect(self._on_edited)

    def finish(self) -> None:
        """Leave the rest of the height empty."""
        self.column.addStretch(1)
        self.setFocusProxy(self._settings[0].piece)
        self.speak()

    def speak(self) -> None:
        self._refresh()
        if self._problem:
            self._tell(self._first_wrong())

    def _refresh(self) -> None:
        for setting in self._settings:
            setting.refresh()

    def _first_wrong(self) -> str:
        wrong = (setting.wrong() for setting in self._settings if not setting.isHidden())
        others = (piece.wrong() for piece in self._pieces)
        return next(filter(None, wrong), "") or next(filter(None, others), "")

    def _on_edited(self) -> None:
        if self._part is None:
            return
        self.arrange()
        self._refresh()
        wrong = self._first_wrong()
        part = self._before_typing(self._part) if wrong else self.read(self._part)
        if part != self._part and (not wrong or part in self._known):
            self._part = part
            self._known.append(part)
            self.changed.emit(part)
            # Whoever took a part may think that all is well now.
            self._tell(wrong, again=bool(wrong))
        self._tell(wrong)

    def _before_typing(self, part: Part) -> Part:
        """The part without what is being typed, which leads to nothing."""
        typed = [field for field in self.findChildren(TypedField) if field.is_being_typed]
        for field in typed:
            field.swap()
        before = self.read(part)
        for field in typed:
            field.swap()
        return before

    def arrange(self) -> None:
        """Show and hide what depends on what is chosen."""

    def _tell(self, wrong: str, *, again: bool = False) -> None:
        if wrong != self._problem or again:
            self._problem = wrong
            self.problem.emit(wrong)
