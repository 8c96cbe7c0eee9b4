def test_with_an_open_shift_the_first_close_says_so_and_the_second_one_ends(desk):
    desk.open_shift()
    window = desk.app.window
    assert not window.close()
    assert window.isVisible()
    assert "shift of Ben is still open" in desk.message
    assert window.close()
    assert not window.isVisible()


def test_the_offer_to_close_runs_out_and_is_taken_back(desk):
    desk.open_shift()
    desk.app.window.closing.ask_again_within(1)
    assert not desk.app.window.close()
    desk.until(lambda: "stays open" in desk.message, "the sentence is taken back")
    assert not desk.app.window.close()


def test_when_nobody_is_signed_on_the_window_closes_at_once(desk):
    desk.open_shift()
    desk.sign_on(None)
    assert desk.app.window.close()


def test_without_a_shift_the_window_closes_at_once(desk):
    assert desk.app.window.close()
