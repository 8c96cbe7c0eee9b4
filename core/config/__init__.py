"""The machine facts of a console (names, wiring of devices) in one TOML file."""

from core.config.reading import load_config
from core.config.values import (
    BarrierConfig,
    CameraConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    ListenerConfig,
    LoopsConfig,
    PlatesConfig,
    PrinterConfig,
    RecogniserConfig,
    SharedConfig,
)
from core.config.writing import write_config

__all__ = [
    "BarrierConfig",
    "CameraConfig",
    "Config",
    "ConsoleConfig",
    "LaneConfig",
    "ListenerConfig",
    "LoopsConfig",
    "PlatesConfig",
    "PrinterConfig",
    "RecogniserConfig",
    "SharedConfig",
    "load_config",
    "write_config",
]
