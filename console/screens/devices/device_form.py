"""The form of one device, made from the fields of its kind of driver: what the file refuses is not taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from console.screens.devices.address_login import AddressLogin, put_together, take_apart
from console.screens.devices.field_editors import FieldEditor
from console.screens.devices.field_words import field_example, field_hint, field_label
from console.screens.devices.form_fields import FormField, fields_of, kinds_of
from console.screens.devices.kind_words import make_words
from console.screens.devices.places import CONFIG_OF, Place
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from console.wiring.printer_profiles import profile_names
from core.config import CameraConfig, DeviceConfig, PrinterConfig
from core.domain.errors import BadInput
from core.services.device_views import DeviceKind

LABEL_WIDTH = 160
MORE_KEY = "Alt+A"
LOGIN_USER, LOGIN_SECRET = "login_user", "login_secret"
_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
_SIGNS_ON_IN_ADDRESS = frozenset({"rtsp", "mjpeg", "onvif"})


class DeviceForm(Spoken):
    """``edited`` whenever something was typed; the kind of driver decides which fields there are."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Place(DeviceKind.PRINTER)
        self._kept: DeviceConfig | None = None
        self._kinds: Choice[str] | None = None
        self._editors: dict[str, FieldEditor] = {}
        self._labels: dict[str, QLabel] = {}
        self._shows_more = False
        self._kind_label, self.more_button = line(), KeyButton(key=MORE_KEY)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._grid)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.clicked.connect(self.show_more)

    @property
    def place(self) -> Place:
        """Where the device is to stand."""
        return self._place

    @property
    def kind(self) -> str:
        """The kind of driver that is chosen."""
        return self._kinds.value() if self._kinds is not None else ""

    def editor(self, name: str) -> FieldEditor:
        """The field of that name."""
        return self._editors[name]

    def names(self) -> list[str]:
        """The fields that can be seen, from the top."""
        return [name for name, editor in self._editors.items() if not editor.isHidden()]

    def open(self, place: Place, config: DeviceConfig | None, found: Mapping[str, object] = _NOTHING) -> None:
        """Show what is wired there, or an empty form with what a search found filled in."""
        self._place, self._kept, self._shows_more = place, config, False
        kinds = kinds_of(CONFIG_OF[place.kind])
        self._kinds = None if kinds == ("",) else self._kind_choice(kinds)
        wanted = str(found.get("kind") or getattr(config, "kind", "") or self._kind_for(kinds, found))
        if self._kinds is not None:
            self._kinds.choose(wanted)
        self._build()
        self._fill(config, found)
        self.speak()

    def choose_kind(self, kind: str) -> None:
        """Take another kind of driver; what was typed and is asked for again stays."""
        if self._kinds is not None:
            self._kinds.choose(kind)
            self._on_kind_chosen()

    def show_more(self) -> None:
        """Show the fields that are right as they are on nearly every site, or put them away again."""
        self._shows_more = not self._shows_more
        self._show_fields()

    def take_focus(self) -> None:
        """Put the cursor where filling in begins."""
        empty = next((e for e in self._editors.values() if e.field.is_needed and not e.value()), None)
        target = empty or self._kinds or next(iter(self._editors.values()), None)
        if target is not None:
            target.setFocus()

    def config(self) -> DeviceConfig:
        """The device as filled in; BadInput ``devices.field_needed`` where something it needs is empty."""
        made = CONFIG_OF[self._place.kind]
        values = self._values()
        for name, editor in self._editors.items():
            if editor.field.is_needed and values.get(name) in (None, ""):
                editor.setFocus()
                raise BadInput("devices.field_needed", field=self._label_of(name))
        if self._kept is not None and getattr(self._kept, "kind", "") == self.kind:
            return replace(self._kept, **values)
        kind: dict[str, Any] = {"kind": self.kind} if self._kinds is not None else {}
        return made(**kind, **values)

    def speak(self) -> None:
        self._kind_label.setText(self.tr("Kind"))
        self.more_button.setText(self.tr("Fewer fields") if self._shows_more else self.tr("All fields"))
        if self._kinds is not None:
            self._kinds.speak()
            self._kinds.setAccessibleName(self._kind_label.text())
        for name, label in self._labels.items():
            label.setText(self._label_of(name))
            is_login = name in {LOGIN_USER, LOGIN_SECRET}
            self._editors[name].show_hint("" if is_login else field_hint(name, self.kind))
            self._editors[name].show_example(field_example(name, self.kind))
            self._editors[name].widget.setAccessibleName(label.text())
            self._editors[name].speak()

    def _label_of(self, name: str) -> str:
        names = {LOGIN_USER: "user", LOGIN_SECRET: "secret"}
        return field_label(names.get(name, name), self.kind)

    def _values(self) -> dict[str, Any]:
        values = {name: editor.value() for name, editor in self._editors.items()}
        if LOGIN_USER in values:
            before = take_apart(str(getattr(self._kept, "address", "")))
            password = values.pop(LOGIN_SECRET) or before.password
            login = AddressLogin(str(values["address"]), str(values.pop(LOGIN_USER)), str(password))
            values["address"] = put_together(login)
        return {
            name: value
            for name, value in values.items()
            if value is not None or self._editors[name].field.sort == "optional"
        }

    def _fill(self, config: DeviceConfig | None, found: Mapping[str, object]) -> None:
        login = take_apart(str(found.get("address") or getattr(config, "address", "")))
        for name, editor in self._editors.items():
            value = found.get(name, getattr(config, name, editor.field.default))
            if LOGIN_USER in self._editors:
                value = {
                    "address": login.address,
                    LOGIN_USER: login.user,
                    LOGIN_SECRET: login.password,
                }.get(name, value)
            editor.show_value(value)

    def _kind_for(self, kinds: tuple[str, ...], found: Mapping[str, object]) -> str:
        """The first kind that has all the fields which are known already."""
        made = CONFIG_OF[self._place.kind]
        fitting = (kind for kind in kinds if set(found) <= {field.name for field in fields_of(made, kind)})
        return next(fitting, kinds[0])

    def _kind_choice(self, kinds: tuple[str, ...]) -> Choice[str]:
        place = self._place.kind
        made = Choice[str]([(kind, partial(make_words, place, kind)) for kind in kinds])
        # As wide as there is room for: a long word must not push the hints out of sight.
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(self._on_kind_chosen)
        return made

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._kind_label and widget is not self._kinds:
                widget.hide()
                widget.deleteLater()
        self._editors, self._labels = {}, {}
        self._grid.addWidget(self._kind_label, 0, 0)
        self._kind_label.setVisible(self._kinds is not None)
        if self._kinds is not None:
            self._grid.addWidget(self._kinds, 0, 1)
        for row, field in enumerate(self._fields(), start=1):
            editor, label = FieldEditor(field), line()
            label.setBuddy(editor)
            editor.edited.connect(self.edited)
            self._editors[field.name], self._labels[field.name] = editor, label
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(editor, row, 1)
        self._show_fields()

    def _fields(self) -> list[FormField]:
        fields = list(fields_of(CONFIG_OF[self._place.kind], self.kind))
        if CONFIG_OF[self._place.kind] is CameraConfig and self.kind in _SIGNS_ON_IN_ADDRESS:
            login = [
                FormField(LOGIN_USER, "text", "", longest=200),
                FormField(LOGIN_SECRET, "secret", "", longest=200),
            ]
            fields[1:1] = login
        if CONFIG_OF[self._place.kind] is PrinterConfig:
            return [self._offering_profiles(each) if each.name == "profile" else each for each in fields]
        return fields

    def _offering_profiles(self, field: FormField) -> FormField:
        """The profiles that ship, and a file of the site's own where one is in use."""
        own = getattr(self._kept, "profile", "default")
        return replace(field, sort="choice", choices=tuple(dict.fromkeys((*profile_names(), own))))

    def _show_fields(self) -> None:
        for name, editor in self._editors.items():
            shown = self._shows_more or not editor.field.is_more
            for widget in (editor, self._labels[name]):
                widget.setVisible(shown)
        self.more_button.setVisible(any(editor.field.is_more for editor in self._editors.values()))
        self.speak()

    def _on_kind_chosen(self) -> None:
        typed = {name: editor.value() for name, editor in self._editors.items()}
        self._build()
        for name, editor in self._editors.items():
            fresh = typed.get(name) or getattr(self._kept, name, None)
            editor.show_value(editor.field.default if fresh is None else fresh)
        self.speak()
        self.edited.emit()
