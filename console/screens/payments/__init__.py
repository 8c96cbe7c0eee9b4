"""Payments: what was taken, what is owed, what is under way, what goes back, and who validates."""

from console.screens.payments.screen import PaymentsScreen

__all__ = ["PaymentsScreen"]
