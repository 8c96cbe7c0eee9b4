"""The simulated lot that ships with the product: a world in its own process, and drivers that ask it."""
