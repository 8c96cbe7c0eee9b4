"""A reason is one of those there are; what is said besides may be purged, and holds no card's number."""

from __future__ import annotations

import pytest

from core.domain.errors import BadInput
from core.services.given_reason import given_reason

REASONS = ("complaint", "other")


def test_a_note_is_personal_and_none_is_none() -> None:
    assert given_reason("complaint", "  of  Max ", REASONS) == {"note": "of Max"}
    assert given_reason("complaint", " ", REASONS) == {}


@pytest.mark.parametrize(
    ("reason", "note", "code"),
    [
        ("because", "", "void.bad_reason"),
        ("other", " ", "gate.note_needed"),
        ("complaint", "paid with 4242-4242-4242-4242", "charge.looks_like_card"),
    ],
)
def test_what_is_no_reason_is_refused(reason: str, note: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        given_reason(reason, note, REASONS, code="void.bad_reason")
    assert refused.value.code == code
