"""Finding devices: on serial lines, on USB, on the network."""
