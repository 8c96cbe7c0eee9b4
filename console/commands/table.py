"""Commands as data: id, title, keys, the right it needs, when it is valid, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.domain.people import Actor, Right


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do.

    ``title`` gives the words in the language of the moment; ``keys`` are in Qt's portable text ("F5",
    "Ctrl+K"); ``valid`` says why it cannot be done now, as a reason code, or "" where it can;
    ``asks_reason`` marks commands that want a reason before they act (their function opens the question).
    """

    command_id: str
    title: Callable[[], str]
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    right: Right | None = None
    valid: Callable[[], str] = lambda: ""
    asks_reason: bool = False
    icon: str = ""


class CommandTable:
    """All commands of the console, in the order in which they are shown."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}

    def add(self, command: Command) -> None:
        """Add a command; ValueError where its id or one of its keys is taken."""
        taken = {key for other in self._commands.values() for key in other.keys}
        if command.command_id in self._commands or taken & set(command.keys):
            raise ValueError(f"{command.command_id}: the id or a key is taken")
        self._commands[command.command_id] = command

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def why_not(self, command: Command, actor: Actor | None) -> str:
        """Why the actor cannot do it now, as a reason code; "" where they can."""
        if actor is None:
            return "sign_on.needed"
        if command.right is not None and not actor.may(command.right):
            return "right.missing"
        return command.valid()
