"""The audit: who did what, what was refused, who looked at pictures, whether the journal proves itself."""

from console.screens.audit.screen import AuditScreen

__all__ = ["AuditScreen"]
