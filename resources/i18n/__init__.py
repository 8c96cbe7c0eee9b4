"""Translations of what the console says, and how they are collected from the source."""
