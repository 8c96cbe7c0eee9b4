import pytest

from console.screens.desk.quick_notes import quick_notes


@pytest.mark.parametrize(
    ("due", "currency", "notes"),
    [
        (120, "TWD", (200, 500, 1000, 2000)),
        (30, "TWD", (100, 200, 500, 1000)),
        (250, "EUR", (500, 1000, 2000, 5000)),
        (2000, "TWD", ()),
    ],
)
def test_the_notes_a_driver_is_likely_to_hand_over(due, currency, notes):
    assert quick_notes(due, currency) == notes


def test_every_note_covers_what_is_due():
    for due in range(1, 3000, 7):
        assert all(note > due for note in quick_notes(due, "TWD"))
