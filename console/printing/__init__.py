"""Printing on the system's own printers, through Qt."""
