"""What a landlord's login sees of their own lots besides what reports see: what they may see at a console.

The journal is there without its personal fields, so that a landlord can follow who did what, and check the
chain; people without clients, and plates only of cars that are inside.
"""

from __future__ import annotations

from typing import Final

LANDLORD_VIEWS: Final = {
    "inside": """
        SELECT lot_id, stay_id, plate, state, shared.instant(entry_at) AS entry_at, entry_lane, paid_minor
        FROM public.stays WHERE $may_read AND state IN ('pending', 'inside', 'paid', 'held')
    """,
    "staff": """
        SELECT lot_id, person_id, name, role, active
        FROM public.people WHERE $may_read AND role <> 'client'
    """,
    "shifts": """
        SELECT lot_id, shift_id, drawer, person_id, shared.instant(opened_at) AS opened_at,
            shared.instant(closed_at) AS closed_at, float_minor, cash_minor, payments, counted_minor,
            z_number, check_code
        FROM public.shifts WHERE $may_read
    """,
    "refunds": """
        SELECT lot_id, refund_id, stay_id, state, amount_minor, currency, cause,
            shared.instant(due_at) AS due_at
        FROM public.refunds WHERE $may_read
    """,
    "debts": """
        SELECT lot_id, debt_id, stay_id, kind, amount_minor, paid_minor, currency, state,
            shared.instant(made_at) AS made_at
        FROM public.debts WHERE $may_read
    """,
    "audit": """
        SELECT lot_id, console_id, seq, entry_id, shared.instant(at) AS at, kind, version, payload, who,
            subjects, encode(link, 'hex') AS link
        FROM public.journal WHERE $may_read
    """,
}
"""By name, the query of the view; ``$may_read`` keeps it to the lots that the login was given."""
