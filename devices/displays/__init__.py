"""What drivers read at a lane: text displays on a serial line, and signs that take texts over HTTP."""
