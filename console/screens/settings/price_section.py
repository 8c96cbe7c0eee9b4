"""The price: what holds now, and a new version from now or from a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QRadioButton, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.price.draft import draft_of
from console.screens.price.editor import PriceEditor
from console.screens.price.in_words import price_in_words
from console.screens.rates.keeping import publish
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from core.domain.errors import BadInput
from core.domain.people import Right
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing


class PriceSection(Section):
    """Cars that are inside keep the price they came in with."""

    right = Right.SET_RATES

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._plan: Plan | None = None
        self._now_words = line(wraps=True)
        self._editor = PriceEditor("EUR")
        self._from_now, self._from_date = QRadioButton(), QRadioButton()
        self._date = QDateTimeEdit()
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat("yyyy-MM-dd HH:mm")
        self._publish = KeyButton(key="Ctrl+S", primary=True)
        when = QHBoxLayout()
        when.setSpacing(12)
        for widget in (self._from_now, self._from_date, self._date):
            when.addWidget(widget)
        when.addStretch(1)
        self.column.addWidget(self._now_words)
        self.column.addWidget(self._editor)
        self.column.addLayout(when)
        self.column.addWidget(self._publish, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish_column()
        self.setFocusProxy(self._editor)
        self._from_date.toggled.connect(self._date.setEnabled)
        self._publish.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Price")

    def lead(self) -> str:
        return self.tr("A new price holds for cars that come in afterwards; those inside keep theirs.")

    def speak(self) -> None:
        super().speak()
        self._from_now.setText(self.tr("from now"))
        self._from_date.setText(self.tr("from"))
        self._date.setAccessibleName(self.tr("The new price holds from"))
        self._publish.setText(self.tr("Publish this price"))
        self._show_now()

    @property
    def is_ready(self) -> bool:
        """Whether the price in force is shown."""
        return self._plan is not None

    def open(self) -> None:
        self.tell("")
        self._from_now.setChecked(True)
        self._date.setEnabled(False)
        lot = self.ctx.state.lot
        if lot is not None:
            tomorrow = self.ctx.console.clock.now().astimezone(lot.zone) + timedelta(days=1)
            self._date.setDateTime(QDateTime(tomorrow.year, tomorrow.month, tomorrow.day, 0, 0, 0))
        self._read()

    def save(self) -> None:
        actor, plan = self.ctx.state.actor, self._plan
        if actor is None or plan is None:
            return
        try:
            wanted = self._editor.price().plan(plan.currency, plan.plan_id)
        except BadInput as error:
            self.tell_error(error)
            return
        at = self._effective_at()
        self.ctx.jobs.run(
            lambda: publish(self.ctx.console, actor, wanted, at, ""),
            lambda published: self._on_published(published, at),
            self.tell_error,
        )

    def _effective_at(self) -> datetime | None:
        """The instant from the lot's wall clock; None for now."""
        lot = self.ctx.state.lot
        if lot is None or not self._from_date.isChecked():
            return None
        chosen = self._date.dateTime()
        day, time = chosen.date(), chosen.time()
        local = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=lot.zone)
        return local.astimezone(UTC)

    def _read(self) -> None:
        self.ctx.jobs.look(lambda unit: unit.plan_in_force(unit.now), self._on_plan, self.tell_error)

    def _on_plan(self, pricing: Pricing) -> None:
        plan = pricing.plan
        draft = draft_of(plan)
        if draft is not None:
            self._plan = plan
            self._editor.set_currency(plan.currency)
            self._editor.show_price(draft)
            self._show_now()

    def _show_now(self) -> None:
        draft = draft_of(self._plan) if self._plan is not None else None
        if self._plan is not None and draft is not None:
            self._now_words.setText(
                self.tr("Now (version {version}): {price}").format(
                    version=self._plan.version,
                    price=price_in_words(draft, self._plan.currency),
                )
            )

    def _on_published(self, plan: Plan, at: datetime | None) -> None:
        lot = self.ctx.state.lot
        if at is None or lot is None:
            self._plan = plan
            self._show_now()
            self.tell(self.tr("✓ Version {version} holds from now on.").format(version=plan.version))
            return
        self.tell(
            self.tr("✓ Version {version} holds from {time}.").format(
                version=plan.version, time=format_local_time(at, lot.zone, with_zone=True)
            )
        )
