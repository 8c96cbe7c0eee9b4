from PySide6.QtCore import Qt

from console.state.messages import Message, Weight

CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_stands_behind_a_fault_is_one_key_away(desk):
    desk.state.post(Message(Weight.ALARM, "program.fault", {"detail": "ValueError: bad"}))
    desk.press(Qt.Key.Key_I, CTRL)
    sheet = desk.app.window.detail_sheet
    assert sheet.isVisible()
    assert sheet.detail() == "ValueError: bad"
    desk.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert "fault" in desk.message


def test_a_message_without_details_says_that_there_are_none(desk):
    desk.state.post(Message(Weight.ATTENTION, "payment.nothing_due"))
    desk.press(Qt.Key.Key_I, CTRL)
    assert not desk.app.window.detail_sheet.isVisible()
    assert "nothing more" in desk.message


def test_the_message_bar_keeps_its_height(desk):
    desk.app.window.bar.clear()
    before = desk.app.window.bar.minimumSizeHint().height(), desk.app.window.bar.height()
    desk.state.post(Message(Weight.ALARM, "store.disk_full", {"detail": "[Errno 28]"}))
    desk.until(lambda: "disk" in desk.message)
    assert max(before) == desk.app.window.bar.height()
