"""Pieces of forms: sentences with fields, amounts, digits."""
