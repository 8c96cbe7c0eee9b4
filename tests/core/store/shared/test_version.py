"""Consoles are upgraded one by one: who may go on beside a database that is newer."""

from __future__ import annotations

import psycopg
import pytest

from core.domain.errors import LinkError
from tests.core.store.shared.city import City


def needs_at_least(city: City, revision: str) -> None:
    with psycopg.connect(city.url.replace("+psycopg", "")) as connection:
        connection.execute("UPDATE shared_settings SET value = %s WHERE name = 'oldest_program'", (revision,))


def test_a_database_that_was_only_added_to_is_used(city: City) -> None:
    with psycopg.connect(city.url.replace("+psycopg", "")) as connection:
        connection.execute("ALTER TABLE journal ADD COLUMN of_a_newer_program TEXT DEFAULT ''")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert city.link("console-entry").marks() == {}


def test_a_database_that_needs_a_newer_program_is_told_and_used_again_when_it_does_not(city: City) -> None:
    needs_at_least(city, "9999")
    link = city.link("console-entry")
    for _ in range(2):
        with pytest.raises(LinkError) as told:
            link.marks()
        assert told.value.cause == "link.version"
    needs_at_least(city, "0005")
    assert link.marks() == {}
