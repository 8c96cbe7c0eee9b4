from __future__ import annotations

import base64
import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.recognition.pushed.forms import read_push
from devices.recognition.pushed.multipart import MOST_PARTS
from devices.recognition.pushed.plate import PushedPlate, Unusable
from tests.devices.recognition.pushed.sending import BOUNDARY, isapi, jpeg, multipart

JSON = "application/json; charset=utf-8"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def refusal(body: bytes, kind: str) -> str:
    with pytest.raises(Unusable) as caught:
        read_push(body, kind)
    return str(caught.value)


def test_a_read_in_json() -> None:
    said = {
        "plate": "ABC-1234",
        "confidence": 0.93,
        "captured_at": "2026-05-01T12:30:00+08:00",
        "image": base64.b64encode(jpeg()).decode(),
    }

    at = datetime(2026, 5, 1, 4, 30, tzinfo=UTC)
    assert read_push(json.dumps(said).encode(), JSON) == PushedPlate("ABC-1234", 0.93, at, jpeg())


def test_a_read_without_a_confidence_is_not_sure_at_all() -> None:
    assert read_push(b'{"plate": "ABC-1234"}', JSON) == PushedPlate("ABC-1234", 0.0, None, b"")


@pytest.mark.parametrize("said", ['{"plate": null}', '{"plate": ""}', '{"plate": " unknown "}'])
def test_a_vehicle_without_a_plate_is_a_read_too(said: str) -> None:
    assert read_push(said.encode(), JSON) == PushedPlate("", 0.0, None, b"")


def test_a_time_without_its_zone_is_not_believed() -> None:
    pushed = read_push(b'{"plate": "A1", "captured_at": "2026-05-01T12:30:00"}', JSON)

    assert pushed is not None
    assert pushed.captured_at is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"plate=ABC",
        b"[]",
        b"7",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b'{"plate": 7}',
        b'{"plate": ["A"]}',
        b'{"plate": "A1", "speed": 30}',
        b'{"plate": "A1", "confidence": 93}',
        b'{"plate": "A1", "confidence": -0.1}',
        b'{"plate": "A1", "confidence": NaN}',
        b'{"plate": "A1", "confidence": "high"}',
        b'{"plate": "A1", "confidence": true}',
        b'{"plate": "A1", "captured_at": "yesterday"}',
        b'{"plate": "A1", "captured_at": 1714}',
        b'{"plate": "A1", "image": 7}',
        b'{"plate": "A1", "image": "not base64!"}',
        b'{"plate": "A\\n1"}',
        b'{"plate": "\\u202eABC"}',
        b'{"plate": "' + b"A" * 25 + b'"}',
    ],
)
def test_json_that_is_no_read_is_refused_with_words(body: bytes) -> None:
    assert refusal(body, JSON)


def test_a_read_of_a_camera_that_speaks_isapi() -> None:
    body, kind = multipart(
        ("anpr.xml", "application/xml", isapi()),
        ("licensePlatePicture.jpg", "image/jpeg", jpeg(120, 40)),
        ("detectionPicture.jpg", "image/jpeg", jpeg(grey=60)),
    )

    assert read_push(body, kind) == PushedPlate("ABC1234", 0.97, None, jpeg(grey=60))


def test_the_plates_own_picture_does_where_there_is_no_other() -> None:
    body, kind = multipart(
        ("anpr.xml", "text/xml", isapi()), ("licensePlatePicture.jpg", "image/jpeg", jpeg(120, 40))
    )

    pushed = read_push(body, kind)

    assert pushed is not None
    assert pushed.jpeg == jpeg(120, 40)


def test_isapi_may_come_without_pictures_and_with_its_time() -> None:
    document = isapi(more="<dateTime>2026-05-01T12:30:00+08:00</dateTime>")

    pushed = read_push(document, "application/xml; charset=UTF-8")

    assert pushed is not None
    assert pushed.captured_at == datetime(2026, 5, 1, 4, 30, tzinfo=UTC)


def test_plates_in_chinese_come_through() -> None:
    pushed = read_push(isapi("京A12345"), "application/xml")

    assert pushed is not None
    assert pushed.text == "京A12345"


