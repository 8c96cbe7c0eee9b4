"""A lot of several consoles with real stores, on a network that loses, repeats and delays."""
