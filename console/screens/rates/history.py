"""The steps of editing a plan, to go back and forth between. Plans are values, so a step is a plan. No Qt."""

from __future__ import annotations

from core.domain.rates.plan import Plan

MOST_STEPS = 200


class PlanHistory:
    """The plan of now, with what was before and what was taken back.

    Changes about the same thing that follow at once are one step (a price typed digit by digit), until
    ``close_step``.
    """

    def __init__(self, plan: Plan) -> None:
        self._before: list[Plan] = []
        self._after: list[Plan] = []
        self._plan = plan
        self._about: object = None

    @property
    def plan(self) -> Plan:
        """The plan of now."""
        return self._plan

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return bool(self._after)

    def edit(self, plan: Plan, about: object = None) -> None:
        """Take over a changed plan; nothing where it is the same."""
        if plan == self._plan:
            return
        if about is None or about != self._about:
            self._before = [*self._before, self._plan][-MOST_STEPS:]
        self._about = about
        self._after.clear()
        self._plan = plan

    def close_step(self) -> None:
        """The next change is a step of its own."""
        self._about = None

    def undo(self) -> bool:
        """One step back; whether there was one."""
        if not self._before:
            return False
        self._after.append(self._plan)
        self._plan = self._before.pop()
        self._about = None
        return True

    def redo(self) -> bool:
        """One step forth again; whether there was one."""
        if not self._after:
            return False
        self._before.append(self._plan)
        self._plan = self._after.pop()
        self._about = None
        return True
