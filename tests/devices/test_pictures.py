"""Pictures from outside: what can be used is decoded upright, all else is refused by name."""

import contextlib
import random
import resource
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.domain.errors import BadInput
from devices.pictures import decode_picture, read_picture

# Tries to decode the file; prints the code of the refusal and by how much that raised the peak memory (KiB).
_DECODE = """
import resource, sys
from pathlib import Path
from core.domain.errors import BadInput
from devices.pictures import read_picture

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_picture(Path(sys.argv[1]))
except BadInput as error:
    print(error.code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def _encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def _photo(width: int = 320, height: int = 200) -> Image.Image:
    pixels = np.random.default_rng(1).integers(0, 255, (height, width, 3), dtype=np.uint8)
    return Image.fromarray(pixels)


def _png(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def _refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        decode_picture(data, file="photo")
    assert caught.value.facts["file"] == "photo"
    return caught.value.code


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_a_picture_comes_out_in_blue_green_red(kind: str) -> None:
    pixels = decode_picture(_encoded(Image.new("RGB", (40, 20), (250, 120, 5)), kind))

    assert pixels.shape == (20, 40, 3)
    assert pixels.dtype == np.uint8
    assert pixels.flags.c_contiguous
    assert np.abs(pixels[10, 20].astype(int) - [5, 120, 250]).max() < 12


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "CMYK"])
def test_pictures_of_other_colour_modes_are_brought_to_the_same_form(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert decode_picture(_encoded(_photo().convert(mode), kind)).shape == (200, 320, 3)


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = Image.new("RGB", (40, 20), (0, 0, 0))
    sideways.paste((255, 255, 255), (0, 0, 20, 20))
    pixels = decode_picture(_encoded(sideways, "JPEG", exif=exif, quality=95))

    assert pixels.shape == (40, 20, 3)
    assert pixels[5, 10].min() > 200
    assert pixels[35, 10].max() < 50


def test_junk_in_the_exif_block_does_not_cost_the_picture() -> None:
    junk = b"Exif\0\0II*\0" + bytes(random.Random(3).randrange(256) for _ in range(200))
    assert decode_picture(_encoded(_photo(), "JPEG", exif=junk)).shape == (200, 320, 3)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"%PDF-1.7\n", b"\0" * 5000, b"<svg xmlns='x'/>", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert _refusal(data) == "picture.not_a_picture"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_half_a_picture_is_refused(kind: str) -> None:
    data = _encoded(_photo(), kind)
    assert _refusal(data[: len(data) // 2]) in {"picture.damaged", "picture.not_a_picture"}


def test_half_a_jpeg_is_called_damaged() -> None:
    data = _encoded(_photo(), "JPEG")
    assert _refusal(data[: len(data) // 2]) == "picture.damaged"


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0), (0, 0)])
def test_a_picture_without_a_pixel_is_refused(width: int, height: int) -> None:
    assert _refusal(_png(width, height)) in {"picture.damaged", "picture.not_a_picture"}


@pytest.mark.parametrize(("width", "height"), [(8200, 8200), (20_000, 20_000), (2**31 - 1, 1)])
def test_a_picture_above_64_megapixels_is_refused_by_its_header(width: int, height: int) -> None:
    assert _refusal(_png(width, height)) == "picture.too_large"


def test_a_picture_of_400_megapixels_is_refused_without_taking_its_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + 20_000 * 3)
    packed = b"".join(packer.compress(row) for _ in range(20_000)) + packer.flush()
    whole = _png(20_000, 20_000)
    at = whole.index(b"IDAT") - 4
    idat = b"IDAT" + packed
    path.write_bytes(whole[:at] + struct.pack(">I", len(packed)) + idat + struct.pack(">I", zlib.crc32(idat)))

    done = subprocess.run(
        [sys.executable, "-c", _DECODE, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    code, grown_kib = done.stdout.split()
    assert code == "picture.too_large"
    assert int(grown_kib) < 50 * 1024


def test_damaged_bytes_never_raise_anything_but_a_refusal() -> None:
    chance = random.Random(7)
    originals = [_encoded(_photo(64, 48), kind) for kind in ("PNG", "JPEG", "BMP", "WEBP")]
    peak_before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for turn in range(600):
        data = bytearray(originals[turn % len(originals)])
        for _ in range(chance.randrange(1, 12)):
            # Mostly near the front, where the structure is.
            data[chance.randrange(min(len(data), chance.choice((40, 400, 40_000))))] = chance.randrange(256)
        with contextlib.suppress(BadInput):
            assert decode_picture(bytes(data)).ndim == 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak_before_kib < 600 * 1024


def test_a_file_is_named_in_the_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no")
    with pytest.raises(BadInput) as caught:
        read_picture(tmp_path / "a.jpg")
    assert (caught.value.code, caught.value.facts["file"]) == ("picture.not_a_picture", "a.jpg")
    with pytest.raises(BadInput) as caught:
        read_picture(tmp_path / "none.jpg")
    assert (caught.value.code, caught.value.facts["file"]) == ("picture.not_readable", "none.jpg")


def test_a_picture_is_read_from_its_file(tmp_path: Path) -> None:
    _photo().save(tmp_path / "a.png")
    assert np.array_equal(read_picture(tmp_path / "a.png")[:, :, ::-1], np.asarray(_photo()))
