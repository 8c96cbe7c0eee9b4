"""Settings: the lot and its price, how the console looks, cars already inside, backups."""

from console.screens.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
