"""Where other machines of the network reach this one; nothing is sent to find out."""

from __future__ import annotations

import socket

# A documentation address: the system only chooses the way there, no packet leaves.
_SOMEWHERE = ("192.0.2.1", 9)


def own_address(host: str, port: int) -> str:
    """``host:port`` for others; where no host is given, this machine's address on its usual way out."""
    if host:
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE)
            found = str(probe.getsockname()[0])
        except OSError:
            found = socket.gethostname()
    return f"{found}:{port}"
