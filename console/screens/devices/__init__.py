"""Devices: how every device of this console is, what to do about it, and where devices are added."""

from console.screens.devices.screen import DevicesScreen

__all__ = ["DevicesScreen"]
