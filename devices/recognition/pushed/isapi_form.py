"""The ``EventNotificationAlert`` of ISAPI, which many cameras that read plates send.

After the public "Intelligent Security API (ANPR) Developer Guide" and the message
XML_EventNotificationAlert_ANPR of the "Device Network SDK (Traffic) Developer Guide": an XML document,
alone or as the part ``anpr.xml`` of a multipart body beside ``detectionPicture.jpg`` and
``licensePlatePicture.jpg``, with ``eventType`` ANPR, ``dateTime``, ``ANPR/licensePlate`` and
``ANPR/confidenceLevel`` (0 to 100). Where the plate lies is left out: firmware differs in its unit.
"""

from __future__ import annotations

from xml.parsers.expat import ExpatError, ParserCreate

from devices.recognition.pushed.multipart import Part
from devices.recognition.pushed.plate import PushedPlate, Unusable, instant, plate_text

LARGEST_BYTES = 262_144
MOST_ELEMENTS = 4_000
DEEPEST = 24
LONGEST_VALUE = 200
_ROOT = "EventNotificationAlert"
_WANTED = {
    (_ROOT, "eventType"),
    (_ROOT, "dateTime"),
    (_ROOT, "isDataRetransmission"),
    (_ROOT, "ANPR", "licensePlate"),
    (_ROOT, "ANPR", "confidenceLevel"),
}
_JPEG = b"\xff\xd8"


def read_isapi(document: bytes, pictures: list[Part]) -> PushedPlate | None:
    """The read in the document, None for a message of another kind; raises Unusable.

    What the camera could not deliver in time and sends again is of no use any more, and None too.
    """
    values = _values(document)
    if values.get("eventType", "").upper() != "ANPR" or values.get("isDataRetransmission") == "true":
        return None
    if "licensePlate" not in values:
        raise Unusable("an ANPR message without licensePlate")
    at = values.get("dateTime", "")
    return PushedPlate(
        text=plate_text(values["licensePlate"]),
        confidence=_confidence(values.get("confidenceLevel", "")),
        captured_at=instant(at) if at else None,
        jpeg=_scene(pictures),
    )


def _confidence(text: str) -> float:
    if not text:
        return 0.0
    try:
        percent = float(text)
    except ValueError as error:
        raise Unusable("confidenceLevel is a number from 0 to 100") from error
    if not 0 <= percent <= 100:
        raise Unusable("confidenceLevel is a number from 0 to 100")
    return percent / 100


def _scene(pictures: list[Part]) -> bytes:
    """The picture of the vehicle rather than that of its plate alone."""
    jpegs = [part for part in pictures if part.content.startswith(_JPEG)]
    jpegs.sort(key=lambda part: ("plate" not in part.names, "detection" in part.names, len(part.content)))
    return jpegs[-1].content if jpegs else b""


def _values(document: bytes) -> dict[str, str]:
    if len(document) > LARGEST_BYTES:
        raise Unusable("the XML document is too large")
    reading = _Reading()
    parser = ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    # No camera needs a document type, and whoever sends one is after our files or our memory.
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(document.strip(b"\x00 \r\n\t"), True)
    except (ExpatError, ValueError, LookupError) as error:
        raise Unusable("the XML document is broken") from error
    return {name: value.strip() for name, value in reading.values.items()}


class _Reading:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._path: list[str] = []
        self._elements = 0

    def start(self, name: str, _attributes: object) -> None:
        self._path.append(name.rpartition(":")[2])
        self._elements += 1
        if len(self._path) > DEEPEST or self._elements > MOST_ELEMENTS:
            raise Unusable("the XML document is too large")
        if tuple(self._path) in _WANTED:
            self.values.setdefault(self._path[-1], "")

    def end(self, _name: str) -> None:
        self._path.pop()

    def text(self, text: str) -> None:
        if tuple(self._path) in _WANTED:
            name = self._path[-1]
            value = self.values[name] + text
            if len(value) > LONGEST_VALUE:
                raise Unusable(f"{name} is too long")
            self.values[name] = value

    def refuse(self, *_: object) -> None:
        raise Unusable("an XML document with a document type is not read")
