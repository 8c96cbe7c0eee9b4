"""An address with user and password in it, taken apart for a form and put together again; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class AddressLogin:
    """The address as it may be shown, and who signs on there."""

    address: str
    user: str = ""
    password: str = ""


def take_apart(address: str) -> AddressLogin:
    """Address, user and password; what is no URL with a host stays as it is."""
    try:
        parts = urlsplit(address)
        user, password = parts.username or "", parts.password or ""
    except ValueError:
        return AddressLogin(address)
    if not parts.scheme or not (user or password):
        return AddressLogin(address)
    host = parts.netloc.rpartition("@")[2]
    bare = urlunsplit((parts.scheme, host, parts.path, parts.query, parts.fragment))
    return AddressLogin(bare, unquote(user), unquote(password))


def put_together(login: AddressLogin) -> str:
    """The address with its user and password; as it is without them, or where it is no URL."""
    try:
        parts = urlsplit(login.address)
    except ValueError:
        return login.address
    if not parts.netloc or not login.user:
        return login.address
    who = quote(login.user, safe="")
    if login.password:
        who += f":{quote(login.password, safe='')}"
    netloc = f"{who}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit((parts.scheme, netloc, parts.path, parts.query, parts.fragment))
