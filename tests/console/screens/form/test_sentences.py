import pytest

from console.screens.form.sentences import in_sequence


def test_sentences_follow_each_other_with_a_space():
    assert in_sequence("No plate was read.", "Type it.") == "No plate was read. Type it."


@pytest.mark.parametrize("stop", ["。", "！", "？"])
def test_a_chinese_sentence_needs_no_space_behind_it(stop):
    assert in_sequence(f"車牌太小{stop}", "請拉近鏡頭。") == f"車牌太小{stop}請拉近鏡頭。"


def test_what_is_not_said_leaves_no_space():
    assert in_sequence("", "Type the plate.", "") == "Type the plate."
    assert in_sequence("", "") == ""
