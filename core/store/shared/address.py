"""Where the shared database is: its URL as the parameters that the driver's library connects with."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from core.domain.errors import LinkError

CONNECT_SECONDS = 5
STATEMENT_SECONDS = 8
LOCK_SECONDS = 5
IDLE_IN_TRANSACTION_SECONDS = 15

# A console has a call cut off after ten seconds: the server gives up a little before, and says why. Plans are
# made for each statement anew: one that was made while a month was empty would be kept while it fills.
_SERVER_OPTIONS = (
    f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout={LOCK_SECONDS}s"
    f" -c idle_in_transaction_session_timeout={IDLE_IN_TRANSACTION_SECONDS}s"
    " -c plan_cache_mode=force_custom_plan"
)
# A machine that went away without a word is noticed after 10 + 3 × 5 s, half-sent words after 10 s.
_KEEPALIVES = {
    "keepalives": "1",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
_DRIVERS = frozenset({"postgresql", "postgresql+psycopg"})


def connection_parameters(url: str, *, console_id: str, ca_file: str = "") -> Mapping[str, str]:
    """What libpq is told; what the URL says itself goes before our own choice.

    A server on another machine is spoken to over TLS only, and with ``ca_file`` must show a certificate for
    its own name that this authority signed. LinkError ``link.address`` for what is no URL of PostgreSQL.
    """
    address = _parsed(url)
    said = {
        name: value if isinstance(value, str) else ",".join(value) for name, value in address.query.items()
    }
    said |= {
        name: str(value)
        for name, value in address.translate_connect_args(username="user", database="dbname").items()
    }
    usual = {
        "connect_timeout": str(CONNECT_SECONDS),
        "application_name": f"lotkeeper {console_id}",
        "options": _SERVER_OPTIONS,
        "client_encoding": "utf8",
    }
    return usual | _KEEPALIVES | _secured(said.get("host", ""), ca_file) | said


def with_password(url: str, password: str) -> str:
    """The URL with this password, where it has none itself; LinkError ``link.address`` for what is no URL."""
    address = _parsed(url)
    if address.password is None and password:
        address = address.set(password=password)
    return address.render_as_string(hide_password=False)


def without_password(url: str) -> tuple[str, str]:
    """The URL as it may be shown and written down, and the password that stood in it.

    LinkError ``link.address`` for what is no URL.
    """
    address = _parsed(url)
    also = address.query.get("password", "")
    password = str(address.password or "") or (also if isinstance(also, str) else also[-1])
    bare = address._replace(password=None).difference_update_query(["password"])
    return bare.render_as_string(hide_password=False), password


def _secured(host: str, ca_file: str) -> dict[str, str]:
    if ca_file:
        return {"sslmode": "verify-full", "sslrootcert": ca_file}
    return {} if _is_this_machine(host) else {"sslmode": "require"}


def _is_this_machine(host: str) -> bool:
    """Whether all named servers are reached without a network: a socket's folder, or loopback."""
    return all(_is_near(name) for name in host.split(","))


def _is_near(name: str) -> bool:
    if not name or name.startswith(("/", "@")) or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _parsed(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        # Not the error's own words: they hold the URL, and that may hold a password.
        raise LinkError("link.address", detail="not a URL") from error
    if address.drivername not in _DRIVERS or not address.database:
        raise LinkError("link.address", detail=f"{address.drivername}, database {address.database!r}")
    return address
