"""Debian's MQTT broker mosquitto on loopback, which can be stopped, killed, frozen and started again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

LIMIT_S = 15.0


class Mosquitto:
    """A broker on a free port, for ``with``; ``logins`` maps names to passwords, none lets everybody in."""

    def __init__(
        self,
        folder: Path,
        *,
        logins: dict[str, str] | None = None,
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        """``certificate`` is the file of one and that of its key: then it speaks TLS only."""
        self.port = _free_port()
        self._certificate = certificate
        self._folder = folder
        self._logins = logins or {}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._write_configuration()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen, on the same port as before."""
        if self._process is not None:
            return
        program = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        assert program is not None, "mosquitto is missing: install the package mosquitto"
        command = [program, "-c", str(self._folder / "mosquitto.conf")]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until_s = time.monotonic() + LIMIT_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                assert time.monotonic() < until_s, "mosquitto does not listen"
                time.sleep(0.02)
            else:
                return

    def stop(self, *, kill: bool = False) -> None:
        """End it, or kill it at once; may be called twice."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGCONT)
            process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
            process.wait(LIMIT_S)

    def freeze(self) -> None:
        """It hears nothing and says nothing, but its connections stay."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on with what came in meanwhile."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def publish(self, topic: str, payload: str | bytes, *, retain: bool = False) -> None:
        """Publish as somebody else."""
        with _Other(self) as client:
            client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(LIMIT_S)

    def retained(self, topic: str) -> bytes | None:
        """What the broker keeps under the topic."""
        kept: list[bytes] = []
        with _Other(self) as client:
            client.on_message = lambda _client, _data, message: (
                kept.append(message.payload) if message.retain else None
            )
            client.subscribe(topic, qos=1)
            time.sleep(0.3)
        return kept[0] if kept else None

    def _write_configuration(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        lines = [f"listener {self.port} 127.0.0.1", "persistence false", "user root"]
        if self._certificate is not None:
            certificate, key = self._certificate
            lines += [f"certfile {certificate}", f"keyfile {key}"]
        if self._logins:
            passwords = self._folder / "passwords"
            passwords.write_text("".join(f"{name}:{word}\n" for name, word in self._logins.items()))
            passwords.chmod(0o600)
            tool = shutil.which("mosquitto_passwd")
            assert tool is not None, "mosquitto_passwd is missing: install the package mosquitto"
            subprocess.run([tool, "-U", str(passwords)], check=True, timeout=LIMIT_S)
            lines += ["allow_anonymous false", f"password_file {passwords}"]
        else:
            lines.append("allow_anonymous true")
        (self._folder / "mosquitto.conf").write_text("\n".join(lines) + "\n")


class _Other:
    """A client of somebody else."""

    def __init__(self, broker: Mosquitto) -> None:
        self._port = broker.port
        self._client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTv5)
        if broker._logins:
            self._client.username_pw_set(*next(iter(broker._logins.items())))

    def __enter__(self) -> Client:
        self._client.connect("127.0.0.1", self._port)
        self._client.loop_start()
        until_s = time.monotonic() + LIMIT_S
        while not self._client.is_connected():
            assert time.monotonic() < until_s
            time.sleep(0.01)
        return self._client

    def __exit__(self, *_given: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
