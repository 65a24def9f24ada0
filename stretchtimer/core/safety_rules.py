"""Which answer hides which exercises, and what may stand in for them: tables, nothing else.

Exercises are named by id, never by their code: an id belongs to one file only, so that no imported
file can pass for another exercise. Where a rule names tags, every exercise that has one is hidden.
The order of the rules is the order in which replacements are looked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stretchtimer.core.answers import Answer

# Levels of loads_lumbar_flexion: 0 spine neutral; 1 bent but carried (lying, kneeling, thigh drawn
# up); 2 bent in sitting, partly carried; 3 bent with free trunk weight. Pressures in the discs:
# Wilke et al. 1999, Spine 24:755.
NEVER = 4

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Any of `answers` hides what the other fields name; `source` says why.

    Where `together_with` names an answer, the rule holds only beside it.

    `flexion_from` hides loads_lumbar_flexion at that level and above, `flexion_from_untested` the
    same until the knees-up test is passed. With `allows_only` all but these exercises are hidden,
    and routines are locked. `instead` lists replacements, the best one first.
    """

    answers: tuple[Answer, ...]
    source: str
    together_with: Answer | None = None
    flexion_from: int = NEVER
    flexion_from_untested: int = NEVER
    tags: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    exercises: frozenset[str] = frozenset()
    allows_only: frozenset[str] | None = None
    instead: Lists = field(default_factory=dict)


_DISC_HAMSTRING = ("knees-chest", "legs-on-chair", "knee-hug-seated", "thoracic-chair")
_REST_FIRST = ("legs-on-chair", "thoracic-chair")
_UP_FROM_THE_FLOOR = ("ham-seated", "ham-chair", "desk-hinge")
_KEEP_EYES_UP = ("ham-band", "ham-chair")

