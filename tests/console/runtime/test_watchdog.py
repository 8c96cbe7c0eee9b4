import time

from console.runtime.watchdog import StallWatchdog


def test_a_stall_of_the_screen_is_counted_and_logged_with_its_stack(qtbot, caplog):
    watchdog = StallWatchdog()
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog.figures().beats > 3, timeout=10_000)
    time.sleep(0.5)
    qtbot.waitUntil(lambda: watchdog.figures().worst_ms >= 300, timeout=10_000)
    watchdog.stop()
    assert watchdog.figures().stalls >= 1
    assert "time.sleep(0.5)" in caplog.text


def test_a_watchdog_stops_twice_without_harm(qtbot):
    watchdog = StallWatchdog()
    watchdog.start()
    watchdog.stop()
    watchdog.stop()
    assert watchdog.figures().beats == 0
