"""Whatever loops, cameras, people and faults do, a lane comes to rest and every vehicle has an ending."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.domain.lane_ground import SOUND, Ground
from core.domain.lanes import Effect, LaneState, Passage
from core.domain.reads import Box, FrameReads, Read, VotePolicy

BOX = Box(0, 0, 100, 30)
SECOND = 1_000_000_000
ENDINGS = {
    Effect.CROSSED,
    Effect.BACKED_OUT,
    Effect.TURNED_AWAY,
    Effect.UNEXPLAINED,
    Effect.REVERSED,
    Effect.HELD,
}
# What becomes of a stay for which the gate was opened.
SETTLED = {Effect.CROSSED, Effect.BACKED_OUT, Effect.HELD, Effect.REVERSED}

Act = tuple[str, object]
FAULTS = st.sampled_from(["", "loops.stuck"])
ACTS = st.one_of(
    st.tuples(st.just("arming"), st.booleans()),
    st.tuples(st.just("closing"), st.booleans()),
    st.tuples(st.just("wait"), st.sampled_from([0.1, 1.0, 2.0, 7.0, 25.0, 700.0])),
    st.tuples(st.just("open"), st.none()),
    st.tuples(st.just("fail"), st.none()),
    st.tuples(st.just("boom"), st.sampled_from([True, False, None])),
    st.tuples(st.just("read"), st.sampled_from(["ABC1234", "XYZ9876", ""])),
    st.tuples(st.just("reconsider"), st.none()),
    st.tuples(st.just("ground"), st.builds(Ground, FAULTS, FAULTS, st.booleans())),
)


class Lane:
    """A passage with a clock, and all that it ever asked for."""

    def __init__(self) -> None:
        self.passage = Passage(votes=VotePolicy(frames_at_most=5))
        self.now = SECOND
        self.effects: list[Effect] = []
        self.frames = 0

    def do(self, act: Act) -> None:
        name, value = act
        getattr(self, f"_{name}")(value)

    def _arming(self, occupied: bool) -> None:
        self.effects += self.passage.arming(occupied, self.now)

    def _closing(self, occupied: bool) -> None:
        self.effects += self.passage.closing(occupied, self.now)

    def _wait(self, seconds: float) -> None:
        self.now += int(seconds * SECOND)
        self.effects += self.passage.tick(self.now)

    def _open(self, _nothing: None) -> None:
        self.effects += self.passage.opened(self.now)

    def _fail(self, _nothing: None) -> None:
        self.passage.gate.failed()

    def _boom(self, up: bool | None) -> None:
        self.passage.gate.boom_is(up)

    def _read(self, text: str) -> None:
        self.frames += 1
        reads = (Read(text, 0.95, BOX),) if text else ()
        self.effects += self.passage.read(
            FrameReads(self.frames, self.frames, reads), self.passage.number, self.now
        )

    def _reconsider(self, _nothing: None) -> None:
        self.effects += self.passage.reconsider()

    def _ground(self, ground: Ground) -> None:
        self.passage.ground = ground

    def come_to_rest(self) -> None:
        """All is well again, the vehicles are gone, and time goes by."""
        self._ground(SOUND)
        self._arming(False)
        self._closing(False)
        for _ in range(5):
            self._wait(60)


@settings(max_examples=400, deadline=None)
@given(st.lists(ACTS, max_size=40))
@example([("closing", True), ("ground", Ground("", "loops.stuck")), ("closing", False)])
def test_a_lane_always_comes_back_to_rest(acts: list[Act]) -> None:
    lane = Lane()
    for act in acts:
        lane.do(act)
    lane.come_to_rest()
    assert lane.passage.state is LaneState.EMPTY


@settings(max_examples=400, deadline=None)
@given(st.lists(ACTS, max_size=40))
def test_every_vehicle_that_arrived_has_an_ending_before_the_next(acts: list[Act]) -> None:
    lane = Lane()
    for act in acts:
        lane.do(act)
    lane.come_to_rest()
    has_ended = True
    for effect in lane.effects:
        if effect is Effect.ARRIVED:
            assert has_ended, lane.effects
            has_ended = False
        elif effect in ENDINGS:
            has_ended = True
    assert has_ended, lane.effects


@settings(max_examples=400, deadline=None)
@given(st.lists(ACTS, max_size=40))
def test_nobody_crosses_who_was_not_let_through(acts: list[Act]) -> None:
    lane = Lane()
    for act in acts:
        lane.do(act)
    lane.come_to_rest()
    was_open = any(act[0] == "open" or (isinstance(act[1], Ground) and act[1].is_held) for act in acts)
    assert was_open or Effect.CROSSED not in lane.effects


@settings(max_examples=400, deadline=None)
@given(st.lists(ACTS, max_size=40))
def test_of_everyone_who_was_let_through_something_is_written_down_before_the_next_comes(
    acts: list[Act],
) -> None:
    lane = Lane()
    is_open_question, looked_at = False, 0
    for act in [*acts, None]:
        if act is None:
            lane.come_to_rest()
        else:
            lane.do(act)
        for effect in lane.effects[looked_at:]:
            assert not (is_open_question and effect is Effect.ARRIVED), lane.effects
            is_open_question = is_open_question and effect not in SETTLED
        looked_at = len(lane.effects)
        if act is not None and act[0] == "open":
            is_open_question = not lane.passage.is_open_for_nobody
    assert not is_open_question, lane.effects
