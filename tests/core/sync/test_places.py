"""Places for copies: a folder, an S3 (moto) and a share (samba), none of them written by us."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from traceback import format_exception

import pytest

from core.domain.errors import LinkError
from core.sync.places import Place, PlaceFile
from tests.far_sides.network_share import PASSWORD, NetworkShare, network_share
from tests.far_sides.object_store import KEY, SECRET, object_store

KINDS = ("folder", "share", "bucket")


@pytest.fixture(scope="module")
def far_sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, NetworkShare]]:
    with ExitStack() as stack:
        yield (
            stack.enter_context(object_store()),
            stack.enter_context(network_share(tmp_path_factory.mktemp("samba"))),
        )


@pytest.fixture
def place(
    request: pytest.FixtureRequest, tmp_path: Path, far_sides: tuple[str, NetworkShare]
) -> Iterator[Place]:
    """An empty place of the kind that the test asks for."""
    endpoint, share = far_sides
    name = tmp_path.name
    if request.param == "folder":
        (tmp_path / "disk").mkdir()
        yield Place(str(tmp_path / "disk"))
    elif request.param == "share":
        (share.folder / name).mkdir(exist_ok=True)
        yield Place(f"{share.address}/{name}", password=PASSWORD)
    else:
        yield Place(f"s3://copies/{name}?endpoint={endpoint}", password=f"{KEY}:{SECRET}")


every_kind = pytest.mark.parametrize("place", KINDS, indirect=True)


def file_of(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "source"
    file.write_bytes(content)
    return file


def cause(call, *args, **kwargs) -> str:
    with pytest.raises(LinkError) as told:
        call(*args, **kwargs)
    return told.value.cause


@every_kind
def test_what_is_put_is_there_and_comes_back_the_same(place: Place, tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    place.put("lot/console/a.db", file_of(tmp_path, content))
    place.put("lot/console/b.db", file_of(tmp_path, b"short"))
    assert place.names() == [
        PlaceFile("lot/console/a.db", 3_000_000),
        PlaceFile("lot/console/b.db", 5),
    ]
    assert place.names("lot/other") == []
    assert place.has("lot/console/a.db")
    place.get("lot/console/a.db", tmp_path / "back", most_bytes=10_000_000)
    assert (tmp_path / "back").read_bytes() == content


@every_kind
def test_a_file_is_replaced_and_removed(place: Place, tmp_path: Path) -> None:
    place.put("a.db", file_of(tmp_path, b"first"))
    place.put("a.db", file_of(tmp_path, b"second"))
    place.get("a.db", tmp_path / "back", most_bytes=100)
    assert (tmp_path / "back").read_bytes() == b"second"
    place.remove("a.db")
    place.remove("a.db")
    assert place.names() == []
    assert not place.has("a.db")


@every_kind
def test_what_is_not_there_and_what_is_too_large_is_said(place: Place, tmp_path: Path) -> None:
    place.put("a.db", file_of(tmp_path, b"x" * 1000))
    assert cause(place.get, "b.db", tmp_path / "back", most_bytes=10) == "place.missing"
    assert cause(place.get, "a.db", tmp_path / "back", most_bytes=10) == "place.too_large"


@every_kind
@pytest.mark.parametrize(
    "name", ["", "../a", "a/../../b", "/etc/passwd", "a//b", "a\\b", "a b", "ä", "x" * 130]
)
def test_no_name_leads_out_of_the_place(place: Place, tmp_path: Path, name: str) -> None:
    assert cause(place.put, name, file_of(tmp_path, b"x")) == "place.bad_name"


def test_a_disk_that_is_not_plugged_in_is_no_place(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "no-disk"))
    assert cause(place.put, "a.db", file_of(tmp_path, b"x")) == "place.not_found"
    assert cause(place.names) == "place.not_found"
    assert not (tmp_path / "no-disk").exists()


def test_a_share_that_does_not_know_the_user_or_is_not_there_is_told_apart(
    far_sides: tuple[str, NetworkShare],
) -> None:
    address = far_sides[1].address
    stranger = address.replace(f"{far_sides[1].user}@", "stranger@")
    assert cause(Place(stranger, password="wrong").names) == "place.refused"
    no_share = address.replace("/copies", "/elsewhere")
    assert cause(Place(no_share, password=PASSWORD).names) == "place.not_found"


def test_a_frozen_share_costs_one_limited_wait_and_comes_back(
    far_sides: tuple[str, NetworkShare], tmp_path: Path
) -> None:
    share = far_sides[1]
    place = Place(share.address, password=PASSWORD, call_seconds=1.0)
    place.put("a.db", file_of(tmp_path, b"before"))
    share.freeze()
    try:
        begun = time.monotonic()
        assert [cause(place.has, "a.db") for _ in range(5)] == ["place.no_answer"] * 5
        assert time.monotonic() - begun < 4.0
    finally:
        share.thaw()
    deadline = time.monotonic() + 20
    while True:
        try:
            assert place.has("a.db")
            break
        except LinkError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


@pytest.mark.parametrize(
    "kind", ["smb://u@127.0.0.1:{port}/share", "s3://copies?endpoint=http://127.0.0.1:{port}"]
)
def test_nobody_listening_there_is_said_within_seconds(kind: str) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        place = Place(kind.format(port=unused.getsockname()[1]), password="a:b")
        begun = time.monotonic()
        assert cause(place.names) == "place.no_answer"
        assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "place.bad_address"),
        ("backups", "place.bad_address"),
        ("ftp://host/x", "place.bad_address"),
        ("smb://host", "place.bad_address"),
        ("smb://host:port/x", "place.bad_address"),
        ("s3://", "place.bad_address"),
        ("smb://user:secret@host/share", "place.password_in_address"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_at_once(text: str, wanted: str) -> None:
    assert cause(Place, text) == wanted


def test_a_password_is_never_told(tmp_path: Path) -> None:
    for text in (
        "smb://user:secret@host/share",
        "smb://user:secret@host:44x/share",
        "user:secret@host/share",
    ):
        with pytest.raises(LinkError) as told:
            Place(text)
        assert "secret" not in "".join(format_exception(told.value))
