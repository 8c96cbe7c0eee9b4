"""Every shipped document of plate formats, with plates that its region issues and texts that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.config.plate_formats import load_formats, shipped_names, shipped_titles
from core.domain.plate_formats import PlateFormats

# Region | plates as people write them | texts that no plate of the region is.
EXAMPLES = """
    generic | ABC-1234, AB-123-CD, BRA2E19 | A1B2C3D4, PARKING
    tw | ABC-1234, 1234-AB, MKL-908 | AOC-1234, ABCD-12, ABI-1234
    cn | 京A·12345, 粤B·D12345, 沪C·1234学, 苏E·A123B, 粤Z·1234港 | 京AO1234, AB12345, 京A·1234I
    de | B-MW 1234, HH-NF 2178, KA-E 7E, M-X 99H, DB-U 1980 | 1234AB, 1A23456, O-A 123
    at | W-12345A, GU-123AB, L-123CD | 12AB345, ABC1234
    ch | ZH·123456, GE·4711, BE·98765 | XX·123456, ZH123A
    fr | AB-123-CD, 123ABC75, 1234AB2A | AI-123-CD, AB-1234-CD
    it | AB123CD, EF 456 GH, AB12345 | AO123CD, ABC123D
    es | 1234BCD, M-1234-AB, 9876 ZZZ | 1234ABC, 123BCD
    pt | 12-AB-34, AB-12-CD, 34-56-XY | ABC-123, 1A-23-45
    nl | GB-123-D, 12-BBB-3, X-123-BD, 9-KBB-12 | GA-123-C, AAAAA1
    be | 1-ABC-123, 2-ABC-123, ABC-123 | AB-123-CD, 1AB-C2
    lu | AB 1234, 12345, XY 9876 | ABC123, IO1234
    gb | AB12CDE, BD51SMR, K123ABC, ABC 123A, LIZ 1234, A 123 | AB32CDE, AQ12CDE, 12AB34
    ie | 131-D-12345, 06-CW-1234, 241-KY-999 | 133-D-1234, 06-XX-123
    dk | AB 12 345, CD98765, XY 10 000 | ABC123, AO12345
    se | ABC 123, ABC 12D, XYZ 987 | AB123C, ABQ123
    no | AB 12345, EL 98765, DP 4321 | ABC123, AO12345
    fi | ABC-123, XYZ-98, AB-123 | A1B2C3, AB1234
    pl | WA 12345, KR 5678A, DW 123AC, WGM 12AE, PO 1A234, SBI A123, GDA 98765 | XA12345, WA1234B, 1AB1234
    cz | 1A2 3456, 5AB 1234, 9S9 0001 | 1G23456, 1DO1234, ABC123
    sk | BA-123CD, KE-987XY, ZA-001AB | BA-12CD3, BAC1234X, 1BA2345
    hu | ABC-123, AA BC-123, NKL-456 | AB-12-CD, 1ABC234
    ro | CJ 12 ABC, B 123 XYZ, B 98 KLM | XX 12 ABC, CJ 1234 AB
    bg | CA 1234 BC, B 9876 AK, TX 0001 EE | CA 1234 DF, ZZ 1234 AB
    gr | ABE-1234, ZXY-9876, IKM-123 | ABC-1234, AB-123-E
    hr | ZG 123-AB, ST 9876-X, RI 4567-CD | XX 123-AB, ZG-12-AB
    si | LJ AB-123, MB 12-ABC, CE 1A-BC2 | XX AB-123, LJ1234567
    rs | BG 123-AB, NS 9876-CD, NI 001-XY | 12AB345, BG12ABC
    lt | ABC 123, KLM 987, AB 1234 | AQC 123, A1BC23
    lv | AB-1234, KZ-987, LV-12 | AQ-1234, ABC-1234
    ee | 123 ABC, 987 XYZ, 12 ABC | ABC123, 12QAB3
    mt | ABC 123, XYZ 987, AAA 001 | AB1234, 123ABC
    cy | ABE 123, KLM 123, KNP 987, XYZ 001 | 123ABC, AB12CD
    is | AB D12, KL 123, YZ A99 | ABC1234, 12ABC
    ua | AA 1234 BC, KA 9876 HP, BH 0001 XX | 1A23456, ABC123
    tr | 34 ABC 123, 06 AB 1234, 35 A 9876 | 82ABC123, 34ABQ123, 00A1234
    eu | BA-123CD, 1A2 3456, B-MW 1234, WA 12345, AB-123-CD, 1234BCD | 12AB34CD, A1A1A1A1
    ca | ABCD 123, A12 BCD, ABC-1234, AB1 23C, 123 ABC | A1B2C3D, ABCDE12
    br | ABC-1234, BRA2E19, XYZ-0001 | AB12345, 1ABC234, ABC12345
    mx | ABC-123-D, ABC-12-34, A12-BCD | AIC-123-D, A1B2C3D
    ar | ABC 123, AB 123 CD, A123BCD | 1ABC234, ABC1234
    cl | BCDF-12, AB·12-34, GHJK-98 | ABCD-12, BCDFG1
    co | ABC 123, XYZ 987, ABC 12D | 12ABCD3, ABC1234
    uy | ABC 1234, SBA 0001, AAB 123 | 123ABC, AB123CD
    au | ABC-12D, 1AB-2CD, 123-ABC, S123-ABC, 1ABC-234 | AB1C2D3, 12345ABC
    nz | ABC123, XY9876, LMN456 | ABC1234, 1A2B3C
    in | DL 01 AB 1234, KA 05 X 9876, 22 BH 1234 AB | XX 01 AB 1234, DL01OI1234
    sg | SBA 1234 X, SKC 987 D, GBC 1234 E | SBA 1234 F, ABC1234
    my | WXY 1234, JKL 98, VAB 123, WA 1234 B | ABC12345, AIO1234
    hk | AB 1234, XY 987, LV 12 | AI 1234, ABC123
    mo | MA-12-34, MZ-98-76, M-12-34 | ABC123, 12AB34
    us | 7ABC123, ABC-1234, ABC D12, A12-3456, 123-ABC, AB1 C2D | A1B2C3D4, 1A1A1A
    us-al | 1AB1234, 47AB123, 2A34B56 | ABCDEF1, 123456A
    us-ak | ABC 123, HGF 987, JAB 001 | 123ABC, ABC1234
    us-az | ABC1234, 123-ABC, CBA9876 | 1ABC234, 123456
    us-ar | 123 ABC, ABC 12D, 987 XYZ | ABC1234, A1B2C3
    us-ca | 7ABC123, 8Z12345, 12345A1 | ABC1234, A12BCDE
    us-co | 123-ABC, ABC-123, ABC-D12 | 1ABC234, AB12345
    us-ct | 123-ABC, 1AB C23, AB 12345 | ABC1234, 1ABC234
    us-de | 123456, 12345, C12345 | ABC123, 1A23456
    us-dc | AB 1234, EL 9876, FA 0001 | ABC123, 1234AB
    us-fl | ABC D12, A12 3BC, 123 4GA | 1ABC234, ABC12345
    us-ga | ABC1234, PXY9876, 1234 ABC | A123456, AB12CD
    us-hi | ABC 123, RZX 987, 123 TAB | ABC1234, 1AB234
    us-id | 1A 1234B, 2C 98765, K 123456 | ABC1234, 123ABC
    us-il | A12 3456, AB 12345, K98 7654 | 1ABC234, ABC1234
    us-in | 123ABC, 123AB, 12A3456 | ABC1234, 1AB234
    us-ia | ABC 123, 123 ABC, XYZ 987 | 1ABC234, A12345
    us-ks | 123 ABC, 987 XYZ, 1234 ABC | 1AB2345, A12345
    us-ky | 123 ABC, A1B 234, 987 XYZ | ABC1234, 1ABC234
    us-la | ABC 123, 123 ABC, X 123456 | ABC1234, 1A2B3C
    us-me | 1234 AB, 9876 XY, 123 AB | ABC1234, 1AB234
    us-md | 1AB 2345, 2AKG40, ABC 123 | A12BCD, AB12345
    us-ma | 1234 AB, 12A B34, 1AB C23, 123 AB4 | ABC1234, A12BCD
    us-mi | ABC 1234, 1ABC23, DXY 9876 | 1AB2345, A12BCD
    us-mn | 123-ABC, ABC-123, 987-XYZ | 1ABC234, A12345
    us-ms | ABC 123, ABC 1234, HAA 987 | 1AB2345, 12AB34
    us-mo | AB1 C2D, 123-ABC, 1AB-234 | 1ABC234, ABC1234
    us-mt | 1-12345A, 12-3456B, ABC 123 | 1AB2345, AB1234
    us-ne | ABC 123, 12-A345, 1-B2345 | ABC1234, 1ABC23
    us-nv | 123-ABC, 12A·345, 987-XYZ | ABC1234, 1AB2345
    us-nh | 123 4567, 123 456, ABC 123 | ABC1234, 1AB234
    us-nj | A12-BCD, ABC-12D, Z98-XYZ | 1ABC234, 1AB2345
    us-nm | 123-ABC, ABC-123, ABCD12 | ABC1234, 1AB2345
    us-ny | ABC-1234, 12345-AB, T123456C | 1ABC234, AB12345
    us-nc | ABC-1234, AB-1234, XYZ-9876 | 1ABC234, A12BCD
    us-nd | ABC 123, 123 ABC, HJK 987 | ABC1234, 1AB234
    us-oh | ABC 1234, AB12CD, HXY 9876 | 1ABC234, AB12345
    us-ok | 123-ABC, ABC-123, 987-XYZ | ABC1234, A12BCD
    us-or | 123 ABC, ABC 123, T123 456 | ABC1234, 1AB234
    us-pa | ABC-1234, ZB-12345, KXY-9876 | 1ABC234, 123ABC
    us-ri | AB-123, 123-456, 1AB-234 | ABC1234, AB12CD
    us-sc | ABC 123, 123 4AB, P 123456 | ABC1234, 1AB234
    us-sd | 1AB 234, 12A 345, 1AB C23 | ABC1234, 123ABC
    us-tn | A12-34B, 123-ABC, 1A2-3B4, ABC-1234 | 1ABC234, AB12345
    us-tx | BCD-1234, BB1-C234, BB1-2345, CD1-2345 | 1ABC234, 12AB345
    us-ut | A12 3BC, 123 ABC, Z98 7XY | ABC1234, 1AB234
    us-vt | ABC 123, XYZ 987, 123A456 | ABC1234, 1AB234
    us-va | ABC-1234, XYZ-9876, 1234 AB | 1ABC234, A12BCD
    us-wa | ABC1234, 123-ABC, B12345C | 1ABC234, AB12345
    us-wv | 1AB 234, OAB 123, 9YZ 876 | ABC 123, ABC1234
    us-wi | 123-ABC, ABC-1234, AB 1234 | 1ABC234, A12BCD
    us-wy | 1 12345, 12 3456, 1 2345A | ABC1234, ABC123
