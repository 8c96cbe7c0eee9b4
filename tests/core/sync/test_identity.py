import os
import socket
import ssl
import stat
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from core.domain.errors import StoreError
from core.sync.identity import fingerprint_of, load_hub_certificate, load_identity, verify


def test_a_console_keeps_the_key_that_it_made(tmp_path: Path) -> None:
    first, second = load_identity(tmp_path), load_identity(tmp_path)
    assert first.public_key == second.public_key
    assert len(bytes.fromhex(first.public_key)) == 32
    assert verify(first.public_key, second.sign(b"a car may leave"), b"a car may leave")


def test_no_other_key_and_no_other_message_fits_a_signature(tmp_path: Path) -> None:
    one, other = load_identity(tmp_path / "one"), load_identity(tmp_path / "other")
    signature = one.sign(b"AB 1234")
    assert one.public_key != other.public_key
    assert not verify(other.public_key, signature, b"AB 1234")
    assert not verify(one.public_key, signature, b"AB 1235")
    assert not verify(one.public_key, signature[:-1] + bytes([signature[-1] ^ 1]), b"AB 1234")


@pytest.mark.parametrize("key", ["", "zz", "00" * 31, "é" * 64, "ff" * 32])
@pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\xff" * 64, b"\0" * 65])
def test_what_is_no_key_or_no_signature_verifies_nothing(key: str, signature: bytes) -> None:
    assert not verify(key, signature, b"AB 1234")


def test_only_the_consoles_own_user_reads_its_keys(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        load_identity(tmp_path)
        load_hub_certificate(tmp_path)
    finally:
        os.umask(old)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "identity").iterdir()}
    assert modes == {"console.key": 0o600, "hub.key": 0o600, "hub.crt": 0o600}
    assert stat.S_IMODE((tmp_path / "identity").stat().st_mode) == 0o700


def test_a_key_that_became_readable_for_others_is_closed_again(tmp_path: Path) -> None:
    load_identity(tmp_path)
    file = tmp_path / "identity" / "console.key"
    file.chmod(0o644)
    load_identity(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_private_key_is_in_no_text_that_a_log_may_show(tmp_path: Path) -> None:
    identity = load_identity(tmp_path)
    assert "rivate" not in repr(identity)


def _another_kind_of_key() -> bytes:
    private = ec.generate_private_key(ec.SECP256R1())
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 300, b"-----BEGIN PRIVATE KEY-----\n", _another_kind_of_key()]
)
def test_a_damaged_key_is_put_aside_and_a_new_one_made(tmp_path: Path, content: bytes) -> None:
    before = load_identity(tmp_path)
    file = tmp_path / "identity" / "console.key"
    file.write_bytes(content)
    after = load_identity(tmp_path)
    assert after.public_key != before.public_key
    assert (tmp_path / "identity" / "console.key.damaged").read_bytes() == content
    assert load_identity(tmp_path).public_key == after.public_key


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "identity").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match=r"identity\.not_kept"):
        load_identity(tmp_path)


def test_a_hubs_certificate_stays_the_same_and_a_tls_client_sees_its_fingerprint(tmp_path: Path) -> None:
    certificate = load_hub_certificate(tmp_path)
    assert load_hub_certificate(tmp_path) == certificate
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate.certificate_file, certificate.key_file)
    near, far = socket.socketpair()

    def serve() -> None:
        with server.wrap_socket(far, server_side=True) as stream:
            stream.recv(1)

    thread = threading.Thread(target=serve)
    thread.start()
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.load_verify_locations(certificate.certificate_file)
    with client.wrap_socket(near, server_hostname="lotkeeper-hub") as stream:
        seen = stream.getpeercert(binary_form=True)
        stream.send(b"x")
    thread.join(10)
    assert seen is not None
    assert fingerprint_of(seen) == certificate.fingerprint


def test_a_certificate_that_does_not_fit_its_key_is_made_anew(tmp_path: Path) -> None:
    one, other = load_hub_certificate(tmp_path / "one"), load_hub_certificate(tmp_path / "other")
    one.certificate_file.write_bytes(other.certificate_file.read_bytes())
    again = load_hub_certificate(tmp_path / "one")
    assert again.fingerprint not in {one.fingerprint, other.fingerprint}
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(again.certificate_file, again.key_file)
