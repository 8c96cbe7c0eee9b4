"""The rules, the form of the chosen one, and what follows from them, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.screens.rates.check_page import CheckPage
from console.screens.rates.compare_page import ComparePage
from console.screens.rates.differences import differences
from console.screens.rates.editing import Editing
from console.screens.rates.examples_page import ExamplesPage
from console.screens.rates.outlook import Outlook
from console.screens.rates.part_panel import FormMaker, PartPanel
from console.screens.rates.places import Kind, Place, place_of_path
from console.screens.rates.price_page import PricePage
from console.screens.rates.publish_page import PublishPage
from console.screens.rates.rehearsal_page import RehearsalPage
from console.screens.rates.rules_panel import RulesPanel
from console.screens.rates.tabs import Tabs
from console.screens.rates.versions_page import VersionsPage
from console.screens.rates.view_bar import ViewBar
from console.theme.space import WIDE
from core.domain.rates.checking import Remark, Severity
from core.domain.rates.plan import Plan

LEFT_SHARE, MIDDLE_SHARE = 0.27, 0.32
LEFT_MOST, MIDDLE_MOST = 480, 560
TABS = (
    ("price", "Alt+G"),
    ("examples", "Alt+E"),
    ("check", "Alt+K"),
    ("compare", "Alt+M"),
    ("versions", "Alt+V"),
    ("rehearsal", "Alt+H"),
)


class Workspace(Spoken):
    """Enter goes from a rule into its form, Esc back to the rules; the right side follows each change."""

    left = Signal()

    def __init__(
        self, editing: Editing, makers: Mapping[Kind, FormMaker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._in_force: Plan | None = None
        self._outlook: Outlook | None = None
        self.bar = ViewBar()
        self.rules, self.part = RulesPanel(editing), PartPanel(editing, makers)
        self.publishing = PublishPage()
        self.price, self.examples, self.check = PricePage(self.bar), ExamplesPage(), CheckPage()
        self.compare, self.versions, self.rehearsal = ComparePage(), VersionsPage(), RehearsalPage()
        self.tabs, self._middle = Tabs(), QStackedWidget()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self.tabs.speak()

    @property
    def is_publishing(self) -> bool:
        """Whether the publishing page stands in the middle."""
        return self._middle.currentWidget() is self.publishing

    def allow(self, may_edit: bool) -> None:
        """Whether the person may change anything; without forms there is more room to look."""
        self.rules.allow(may_edit)
        self.versions.allow(may_edit)
        self._middle.setVisible(may_edit)

    def show_in_force(self, plan: Plan | None) -> None:
        """What the plan is compared with."""
        self._in_force = plan
        self._show_differences()

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what follows from the plan."""
        self._outlook = outlook
        self.price.show_outlook(outlook)
        self.examples.show_outlook(outlook)
        self.check.show_remarks(outlook.remarks, outlook.plan)
        self.rules.mark({place_of_path(remark.place) for remark in self._weighty()})
        self.tabs.speak()
        self._show_differences()

    def show_publishing(self) -> None:
        """Put the publishing page in the form's place."""
        self._middle.setCurrentWidget(self.publishing)
        self.publishing.take_focus()

    def show_form(self) -> None:
        """Put the form back, with the keyboard on the rules."""
        self._middle.setCurrentWidget(self.part)
        self.rules.list.setFocus()

    def choose(self, place: Place) -> None:
        """Choose a rule from anywhere and go into its form."""
        self._editing.choose(place)
        self._middle.setCurrentWidget(self.part)

    def remarks_title(self) -> str:
        """The word of the check's page with how many remarks there are."""
        count = len(self._weighty())
        return self.tr("Check ({count})").format(count=count) if count else self.tr("Check ✓")

    def _weighty(self) -> list[Remark]:
        """The remarks that want a look; a hint alone marks nothing."""
        remarks = self._outlook.remarks if self._outlook is not None else ()
        return [remark for remark in remarks if remark.severity is not Severity.HINTS]

    def _show_differences(self) -> None:
        outlook, in_force = self._outlook, self._in_force
        if outlook is None:
            return
        found = differences(in_force, outlook.plan) if in_force is not None else []
        self.compare.show_outlook(outlook, found)
        # Before the first plan there is nothing to differ from, and all of it is new.
        count = len(found) if in_force is not None else 1
        self.publishing.show_plan(outlook.plan, outlook.remarks, count)

    def _lay_out(self) -> None:
        self._middle.addWidget(self.part)
        self._middle.addWidget(self.publishing)
        # Pictures keep a height at which they can be read; in a low window they scroll.
        pictures = scrolled(self.price, across=False)
        pictures.setFocusProxy(self.price)
        for name, key, title, page in (
            (*TABS[0], lambda: self.tr("Price"), pictures),
            (*TABS[1], lambda: self.tr("Examples"), self.examples),
            (*TABS[2], self.remarks_title, self.check),
            (*TABS[3], lambda: self.tr("Compare"), self.compare),
            (*TABS[4], lambda: self.tr("Versions"), self.versions),
            (*TABS[5], lambda: self.tr("Rehearse"), self.rehearsal),
        ):
            self.tabs.add(name, title, key, page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.rules)
        row.addWidget(self._middle)
        row.addWidget(self.tabs, 1)
        self.setFocusProxy(self.rules.list)

    def _listen(self) -> None:
        self.rules.form_asked.connect(self.part.take_focus)
        self.rules.list.place_chosen.connect(self._on_rule_chosen)
        self.publishing.left.connect(self.show_form)
        for page in (self.publishing, self.check, self.compare):
            page.place_asked.connect(self._on_place_asked)
            page.form_asked.connect(self._on_form_asked)
        self.price.charge_asked.connect(self._on_charge_asked)

    def _on_rule_chosen(self, _place: Place) -> None:
        self._middle.setCurrentWidget(self.part)

    def _on_place_asked(self, place: Place) -> None:
        self.choose(place)

    def _on_form_asked(self, place: Place) -> None:
        self.choose(place)
        self.part.take_focus()

    def _on_charge_asked(self, rate_name: str, charge_name: str) -> None:
        plan = self._editing.plan
        for rate_at, rate in enumerate(plan.rates if plan is not None else ()):
            for at, charge in enumerate(rate.charges):
                if charge.name == charge_name and rate_name in {"", rate.name}:
                    self.choose(Place(Kind.CHARGE, at, rate_at))
                    return

    def minimumSizeHint(self) -> QSize:
        return QSize(900, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rules.setFixedWidth(min(LEFT_MOST, int(self.width() * LEFT_SHARE)))
        self._middle.setFixedWidth(min(MIDDLE_MOST, int(self.width() * MIDDLE_SHARE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.rules.list.hasFocus():
            self.show_form()
        else:
            super().keyPressEvent(event)
