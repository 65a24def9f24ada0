"""What follows a session: the person's word goes to the coach, the coach's to the screen."""

from collections.abc import Callable, Mapping, Sequence

from stretchtimer.coach import Coach
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.feedback import Outcome, after_several, named
from stretchtimer.core.progression import Proposal
from stretchtimer.ui.after_screen import AfterScreen, HowItWas, WhatFollows

_RAISED, _STAYS = "Next time it is a little more.", "It stays as it is."


class Aftermath:
    """Joins the screen after a session to the coach.

    `exercises` gives all there are, by id; `session_id` is that of the session that has just ended,
    and `played` what it played of each exercise.
    """

    def __init__(
        self,
        screen: AfterScreen,
        coach: Coach,
        exercises: Callable[[], Mapping[str, Exercise]],
        session_id: Callable[[], int],
        played: Callable[[], Mapping[str, Dose]],
    ) -> None:
        self._screen, self._coach = screen, coach
        self._exercises, self._session_id, self._played = exercises, session_id, played
        self._proposals: list[Proposal] = []
        screen.rated.connect(self._take_rating)
        screen.proposal_answered.connect(self._take_answer)

    def _take_rating(self, said: HowItWas) -> None:
        known = self._exercises()
        rated = [known[name] for name in said.exercises if name in known]
        session_id, played = self._session_id(), self._played()
        outcomes = {
            exercise.name: self._coach.rate(
                session_id, exercise, said.rating, said.pain, played=played.get(exercise.id)
            )
            for exercise in rated
        }
        self._proposals = self._coach.proposals(rated)
        asks_again = any(one.asks_again for one in outcomes.values())
        self._show(self._sentences(said, outcomes), asks_again=asks_again)

    def _sentences(self, said: HowItWas, outcomes: Mapping[str, Outcome]) -> list[str]:
        """One for each exercise would be a wall of words where all stay the same."""
        if len(outcomes) != 1:
            return [after_several(said.rating, outcomes)]
        ((name, outcome),) = outcomes.items()
        gentler = self._exercises().get(outcome.gentler)
        more = [] if gentler is None else [f"Gentler: {gentler.name}."]
        return [named(name, outcome) if said.is_one_of_several else outcome.sentence, *more]

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
