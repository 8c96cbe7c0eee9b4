"""Reads labelled pictures again, to see how well plates are read here and what another reader would do."""
