"""What is not hidden but changed: shorter holds, more time to get into position, words to heed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stretchtimer.core.answers import Answer, Answers
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.routine import Prescription

_EXTRA_PREPARE_S = 10


@dataclass(frozen=True, slots=True)
class Modification:
    """For whoever gave one of `answers`: `words` for some exercises, or for all where none is
    named.

    `tag` picks exercises by their tag, `exercises` by id. `hold_cap_s` limits static holds.
    """

    answers: tuple[Answer, ...]
    words: str
    exercises: tuple[str, ...] = ()
    tag: str = ""
    hold_cap_s: int | None = None
    extra_prepare_s: int = 0

    def holds_for(self, exercise: Exercise, answers: Answers) -> bool:
        """Whether it changes `exercise` for a person with these answers."""
        if answers.codes.isdisjoint(self.answers):
            return False
        if not self.exercises and not self.tag:
            return True
        return exercise.id in self.exercises or self.tag in _tags(exercise)


_BACK = (Answer.DISC, Answer.SCIATICA)
_EXPECTING = (Answer.PREG_12, Answer.PREG_13, Answer.POSTPARTUM)
_STATIC = "end_range_hold"

MODIFICATIONS: tuple[Modification, ...] = (
    Modification(_BACK, "Ask your clinician before hamstring work. Effort at most 2 out of 10."),
    Modification(_BACK, "Stay upright, do not lean.", ("figure4-seated",)),
    Modification(_BACK, "Half depth, without the band.", ("squat-banded",)),
    Modification(_BACK, "Half the range.", ("open-book", "bridge")),
    Modification(_BACK, "Lightly: this also tenses the nerve.", ("calf-wall",)),
    Modification((Answer.LBP,), "Effort at most 3 out of 10."),
    Modification((Answer.LBP,), "Stay in the middle of the range.", ("catcow-seated",)),
    # The Bone Health & Osteoporosis Foundation forbids toe touches and strong twists; the Royal
    # Osteoporosis Society allows smooth, unloaded bending: we take the stricter line.
    Modification((Answer.OSTEO,), "Hinge, never round. No pulling, no jerking."),
    Modification((Answer.OSTEO,), "Half the range.", ("open-book",)),
    Modification((Answer.OSTEO,), "A small movement.", ("pelvic-tilt", "desk-hinge")),
    Modification(
        (Answer.OSTEO,),
        "A hand’s width further from the wall, so that the tailbone stays down.",
        ("ham-wall",),
    ),
    Modification(
        (Answer.OSTEO,),
        "The leg a hand’s width lower, so that the tailbone stays down.",
        ("ham-band",),
    ),
    # Joints are looser, so no bouncing: ACOG as reported by the Chicago Tribune; 20 s is our own.
    Modification(_EXPECTING, "Effort at most 3 out of 10, no bouncing.", hold_cap_s=20),
    Modification(_EXPECTING, "On the floor only if it is comfortable.", tag="floor"),
    Modification((Answer.PREG_13,), "Knees wide.", ("childs-pose",)),
    Modification((Answer.PREG_13,), "Knees apart, a hand on the chair.", ("ham-chair",)),
    Modification((Answer.PREG_13,), "Without the band, a hand on the desk.", ("squat-banded",)),
    Modification((Answer.PREG_13,), "A pillow between the knees.", ("open-book",)),
    Modification((Answer.DIZZY,), "A hand on the desk.", tag="standing"),
    Modification(
        (Answer.DIZZY,),
        "Sit for ten seconds before you stand up.",
        tag="floor",
        extra_prepare_s=_EXTRA_PREPARE_S,
    ),
    Modification((Answer.DIZZY,), "Without dropping the head.", ("thoracic-chair",)),
    # Ehlers-Danlos Society; throughthefibrofog.com: never to the extreme, even if nothing is felt.
    Modification(
        (Answer.HYPER,),
        "Stop two finger-widths before the end of your range, even if you feel nothing.",
        tag=_STATIC,
        hold_cap_s=15,
    ),
    Modification(
        (Answer.BP_EYE,),
        "Keep breathing; never hold your breath.",
        ("squat-banded", "bridge", "pelvic-tilt"),
    ),
    Modification((Answer.BP_EYE,), "Keep your head above your heart.", ("desk-hinge",)),
    Modification(
        (Answer.SURG_WRIST,),
        "Wrists straight: rest the forearm on the chair.",
        ("hipflexor-lunge", "quad-standing"),
    ),
    # 60 s gained most at 65 and above: Feland et al. 2001, Phys Ther 81:1110.
    Modification(
        (Answer.AGE_65,),
        "A chair or a wall within reach.",
        hold_cap_s=60,
        extra_prepare_s=_EXTRA_PREPARE_S,
    ),
)

# For two weeks after the knees-up test, where the low back bends at all; our own figure.
KNEES_FRESH_CAP_S = 15


def words_for(exercise: Exercise, answers: Answers) -> tuple[str, ...]:
    """What a person with these answers should heed in `exercise`."""
    return tuple(each.words for each in _holding(exercise, answers))


def hold_cap_s(exercise: Exercise, answers: Answers) -> int | None:
    """The longest hold that the answers allow; None where they set no limit."""
    if not is_static(exercise):
        return None
    caps = [each.hold_cap_s for each in _holding(exercise, answers) if each.hold_cap_s is not None]
    if answers.knees_fresh and "loads_lumbar_flexion:1" in exercise.safety.tags:
        caps.append(KNEES_FRESH_CAP_S)
    return min(caps, default=None)


def is_static(exercise: Exercise) -> bool:
    """Whether its hold is one at the stretch, rather than the time of a movement or a rest."""
    return exercise.kind == "stretch"


def modified(
    blocks: Sequence[Prescription], answers: Answers
) -> tuple[tuple[Prescription, ...], int]:
    """The blocks with the doses that the answers ask for, and seconds to add to the outro.

    Who gets dizzy has more time to come up from the floor too: in the next block's preparation, or
    in the outro.
    """
    changed: list[Prescription] = []
    gets_up_slowly = False
    for block in blocks:
        extras = [each.extra_prepare_s for each in _holding(block.exercise, answers)]
        is_on_floor = "floor" in _tags(block.exercise)
        if gets_up_slowly and not is_on_floor:
            extras.append(_EXTRA_PREPARE_S)
        dose = block.dose
        cap_s = hold_cap_s(block.exercise, answers)
        changed.append(
            replace(
                block,
                dose=_capped(
                    replace(dose, prepare_s=dose.prepare_s + max(extras, default=0)), cap_s
                ),
            )
        )
        gets_up_slowly = is_on_floor and Answer.DIZZY in answers
    return tuple(changed), _EXTRA_PREPARE_S if gets_up_slowly else 0


def _capped(dose: Dose, cap_s: int | None) -> Dose:
    if cap_s is None:
        return dose
    left_s = None if dose.left_hold_s is None else min(dose.left_hold_s, cap_s)
    return replace(dose, hold_s=min(dose.hold_s, cap_s), left_hold_s=left_s)


def _holding(exercise: Exercise, answers: Answers) -> Iterator[Modification]:
    return (each for each in MODIFICATIONS if each.holds_for(exercise, answers))


def _tags(exercise: Exercise) -> frozenset[str]:
    """Its tags, and its place: an own exercise may lack them."""
    return frozenset({*exercise.safety.tags, exercise.place})