RULES: tuple[Rule, ...] = (
    Rule(
        (Answer.RED,),
        "Cauda equina warning signs: backes.org.uk",
        allows_only=frozenset(),
    ),
    Rule(
        (Answer.DISC, Answer.SCIATICA),
        "The article on low-back pain: no hamstring stretch with a disc injury; bending helps some"
        " discs and worsens others, hence the knees-up test (physiosteve.com, eorthopod.com)",
        flexion_from=2,
        flexion_from_untested=1,
        tags=frozenset({"hamstring_tension", "trunk_rotation"}),
        instead={
            "ham-seated": _DISC_HAMSTRING,
            "ham-standing": _DISC_HAMSTRING,
            "ham-chair": _DISC_HAMSTRING,
            "ham-band": _DISC_HAMSTRING,
            "ham-wall": _DISC_HAMSTRING,
            "ham-supine-90": _DISC_HAMSTRING,
            "desk-hinge": ("stand-march",),
            "twist-seated": ("thoracic-chair",),
            "catcow-seated": ("thoracic-chair",),
            "knees-chest": _REST_FIRST,
            "knee-chest-single": _REST_FIRST,
            "childs-pose": _REST_FIRST,
            "knee-hug-seated": ("thoracic-chair",),
        },
    ),
    Rule(
        (Answer.LBP,),
        "Discs carry most when bending freely: Wilke et al. 1999, Spine 24:755",
        flexion_from=3,
        instead={
            "ham-standing": ("desk-hinge",),
            "ham-chair": ("ham-band", "ham-seated", "desk-hinge"),
        },
    ),
    Rule(
        (Answer.OSTEO,),
        "No toe touches, no bending from the waist, no strong twist: Bone Health & Osteoporosis"
        " Foundation; stricter than the Royal Osteoporosis Society",
        flexion_from=1,
        tags=frozenset({"trunk_rotation"}),
        instead={
            "ham-seated": ("ham-band", "desk-hinge"),
            "ham-standing": ("desk-hinge",),
            "ham-chair": ("ham-band", "desk-hinge"),
            "knees-chest": _REST_FIRST,
            "knee-chest-single": _REST_FIRST,
            "childs-pose": _REST_FIRST,
            "knee-hug-seated": ("thoracic-chair",),
            "twist-seated": ("thoracic-chair",),
            "catcow-seated": ("thoracic-chair",),
        },
    ),
    Rule(
        (Answer.PREG_13,),
        "No exercise lying on the back after the first trimester: ACOG as reported by the Chicago"
        " Tribune; no pressure on the belly is our own addition",
        tags=frozenset({"supine"}),
        exercises=frozenset({"ham-seated", "ham-standing", "twist-seated", "knee-hug-seated"}),
        instead={
            "ham-seated": ("desk-hinge",),
            "ham-standing": ("desk-hinge",),
            "ham-band": ("desk-hinge",),
            "ham-wall": ("desk-hinge",),
            "ham-supine-90": ("desk-hinge",),
            "knees-chest": ("catcow-seated", "childs-pose"),
            "knee-chest-single": ("catcow-seated", "childs-pose"),
            "pelvic-tilt": ("catcow-seated",),
            "legs-on-chair": ("open-book", "childs-pose"),
            "bridge": ("squat-banded",),
            "twist-seated": ("open-book", "thoracic-chair"),
            "knee-hug-seated": ("catcow-seated",),
        },
    ),
    Rule(
        (Answer.SURG_SPINE,),
        "Our own, on the safe side: until the surgeon agrees, nothing that moves the spine",
        allows_only=frozenset(
            {
                "shoulder-rolls",
                "wrist-flex",
                "wrist-ext",
                "prayer",
                "eyes-20",
                "ankle-circles",
                "stand-march",
            }
        ),
    ),
    Rule(
        (Answer.SURG_HIP_KNEE,),
        "Hip replacement: no bend beyond 90°, no crossing, no twisting (London Health Sciences,"
        " Sunnybrook); for twelve weeks, which is our own margin",
        tags=frozenset(
            {
                "hamstring_tension",
                "hip_flexion_gt_90",
                "hip_rotation",
                "kneeling",
                "deep_knee_flexion",
                "single_leg_balance",
                "strength",
                "floor",
            }
        ),
        exercises=frozenset({"catcow-seated", "calf-wall", "stand-march"}),
    ),
    Rule(
        (Answer.SURG_SHOULDER,),
        "Doorway stretch: not with a shoulder that slips or is frozen (rebalancept.com); the rest"
        " is our own, on the safe side",
        tags=frozenset({"shoulder_load"}),
        exercises=frozenset({"ham-band", "shoulder-rolls", "wrist-flex", "wrist-ext"}),
        instead={
            "ham-band": ("ham-wall", "ham-supine-90"),
            "trap-upper": ("neck-side",),
            "chest-door": ("chin-tuck",),
            "shoulder-cross": ("chin-tuck",),
            "triceps": ("chin-tuck",),
            "shoulder-rolls": ("chin-tuck",),
            "thoracic-chair": ("catcow-seated",),
            "open-book": ("twist-seated",),
            "childs-pose": ("knees-chest",),
            "desk-hinge": ("calf-wall",),
            "wrist-flex": ("prayer",),
            "wrist-ext": ("prayer",),
        },
    ),
    Rule(
        (Answer.SURG_WRIST,),
        "Our own, on the safe side: no pull on a healing hand",
        tags=frozenset({"wrist_end_range"}),
        exercises=frozenset({"ham-band", "triceps", "childs-pose", "desk-hinge"}),
        instead={
            "ham-band": ("ham-wall", "ham-supine-90"),
            "wrist-flex": ("shoulder-rolls",),
            "wrist-ext": ("shoulder-rolls",),
            "prayer": ("shoulder-rolls",),
            "childs-pose": ("knees-chest",),
            "desk-hinge": ("calf-wall",),
            "triceps": ("shoulder-cross",),
        },
    ),
    Rule(
        (Answer.SURG_ABDO,),
        "Our own, on the safe side: no load on a healing belly",
        flexion_from=2,
        tags=frozenset({"floor", "strength", "trunk_rotation"}),
        exercises=frozenset({"thoracic-chair", "desk-hinge"}),
    ),
    Rule(
        (Answer.DIZZY,),
        "Our own, on the safe side: no head at its limit or low, no balancing",
        tags=frozenset({"neck_end_range", "head_low", "single_leg_balance"}),
        instead={
            "neck-side": ("shoulder-rolls",),
            "trap-upper": ("shoulder-rolls",),
            "levator": ("shoulder-rolls",),
            "ham-seated": _KEEP_EYES_UP,
            "ham-standing": _KEEP_EYES_UP,
            "childs-pose": ("legs-on-chair", "catcow-seated"),
            "quad-standing": ("hipflexor-lunge", "calf-wall"),
        },
    ),
    Rule(
        (Answer.HYPER,),
        "Never to the extreme of the range: Ehlers-Danlos Society; throughthefibrofog.com",
        exercises=frozenset(
            {"ham-seated", "ham-standing", "ham-chair", "trap-upper", "chest-door", "triceps"}
        ),
        instead={
            "ham-seated": ("ham-supine-90", "desk-hinge"),
            "ham-standing": ("ham-supine-90", "desk-hinge"),
            "ham-chair": ("ham-supine-90", "desk-hinge"),
            "trap-upper": ("neck-side",),
            "chest-door": ("shoulder-rolls",),
            "triceps": ("shoulder-rolls",),
        },
    ),
    Rule(
        (Answer.BP_EYE,),
        "Eye pressure rose from 17 to 27 mmHg in a standing forward bend and to 21 with legs up the"
        " wall: Jasien et al. 2015, PLoS ONE 0144505",
        tags=frozenset({"head_low", "legs_up"}),
        instead={
            "ham-seated": _KEEP_EYES_UP,
            "ham-standing": _KEEP_EYES_UP,
            "ham-wall": ("ham-band",),
            "childs-pose": ("legs-on-chair", "catcow-seated"),
        },
    ),
    Rule(
        (Answer.HEART,),
        "PAR-Q, its questions on the heart: activity after a doctor has agreed",
        allows_only=frozenset({"shoulder-rolls", "eyes-20", "ankle-circles"}),
    ),
    Rule(
        (Answer.NO_FLOOR,),
        "The person's own wish",
        tags=frozenset({"floor"}),
        instead={
            "ham-band": _UP_FROM_THE_FLOOR,
            "ham-wall": _UP_FROM_THE_FLOOR,
            "ham-supine-90": _UP_FROM_THE_FLOOR,
            "knees-chest": ("knee-hug-seated",),
            "knee-chest-single": ("knee-hug-seated",),
            "hipflexor-lunge": ("quad-standing", "calf-wall"),
            "childs-pose": ("catcow-seated",),
            "open-book": ("twist-seated", "thoracic-chair"),
            "bridge": ("squat-banded",),
            "legs-on-chair": ("thoracic-chair",),
            "pelvic-tilt": ("catcow-seated",),
        },
    ),
    Rule(
        (Answer.NO_KNEEL,),
        "The person's own wish; child's pose: not with knee problems (fluidhealth.com.au)",
        tags=frozenset({"kneeling"}),
        instead={
            "hipflexor-lunge": ("quad-standing", "calf-wall"),
            "childs-pose": ("knees-chest", "catcow-seated"),
        },
    ),
    # A fresh strain, tear or injury hides its part of the body until 72 hours without pain: our
    # own, on the safe side.
    Rule(
        (Answer.ACUTE_BACK,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"lowback", "trunk", "hamstring"}),
    ),
    Rule(
        (Answer.ACUTE_NECK,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"neck"}),
    ),
    Rule(
        (Answer.ACUTE_SHOULDER,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"shoulder"}),
        exercises=frozenset(
            {"trap-upper", "thoracic-chair", "childs-pose", "open-book", "desk-hinge"}
        ),
    ),
    Rule(
        (Answer.ACUTE_WRIST,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"wrist"}),
        exercises=frozenset({"desk-hinge", "ham-band"}),
    ),
    Rule(
        (Answer.ACUTE_HIP,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"hamstring", "hip", "leg", "strength", "lowback"}),
    ),
    Rule(
        (Answer.ACUTE_KNEE,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"hip", "leg", "strength"}),
        exercises=frozenset({"ham-wall", "knees-chest", "knee-chest-single", "childs-pose"}),
    ),
    Rule(
        (Answer.ACUTE_CALF,),
        "Our own: 72 hours without pain first",
        regions=frozenset({"leg"}),
        exercises=frozenset({"squat-banded", "stand-march"}),
    ),
    # Fever belongs to no part of the body; without a place the safe side is nearly all of it.
    Rule(
        (Answer.ACUTE_UNWELL,),
        "Our own: 72 hours without pain and fever first",
        allows_only=frozenset({"eyes-20", "ankle-circles"}),
    ),
    Rule(
        (Answer.ARM_TINGLING,),
        "Long holds irritate a tense nerve: biologyinsights.com; until the questions are answered"
        " again",
        regions=frozenset({"neck"}),
    ),
    Rule(
        (Answer.MORNING,),
        "Less bending in the early morning cut days with back pain by 23 %, against 2 %: Snook et"
        " al. 1998",
        flexion_from=2,
    ),
    Rule(
        (Answer.MORNING,),
        "The same, stricter for a back that aches today: our own",
        together_with=Answer.LBP,
        flexion_from=1,
        tags=frozenset({"hamstring_tension"}),
    ),
)

