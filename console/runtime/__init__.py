"""Threads, the bridge to Qt's signals, the watchdog of the GUI thread, and the crash hook."""
