"""The health questions, what was answered, and what that means to the rules.

Asked at first run, every six months, after tingling, and whenever a body has changed. A "not sure"
counts as the careful answer. The classic PAR-Q asks more about the heart and less about spine and
joints (run3sixty.co.uk/par-q).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal

from stretchtimer.core.answers import Answer, Answers

ASK_AGAIN_AFTER = timedelta(days=183)  # six months
PAIN_FREE = timedelta(hours=72)  # before a fresh injury's part of the body comes back
KNEES_FRESH = timedelta(days=14)  # short holds for two weeks after the knees-up test
FIRST_HOUR = timedelta(hours=1)
NO_LYING_FLAT_FROM_WEEK = 13


class Reply(StrEnum):
    """What a person says to a question."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not sure"


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is shown.

    `careful` is the reply that the rules take a "not sure" for. `means` is what that reply means;
    where it also asks for a place or a week, what it means depends on that and `means` is empty.
    `more` is the second question of those that have one.
    """

    id: str
    text: str
    means: tuple[Answer, ...] = ()
    careful: Reply = Reply.YES
    more: str = ""


QUESTIONS: tuple[Question, ...] = (
    Question(
        "red",
        "Right now: numbness around the groin or buttocks, new bladder or bowel trouble, weakness"
        " in both legs, or severe back pain after a fall or with fever?",
        (Answer.RED,),
    ),
    Question(
        "heart",
        "Has a doctor told you to limit activity because of your heart, or do you get chest pain or"
        " unusual breathlessness with activity?",
        (Answer.HEART,),
    ),
    Question(
        "disc",
        "Has a clinician told you that you have a slipped, bulging or herniated disc in the low"
        " back?",
        (Answer.DISC,),
    ),
    Question(
        "sciatica",
        "Do you have pain, tingling, numbness or weakness running down a leg (sciatica)?",
        (Answer.SCIATICA,),
    ),
    Question(
        "low-back-pain",
        "Do you have low-back pain today, without leg symptoms?",
        (Answer.LBP,),
    ),
    Question(
        "bones",
        "Osteoporosis, a fracture from a minor fall, a spinal compression fracture, or long-term"
        " steroid tablets?",
        (Answer.OSTEO,),
    ),
    Question(
        "surgery",
        "Surgery, fracture or joint replacement in the last 12 weeks, or a surgeon’s limits still"
        " in force?",
        more="Where?",
    ),
    Question(
        "pregnancy",
        "Are you pregnant, or did you give birth less than 12 weeks ago?",
        more="Which week?",
    ),
    Question(
        "dizzy",
        "Do you get dizzy, faint or see double when you move your head, lie down or stand up, or"
        " have you fallen in the last year?",
        (Answer.DIZZY,),
    ),
    Question(
        "flexible",
        "Very flexible joints, joints that slip out, or a hypermobility or Ehlers-Danlos"
        " diagnosis? A shoulder that has dislocated?",
        (Answer.HYPER,),
    ),
    Question(
        "eyes-pressure",
        "Glaucoma, retinal disease, or blood pressure that is not under control?",
        (Answer.BP_EYE,),
    ),
    Question(
        "injury",
        "A fresh strain, tear or injury in the last 72 hours, fever or swelling?",
        more="Where?",
    ),
    Question(
        "floor",
        "Can you get down to the floor and up again without help, and do you want floor exercises?",
        (Answer.NO_FLOOR,),
        careful=Reply.NO,
    ),
    Question("kneeling", "Is kneeling comfortable?", (Answer.NO_KNEEL,), careful=Reply.NO),
    Question("age", "Are you 65 or older?", (Answer.AGE_65,)),
)

SurgeryPlace = Literal["spine", "hip or knee", "shoulder", "wrist or hand", "abdomen or other"]
InjuryPlace = Literal[
    "back",
    "neck",
    "shoulder or arm",
    "wrist or hand",
    "hip, thigh or groin",
    "knee",
    "calf, ankle or foot",
    "fever or elsewhere",
]
KneesUp = Literal["better or the same", "worse or further down", "not sure", "not tested"]

SURGERY: Mapping[SurgeryPlace, Answer] = {
    "spine": Answer.SURG_SPINE,
    "hip or knee": Answer.SURG_HIP_KNEE,
    "shoulder": Answer.SURG_SHOULDER,
    "wrist or hand": Answer.SURG_WRIST,
    "abdomen or other": Answer.SURG_ABDO,
}
INJURIES: Mapping[InjuryPlace, Answer] = {
    "back": Answer.ACUTE_BACK,
    "neck": Answer.ACUTE_NECK,
    "shoulder or arm": Answer.ACUTE_SHOULDER,
    "wrist or hand": Answer.ACUTE_WRIST,
    "hip, thigh or groin": Answer.ACUTE_HIP,
    "knee": Answer.ACUTE_KNEE,
    "calf, ankle or foot": Answer.ACUTE_CALF,
    "fever or elsewhere": Answer.ACUTE_UNWELL,
}


@dataclass(frozen=True, slots=True)
class Screening:
    """What was answered, and when.

    `replies` go by the ids of the questions; one without a reply was skipped and means nothing.
    `pregnancy_week` is None after a birth when `gave_birth`, otherwise not known. `hurt_at` is when
    the fresh injury last hurt. `learned` came from what happened in sessions, such as tingling.
    `knees_up_on` is the day of the knees-up test. `gets_up_at` is the usual local time.
    `is_new` is new to stretching, and `long_holds` would like holds of up to a minute.
    """

    answered_on: date | None = None
    replies: Mapping[str, Reply] = field(default_factory=dict)
    surgery: tuple[SurgeryPlace, ...] = ()
    injuries: tuple[InjuryPlace, ...] = ()
    hurt_at: datetime | None = None
    pregnancy_week: int | None = None
    gave_birth: bool = False
    knees_up: KneesUp = "not tested"
    knees_up_on: date | None = None
    learned: frozenset[Answer] = frozenset()
    switched_on: frozenset[str] = frozenset()
    gets_up_at: time | None = None
    is_new: bool = False
    long_holds: bool = False


def answers_at(screening: Screening, now: datetime) -> Answers:
    """What the rules go by at the local time `now`, whose offset from UTC it has."""
    is_tested = screening.knees_up == "better or the same" and screening.knees_up_on is not None
    fresh_until = (screening.knees_up_on or date.min) + KNEES_FRESH
    return Answers(
        codes=frozenset(_codes(screening, now)),
        knees_ok=is_tested,
        knees_fresh=is_tested and now.date() < fresh_until,
        switched_on=screening.switched_on,
    )


def is_due(screening: Screening, today: date) -> bool:
    """Whether it is time to ask again; what was skipped is asked again after six months too."""
    return (
        screening.answered_on is None
        or today < screening.answered_on  # the clock was wrong
        or today - screening.answered_on >= ASK_AGAIN_AFTER
    )


def needs_knees_up_test(screening: Screening) -> bool:
    """Whether the knees-up test is to be offered: after a disc or sciatica, until it was done."""
    asked = any(_is_careful(screening, question) for question in ("disc", "sciatica"))
    return asked and screening.knees_up == "not tested"


def is_red(screening: Screening) -> bool:
    """Whether the emergency text is to be shown, and nothing started."""
    return _is_careful(screening, "red")


def _codes(screening: Screening, now: datetime) -> Iterator[Answer]:
    for question in QUESTIONS:
        if _is_careful(screening, question.id):
            yield from question.means
    if _is_careful(screening, "surgery"):
        # Without a place it is "other", which is the widest of those that leave anything.
        places: tuple[SurgeryPlace, ...] = screening.surgery or ("abdomen or other",)
        yield from (SURGERY[place] for place in places)
    if _is_careful(screening, "pregnancy"):
        yield _pregnancy(screening)
    if _is_careful(screening, "injury") and _still_fresh(screening.hurt_at, now):
        wounds: tuple[InjuryPlace, ...] = screening.injuries or ("fever or elsewhere",)
        yield from (INJURIES[place] for place in wounds)
    if _has_just_got_up(screening.gets_up_at, now):
        yield Answer.MORNING
    yield from screening.learned


_BY_ID = {question.id: question for question in QUESTIONS}


def _is_careful(screening: Screening, question_id: str) -> bool:
    reply = screening.replies.get(question_id)
    return reply in (Reply.NOT_SURE, _BY_ID[question_id].careful)


def _pregnancy(screening: Screening) -> Answer:
    if screening.gave_birth:
        return Answer.POSTPARTUM
    week = screening.pregnancy_week
    return Answer.PREG_12 if week and week < NO_LYING_FLAT_FROM_WEEK else Answer.PREG_13


def _still_fresh(hurt_at: datetime | None, now: datetime) -> bool:
    return hurt_at is None or now - hurt_at < PAIN_FREE


def _has_just_got_up(gets_up_at: time | None, now: datetime) -> bool:
    if gets_up_at is None:
        return False
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    up_at = midnight + timedelta(hours=gets_up_at.hour, minutes=gets_up_at.minute)
    # Before the usual time: up early, and no less fresh out of bed; deep night is not the morning.
    return up_at - timedelta(hours=2) <= now < up_at + FIRST_HOUR
