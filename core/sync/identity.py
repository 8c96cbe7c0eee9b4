"""Who this console is to others: its Ed25519 key pair, and the certificate of the hub that it may be.

Both lie in the folder ``identity`` of the data folder, readable by the console's own user alone, and are
made when they are first asked for. They are never copied to another machine: a console that moves, or is
restored elsewhere, makes its own. The one module that knows a library for it.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from core.domain.errors import StoreError

log = logging.getLogger(__name__)

FOLDER: Final = "identity"
HUB_NAME: Final = "lotkeeper-hub"
_OWNER_ALONE: Final = 0o600
# Clients compare the fingerprint, never the dates: a booth whose clock is wrong must still find its hub.
_VALID_FROM: Final = datetime(2020, 1, 1, tzinfo=UTC)
_VALID_UNTIL: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)

Key = TypeVar("Key", Ed25519PrivateKey, ec.EllipticCurvePrivateKey)


@dataclass(frozen=True, slots=True)
class Identity:
    """This console's key pair; ``public_key`` in 64 hexadecimal digits."""

    public_key: str
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    def sign(self, message: bytes) -> bytes:
        """The signature over the message, 64 bytes."""
        return self._private.sign(message)


@dataclass(frozen=True, slots=True)
class HubCertificate:
    """The files a TLS server takes, and the SHA-256 of the certificate by which its clients know it."""

    certificate_file: Path
    key_file: Path
    fingerprint: str


def verify(public_key: str, signature: bytes, message: bytes) -> bool:
    """Whether the key with this public half (hexadecimal) signed the message; False for what is no key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def load_identity(data_folder: Path) -> Identity:
    """The console's key pair, made where there is none yet.

    A file that holds no key is put aside as ``console.key.damaged`` and a new key made: no car waits for
    it, and the other consoles learn the new key as they learned the old one. StoreError
    ``identity.not_kept`` where the folder cannot be read or written.
    """
    private = _load_or_make(data_folder / FOLDER / "console.key", _read_ed25519, Ed25519PrivateKey.generate)
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Identity(public.hex(), private)


def load_hub_certificate(data_folder: Path) -> HubCertificate:
    """The self-signed certificate of this console's hub server, made where there is none that fits its key.

    StoreError ``identity.not_kept`` as for the key pair.
    """
    key_file, certificate_file = (data_folder / FOLDER / name for name in ("hub.key", "hub.crt"))
    private = _load_or_make(key_file, _read_p256, lambda: ec.generate_private_key(ec.SECP256R1()))
    certificate = _read_certificate(certificate_file, private)
    if certificate is None:
        certificate = _self_signed(private)
        _write(certificate_file, certificate.public_bytes(Encoding.PEM))
    return HubCertificate(certificate_file, key_file, fingerprint_of(certificate.public_bytes(Encoding.DER)))


def fingerprint_of(certificate_der: bytes) -> str:
    """SHA-256 of a certificate in DER, 64 hexadecimal digits in lower case."""
    return sha256(certificate_der).hexdigest()


def _load_or_make(file: Path, read: Callable[[bytes], Key], make: Callable[[], Key]) -> Key:
    try:
        content = file.read_bytes()
        # Copied about, or unpacked from an archive, it may have become readable for others.
        file.chmod(_OWNER_ALONE)
    except FileNotFoundError:
        return _make(file, make)
    except OSError as error:
        raise StoreError("identity.not_kept", detail=str(error)) from error
    try:
        return read(content)
    except (ValueError, TypeError):
        log.warning("%s holds no key; it is put aside and a new one is made", file.name)
        _put_aside(file)
        return _make(file, make)


def _make(file: Path, make: Callable[[], Key]) -> Key:
    private = make()
    _write(file, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return private


def _read_ed25519(content: bytes) -> Ed25519PrivateKey:
    private = load_pem_private_key(content, password=None)
    if not isinstance(private, Ed25519PrivateKey):
        raise TypeError("another kind of key")
    return private


def _read_p256(content: bytes) -> ec.EllipticCurvePrivateKey:
    private = load_pem_private_key(content, password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise TypeError("another kind of key")
    return private


def _read_certificate(file: Path, private: ec.EllipticCurvePrivateKey) -> x509.Certificate | None:
    """The certificate, None where it is missing, damaged, or of another key."""
    try:
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    except OSError as error:
        raise StoreError("identity.not_kept", detail=str(error)) from error
    return certificate if certificate.public_key() == private.public_key() else None


def _self_signed(private: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HUB_NAME)])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_VALID_FROM)
        .not_valid_after(_VALID_UNTIL)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HUB_NAME)]), critical=False)
        .sign(private, SHA256())
    )


def _put_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(f"{file.name}.damaged"))
    except OSError as error:
        raise StoreError("identity.not_kept", detail=str(error)) from error


def _write(file: Path, content: bytes) -> None:
    """The file appears whole or not at all, and was never readable by others, not even for a moment."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)  # mode 0600 from the first byte on
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreError("identity.not_kept", detail=str(error)) from error
