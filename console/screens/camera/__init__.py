"""The lane's view: region and masks drawn on the live picture, and how well plates are seen in it."""

from console.screens.camera.screen import CameraScreen

__all__ = ["CameraScreen"]
