from PySide6.QtCore import Qt

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


def find(desk, words):
    """Open the palette and take what answers to the words."""
    desk.press(Qt.Key.Key_K, CTRL)
    desk.type(words)
    desk.press(ENTER)


def test_a_plate_corrected_at_the_lane_shows_on_the_reading_screen(desk):
    desk.sign_on(desk.boss)
    desk.arrive("entry", "A8C1234", 0.4)
    lane = desk.app.console.lanes["entry"]
    desk.until(lambda: lane.view.reason == "entry.unsure_plate", "the lane asks")
    lane.correct("ABC1234", desk.boss)
    desk.until(lambda: desk.pulses("entry") == 1, "the gate opens")
    find(desk, "Reading")
    desk.until(lambda: desk.app.window.current == "reading", "the screen is in front")
    screen = desk.app.window.screen_of("reading")
    desk.until(lambda: bool(screen.lanes) and screen.lanes[0].total.vehicles == 1, "the car is counted")
    total = screen.lanes[0].total
    assert (total.asked, total.corrected) == (1, 1)


def test_an_attendant_is_not_shown_how_well_cameras_read(desk):
    find(desk, "Reading")
    assert desk.app.window.current != "reading"
