"""To which stays a part applies."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.chips import Chips
from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.loyalty_field import LoyaltyField
from console.screens.rates.forms.name_field import NamesField
from console.screens.rates.forms.number_field import SpanField
from console.screens.rates.forms.optional_piece import OptionalPiece
from console.screens.rates.forms.piece import Piece, show_if
from console.screens.rates.forms.setting import Setting
from console.screens.rates.forms.window_field import WindowField
from core.domain.rates.plan import Applies, Plan


class AppliesField(Piece[Applies]):
    """Each condition in its own setting; all that are set must hold, and none set is every stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = Chips[str]()
        self.lost_ticket = ChoiceField[bool | None](
            (
                (None, lambda: self.tr("with or without a ticket"), str),
                (True, lambda: self.tr("only with a lost ticket"), str),
                (False, lambda: self.tr("only where no ticket is lost"), str),
            )
        )
        self.entry = OptionalPiece(lambda: self.tr("Only by when it came in"), WindowField(instants=True))
        self.exit = OptionalPiece(lambda: self.tr("Only by when it leaves"), WindowField(instants=True))
        self.exit_days = OptionalPiece(
            lambda: self.tr("Only by how many days later it leaves"), SpanField(0, may_be_open=False)
        )
        self.inside = OptionalPiece(lambda: self.tr("Only if the whole stay lies in a time"), WindowField())
        self.over = DurationField(empty=lambda: self.tr("any"))
        self.up_to = DurationField(empty=lambda: self.tr("any"))
        self.loyalty = LoyaltyField()
        self.tags = NamesField(lambda: self.tr("none needed"))
        self._settings = self._made_settings()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for setting in self._settings:
            column.addWidget(setting)
            setting.piece.edited.connect(self._on_edited)
        self.setFocusProxy(self.lost_ticket)
        self.speak()

    def set_plan(self, plan: Plan) -> None:
        """Offer the vehicle classes of a plan."""
        self.classes.set_options([(name, partial(str, name)) for name in sorted(plan.classes)])
        # Where all vehicles are of one class there is nothing to choose.
        show_if(self._settings[0], len(plan.classes) > 1)

    def value(self) -> Applies:
        days = self.exit_days.value()
        return Applies(
            classes=self.classes.value(),
            loyalty=self.loyalty.value(),
            tags=self.tags.value(),
            lost_ticket=self.lost_ticket.value(),
            entry=self.entry.value(),
            exit=self.exit.value(),
            exit_days=None if days is None else (days[0], days[0] if days[1] is None else days[1]),
            inside=self.inside.value(),
            over_s=self.over.value(),
            up_to_s=self.up_to.value(),
        )

    def show_value(self, value: Applies) -> None:
        self.classes.show_value(value.classes)
        show_if(self._settings[0], bool(value.classes) or not self._settings[0].isHidden())
        self.loyalty.show_value(value.loyalty)
        self.tags.show_value(value.tags)
        self.lost_ticket.show_value(value.lost_ticket)
        self.entry.show_value(value.entry)
        self.exit.show_value(value.exit)
        self.exit_days.show_value(value.exit_days)
        self.inside.show_value(value.inside)
        self.over.show_value(value.over_s)
        self.up_to.show_value(value.up_to_s)
        self._refresh()

    def wrong(self) -> str:
        return next(filter(None, (setting.wrong() for setting in self._settings)), "")

    def _made_settings(self) -> tuple[Setting, ...]:
        return (
            Setting(
                self.classes,
                lambda: self.tr("Vehicles"),
                lambda: self.tr("None chosen: every class."),
            ),
            Setting(self.lost_ticket, lambda: self.tr("Ticket")),
            Setting(self.entry),
            Setting(self.exit),
            Setting(
                self.exit_days,
                hint=lambda: self.tr("0: leaves on the date of its entry; 1: on the next; 0-1: either."),
            ),
            Setting(self.inside),
            Setting(self.over, lambda: self.tr("Stays longer than")),
            Setting(
                self.up_to,
                lambda: self.tr("Stays of at most"),
                rule=self._wrong_lengths,
            ),
            Setting(self.loyalty, lambda: self.tr("For whom")),
            Setting(
                self.tags,
                lambda: self.tr("Marks that the stay must have"),
                lambda: self.tr("Behind commas; all of them are needed, for example ev."),
            ),
        )

    def _wrong_lengths(self) -> str:
        over, up_to = self.over.value(), self.up_to.value()
        if over is not None and up_to is not None and up_to <= over:
            return self.tr("No stay is longer than the one and no longer than the other.")
        return ""

    def _refresh(self) -> None:
        for setting in self._settings:
            setting.refresh()

    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit()
