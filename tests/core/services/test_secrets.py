"""Hashes that are checked, also such as another console handed over."""

from __future__ import annotations

import pytest

from core.domain.secrets import SecretKind
from core.services.sign_on import LONG_AGO
from core.services.unit_of_work import Credential
from tests.core.services.secrets import HASHER, PIN

FOR_HOURS = "$argon2id$v=19$m=32768,t=4000000,p=1$c29tZXNhbHQ$"
OUT_OF_MEMORY = "$argon2id$v=19$m=1073741824,t=1,p=1$c29tZXNhbHQ$"
DIGEST = "RdescudvJCsgt3ub+b1dWRWJTmaaJObG1RvUV8ZO0Jk"


def matches(hashed: str) -> bool:
    return HASHER.matches(Credential("ann", hashed, 0, LONG_AGO, SecretKind.PIN), PIN)


def test_what_was_hashed_matches() -> None:
    assert matches(HASHER.hash(PIN))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "hashed", [FOR_HOURS + DIGEST, OUT_OF_MEMORY + DIGEST, "", "argon2", "$argon2id$v=19$"]
)
def test_a_hash_that_would_take_hours_or_all_the_memory_is_nobodys(hashed: str) -> None:
    assert not matches(hashed)
