"""What this machine is wired to: makes the devices of the configuration. No Qt here.

One file a sort of device, each with a table from the kind of a driver to what builds it. ``far_sides`` keeps
what several devices share: the connection to a relay board, a serial bus, the broker, the simulated lot.
"""

from console.wiring.far_sides import SimulatorAccess
from console.wiring.lot import Wiring

__all__ = ["SimulatorAccess", "Wiring"]
