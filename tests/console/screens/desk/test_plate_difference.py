from console.screens.desk.plate_difference import compare


def _marked(letters) -> str:
    return "".join("^" if letter.differs else " " for letter in letters)


def test_letters_that_differ_are_marked_in_both():
    old, new = compare("ABC1Z34", "ABC1234")
    assert _marked(old) == "    ^  "
    assert _marked(new) == "    ^  "


def test_a_letter_too_many_is_marked_once():
    old, new = compare("AABC", "ABC")
    assert _marked(old).count("^") == 1
    assert "^" not in _marked(new)
