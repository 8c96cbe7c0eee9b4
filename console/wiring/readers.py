"""Code readers from their configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from core.config import CodeReaderConfig
from core.services.ports import CodeReader
from devices.readers.serial_reader import SerialReader
from devices.simulator.reader import SimulatedReader


def build_reader(config: CodeReaderConfig) -> CodeReader:
    """The reader, not started."""
    return _BUILDERS[config.kind](config)


_BUILDERS: Final[Mapping[str, Callable[[CodeReaderConfig], CodeReader]]] = {
    "serial": lambda config: SerialReader(config.path, config.baud),
    "simulator": lambda _config: SimulatedReader(),
}
