"""A camera's side of the wire: a real HTTP client, and the messages that cameras send."""

from __future__ import annotations

import http.client
import io
import json
from collections.abc import Mapping

from PIL import Image

SECRET = "a long enough secret"
BOUNDARY = "boundary"


def jpeg(width: int = 640, height: int = 360, grey: int = 120) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (grey, grey, grey)).save(stream, "JPEG")
    return stream.getvalue()


def post(
    port: int,
    body: bytes,
    *,
    kind: str = "application/json",
    path: str = "/cameras/entry",
    key: str | None = SECRET,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, dict[str, object]]:
    """Send it and give the answer's status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        query = "" if key is None else f"?key={key.replace(' ', '%20')}"
        connection.request("POST", path + query, body, {"Content-Type": kind, **(headers or {})})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def isapi(plate: str = "ABC1234", confidence: str = "97", more: str = "", kind: str = "ANPR") -> bytes:
    """An EventNotificationAlert as the guide shows it, with what we do not read between."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
<ipAddress>192.168.1.64</ipAddress><portNo>80</portNo><protocol>HTTP</protocol>
<macAddress>44:a6:42:00:00:01</macAddress><channelID>1</channelID>
<eventType>{kind}</eventType><eventState>active</eventState><eventDescription>ANPR</eventDescription>
<channelName>Camera 01</channelName>{more}
<ANPR><country>30</country><licensePlate>{plate}</licensePlate><line>1</line><direction>forward</direction>
<confidenceLevel>{confidence}</confidenceLevel><plateType>unknown</plateType>
<vehicleInfo><index>1</index><color>white</color></vehicleInfo>
<pictureInfoList><pictureInfo><fileName>detectionPicture.jpg</fileName>
<plateRect><X>338</X><Y>338</Y><width>117</width><height>44</height></plateRect></pictureInfo></pictureInfoList>
<originalLicensePlate>{plate}</originalLicensePlate></ANPR><picNum>2</picNum>
</EventNotificationAlert>""".encode()


def multipart(*parts: tuple[str, str, bytes], end: str = "--") -> tuple[bytes, str]:
    """A multipart body of (name, content type, content), and its content type."""
    body = b""
    for name, kind, content in parts:
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n'
            f"Content-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        body += head.encode() + content + b"\r\n"
    return body + f"--{BOUNDARY}{end}\r\n".encode(), f"multipart/form-data; boundary={BOUNDARY}"
