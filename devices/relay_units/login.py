"""Name and password at a device."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Login:
    """An empty password is none; what is printed of it never shows it."""

    user: str = ""
    password: str = field(default="", repr=False)
