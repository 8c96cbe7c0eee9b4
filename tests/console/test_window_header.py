def shift_line(desk) -> str:
    return desk.app.window.header._shift.text()


def test_ones_own_shift_is_said_with_its_beginning(desk):
    desk.open_shift()
    desk.until(lambda: shift_line(desk).startswith("shift since"), "it is said")


def test_anothers_shift_is_not_said_to_be_ones_own(desk):
    desk.open_shift()
    desk.sign_on(desk.boss)
    desk.until(lambda: shift_line(desk).startswith("another's shift since"), "it is said")
