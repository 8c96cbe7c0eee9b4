"""Readers of barcodes, square codes and badges."""
