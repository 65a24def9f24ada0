"""Knows a person: what they answered, how it went, and so what they may do now and how much of it.

It joins the pure rules of the core with what is kept on disk, and decides nothing itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from stretchtimer.core.answers import Answers
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.feedback import Outcome, after_ache, after_rating
from stretchtimer.core.history import credit, last_seven_days, muscle_seconds
from stretchtimer.core.ladder import Limits, limits
from stretchtimer.core.progression import (
    DoseState,
    PainKind,
    Proposal,
    Rating,
    accept,
    after_break,
    begin,
    decline,
    propose,
    with_doses,
)
from stretchtimer.core.routine import Prescription
from stretchtimer.core.screening import Screening, answers_at, is_due
from stretchtimer.core.suggestion import (
    WARM_UP,
    Situation,
    Suggested,
    candidates,
    suggest,
    wants_warm_up,
)
from stretchtimer.storage.answers_file import AnswersFile
from stretchtimer.storage.history import History
from stretchtimer.storage.library import Library

_LOOKS_BACK = timedelta(days=14)  # as long as pain counts
_MOST_LOOKED_AT = 200  # the shipped routines come first; who has thousands chooses by hand
_ACHE_ASKED_WITHIN = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class FirstChoice:
    """What a person may begin an exercise with: gently, or as its file has it."""

    gently: DoseState
    as_written: DoseState


class Coach:
    """One person's coach. `now` gives the local time with its offset from UTC."""

    def __init__(
        self, answers: AnswersFile, history: History, *, now: Callable[[], datetime]
    ) -> None:
        self._answers, self._history, self._now = answers, history, now

    @property
    def screening(self) -> Screening:
        """What was answered to the health questions."""
        return self._answers.read()

    def keep_screening(self, screening: Screening) -> None:
        """Go by these answers from now on: the questions were asked and answered.

        What pain had hidden until then is shown again.
        """
        self._answers.write(screening)
        hidden = [state for state in self._history.doses().values() if state.is_hidden]
        self._history.keep_doses(replace(state, is_hidden=False) for state in hidden)

    def is_screening_due(self) -> bool:
        """Whether it is time to ask the health questions, for the first time or again."""
        return is_due(self.screening, self._now().date())

    def switch_on(self, exercise: str, *, on: bool = True) -> None:
        """Offer an exercise that is off by default, or no longer; given by id."""
        kept = self.screening
        names = kept.switched_on | {exercise} if on else kept.switched_on - {exercise}
        self._answers.write(replace(kept, switched_on=names))

    def let_holds_grow(self, *, long: bool) -> None:
        """Propose holds of up to a minute, or of half a minute."""
        self._answers.write(replace(self.screening, long_holds=long))

    def answers(self) -> Answers:
        """What the rules go by now, with what rests or is eased after pain."""
        now = self._now()
        states = self._history.doses().values()
        return replace(
            answers_at(self.screening, now),
            resting=frozenset(
                each.exercise for each in states if _is_after(each.locked_until, now)
            ),
            eased=frozenset(
                each.exercise
                for each in states
                if each.is_hidden or _is_after(each.gentler_until, now)
            ),
        )

    def doses(self, exercises: Mapping[str, Exercise]) -> dict[str, DoseState]:
        """A person's own doses by exercise, lowered where a break was long; that is kept."""
        today = self._now().date()
        states = self._history.doses()
        lowered: list[DoseState] = []
        for name, last_day in self._history.last_days().items():
            exercise = exercises.get(name)
            if exercise is None:
                continue
            bounds = self._limits(exercise)
            state = states.get(name) or begin(exercise, bounds, last_day)
            after = after_break(state, bounds, last_day, today)
            if after != state:
                lowered.append(after)
        self._history.keep_doses(lowered)
        kept = states | {state.exercise: state for state in lowered}
        return {name: state for name, state in kept.items() if name in exercises}

    def first_choice(self, exercise: Exercise) -> FirstChoice | None:
        """What to offer before an exercise is met for the first time; None where nothing is."""
        is_known = exercise.id in self._history.doses()
        if is_known or self._history.meetings([exercise.id])[exercise.id]:
            return None
        bounds, today = self._limits(exercise), self._now().date()
        gently = begin(exercise, bounds, today, gently=True)
        as_written = begin(exercise, bounds, today)
        return None if gently == as_written else FirstChoice(gently, as_written)

    def keep_dose(self, state: DoseState) -> None:
        """Play this dose from now on: the person chose it."""
        self._history.keep_doses([state])

    def rate(
        self,
        session_id: int,
        exercise: Exercise,
        rating: Rating,
        pain: PainKind | None = None,
        *,
        played: Dose | None = None,
    ) -> Outcome:
        """Keep how an exercise was in a session, where it was `played`, and what follows."""
        now = self._now()
        before = self._history.practices(now.date() - _LOOKS_BACK, without=session_id)
        outcome = after_rating(
            self._state(exercise),
            exercise,
            self._limits(exercise),
            rating,
            before.get(exercise.id, []),
            now,
            pain=pain,
            played=played,
        )
        self._history.rate(session_id, exercise.id, rating, pain)
        self._history.keep_doses([outcome.state])
        if outcome.learned:
            learned = self.screening.learned | outcome.learned
            self._answers.write(replace(self.screening, learned=learned))
        return outcome

    def proposals(self, exercises: Iterable[Exercise]) -> list[Proposal]:
        """The steps up that these exercises have earned; nothing is raised without a yes."""
        today = self._now().date()
        since, until = last_seven_days(today)
        week_s = muscle_seconds(self._history.days(since, until), since, until)
        practices, states = self._history.practices(since), self._history.doses()
        found = [
            propose(
                states[each.id],
                self._limits(each),
                practices.get(each.id, []),
                today,
                week_s.get(credit(each), 0),
                each.name,
            )
            for each in exercises
            if each.id in states
        ]
        return [proposal for proposal in found if proposal is not None]

    def accept(self, proposal: Proposal, exercise: Exercise) -> None:
        """The person said yes to a step up."""
        bounds, today = self._limits(exercise), self._now().date()
        self.keep_dose(accept(self._state(exercise), proposal, bounds, today))

    def decline(self, exercise: Exercise) -> None:
        """The person said no to a step up, or has no ache left: not asked again for a week."""
        self.keep_dose(decline(self._state(exercise), self._now().date()))

    def aches_to_ask_about(self, exercises: Iterable[Exercise]) -> list[Exercise]:
        """Those that were too much or hurt on a day before, and were not asked about since."""
        today = self._now().date()
        practices = self._history.practices(today - _ACHE_ASKED_WITHIN)
        states = self._history.doses()
        asked: list[Exercise] = []
        for exercise in exercises:
            last, state = practices.get(exercise.id, [])[-1:], states.get(exercise.id)
            if not last or state is None or last[0].rating not in (Rating.MUCH, Rating.PAIN):
                continue
            told_on = max(state.changed_on, state.asked_on or state.changed_on)
            if told_on <= last[0].day < today:
                asked.append(exercise)
        return asked

    def suggest(
        self, library: Library, *, place: str = "", minutes: int | None = None
    ) -> Suggested | None:
        """The one routine that fits now, with the reason; None where none may start.

        `place` and `minutes` are what the person said, if anything.
        """
        now, answers, doses = self._now(), self.answers(), self.doses(library.exercises)
        since, until = last_seven_days(now.date())
        some = islice(library.routines.values(), _MOST_LOOKED_AT)
        routines = (with_doses(routine, library.exercises, doses) for routine in some)
        offers = candidates(
            ((routine, library.prescriptions(routine)) for routine in routines),
            answers,
            library.exercises,
        )
        situation = Situation(
            now=now,
            answers=answers,
            week_s=muscle_seconds(self._history.days(since, until), since, until),
            last_done=self._history.routines_done(since),
            place=place,
            minutes=minutes,
        )
        return suggest(offers, situation)

    def warm_up_text(
        self, blocks: Iterable[Prescription], sitting_min: int, exercises: Mapping[str, Exercise]
    ) -> str:
        """Why to march for a minute before these blocks; empty where there is no reason to."""
        warm_up = exercises.get(WARM_UP)
        if warm_up is None or not wants_warm_up(blocks, sitting_min, self.answers(), warm_up):
            return ""
        return f"After {sitting_min} min of sitting: a minute of marching first?"

    def keep_ache(self, exercise: Exercise) -> Outcome:
        """There is an ache above 3 out of 10 on the next day: one more step down."""
        outcome = after_ache(self._state(exercise), self._limits(exercise), self._now())
        self.keep_dose(outcome.state)
        return outcome

    def _state(self, exercise: Exercise) -> DoseState:
        known = self._history.doses().get(exercise.id)
        return known or begin(exercise, self._limits(exercise), self._now().date())

    def _limits(self, exercise: Exercise) -> Limits:
        kept = self.screening
        answers = answers_at(kept, self._now())
        return limits(exercise, answers, is_new=kept.is_new, long_holds=kept.long_holds)


def _is_after(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment > now
