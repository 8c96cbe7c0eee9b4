"""The lanes' cameras: sources of pictures, the capture process, the ring of frames and the camera itself."""
