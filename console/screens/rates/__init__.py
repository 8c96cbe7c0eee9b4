"""The landlord's rates: rules that read like the sign, what they cost, and when they hold."""

from console.screens.rates.screen import RatesScreen

__all__ = ["RatesScreen"]
