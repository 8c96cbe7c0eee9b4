from __future__ import annotations

import pytest

from core.services.ports import Boom
from devices.barriers.boom_contacts import boom_from_contacts


@pytest.mark.parametrize(
    ("up", "down", "expected"),
    [
        (True, False, Boom.UP),
        (False, True, Boom.DOWN),
        (False, False, Boom.MOVING),
        (True, True, Boom.UNKNOWN),
        (None, None, Boom.UNKNOWN),
        (True, None, Boom.UP),
        (False, None, Boom.UNKNOWN),
        (None, True, Boom.DOWN),
        (None, False, Boom.UNKNOWN),
    ],
)
def test_a_boom_is_only_where_a_contact_says_it_is(
    up: bool | None, down: bool | None, expected: Boom
) -> None:
    assert boom_from_contacts(up=up, down=down) is expected
