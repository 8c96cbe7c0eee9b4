"""What people sign on with, from console to console: also to one that knows nothing of badges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import LinkError
from core.services.membership import BADGE_KEY, SharedCredential
from core.sync.credential_wire import credential_digests, credentials_document, credentials_from, is_same
from tests.core.store.lot import MORNING

BADGE = "ab" * 32
NIA = SharedCredential("nia", "pin-hash", MORNING, "pin", BADGE, MORNING)
LEE = SharedCredential("lee", "password-hash", MORNING, "password")
KEY = SharedCredential("badge-key-0707", "07" * 32, MORNING, BADGE_KEY)
ALL = [KEY, LEE, NIA]


def test_all_of_it_arrives_as_it_was_sent() -> None:
    assert credentials_from(credentials_document(ALL)) == ALL


def test_a_console_from_before_badges_is_told_the_hashes_it_knows() -> None:
    document = credentials_document(ALL)
    assert [row[0] for row in document["credentials"]] == ["lee", "nia"]  # type: ignore[attr-defined]
    digests = credential_digests(ALL)
    assert is_same(ALL, digests)
    assert is_same(ALL, {"credentials": digests["credentials"]})
    assert not is_same([KEY, LEE, replace(NIA, badge="")], digests)
    assert is_same([LEE, NIA], {"credentials": digests["credentials"]})


@pytest.mark.parametrize(
    "row",
    [
        ["nia", "hash", 1],
        ["nia", "hash", 1, "king", "", 0],
        ["nia", "hash", 1, "pin", "no digest", 0],
        ["nia", "hash", 1, "pin", "", 10**30],
        ["nia", "hash", -1, "pin", "", 0],
        ["n" * 37, "hash", 1, "pin", "", 0],
        ["key", "no key", 1, BADGE_KEY, "", 0],
        ["nia", "hash", 1, "pin", 5, 0],
        "nia",
        None,
    ],
)
def test_what_is_garbled_is_refused(row: object) -> None:
    with pytest.raises(LinkError, match=r"link\.garbled"):
        credentials_from({"secrets": [row]})


@pytest.mark.parametrize("document", [{}, {"secrets": 5}, {"secrets": [[]] * 5_000}, {"credentials": "x"}])
def test_what_is_no_list_of_them_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(LinkError, match=r"link\.garbled"):
        credentials_from(document)