# What may stand in when the lists above are used up, by region; where that fails too, LAST_RESORT.
BY_REGION: Lists = {
    "hamstring": (
        "ham-supine-90",
        "desk-hinge",
        "ham-band",
        "calf-wall",
        "stand-march",
        "ankle-circles",
    ),
    "lowback": ("legs-on-chair", "catcow-seated", "thoracic-chair", "stand-march", "ankle-circles"),
    "neck": ("shoulder-rolls", "chin-tuck", "eyes-20"),
    "shoulder": ("shoulder-rolls", "chin-tuck", "eyes-20"),
    "wrist": ("prayer", "shoulder-rolls", "eyes-20"),
    "trunk": ("thoracic-chair", "catcow-seated", "shoulder-rolls", "stand-march", "ankle-circles"),
    "hip": ("quad-standing", "calf-wall", "stand-march", "ankle-circles"),
    "leg": ("calf-wall", "ankle-circles", "stand-march"),
    "strength": ("stand-march", "ankle-circles"),
    "rest": ("thoracic-chair", "ankle-circles", "eyes-20"),
    "active": ("ankle-circles", "eyes-20"),
    "eyes": ("eyes-20",),
}
LAST_RESORT = "eyes-20"

REGIONS = (*BY_REGION, "other")
# What an exercise may say of itself. Rules and changes go by some, the search finds all.
TAGS = (
    *(f"loads_lumbar_flexion:{level}" for level in range(NEVER)),
    "active", "deep_knee_flexion", "end_range_hold", "floor", "hamstring_tension", "head_low",
    "hip_flexion_gt_90", "hip_rotation", "kneeling", "legs_up", "lumbar_extension",
    "manual_overpressure", "neck_end_range", "neck_motion", "off_by_default", "safe_core",
    "safe_core_floor", "seated", "shoulder_load", "shoulder_motion", "side_lying",
    "single_leg_balance", "standing", "standing_ok", "strength", "strength_light", "supine",
    "thoracic_extension", "thoracic_rotation", "trunk_rotation", "wrist_end_range",
)  # fmt: skip
