"""stripe-stateful-mock on loopback: charges and refunds of Stripe's that are made once for each key.

Somebody else's; it proves what localstripe cannot, for it forgets keys.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.far_sides.localstripe import await_port, free_port
from tests.far_sides.npm_side import module_folder, node

SECRET = "sk_test_lotkeeper"
_LAUNCH = "require(process.argv[1]).createExpressApp().listen(Number(process.argv[2]), '127.0.0.1')"


@contextmanager
def stateful_stripe() -> Iterator[str]:
    """The address of a server of its own, ended afterwards."""
    port = free_port()
    process = subprocess.Popen(
        [node(), "-e", _LAUNCH, str(module_folder("stripe-stateful-mock")), str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "LOG_LEVEL": "silent"},
    )
    try:
        await_port(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()
