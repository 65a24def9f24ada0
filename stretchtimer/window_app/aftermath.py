"""What follows a session: the person's word goes to the coach, the coach's to the screen."""

from collections.abc import Callable, Mapping, Sequence

from stretchtimer.coach import Coach
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.feedback import Outcome
from stretchtimer.core.progression import Proposal
from stretchtimer.ui.after_screen import AfterScreen, HowItWas, WhatFollows

_ALL_THE_SAME = "Next time the same of each."
_RAISED, _STAYS = "Next time it is a little more.", "It stays as it is."


class Aftermath:
    """Joins the screen after a session to the coach.

    `exercises` gives all there are, by id; `session_id` is that of the session that has just ended.
    """

    def __init__(
        self,
        screen: AfterScreen,
        coach: Coach,
        exercises: Callable[[], Mapping[str, Exercise]],
        session_id: Callable[[], int],
    ) -> None:
        self._screen, self._coach = screen, coach
        self._exercises, self._session_id = exercises, session_id
        self._proposals: list[Proposal] = []
        screen.rated.connect(self._take_rating)
        screen.proposal_answered.connect(self._take_answer)

    def _take_rating(self, said: HowItWas) -> None:
        known = self._exercises()
        rated = [known[name] for name in said.exercises if name in known]
        session_id = self._session_id()
        outcomes = [
            self._coach.rate(session_id, exercise, said.rating, said.pain) for exercise in rated
        ]
        self._proposals = self._coach.proposals(rated)
        self._show(self._sentences(outcomes), asks_again=any(one.asks_again for one in outcomes))

    def _sentences(self, outcomes: Sequence[Outcome]) -> list[str]:
        """One for each exercise would be a wall of words where all stay the same."""
        if len(outcomes) != 1:
            return [_ALL_THE_SAME]
        (outcome,) = outcomes
        gentler = self._exercises().get(outcome.gentler)
        more = [] if gentler is None else [f"Gentler: {gentler.name}."]
        return [outcome.sentence, *more]

    def _take_answer(self, yes: bool) -> None:  # noqa: FBT001  # a signal brings it by position
        proposal = self._proposals.pop(0)
        exercise = self._exercises()[proposal.exercise]
        if yes:
            self._coach.accept(proposal, exercise)
        else:
            self._coach.decline(exercise)
        self._show([_RAISED if yes else _STAYS])

    def _show(self, sentences: Sequence[str], *, asks_again: bool = False) -> None:
        question = self._proposals[0].question if self._proposals else ""
        self._screen.show_follows(WhatFollows(tuple(sentences), question, asks_again))
