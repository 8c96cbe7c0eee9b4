"""What a hub and its consoles say to each other: the paths, the limits, and what is signed.

Nobody trusts the certificate's name or dates. The hub proves with its own Ed25519 key, which the lot's
journal holds, that the certificate of this very connection is its own; a console proves with its key that
it is that console, for this hub and this certificate alone. So a console needs no password, and a console
that becomes the hub tomorrow knows all others, and is known to them, by what the journal says.
"""

from __future__ import annotations

import re
from typing import Final

PROTOCOL: Final = 1

HELLO: Final = "/v1/hello"
SESSION: Final = "/v1/session"
JOIN: Final = "/v1/join"
MARKS: Final = "/v1/marks"
PUSH: Final = "/v1/push"
PULL: Final = "/v1/pull"
RING: Final = "/v1/ring"
WAIT: Final = "/v1/wait"
REPORT: Final = "/v1/report"
REPORTS: Final = "/v1/reports"
CREDENTIALS: Final = "/v1/credentials"

CALL_SECONDS: Final = 10.0
CONNECT_SECONDS: Final = 3.0
WAIT_SECONDS: Final = 25.0
"""The longest that a hub keeps a console waiting at the doorbell in one request."""

MOST_BODY_BYTES: Final = 24 * 1024 * 1024
MOST_STRANGER_BYTES: Final = 16 * 1024
"""How much a hub reads of somebody whom it does not know yet."""

PUSH_CHARS: Final = 2 * 1024 * 1024
PULL_CHARS: Final = 8 * 1024 * 1024
"""How much of a chain is put into one request, and one answer; one entry at least, however large."""

MOST_REPORT_BYTES: Final = 256 * 1024
NONCE_BYTES: Final = 32

STATUSES: Final = {
    "link.garbled": "400 Bad Request",
    "link.sign_on": "401 Unauthorized",
    "link.refused": "403 Forbidden",
    "link.revoked": "403 Forbidden",
    "link.no_such_page": "404 Not Found",
    "link.too_large": "413 Content Too Large",
    "link.version": "426 Upgrade Required",
    "link.busy": "503 Service Unavailable",
}
"""The HTTP status of a refusal; 409 for all others. The client reads the reason code, not this."""

_CODE = re.compile(r"[a-z_]{1,20}\.[a-z_]{1,40}")


def is_code(text: object) -> bool:
    """Whether it may be a reason code."""
    return isinstance(text, str) and _CODE.fullmatch(text) is not None


def hub_proof(*, lot_id: str, hub_id: str, fingerprint: str, nonce: str) -> bytes:
    """What a hub signs: this certificate is mine, you who asked just now."""
    return f"lotkeeper hub\n{lot_id}\n{hub_id}\n{fingerprint}\n{nonce}".encode()


def console_proof(*, lot_id: str, console_id: str, fingerprint: str, challenge: str) -> bytes:
    """What a console signs: it is I who speak to you, the hub with this certificate."""
    return f"lotkeeper console\n{lot_id}\n{console_id}\n{fingerprint}\n{challenge}".encode()
