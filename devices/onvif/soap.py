"""SOAP 1.2 as ONVIF devices speak it: writing a question, reading an answer that may be hostile."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from devices.relay_units.login import Login

LARGEST_BYTES: Final = 1_000_000
DEVICE: Final = "http://www.onvif.org/ver10/device/wsdl"
MEDIA: Final = "http://www.onvif.org/ver10/media/wsdl"
MEDIA2: Final = "http://www.onvif.org/ver20/media/wsdl"
EVENTS: Final = "http://www.onvif.org/ver10/events/wsdl"
DEVICE_IO: Final = "http://www.onvif.org/ver10/deviceIO/wsdl"
SCHEMA: Final = "http://www.onvif.org/ver10/schema"

_ENVELOPE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
    f'xmlns:tds="{DEVICE}" xmlns:trt="{MEDIA}" xmlns:tr2="{MEDIA2}" '
    f'xmlns:tev="{EVENTS}" xmlns:tmd="{DEVICE_IO}" '
    f'xmlns:tt="{SCHEMA}" xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2" '
    'xmlns:wsa="http://www.w3.org/2005/08/addressing">'
    "<s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
)
_WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-"
_TOKEN = (
    f'<wsse:Security s:mustUnderstand="1" xmlns:wsse="{_WSS}wssecurity-secext-1.0.xsd" '
    f'xmlns:wsu="{_WSS}wssecurity-utility-1.0.xsd"><wsse:UsernameToken>'
    "<wsse:Username>{user}</wsse:Username>"
    '<wsse:Password Type="http://docs.oasis-open.org/wss/2004/01/'
    'oasis-200401-wss-username-token-profile-1.0#PasswordDigest">{digest}</wsse:Password>'
    '<wsse:Nonce EncodingType="http://docs.oasis-open.org/wss/2004/01/'
    'oasis-200401-wss-soap-message-security-1.0#Base64Binary">{nonce}</wsse:Nonce>'
    "<wsu:Created>{created}</wsu:Created></wsse:UsernameToken></wsse:Security>"
)
_ADDRESSING = (
    '<wsa:To s:mustUnderstand="1">{to}</wsa:To><wsa:Action s:mustUnderstand="1">{action}</wsa:Action>'
)


class NotSoap(Exception):
    """What came back is no SOAP answer: the message says what is wrong with it."""


class SoapFault(Exception):
    """The device said no; ``is_login`` where it is about name and password."""

    def __init__(self, reason: str, *, is_login: bool) -> None:
        super().__init__(reason)
        self.is_login = is_login


def envelope(body: str, *, token: str = "", to: str = "", action: str = "") -> bytes:
    """The whole question; its body is XML already, ``to`` and ``action`` are WS-Addressing where given."""
    addressing = _ADDRESSING.format(to=escape(to), action=escape(action)) if to else ""
    return _ENVELOPE.format(header=addressing + token, body=body).encode()


def username_token(login: Login, created: datetime) -> str:
    """WS-UsernameToken with a digest (SHA-1 of nonce, time and password, as the standard has it).

    ``created`` is the device's own time in UTC: by any other it takes the token for an old one.
    """
    nonce = secrets.token_bytes(16)
    stamp = created.strftime("%Y-%m-%dT%H:%M:%S.") + f"{created.microsecond // 1000:03}Z"
    digest = hashlib.sha1(nonce + stamp.encode() + login.password.encode(), usedforsecurity=False).digest()
    return _TOKEN.format(
        user=escape(login.user),
        digest=base64.b64encode(digest).decode(),
        nonce=base64.b64encode(nonce).decode(),
        created=stamp,
    )


def body_of(answer: bytes) -> Element:
    """The body of an answer; raises NotSoap, SoapFault."""
    try:
        root = fromstring(answer, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as problem:
        raise NotSoap("it is no XML") from problem
    body = first(root, "Body")
    if name_of(root) != "Envelope" or body is None:
        raise NotSoap("it is no SOAP")
    fault = first(body, "Fault")
    if fault is not None:
        raise _fault(fault)
    return body


def name_of(element: Element) -> str:
    """The name without its namespace: devices get those wrong."""
    return str(element.tag).rpartition("}")[2]


def every(element: Element, name: str) -> Iterator[Element]:
    """All elements of that name below, in order."""
    return (each for each in element.iter() if each is not element and name_of(each) == name)


def first(element: Element, name: str) -> Element | None:
    """The first of that name below."""
    return next(every(element, name), None)


def text(element: Element, name: str) -> str:
    """The text of the first of that name below, empty where there is none."""
    found = first(element, name)
    return (found.text or "").strip() if found is not None else ""


def _fault(fault: Element) -> SoapFault:
    codes = " ".join((each.text or "") for each in every(fault, "Value"))
    reason = text(fault, "Text") or text(fault, "faultstring") or codes or "a fault"
    said = f"{codes} {reason}".lower()
    is_login = any(word in said for word in ("notauthorized", "not authorized", "failedauthentication"))
    return SoapFault(reason[:120], is_login=is_login)
