"""What this console shares over, changed at the settings: tried, written down, in force at once. No Qt.

Passwords never stand in the configuration: they go where ``core.sync.secrets`` finds them, and are shown to
nobody again. Nothing here belongs on the screen's thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from console.compose_copies import build_copies, build_photo_copies
from console.compose_hub import try_hub
from core.config import SharedConfig, write_config
from core.domain.errors import LinkError, StoreError
from core.domain.people import Actor, Right
from core.store.shared.address import with_password, without_password
from core.store.shared.trial import try_database
from core.sync.hub_client import hub_place
from core.sync.place_address import Where
from core.sync.secrets import keep_secret, secret
from core.sync.trials import internet_place, try_internet, try_place

if TYPE_CHECKING:
    from console.compose import Console

SECRETS = ("database", "backups", "photos")
"""The settings that have a password, by the name of their field in ``SharedConfig``."""


@dataclass(frozen=True, slots=True)
class SharedSettings:
    """What is typed: addresses as they may be shown, and those passwords that are to be kept anew."""

    database: str = ""
    database_ca: str = ""
    hub: str = ""
    internet: str = ""
    backups: str = ""
    photos: str = ""
    passwords: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the settings show: no password, only which of them are known."""

    settings: SharedSettings
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a try found: a reason code and its figures."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def read_settings(console: Console) -> Shown:
    """What holds now; asks the key store, which may take some seconds."""
    shared = console.config.shared
    settings = SharedSettings(
        database=_shown(shared.database),
        database_ca=shared.database_ca,
        hub=shared.hub,
        internet=shared.internet,
        backups=shared.backups,
        photos=shared.photos,
    )
    known = {name for name in SECRETS if secret(name, console.folder.path)}
    if shared.database and _password_in(shared.database):
        known.add("database")
    return Shown(settings, frozenset(known))


def try_setting(console: Console, name: str, wanted: SharedSettings) -> Found:
    """Try the setting of that name as it is typed; LinkError or BadInput: why it cannot be used.

    Ends within half a minute.
    """
    address = getattr(wanted, name).strip()
    if name == "internet":
        try_internet(address)
        return Found("trial.internet_ok")
    if name == "hub":
        return Found("trial.hub_ok", {"count": _try_hub(console, address)})
    if name != "database":
        try_place(address, _password(console, name, wanted))
        return Found("trial.place_ok")
    held = try_database(
        with_password(address, _password(console, name, wanted)),
        lot_id=console.store.lot_id,
        console_id=console.store.console_id,
        ca_file=wanted.database_ca.strip(),
        as_hub=console.sharing.view().is_hub,
    )
    return Found("trial.database_ok", {"count": held})


def _try_hub(console: Console, address: str) -> int:
    own = console.trust.own
    if own is None:
        raise StoreError("identity.not_kept")
    return try_hub(console.store, address, own)


def save_settings(console: Console, actor: Actor, wanted: SharedSettings) -> None:
    """Keep passwords, write the configuration, and share over it from now on.

    LinkError, BadInput, ConfigError or StoreError where something cannot be used or kept; then what could
    be used before is used on. The links and copies that nothing changed about go on undisturbed.
    """
    actor.require(Right.MANAGE_CONSOLES)
    settings = _checked(wanted)
    before = console.config.shared
    shared = replace(
        before,
        database=settings.database,
        database_ca=settings.database_ca,
        hub=settings.hub,
        internet=settings.internet,
        backups=settings.backups,
        photos=settings.photos,
    )
    passwords = _passwords(before, settings)
    for name, text in passwords.items():
        keep_secret(name, text, console.folder.path)
    _write(console, shared)
    _share_anew(console, before, shared, frozenset(passwords))


def _checked(wanted: SharedSettings) -> SharedSettings:
    """What was typed, without spaces around it; a password that stood in the database's URL is taken out."""
    passwords = {name: text.strip() for name, text in wanted.passwords.items() if text.strip()}
    database, ca_file = wanted.database.strip(), wanted.database_ca.strip()
    if database:
        database, in_url = without_password(database)
        passwords = ({"database": in_url} if in_url else {}) | passwords
    if ca_file and not Path(ca_file).is_file():
        raise LinkError("trial.no_ca_file", detail=ca_file)
    hub, internet = wanted.hub.strip(), wanted.internet.strip()
    backups, photos = wanted.backups.strip(), wanted.photos.strip()
    if hub:
        hub_place(hub)
    if internet:
        internet_place(internet)
    for place in (backups, photos):
        if place:
            Where.from_text(place)
    return SharedSettings(database, ca_file, hub, internet, backups, photos, passwords)


def _passwords(before: SharedConfig, settings: SharedSettings) -> dict[str, str]:
    """Those to be kept, one in an old URL too, and, empty, those of settings that were given up."""
    given = {name: text for name, text in settings.passwords.items() if getattr(settings, name)}
    if settings.database and "database" not in given and (old := _password_in(before.database)):
        given["database"] = old
    given_up = [name for name in SECRETS if getattr(before, name) and not getattr(settings, name)]
    return given | dict.fromkeys(given_up, "")


def _write(console: Console, shared: SharedConfig) -> None:
    config = replace(console.config, shared=shared)
    # A console without a lot has no file yet: the first run will write one.
    if console.folder.config.exists():
        write_config(console.folder.config, config)
    console.config = config


def _share_anew(
    console: Console, before: SharedConfig, shared: SharedConfig, passwords: frozenset[str]
) -> None:
    links = ("database", "database_ca", "hub", "internet")
    if "database" in passwords or any(getattr(before, name) != getattr(shared, name) for name in links):
        console.share_anew()
    if "backups" in passwords or before.backups != shared.backups:
        console.copies.stop()
        console.copies = build_copies(console.folder, console.config, console.store, console.clock)
        console.copies.start()
        console.audit.follow_configuration()
    if "photos" in passwords or before.photos != shared.photos:
        console.photo_copies.stop()
        console.photo_copies = build_photo_copies(
            console.folder, console.config, console.store, console.photos, console.clock
        )
        console.photo_copies.start()


def _password(console: Console, name: str, wanted: SharedSettings) -> str:
    """The one that was typed, else the one that is kept."""
    typed = wanted.passwords.get(name, "").strip()
    kept = typed or secret(name, console.folder.path)
    return kept or (_password_in(console.config.shared.database) if name == "database" else "")


def _shown(url: str) -> str:
    """A database's URL without its password; one that cannot be read is not shown, for it may hold one."""
    try:
        return without_password(url)[0] if url else ""
    except LinkError:
        return ""


def _password_in(url: str) -> str:
    try:
        return without_password(url)[1] if url else ""
    except LinkError:
        return ""
