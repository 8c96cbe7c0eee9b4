"""Chooses the form by what the request says it is."""

from __future__ import annotations

from devices.recognition.pushed.isapi_form import read_isapi
from devices.recognition.pushed.json_form import read_json
from devices.recognition.pushed.multipart import parts_of
from devices.recognition.pushed.plate import PushedPlate, Unusable


def read_push(body: bytes, content_type: str) -> PushedPlate | None:
    """The read in the body, None where it is a message of another kind; raises Unusable."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith("multipart/"):
        parts = parts_of(body, content_type)
        for part in parts:
            if "xml" in part.kind or part.names.endswith(".xml") or part.content.lstrip()[:1] == b"<":
                return read_isapi(part.content, [other for other in parts if other is not part])
        raise Unusable("a multipart body without an XML part")
    if "xml" in kind:
        return read_isapi(body, [])
    if "json" in kind:
        return read_json(body)
    raise Unusable("expected application/json, application/xml or multipart/form-data")
