"""The shipped exercises by their short codes, with what the safety rules look at, typed by hand.

It stands apart from the exercise files, so that the rules can be held against the tables they were
written from.
"""

from dataclasses import replace

from stretchtimer.core.exercise import Safety
from tests.core import made_up

# code: id, region, kind, place, tags. F0 to F3 are the levels of loads_lumbar_flexion.
TABLE = """
A1  ham-seated        hamstring stretch desk     F2 hamstring_tension hip_flexion_gt_90 head_low end_range_hold seated
A2  ham-standing      hamstring stretch standing F3 hamstring_tension head_low standing end_range_hold off_by_default
A3  ham-chair         hamstring stretch desk     F3 hamstring_tension hip_flexion_gt_90 end_range_hold seated
A4  ham-band          hamstring stretch floor    F0 hamstring_tension supine floor manual_overpressure end_range_hold
A5  ham-wall          hamstring stretch floor    F0 hamstring_tension supine floor legs_up end_range_hold
A6  knees-chest       lowback   stretch floor    F1 hip_flexion_gt_90 deep_knee_flexion supine floor end_range_hold
A7  squat-banded      strength  drill   standing F0 standing strength hip_flexion_gt_90
B01 neck-side         neck      stretch desk     neck_end_range seated end_range_hold
B02 trap-upper        neck      stretch desk     neck_end_range manual_overpressure shoulder_load seated end_range_hold
B03 levator           neck      stretch desk     neck_end_range seated end_range_hold
B04 chin-tuck         neck      drill   desk     neck_motion seated
B05 shoulder-rolls    neck      drill   desk     seated standing_ok shoulder_motion
B06 chest-door        shoulder  stretch standing shoulder_load standing manual_overpressure end_range_hold
B07 shoulder-cross    shoulder  stretch desk     shoulder_load seated standing_ok end_range_hold
B08 triceps           shoulder  stretch desk     shoulder_load manual_overpressure seated standing_ok end_range_hold
B09 wrist-flex        wrist     stretch desk     wrist_end_range manual_overpressure seated standing_ok end_range_hold
B10 wrist-ext         wrist     stretch desk     wrist_end_range manual_overpressure seated standing_ok end_range_hold
B11 prayer            wrist     stretch desk     wrist_end_range seated standing_ok end_range_hold
B12 twist-seated      trunk     stretch desk     trunk_rotation seated end_range_hold
B13 catcow-seated     trunk     drill   desk     F2 lumbar_extension seated
B14 thoracic-chair    trunk     drill   desk     shoulder_load thoracic_extension seated
B15 figure4-seated    hip       stretch desk     hip_rotation hip_flexion_gt_90 seated end_range_hold
B16 hipflexor-lunge   hip       stretch floor    kneeling floor lumbar_extension end_range_hold
B17 quad-standing     leg       stretch standing single_leg_balance deep_knee_flexion standing end_range_hold
B18 calf-wall         leg       stretch standing standing end_range_hold
B19 knee-chest-single lowback   stretch floor    F1 hip_flexion_gt_90 deep_knee_flexion supine floor end_range_hold
B20 childs-pose       lowback   stretch floor    F1 kneeling deep_knee_flexion hip_flexion_gt_90 head_low shoulder_load floor end_range_hold
B21 open-book         trunk     drill   floor    thoracic_rotation shoulder_load side_lying floor
B22 bridge            strength  drill   floor    supine floor strength
B23 eyes-20           eyes      rest    desk     seated standing_ok safe_core
B24 ankle-circles     leg       drill   desk     seated safe_core
B25 ham-supine-90     hamstring stretch floor    F0 hamstring_tension supine floor end_range_hold
B26 legs-on-chair     rest      rest    floor    F0 supine floor safe_core_floor
B27 pelvic-tilt       lowback   drill   floor    F0 supine floor strength_light
B28 desk-hinge        hamstring stretch standing F0 hamstring_tension shoulder_load standing end_range_hold
B29 stand-march       active    drill   standing standing active
B30 knee-hug-seated   lowback   stretch desk     F1 hip_flexion_gt_90 seated end_range_hold
"""  # noqa: E501  # a table is read by its columns

ROWS = [line.split() for line in TABLE.strip().splitlines()]
ID = {code: name for code, name, *_ in ROWS}
CODE = {name: code for code, name in ID.items()}
REGION = {code: region for code, _, region, *_ in ROWS}


def _tag(word):
    return f"loads_lumbar_flexion:{word[1]}" if len(word) == 2 and word[0] == "F" else word


EXERCISES = {
    name: replace(
        made_up.exercise(name),
        code=code,
        region=region,
        kind=kind,
        place=place,
        safety=Safety(tags=tuple(map(_tag, tags))),
    )
    for code, name, region, kind, place, *tags in ROWS
}
