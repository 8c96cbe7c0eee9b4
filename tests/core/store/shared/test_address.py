"""Where the shared database is, as the driver is told: over TLS wherever there is a network between."""

from __future__ import annotations

import pytest

from core.domain.errors import LinkError
from core.store.shared.address import connection_parameters


def parameters(url: str, ca_file: str = "") -> dict[str, str]:
    return dict(connection_parameters(url, console_id="c1", ca_file=ca_file))


def test_the_url_says_who_and_where() -> None:
    told = parameters("postgresql+psycopg://booth:p%40ss@db.example:5433/city")
    assert {name: told[name] for name in ("user", "password", "host", "port", "dbname")} == {
        "user": "booth",
        "password": "p@ss",
        "host": "db.example",
        "port": "5433",
        "dbname": "city",
    }
    assert told["application_name"] == "lotkeeper c1"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://lot@db.example/city",
        "postgresql://lot@192.0.2.7/city",
        "postgresql://lot@/city?host=db1.example,db2.example",
        "postgresql://lot@/city?host=db1.example&host=db2.example",
        "postgresql://lot@/city?host=localhost,db2.example",
    ],
)
def test_another_machine_is_spoken_to_over_tls_only(url: str) -> None:
    assert parameters(url)["sslmode"] == "require"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://lot@/city",
        "postgresql://lot@localhost/city",
        "postgresql://lot@127.0.0.1/city",
        "postgresql://lot@[::1]/city",
        "postgresql://lot@/city?host=/run/postgresql",
    ],
)
def test_on_this_machine_there_is_no_network_to_be_read(url: str) -> None:
    assert "sslmode" not in parameters(url)


def test_with_an_authority_of_its_own_the_server_must_prove_its_name() -> None:
    told = parameters("postgresql://lot@db.example/city", ca_file="/etc/city.pem")
    assert (told["sslmode"], told["sslrootcert"]) == ("verify-full", "/etc/city.pem")


def test_what_the_url_says_itself_goes_first() -> None:
    told = parameters("postgresql://lot@db.example/city?sslmode=disable&connect_timeout=2")
    assert (told["sslmode"], told["connect_timeout"]) == ("disable", "2")


@pytest.mark.parametrize("url", ["", "city", "sqlite:///lot.db", "postgresql://lot:secret@db.example"])
def test_what_is_no_database_of_postgresql_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(LinkError) as refused:
        parameters(url)
    assert refused.value.cause == "link.address"
    assert "secret" not in str(refused.value)
