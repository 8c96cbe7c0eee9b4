"""The shared database over TLS: a console speaks to the server it means, and to no other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from core.domain.errors import LinkError
from core.store.shared.link import DatabaseLink
from tests.core.store.lot import SetClock
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

LOT = "market-street"


def certificate(folder: Path, name: str, host: str) -> Path:
    """A certificate that vouches for itself, beside its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.crt"
    file.write_bytes(made.public_bytes(Encoding.PEM))
    secret = folder / f"{name}.key"
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    secret.chmod(0o600)
    return file


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresqlServer]:
    """A server that lets nobody in over the network without TLS."""
    made = certificate(tmp_path_factory.mktemp("server"), "server", "localhost")
    with postgresql_server() as running:
        owner = running.data.owner()
        for file in (made, made.with_suffix(".key")):
            shutil.copy(file, running.data / file.name)
            shutil.chown(running.data / file.name, owner)
            (running.data / file.name).chmod(0o600)
        with (running.data / "postgresql.conf").open("a") as settings:
            settings.write("ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n")
        (running.data / "pg_hba.conf").write_text("local all all trust\nhostssl all all all scram-sha-256\n")
        running.restart("fast")
        yield running


@pytest.fixture(scope="module")
def city(server: PostgresqlServer) -> SharedDatabase:
    return SharedDatabase(server)


def asked(city: SharedDatabase, *, host: str = "localhost", ca_file: Path, how: str = "") -> None:
    """Ask as a console does; LinkError where the two cannot agree."""
    login = city.console(LOT)
    url = city.server.tcp_url(city.name, user=login.name, password=login.password, host=host)
    far = DatabaseLink(url + how, lot_id=LOT, console_id="c1", ca_file=str(ca_file), clock=SetClock())
    try:
        assert far.marks() == {}
    finally:
        far.close()


def test_a_console_that_knows_the_authority_speaks_to_the_server(city: SharedDatabase) -> None:
    asked(city, ca_file=city.server.data / "server.crt")


def test_a_server_that_another_authority_vouches_for_is_not_spoken_to(
    city: SharedDatabase, tmp_path: Path
) -> None:
    with pytest.raises(LinkError, match=r"link\.refused"):
        asked(city, ca_file=certificate(tmp_path, "other", "localhost"))


def test_a_certificate_for_another_name_does_not_do(city: SharedDatabase) -> None:
    with pytest.raises(LinkError, match=r"link\.refused"):
        asked(city, host="127.0.0.1", ca_file=city.server.data / "server.crt")


def test_without_tls_the_server_lets_nobody_in(city: SharedDatabase) -> None:
    with pytest.raises(LinkError, match=r"link\.refused"):
        asked(city, ca_file=city.server.data / "server.crt", how="?sslmode=disable")
