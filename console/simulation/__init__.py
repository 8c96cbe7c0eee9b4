"""Lots that never were: plausible days, written by the program's own services, with chains that verify."""
