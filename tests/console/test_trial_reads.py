import pytest

from console.trial_reads import MOST_WAITING, TrialReads
from core.domain.camera_views import CameraView
from core.domain.errors import DeviceError
from core.services.ports import ReadAnswer


class Recogniser:
    """Notes what it is asked."""

    def __init__(self):
        self.asked = []
        self.stopped = False

    def try_view(self, camera_id, token, view):
        if self.stopped:
            raise DeviceError("recogniser.stopped")
        self.asked.append((camera_id, token, view))


def answer(token, camera_id="entry"):
    return ReadAnswer(token, camera_id, 1, 1, (), None, "", 1.0)


@pytest.fixture
def recogniser():
    return Recogniser()


def test_each_answer_goes_to_whoever_asked(recogniser):
    trials, first, second = TrialReads(), [], []
    trials.ask(recogniser, "entry", CameraView(), first.append)
    trials.ask(recogniser, "exit", CameraView(), second.append)
    (_, one, _), (_, two, _) = recogniser.asked
    assert trials.take(answer(two, "exit"))
    assert trials.take(answer(one))
    assert [given.token for given in first + second] == [one, two]


def test_a_lanes_answer_is_left_to_the_lane(recogniser):
    trials = TrialReads()
    assert not trials.take(answer(0))
    assert not trials.take(answer(7))


def test_no_token_of_a_trial_can_be_a_vehicles(recogniser):
    trials = TrialReads()
    for _ in range(3):
        trials.ask(recogniser, "entry", CameraView(), lambda _answer: None)
    assert all(token < 0 for _, token, _ in recogniser.asked)


def test_an_answer_that_nobody_waits_for_reaches_no_lane_either(recogniser):
    trials, given = TrialReads(), []
    trials.ask(recogniser, "entry", CameraView(), given.append)
    trials.forget()
    assert trials.take(answer(recogniser.asked[0][1]))
    assert trials.take(answer(-99))
    assert given == []


def test_there_are_never_many_trials_at_once(recogniser):
    trials = TrialReads()
    for _ in range(MOST_WAITING):
        trials.ask(recogniser, "entry", CameraView(), lambda _answer: None)
    with pytest.raises(DeviceError, match="busy"):
        trials.ask(recogniser, "entry", CameraView(), lambda _answer: None)


def test_without_a_reader_it_is_said_and_nobody_waits(recogniser):
    trials = TrialReads()
    recogniser.stopped = True
    for reader in [None] + [recogniser] * (MOST_WAITING * 2):
        with pytest.raises(DeviceError, match="stopped"):
            trials.ask(reader, "entry", CameraView(), lambda _answer: None)
