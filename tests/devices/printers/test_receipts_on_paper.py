"""Real receipts on the printer: Latin as its own letters, Chinese as a picture, a code that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from console.wiring.printer_profiles import load_profile, profile_names
from devices.printers.network_line import NetworkLine
from devices.printers.spooling import SpoolingPrinter
from devices.simulator.escpos import Slip
from devices.simulator.printer import SimulatedPrinter
from reports.receipt import receipt_content
from reports.receipt_escpos import receipt_escpos
from reports.receipt_raster import receipt_raster
from tests.devices.printers.contract import eventually
from tests.far_sides.printer import EmuPos, Paper
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, SIGNED_PERMIT, receipt_of

FarPrinter = EmuPos | SimulatedPrinter
ANSWERING = [name for name in profile_names() if name != "silent"]


def paper_of(far: FarPrinter, receipt: bytes, profile_name: str) -> Paper | Slip:
    """What comes out of the printer, which is driven as its profile says."""
    before = len(far.papers())
    printer = SpoolingPrinter(
        NetworkLine("127.0.0.1", far.port), load_profile(profile_name, Path("lotkeeper.toml"))
    )
    printer.print(receipt)
    assert eventually(lambda: len(far.papers()) == before + 1)
    return far.papers()[-1]


def code_on(paper: Paper | Slip) -> str:
    if isinstance(paper, Slip) and paper.codes:
        return paper.codes[0]
    picture = paper.picture.convert("L")
    white = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    white.paste(picture, (40, 40))
    return next(code.text for code in zxingcpp.read_barcodes(white))


@pytest.mark.parametrize("profile_name", ANSWERING)
@pytest.mark.parametrize("width_dots", [576, 384])
def test_a_latin_receipt_comes_out_with_a_code_that_can_be_read(
    far: FarPrinter, profile_name: str, width_dots: int
) -> None:
    profile = load_profile(profile_name, Path("lotkeeper.toml"))
    receipt = receipt_escpos(receipt_of(), "en", width_dots, code_text=SIGNED_PERMIT, profile=profile)
    paper = paper_of(far, receipt, profile_name)
    assert "Riverside Car Park" in paper.text
    assert code_on(paper) == SIGNED_PERMIT


@pytest.mark.parametrize("profile_name", ANSWERING)
@pytest.mark.parametrize("width_dots", [576, 384])
def test_a_chinese_receipt_comes_out_dot_for_dot(far: FarPrinter, profile_name: str, width_dots: int) -> None:
    profile = load_profile(profile_name, Path("lotkeeper.toml"))
    receipt = receipt_of(CHINESE_LOT)
    drawn = receipt_raster(receipt_content(receipt, "zh_TW"), SIGNED_PERMIT, width_dots)
    escpos = receipt_escpos(receipt, "zh_TW", width_dots, code_text=SIGNED_PERMIT, profile=profile)
    paper = paper_of(far, escpos, profile_name)
    assert code_on(paper) == SIGNED_PERMIT
    assert paper.picture.convert("1").crop((0, 0, *drawn.size)).tobytes() == drawn.tobytes()


def test_what_has_no_cutter_is_not_cut() -> None:
    small = load_profile("small-58mm", Path("lotkeeper.toml"))
    receipt = receipt_escpos(receipt_of(), "en", 384, profile=small)
    assert b"\x1dV" not in receipt
    assert receipt.endswith(b"\n")


@pytest.mark.parametrize(("profile_name", "is_text"), [("epson-tm", True), ("default", False)])
def test_accents_are_the_printers_own_letters_where_its_profile_names_a_code_page(
    far: FarPrinter, profile_name: str, is_text: bool
) -> None:
    lot = replace(ENGLISH_LOT, name="Parking Zoé & Müller")
    profile = load_profile(profile_name, Path("lotkeeper.toml"))
    paper = paper_of(far, receipt_escpos(receipt_of(lot), "en", profile=profile), profile_name)
    assert ("Parking Zoé & Müller" in paper.text) is is_text
