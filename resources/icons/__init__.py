"""Icons: our own lines on a grid of 24, in ``currentColor``."""
