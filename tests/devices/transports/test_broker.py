from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.transports.broker import Broker, Member
from devices.transports.broker_session import BrokerAddress, Message
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.mosquitto import Mosquitto


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    with Mosquitto(tmp_path) as far:
        yield far


def nothing(_message: Message) -> None:
    return None


def connected(broker: Broker, member: Member | None = None) -> Member:
    member = member or Member(("unused",), nothing)
    broker.join(member)
    assert eventually(lambda: broker.status().health is Health.OK)
    return member


def refusal(broker: Broker, topic: str = "gate", *, deadline_ns: int | None = None) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        broker.publish(topic, b"x", deadline_ns=deadline_ns or soon())
    return raised.value


def test_what_one_publishes_another_hears_once(mosquitto: Mosquitto) -> None:
    heard: list[Message] = []
    one, other = (Broker(BrokerAddress("127.0.0.1", mosquitto.port)) for _ in range(2))
    members = connected(one), connected(other, Member(("gate",), heard.append))
    time.sleep(0.2)
    one.publish("gate", b"up", deadline_ns=soon())
    assert eventually(lambda: [(each.payload, each.retained) for each in heard] == [(b"up", False)])
    for broker, member in zip((one, other), members, strict=True):
        broker.leave(member)
        broker.leave(member)
    assert one.status().health is Health.UNKNOWN


def test_a_topic_that_nobody_hears_is_certain_to_have_moved_nothing(mosquitto: Mosquitto) -> None:
    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    member = connected(broker)
    trouble = refusal(broker)
    broker.leave(member)
    assert (trouble.cause, trouble.unknown) == ("broker.nobody", False)


def test_nothing_waits_for_a_connection(mosquitto: Mosquitto) -> None:
    heard: list[Message] = []
    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    assert not refusal(broker).unknown
    member = connected(broker)
    mosquitto.stop(kill=True)
    assert eventually(lambda: broker.status().health is not Health.OK)
    assert (refusal(broker).cause, refusal(broker).unknown) == ("broker.no_answer", False)
    broker.ask("gate", b"state?")
    mosquitto.start()
    other = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    listening = connected(other, Member(("gate",), heard.append))
    assert eventually(lambda: broker.status().health is Health.OK)
    time.sleep(1)
    broker.leave(member)
    other.leave(listening)
    assert heard == []


def test_what_is_too_late_is_not_published(mosquitto: Mosquitto) -> None:
    heard: list[Message] = []
    broker, other = (Broker(BrokerAddress("127.0.0.1", mosquitto.port)) for _ in range(2))
    member, listening = connected(broker), connected(other, Member(("gate",), heard.append))
    trouble = refusal(broker, deadline_ns=time.monotonic_ns() - 1)
    time.sleep(0.3)
    broker.leave(member)
    other.leave(listening)
    assert (trouble.cause, trouble.unknown) == ("broker.too_late", False)
    assert heard == []


@pytest.mark.parametrize("topic", ["a/#", "+", ""])
def test_what_is_no_topic_is_refused(mosquitto: Mosquitto, topic: str) -> None:
    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    member = connected(broker)
    trouble = refusal(broker, topic)
    broker.leave(member)
    assert (trouble.cause, trouble.unknown) == ("broker.refused", False)


def test_a_bug_of_one_member_is_logged_and_the_others_hear_again_soon(
    mosquitto: Mosquitto, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Message] = []

    def stumble(message: Message) -> None:
        if message.payload == b"bug":
            raise ZeroDivisionError

    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    one, other = Member(("gate",), stumble), Member(("gate",), heard.append)
    connected(broker, one)
    broker.join(other)
    time.sleep(0.2)
    mosquitto.publish("gate", b"bug")
    assert eventually(lambda: broker.status().cause == "broker.crashed")
    assert eventually(lambda: broker.status().health is Health.OK)
    time.sleep(0.2)
    mosquitto.publish("gate", b"well")
    assert eventually(lambda: [each.payload for each in heard] == [b"well"])
    broker.leave(one)
    broker.leave(other)
    assert "ZeroDivisionError" in caplog.text


def test_without_a_broker_it_says_so() -> None:
    broker = Broker(BrokerAddress(""))
    member = Member(("gate",), nothing)
    broker.join(member)
    assert eventually(lambda: broker.status().cause == "broker.missing")
    broker.leave(member)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One of 127.0.0.1, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "the lot's broker")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    files = folder / "broker.pem", folder / "broker.key"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    files[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return files


# The library leaves the socket of a handshake that failed to be collected.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_over_tls_the_broker_must_prove_who_it_is(tmp_path: Path, certificate: tuple[Path, Path]) -> None:
    heard: list[Message] = []
    with Mosquitto(tmp_path, certificate=certificate) as mosquitto:
        trusting = BrokerAddress("127.0.0.1", mosquitto.port, tls=True, ca=str(certificate[0]))
        one, other = Broker(trusting), Broker(trusting)
        members = connected(one), connected(other, Member(("gate",), heard.append))
        time.sleep(0.2)
        one.publish("gate", b"x" * 200_000, deadline_ns=soon())
        assert eventually(lambda: [len(each.payload) for each in heard] == [200_000])
        for broker, member in zip((one, other), members, strict=True):
            broker.leave(member)
        for wary in (
            BrokerAddress("127.0.0.1", mosquitto.port, tls=True),
            BrokerAddress("127.0.0.1", mosquitto.port, tls=True, ca=str(tmp_path / "missing.pem")),
            BrokerAddress("127.0.0.1", mosquitto.port),
        ):
            broker, member = Broker(wary), Member(("gate",), nothing)
            broker.join(member)
            assert eventually(lambda broker=broker: broker.status().health is Health.FAILED)  # type: ignore[misc]
            assert broker.status().cause == "broker.no_answer"
            broker.leave(member)
