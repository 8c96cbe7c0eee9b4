"""Hardware behind the ports of the core; a simulator of each kind ships beside the drivers."""
