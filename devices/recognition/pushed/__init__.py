"""Cameras that read plates by themselves and send what they read to the console."""
