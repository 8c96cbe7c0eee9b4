"""What the keys do about the rates, from any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.commands.table import Command
from console.screens.context import Context
from core.domain.people import Right

if TYPE_CHECKING:
    from console.screens.rates.screen import RatesScreen

tr = QCoreApplication.translate


def add_rates_commands(screen: RatesScreen, context: Context) -> None:
    """Put the commands of the rates into the table; each brings the rates to the front first."""

    def at_the_rates(act: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            context.show("rates")
            act()

        return run

    def ready() -> str:
        return "" if screen.editing.plan is not None else "rates.being_read"

    def changed() -> str:
        return ready() or ("" if screen.has_changes else "rates.nothing_changed")

    for command in (
        Command(
            "rates.publish",
            lambda: tr("Commands", "Publish the rates …"),
            at_the_rates(screen.open_publishing),
            keys=("Ctrl+Shift+P",),
            right=Right.SET_RATES,
            valid=changed,
            icon="check",
        ),
        Command(
            "rates.begin",
            lambda: tr("Commands", "Begin the rates with a sample or a file …"),
            at_the_rates(screen.open_start),
            keys=("Ctrl+Shift+N",),
            right=Right.SET_RATES,
            valid=ready,
            icon="import",
        ),
        Command(
            "rates.add",
            lambda: tr("Commands", "Add a rule to the rates"),
            at_the_rates(screen.workspace.rules.ask_what_to_add),
            keys=("Ctrl+N",),
            right=Right.SET_RATES,
            valid=ready,
            icon="plus",
        ),
        Command(
            "rates.duplicate",
            lambda: tr("Commands", "Duplicate the chosen rule of the rates"),
            at_the_rates(screen.editing.duplicate),
            keys=("Ctrl+Shift+D",),
            right=Right.SET_RATES,
            valid=ready,
            icon="copy",
        ),
        *_pages(screen, at_the_rates, ready),
    ):
        context.commands.add(command)


def _pages(
    screen: RatesScreen,
    at_the_rates: Callable[[Callable[[], None]], Callable[[], None]],
    ready: Callable[[], str],
) -> tuple[Command, ...]:
    def page(name: str, title: Callable[[], str], key: str, icon: str) -> Command:
        return Command(
            f"rates.{name}",
            title,
            at_the_rates(lambda: screen.show_tab(name)),
            keys=(key,),
            valid=ready,
            icon=icon,
        )

    return (
        page("price", lambda: tr("Commands", "Rates: curve and week"), "Alt+G", "rates"),
        page("examples", lambda: tr("Commands", "Rates: worked examples"), "Alt+E", "list"),
        page("check", lambda: tr("Commands", "Rates: what the check says"), "Alt+K", "check"),
        page("compare", lambda: tr("Commands", "Rates: compare with those in force"), "Alt+M", "contrast"),
        page("versions", lambda: tr("Commands", "Rates: versions, and who changed what"), "Alt+V", "clock"),
        page("rehearsal", lambda: tr("Commands", "Rates: rehearse on past stays"), "Alt+H", "reports"),
    )
