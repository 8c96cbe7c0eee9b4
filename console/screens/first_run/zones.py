"""Time zones to choose from, the machine's own, and the currency that people pay with there."""

from __future__ import annotations

import zoneinfo

from PySide6.QtCore import QLocale, QTimeZone

from core.domain.money import CURRENCIES

FALLBACK_ZONE = "UTC"
FALLBACK_CURRENCY = "EUR"


def machine_zone() -> str:
    """The machine's time zone as an IANA name."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or FALLBACK_ZONE


def all_zones() -> list[str]:
    """Every zone by name; reads files, so not for the GUI thread."""
    return sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == FALLBACK_ZONE)


def country_of(zone: str) -> str:
    """The two-letter code of the zone's country, empty where it has none (UTC)."""
    territory = QTimeZone(zone.encode("ascii", "replace")).territory()
    return "" if territory == QLocale.Country.AnyCountry else QLocale.territoryToCode(territory)


def currency_of(zone: str) -> str:
    """The currency of the zone's country, where Lotkeeper reckons in it."""
    territory = QTimeZone(zone.encode("ascii", "replace")).territory()
    if territory == QLocale.Country.AnyCountry:
        return FALLBACK_CURRENCY
    locale = QLocale(QLocale.Language.AnyLanguage, territory)
    code = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if code in CURRENCIES else FALLBACK_CURRENCY
