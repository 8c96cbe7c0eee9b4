from dataclasses import replace

from console.screens.rates.history import MOST_STEPS, PlanHistory
from tests.console.screens.rates.plans import PLAN


def named(name):
    return replace(PLAN, name=name)


def test_each_change_can_be_taken_back_and_done_again():
    history = PlanHistory(PLAN)
    history.edit(named("A"))
    history.edit(named("B"))
    assert history.undo()
    assert history.plan.name == "A"
    assert history.redo()
    assert history.plan.name == "B"
    assert not history.redo()


def test_typing_in_one_field_is_one_step():
    history = PlanHistory(PLAN)
    for name in ("R", "Ri", "Riv"):
        history.edit(named(name), about="name")
    assert history.undo()
    assert history.plan is PLAN


def test_a_pause_ends_the_step():
    history = PlanHistory(PLAN)
    history.edit(named("R"), about="name")
    history.close_step()
    history.edit(named("Ri"), about="name")
    history.undo()
    assert history.plan.name == "R"


def test_a_new_change_forgets_what_was_taken_back():
    history = PlanHistory(PLAN)
    history.edit(named("A"))
    history.undo()
    history.edit(named("B"))
    assert not history.can_redo


def test_the_same_plan_is_no_step():
    history = PlanHistory(PLAN)
    history.edit(replace(PLAN))
    assert not history.can_undo


def test_only_so_many_steps_are_kept():
    history = PlanHistory(PLAN)
    for number in range(MOST_STEPS + 50):
        history.edit(named(str(number)))
    steps = 0
    while history.undo():
        steps += 1
    assert steps == MOST_STEPS
