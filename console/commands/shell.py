"""What the keys do on every screen: help, palette, screens, lock, theme, language, clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from console.commands.table import Command
from console.look import LANGUAGES, THEMES
from console.screens.context import Context
from console.screens.form.appearance import apply_settings
from console.screens.registry import Screen
from console.state.messages import Message, Weight
from console.state.sharing_watch import DECIDE
from core.domain.people import Right
from core.services.settle_clock import settle_clock
from core.services.sign_on import sign_off

tr = QCoreApplication.translate
DETAILS = "program.details"
ADJUST_CAMERA = "lane.camera"


@dataclass(frozen=True, slots=True)
class Shell:
    """What the window can be asked for."""

    show_keys: Callable[[], None]
    show_palette: Callable[[], None]
    show_more: Callable[[], None]
    show_details: Callable[[], None]
    has_details: Callable[[], bool]
    show_conflicts: Callable[[], None]


def add_shell_commands(shell: Shell, screens: tuple[Screen, ...], context: Context) -> None:
    """Put the commands that work everywhere into the table."""
    for place, screen in enumerate(screens, start=1):
        context.commands.add(_showing(screen, place, context))
    everywhere = (*_helping(shell), *_leaving(context), *_looking(context))
    for command in (*everywhere, _adjusting(context), _deciding(shell, context)):
        context.commands.add(command)


def _showing(screen: Screen, place: int, context: Context) -> Command:
    return Command(
        f"screen.{screen.name}",
        lambda: screen.title,
        lambda: context.show(screen.name),
        keys=(screen.key(place),) if screen.key(place) else (),
        right=screen.right,
        icon=screen.icon,
    )


def _helping(shell: Shell) -> tuple[Command, ...]:
    return (
        Command("help.keys", lambda: tr("Commands", "All keys"), shell.show_keys, keys=("F1",), icon="help"),
        Command(
            "help.palette",
            lambda: tr("Commands", "Find a command"),
            shell.show_palette,
            keys=("Ctrl+K",),
            icon="search",
        ),
        Command(
            DETAILS,
            lambda: tr("Commands", "Details"),
            shell.show_details,
            keys=("Ctrl+I",),
            valid=lambda: "" if shell.has_details() else "program.no_details",
            icon="list",
        ),
        Command(
            "help.about_car",
            lambda: tr("Commands", "Everything about this car"),
            shell.show_more,
            icon="more",
        ),
    )


def _leaving(context: Context) -> tuple[Command, ...]:
    state = context.state

    def leave() -> None:
        actor, name = state.actor, context.console.config.console.name
        if actor is not None:
            context.jobs.change(lambda unit: sign_off(unit, actor=actor, console=name), lambda _none: None)
            state.sign_on(None)

    def settle() -> None:
        actor = state.actor
        if actor is not None:
            context.jobs.change(
                lambda unit: settle_clock(unit, actor=actor),
                lambda _none: state.post(Message(Weight.DONE, "clock.settled")),
            )

    return (
        Command("person.lock", lambda: tr("Commands", "Lock"), state.lock, keys=("Ctrl+L",), icon="lock"),
        Command(
            "person.leave", lambda: tr("Commands", "Sign off"), leave, keys=("Ctrl+Shift+O",), icon="lock"
        ),
        Command(
            "clock.settle",
            lambda: tr("Commands", "Settle the clock"),
            settle,
            right=Right.SETTLE_CLOCK,
            valid=lambda: "" if state.clock_behind else "clock.right",
            icon="clock",
        ),
    )


def _adjusting(context: Context) -> Command:
    """The camera of the selected lane."""
    return Command(
        ADJUST_CAMERA,
        lambda: tr("Commands", "Adjust camera …"),
        lambda: context.show("camera"),
        right=Right.SET_UP_LOT,
        valid=lambda: "" if context.console.config.lanes else "lane.none",
        icon="camera",
    )


def _deciding(shell: Shell, context: Context) -> Command:
    """Changes that were made in two places at a time."""
    return Command(
        DECIDE,
        lambda: tr("Commands", "Compare and choose between two changes …"),
        shell.show_conflicts,
        keys=("Ctrl+Shift+C",),
        right=Right.SET_RATES,
        valid=lambda: "" if context.state.conflicts else "reference.no_conflict",
        icon="contrast",
    )


def _looking(context: Context) -> tuple[Command, ...]:
    def next_theme() -> None:
        settings = context.console.config.console
        following = THEMES[(THEMES.index(settings.theme) + 1) % len(THEMES)]
        apply_settings(context, replace(settings, theme=following))

    def next_language() -> None:
        settings = context.console.config.console
        following = LANGUAGES[(LANGUAGES.index(settings.language) + 1) % len(LANGUAGES)]
        apply_settings(context, replace(settings, language=following))

    return (
        Command(
            "view.theme",
            lambda: tr("Commands", "Next theme: light, dark, high contrast"),
            next_theme,
            keys=("Ctrl+T",),
            icon="contrast",
        ),
        Command(
            "view.language",
            lambda: tr("Commands", "Other language"),
            next_language,
            keys=("Ctrl+Shift+L",),
            icon="language",
        ),
    )
