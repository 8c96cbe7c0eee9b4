"""The forms know every kind of driver and every field that the configuration has."""

from dataclasses import fields

import pytest

from console.screens.devices.field_words import field_label
from console.screens.devices.form_fields import fields_of, kinds_of
from console.screens.devices.kind_words import make_words
from console.screens.devices.places import CONFIG_OF
from core.config.checking import _keys
from core.services.device_views import DeviceKind

ALL = sorted({(made, kind) for made in CONFIG_OF.values() for kind in kinds_of(made)}, key=str)
# Drawn on the camera's own page.
DRAWN = {"region", "masks"}


@pytest.mark.parametrize("made", sorted(set(CONFIG_OF.values()), key=str))
def test_every_kind_of_driver_that_the_file_may_name_has_a_form(made):
    named = next((key.choices for key in _keys(made) if key.name == "kind"), ("",))
    assert set(kinds_of(made)) >= set(named) - {"memory"}


@pytest.mark.parametrize("made", sorted(set(CONFIG_OF.values()), key=str))
def test_every_field_of_the_file_can_be_filled_in_for_some_kind(made):
    offered = {field.name for kind in kinds_of(made) for field in fields_of(made, kind)}
    assert offered | DRAWN | {"kind"} >= {each.name for each in fields(made)}


@pytest.mark.parametrize(("made", "kind"), ALL)
def test_what_a_kind_cannot_do_without_is_asked_for_at_once(made, kind):
    needed = set(getattr(made, "NEEDS", {}).get(kind, ()))
    asked = {field.name for field in fields_of(made, kind) if field.is_needed and not field.is_more}
    assert asked >= needed


@pytest.mark.parametrize(("made", "kind"), ALL)
def test_every_field_has_words(made, kind, qapp):
    for field in fields_of(made, kind):
        assert field_label(field.name, kind) != field.name.replace("_", " "), field.name


def test_every_kind_has_words(qapp):
    for device, made in CONFIG_OF.items():
        for kind in kinds_of(made):
            assert not kind or make_words(device, kind) != kind, (device, kind)
    assert make_words(DeviceKind.CAMERA, "onvif") != make_words(DeviceKind.BARRIER, "onvif")
