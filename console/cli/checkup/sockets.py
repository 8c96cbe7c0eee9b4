"""Whether somebody listens at a host and port."""

from __future__ import annotations

import socket
from typing import Final

from console.cli.checkup.asking import LOOK_AT_THE_LINE
from console.cli.checkup.finding import Finding, ok, trouble

CONNECT_LIMIT_S: Final = 2.0


def connection(subject: str, host: str, port: int) -> Finding:
    """Connects, and says nothing to whoever answers, so that nothing can move."""
    try:
        with socket.create_connection((host, port), timeout=CONNECT_LIMIT_S):
            return ok(subject, f"{host}:{port} answers")
    except socket.gaierror:
        return trouble(subject, f"no host is called {host}", "correct its host in the configuration")
    except ConnectionRefusedError:
        step = "correct its port in the configuration, or switch the device's service on"
        return trouble(subject, f"{host}:{port} refuses the connection", step)
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or "no answer"
        return trouble(subject, f"{host}:{port}: {said}", LOOK_AT_THE_LINE)