def test_bytes_of_a_picture_come_through_whatever_they_are() -> None:
    raw = b"\xff\xd8" + bytes(range(256)) * 40 + b"\r\n--bound\r\n\r\n\n\r--\r\n"
    body, kind = multipart(("anpr.xml", "application/xml", isapi()), ("d.jpg", "image/jpeg", raw))

    pushed = read_push(body, kind)

    assert pushed is not None
    assert pushed.jpeg == raw


@pytest.mark.parametrize("plate", ["unknown", "Unknown", "noPlate", "无车牌", ""])
def test_a_vehicle_without_a_plate_is_told_by_isapi_too(plate: str) -> None:
    pushed = read_push(isapi(plate), "application/xml")

    assert pushed is not None
    assert pushed.text == ""


@pytest.mark.parametrize("kind", ["videoloss", "heartBeat", "VMD"])
def test_messages_of_another_kind_are_left_aside(kind: str) -> None:
    assert read_push(isapi(kind=kind), "application/xml") is None


def test_what_is_sent_again_later_is_left_aside() -> None:
    again = isapi(more="<isDataRetransmission>true</isDataRetransmission>")

    assert read_push(again, "application/xml") is None


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<EventNotificationAlert>",
        b"no xml at all",
        isapi()[:200],
        isapi(confidence="sure"),
        isapi(confidence="101"),
        isapi(confidence="nan"),
        isapi("A" * 25),
        isapi("A" * 5_000),
        isapi("A&#10;B"),
        isapi(more="<dateTime>soon</dateTime>"),
        isapi(more="<a>" * 30 + "</a>" * 30),
        isapi(more="<a/>" * 5_000),
        isapi(more="x" * 300_000),
        isapi().replace(b"licensePlate>", b"number>"),
        isapi().replace(b"utf-8", b"no-such-encoding"),
    ],
)
def test_xml_that_is_no_read_is_refused_with_words(document: bytes) -> None:
    assert refusal(document, "application/xml")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY plate SYSTEM "file:///etc/hostname">',
        '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY plate "&b;&b;&b;&b;">',
        '<!ENTITY % more SYSTEM "http://127.0.0.1:9/x.dtd"> %more; <!ENTITY plate "A1">',
    ],
)
def test_entities_reach_neither_our_files_nor_our_memory(declared: str) -> None:
    document = isapi("&plate;").replace(
        b"<EventNotificationAlert ", f"<!DOCTYPE x [{declared}]><EventNotificationAlert ".encode(), 1
    )

    assert "document type" in refusal(document, "application/xml")


def test_a_multipart_body_that_is_cut_short_is_refused() -> None:
    body, kind = multipart(("anpr.xml", "application/xml", isapi()), ("d.jpg", "image/jpeg", jpeg()))

    for kept in (0, 5, 60, 400, len(body) - 8):
        assert refusal(body[:kept], kind)


def test_a_multipart_body_of_too_many_parts_is_refused() -> None:
    body, kind = multipart(*[("x", "text/plain", b"x")] * (MOST_PARTS + 1))

    assert str(MOST_PARTS) in refusal(body, kind)


def test_a_multipart_body_without_boundary_or_without_xml_is_refused() -> None:
    body, kind = multipart(("d.jpg", "image/jpeg", jpeg()))

    assert "boundary" in refusal(body, "multipart/form-data")
    assert "XML" in refusal(body, kind)
    assert refusal(b"--" + BOUNDARY.encode() + b"\r\nno head", kind)


@pytest.mark.parametrize("kind", ["", "text/plain", "image/jpeg", "application/octet-stream"])
def test_a_body_of_another_kind_is_refused_with_the_kinds_that_are_read(kind: str) -> None:
    assert "application/json" in refusal(b"{}", kind)


@given(st.binary(max_size=600), st.sampled_from(["application/json", "application/xml", MULTIPART]))
def test_whatever_comes_is_a_read_or_refused(body: bytes, kind: str) -> None:
    with contextlib.suppress(Unusable):
        read_push(body, kind)


@given(st.data())
def test_a_message_with_some_bytes_changed_is_a_read_or_refused(data: st.DataObject) -> None:
    body, kind = multipart(("anpr.xml", "application/xml", isapi()), ("d.jpg", "image/jpeg", b"\xff\xd8\xff"))
    changed = bytearray(body)
    for at in data.draw(st.lists(st.integers(0, len(body) - 1), max_size=8)):
        changed[at] = data.draw(st.integers(0, 255))

    with contextlib.suppress(Unusable):
        read_push(bytes(changed), kind)
