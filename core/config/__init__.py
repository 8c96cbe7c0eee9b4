"""The machine facts of a console (names, wiring of devices) in one TOML file."""

from core.config.reading import load_config
from core.config.values import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    ConsoleConfig,
    DeviceConfig,
    LaneConfig,
    ListenerConfig,
    LoopsConfig,
    MqttConfig,
    NoticesConfig,
    PayConfig,
    PlatesConfig,
    PowerConfig,
    PrinterConfig,
    RecogniserConfig,
    SharedConfig,
    SignConfig,
)
from core.config.writing import write_config

__all__ = [
    "BarrierConfig",
    "CameraConfig",
    "CodeReaderConfig",
    "Config",
    "ConsoleConfig",
    "DeviceConfig",
    "LaneConfig",
    "ListenerConfig",
    "LoopsConfig",
    "MqttConfig",
    "NoticesConfig",
    "PayConfig",
    "PlatesConfig",
    "PowerConfig",
    "PrinterConfig",
    "RecogniserConfig",
    "SharedConfig",
    "SignConfig",
    "load_config",
    "write_config",
]