"""


def _examples() -> dict[str, tuple[list[str], list[str]]]:
    rows = [line.split("|") for line in EXAMPLES.strip().splitlines()]
    return {name.strip(): (_texts(fits), _texts(others)) for name, fits, others in rows}


def _texts(column: str) -> list[str]:
    return [text.strip() for text in column.split(",")]


def _plain(text: str) -> str:
    return "".join(character for character in text if character not in "-·. ")


def _formats(name: str) -> PlateFormats:
    return load_formats([name], named_in=Path("config.toml"))


def test_every_document_has_examples_and_the_other_way_round() -> None:
    assert set(_examples()) == set(shipped_names())
    assert all(len(fits) >= 3 and len(others) >= 2 for fits, others in _examples().values())


@pytest.mark.parametrize("name", sorted(_examples()))
def test_plates_of_the_region_fit_its_document_and_others_do_not(name: str) -> None:
    formats = _formats(name)
    fits, others = _examples()[name]

    assert [plate for plate in fits if formats.region_of(_plain(plate)) is None] == []
    assert [plate for plate in others if formats.region_of(_plain(plate)) is not None] == []
    least = min(formats.log_weight(_plain(plate)) for plate in fits)
    assert least >= max(formats.log_weight(_plain(plate)) for plate in others)


@pytest.mark.parametrize("name", sorted(_examples()))
def test_every_document_has_a_commonest_plate_and_a_floor_below_it(name: str) -> None:
    formats = _formats(name)
    heaviest = max(pattern.weight for patterns in formats.of_length.values() for pattern in patterns)

    assert heaviest <= 1.0
    assert heaviest > 2 * formats.documents[0][0].floor


@pytest.mark.parametrize("plate", ["8000", "LOTFULL", "CALL0800123456", "20260513", "1430"])
@pytest.mark.parametrize("name", ["generic", "tw", "us", "br", "de", "cn"])
def test_signs_and_telephone_numbers_weigh_little_everywhere(name: str, plate: str) -> None:
    assert _formats(name).log_weight(plate) < -4.5


def test_documents_have_names_in_both_languages_of_the_console() -> None:
    titles = shipped_titles()

    assert [title.name for title in titles] != []
    assert all(title.english not in (title.name, title.chinese) for title in titles)
    assert {title.name for title in titles if title.is_group} == {"eu", "us"}


def test_a_plate_is_shown_as_its_region_writes_it() -> None:
    assert _formats("tw").written("ABC1234") == "ABC-1234"
    assert _formats("cn").written("京A12345") == "京A·12345"
    assert _formats("br").written("BRA2E19") == "BRA2E19"
    assert _formats("dk").written("AB12345") == "AB 12 345"


def test_the_region_of_a_plate_among_several_is_the_likeliest() -> None:
    formats = load_formats(["us", "eu", "br"], named_in=Path("config.toml"))

    assert formats.region_of("7ABC123") == "us-ca"
    assert formats.region_of("BRA2E19") == "br"
    assert formats.region_of("1A23456") in ("us-ca", "cz")
    assert formats.region_of("34ABC123") == "tr"
