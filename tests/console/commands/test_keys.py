from console.words import is_known

ON_EVERY_KEYBOARD = {"F1", "F2", "F5", "F9", "F12", "Ctrl+K", "Ctrl+L"}


def test_the_keys_of_the_house_are_bound(desk):
    keys = {key for command in desk.app.commands for key in command.keys}
    assert keys >= ON_EVERY_KEYBOARD


def test_every_command_has_a_title_and_a_reason_in_words_when_it_cannot_be_done(desk):
    for command in desk.app.commands:
        assert command.title()
        why_not = desk.app.commands.why_not(command, desk.ben)
        assert not why_not or is_known(why_not), (command.command_id, why_not)


def test_an_attendant_who_writes_off_is_told_that_they_may_not(desk):
    desk.app.window.run_command("car.write_off")
    assert "may not" in desk.message
