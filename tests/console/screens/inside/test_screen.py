import pytest
from PySide6.QtCore import Qt

from console.screens.inside import InsideScreen
from core.domain.journal import Subject, to_micros
from core.domain.stays import StayState
from core.store.queries.stays import inside_list

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def full(booth):
    booth.set_up()
    booth.first = booth.car_inside("ABC1234", minutes=30)
    booth.second = booth.car_inside("XYZ9876", minutes=200)
    booth.third = booth.car_inside("KLM5555", minutes=90)
    made = InsideScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: len(made.view.plates) == 3, "three cars are listed")
    return made


def held_car(booth, plate):
    def work(unit):
        stay_id = unit.new_id()
        unit.record(
            "stay.admitted",
            {
                "entry_at": to_micros(unit.now),
                "lane_id": "entry-1",
                "plan_id": "standard",
                "plan_version": 1,
                "confidence": 0.9,
                "frames": 3,
                "notes": [],
            },
            who="system",
            subjects=[Subject("stay", stay_id)],
            personal={"plate": plate, "raw_plate": plate, "alternatives": [], "photo": ""},
        )
        unit.record("stay.held", {"lane_id": "entry-1"}, who="system", subjects=[Subject("stay", stay_id)])
        return stay_id

    return booth.store.write(work)


def test_the_newest_car_stands_first_and_is_chosen(booth, full):
    assert full.view.plates == ["ABC1234", "KLM5555", "XYZ9876"]
    assert full.view.chosen_stay.plate == "ABC1234"


def test_what_visible_cars_owe_is_asked_in_the_background(booth, full):
    booth.until(lambda: full.view.due(booth.stay(booth.second)) is not None, "the dues came")
    assert full.view.due(booth.stay(booth.second)).amount_minor == 140
    assert full.view.due(booth.stay(booth.first)).amount_minor == 40


def test_typing_anywhere_filters_and_escape_shows_all_again(booth, full):
    booth.type("zkl")
    booth.until(lambda: full.view.plates == [], "nothing is called so")
    booth.press(ESC)
    booth.until(lambda: len(full.view.plates) == 3, "all cars again")
    booth.type("9876")
    booth.until(lambda: full.view.plates == ["XYZ9876"], "one is left")


def test_enter_hands_the_chosen_car_to_the_desk(booth, full):
    handed = []
    booth.state.stay_handed_over.connect(handed.append)
    booth.press(DOWN)
    booth.press(ENTER)
    assert booth.shown == ["desk"]
    assert handed == [booth.third]


def test_a_plate_is_corrected_and_both_texts_are_kept(booth, full):
    booth.press(Qt.Key.Key_C, ALT)
    booth.type("abd 1234")
    booth.press(ENTER)
    booth.until(lambda: booth.stay(booth.first).plate == "ABD1234", "the plate is corrected")
    assert booth.stay(booth.first).former_plates == ("ABC1234",)
    booth.until(lambda: "ABC1234 → ABD1234" in " ".join(full.car.words()), "the history tells it")


def test_a_plate_that_another_car_has_is_refused_in_words(booth, full):
    booth.press(Qt.Key.Key_C, ALT)
    booth.type("XYZ9876")
    booth.press(ENTER)
    booth.until(lambda: bool(full.car.acts.told), "it is refused")
    assert booth.stay(booth.first).plate == "ABC1234"


def test_a_held_car_is_confirmed_inside(booth, full):
    stay_id = held_car(booth, "HLD0001")
    booth.until(lambda: full.view.plates[:1] == ["HLD0001"], "the held car is listed")
    booth.press(Qt.Key.Key_Home)
    booth.press(Qt.Key.Key_Up, times=3)
    booth.until(lambda: full.view.chosen_stay.plate == "HLD0001", "it is chosen")
    booth.press(Qt.Key.Key_I, ALT)
    booth.until(lambda: booth.stay(stay_id).state is StayState.INSIDE, "it counts as inside")


def test_a_car_is_written_off_with_a_reason(booth, full):
    booth.press(Qt.Key.Key_W, ALT)
    booth.press(ENTER)
    booth.until(lambda: booth.stay(booth.first).state is StayState.WRITTEN_OFF, "it is written off")
    booth.until(lambda: len(full.view.plates) == 2, "it left the list")


def test_cars_are_added_by_hand(booth, full):
    booth.press(Qt.Key.Key_Insert)
    booth.type("new0001")
    booth.press(ENTER)
    booth.press(Qt.Key.Key_S, CTRL)
    booth.until(lambda: booth.store.read(inside_list).count == 4, "it is inside")
    booth.press(ESC)
    booth.until(lambda: "NEW0001" in full.view.plates, "it is listed")


def test_the_list_is_written_to_a_file(booth, full, tmp_path):
    file = tmp_path / "inside.csv"
    full.export_to(file)
    booth.until(file.exists, "the file is there")
    text = file.read_text("utf-8-sig")
    assert all(plate in text for plate in ("ABC1234", "XYZ9876", "KLM5555"))


def test_an_attendant_is_not_offered_what_only_a_supervisor_may(booth, full):
    booth.state.sign_on(booth.add("Ben"))
    booth.press(Qt.Key.Key_Insert)
    booth.press(Qt.Key.Key_W, ALT)
    booth.press(ENTER)
    assert booth.stay(booth.first).state is StayState.INSIDE
