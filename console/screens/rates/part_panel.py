"""The form of the chosen rule, and what it says of what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.screens.rates.editing import Editing
from console.screens.rates.places import Kind, Part
from console.theme.space import SMALL
from core.domain.rates.plan import Plan


class PartForm(Protocol):
    """A form for one kind of part: ``changed`` carries the new part, ``problem`` why a text is none."""

    changed: SignalInstance
    problem: SignalInstance

    def show_part(self, part: Part, plan: Plan) -> None:
        """Show this part of the plan."""


FormMaker = Callable[[], QWidget]


class PartPanel(Spoken):
    """Makes each form when it is first needed; ``left`` when Esc asks to go back to the list."""

    left = Signal()

    def __init__(
        self, editing: Editing, makers: Mapping[Kind, FormMaker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._makers = dict(makers)
        self._forms: dict[Kind, tuple[QWidget, PartForm]] = {}
        self._pages: dict[Kind, QWidget] = {}
        self._title, self._told = line("title"), line("quiet", wraps=True)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self._told)
        self._told.hide()
        editing.part_shown.connect(self.show_part)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self._title_of(self._editing.place.kind))

    @property
    def form(self) -> QWidget | None:
        """The form that is shown."""
        shown = self._forms.get(self._editing.place.kind)
        return shown[0] if shown is not None else None

    @property
    def told(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        return self._told.text()

    def show_part(self) -> None:
        """Show the chosen part in its form."""
        part, plan = self._editing.part, self._editing.plan
        if part is None or plan is None:
            return
        page, form = self._form_of(self._editing.place.kind)
        self._on_problem("")
        form.show_part(part, plan)
        self._stack.setCurrentWidget(page)
        self.speak()

    def take_focus(self) -> None:
        """Put the keyboard into the form's first field."""
        if self.form is not None:
            self.form.setFocus()
            if not self.form.hasFocus() and self.form.focusProxy() is None:
                self.form.focusNextChild()

    def _form_of(self, kind: Kind) -> tuple[QWidget, PartForm]:
        if kind not in self._forms:
            widget = self._makers[kind]()
            form = _as_form(widget)
            form.changed.connect(self._on_changed)
            form.problem.connect(self._on_problem)
            self._pages[kind] = scrolled(widget, across=False)
            self._stack.addWidget(self._pages[kind])
            self._forms[kind] = (widget, form)
        return self._pages[kind], self._forms[kind][1]

    def _on_changed(self, part: Part) -> None:
        self._on_problem("")
        self._editing.take_part(part)

    def _on_problem(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _title_of(self, kind: Kind) -> str:
        return {
            Kind.PLAN: self.tr("The whole plan"),
            Kind.RATE: self.tr("Rate"),
            Kind.CHARGE: self.tr("Price for some hours"),
            Kind.FREE: self.tr("Free minutes"),
            Kind.CAP: self.tr("Highest or lowest amount"),
            Kind.EXTRA: self.tr("Surcharge"),
            Kind.ADJUSTMENT: self.tr("Discount or multiple"),
        }[kind]


def _as_form(widget: QWidget) -> PartForm:
    """The widget by the form's contract; a mistake of the program where it does not keep it."""
    if not hasattr(widget, "show_part") or not hasattr(widget, "changed"):
        raise TypeError(f"{type(widget).__name__} is no form of a part")
    form: PartForm = widget  # type: ignore[assignment]
    return form
