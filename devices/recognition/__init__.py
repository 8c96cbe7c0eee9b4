"""Plates out of pictures: text models, decoding with plate shapes, and the process they run in."""
