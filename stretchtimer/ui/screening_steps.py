"""The way through the health questions: which page follows which, and what each reply keeps. Pure.

A page's details come right after its question, so that a change of mind moves nothing that lies
behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal, get_args

from stretchtimer.core.answers import Answer
from stretchtimer.core.screening import (
    QUESTIONS,
    InjuryPlace,
    KneesUp,
    Question,
    Reply,
    Screening,
    SurgeryPlace,
    is_red,
    needs_knees_up_test,
)

StepKind = Literal[
    "welcome",
    "question",
    "surgery",
    "pregnancy",
    "injury",
    "emergency",
    "knees-up",
    "experience",
    "morning",
    "caution",
]
SURGERY_PLACES: tuple[SurgeryPlace, ...] = get_args(SurgeryPlace)
INJURY_PLACES: tuple[InjuryPlace, ...] = get_args(InjuryPlace)
# The usual hour of getting up; None is "it varies", and then no hour is a first one.
GETTING_UP: tuple[tuple[str, time | None], ...] = (
    ("About 5", time(5)),
    ("About 6", time(6)),
    ("About 7", time(7)),
    ("About 8", time(8)),
    ("About 9", time(9)),
    ("It varies", None),
)
EXPERIENCE: tuple[tuple[str, bool], ...] = (("Yes, now and then", False), ("I am new to it", True))
WEEKS_OF_PREGNANCY = 45


@dataclass(frozen=True, slots=True)
class Step:
    """One page; `question` is set on those that belong to a question, `number` counts from 1."""

    kind: StepKind
    question: Question | None = None
    number: int = 0


def steps(screening: Screening) -> tuple[Step, ...]:
    """All pages for a person who has answered so far as `screening` has it."""
    return tuple(_steps(screening))


def _steps(screening: Screening) -> Iterator[Step]:
    yield Step("welcome")
    for number, question in enumerate(QUESTIONS, 1):
        yield Step("question", question, number)
        if question.id == "red" and is_red(screening):
            yield Step("emergency")
            return  # nothing else matters now
        is_careful = screening.replies.get(question.id) in (Reply.YES, Reply.NOT_SURE)
        if is_careful and question.id == "surgery":
            yield Step("surgery", question, number)
        elif is_careful and question.id == "pregnancy":
            yield Step("pregnancy", question, number)
        elif is_careful and question.id == "injury":
            yield Step("injury", question, number)
    yield Step("experience")
    yield Step("morning")
    if needs_knees_up_test(screening):
        yield Step("knees-up")
    yield Step("caution")


def replied(screening: Screening, question: Question, reply: Reply, now: datetime) -> Screening:
    """With this reply; what belonged to an earlier one is forgotten."""
    kept = replace(screening, replies={**screening.replies, question.id: reply})
    match question.id:
        case "surgery":
            return replace(kept, surgery=())
        case "pregnancy":
            return replace(kept, pregnancy_week=None, gave_birth=False)
        case "injury":
            hurt_at = None if reply is Reply.NO else now
            return replace(kept, injuries=(), hurt_at=hurt_at)
        case "disc" | "sciatica" if not needs_knees_up_test(replace(kept, knees_up="not tested")):
            return replace(kept, knees_up="not tested", knees_up_on=None)
    return kept


def with_test_result(screening: Screening, result: KneesUp, today: date) -> Screening:
    """With what the knees-up test showed."""
    return replace(screening, knees_up=result, knees_up_on=today)


def finished(screening: Screening, today: date, *, whole: bool) -> Screening:
    """Answered, or skipped, today. Who answers the `whole` of it answers anew what was learned."""
    learned = frozenset[Answer]() if whole else screening.learned
    return replace(screening, answered_on=today, learned=learned)
