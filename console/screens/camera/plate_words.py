"""How well plates are seen, in plain sentences, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.form.sentences import in_sequence
from console.widgets.status import State
from devices.recognition.plate_look import Flaw, Light, PlateLook, SizeGrade

tr = QCoreApplication.translate


def size_sentence(look: PlateLook) -> str:
    """``Characters 22 px high: good``; with "about" where it is an estimate."""
    text = (
        tr("Camera", "Characters about {pixels} px high: {grade}")
        if look.is_estimate
        else tr("Camera", "Characters {pixels} px high: {grade}")
    )
    return text.format(pixels=f"{look.character_pixels:.0f}", grade=grade_word(look.size))


def grade_word(grade: SizeGrade) -> str:
    """Whether that size is good."""
    return {
        SizeGrade.TOO_SMALL: tr("Camera", "too small"),
        SizeGrade.SMALL: tr("Camera", "just enough"),
        SizeGrade.GOOD: tr("Camera", "good"),
        SizeGrade.LARGE: tr("Camera", "larger than needed"),
    }[grade]


def state_of(look: PlateLook) -> State:
    """How much a plate that looks like that wants a person."""
    if look.size is SizeGrade.TOO_SMALL:
        return State.ALARM
    return State.ATTENTION if look.flaws or look.size is not SizeGrade.GOOD else State.OK


def advice(look: PlateLook) -> str:
    """What to do, in one or two sentences; that nothing is to be done where all is well."""
    sentences = [_size_advice(look.size), *(_flaw_advice(flaw) for flaw in look.flaws)]
    return in_sequence(*sentences) or tr("Camera", "Nothing to do.")


def light_word(light: Light | None) -> str:
    """How the picture is exposed."""
    if light is None:
        return tr("Camera", "Light: not measured")
    return {
        Light.GOOD: tr("Camera", "Light: good"),
        Light.DARK: tr("Camera", "The picture is too dark"),
        Light.BRIGHT: tr("Camera", "The picture is too bright"),
    }[light]


def light_advice(light: Light | None) -> str:
    """What to do about the light; empty where nothing is."""
    if light is Light.DARK:
        return tr("Camera", "Add light, or let the camera expose longer.")
    if light is Light.BRIGHT:
        return tr("Camera", "Large parts are white: shorten the exposure, or keep the sun out.")
    return ""


def light_state(light: Light | None) -> State:
    """How much that light wants a person."""
    if light is None:
        return State.UNKNOWN
    return State.OK if light is Light.GOOD else State.ATTENTION


def _size_advice(grade: SizeGrade) -> str:
    return {
        SizeGrade.TOO_SMALL: tr("Camera", "Move the camera closer or zoom in, to 16 px at least."),
        SizeGrade.SMALL: tr("Camera", "Zoom in a little, to be read at night and in rain too."),
        SizeGrade.GOOD: "",
        SizeGrade.LARGE: tr("Camera", "Zoom out: cars are then seen earlier."),
    }[grade]


def _flaw_advice(flaw: Flaw) -> str:
    return {
        Flaw.DARK: tr("Camera", "The plate is too dark: add light, or open the exposure."),
        Flaw.BRIGHT: tr("Camera", "The plate is dazzled: shorten the exposure, or turn the lamp down."),
        Flaw.FAINT: tr("Camera", "The plate is faint: clean the glass, and keep lamps out of the picture."),
        Flaw.BLURRED: tr("Camera", "The plate is blurred: set the focus; for moving cars, expose shorter."),
        Flaw.SKEWED: tr("Camera", "The plate leans: turn the camera level, or move it in front of the lane."),
    }[flaw]
