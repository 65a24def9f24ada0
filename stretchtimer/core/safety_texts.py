"""What is said for safety's sake, in one place for the window and the terminal."""

# Cauda equina warning signs: backes.org.uk/cauda-equina-warning-signs
EMERGENCY = (
    "Numbness between the legs, new bladder or bowel problems, or weakness in both legs can mean"
    " that nerves at the bottom of the spine are squeezed. Go to an emergency department now. Do"
    " not stretch."
)
SEE_A_DOCTOR_TODAY = (
    "Severe back pain after a fall, or with fever or feeling ill: see a doctor the same day."
)

STOP_AND_REST = (
    "Stop the session and rest with: chest pain or pressure, faintness, a sudden severe headache,"
    " double vision, sudden weakness, a “pop”, pain of 6 or more out of 10. Chest pain, double"
    " vision, slurred speech or weakness of one side: call the emergency services."
)
STOP_THIS_STRETCH = (
    "Stop this stretch and ease out gently with: tingling, numbness, burning or pain that travels"
    " down an arm or a leg; joint pain instead of muscle tightness; back or neck pain that grows; a"
    " cramp that does not ease in 10 seconds."
)
# The pain traffic light: providephysiotherapy.org.uk/pain-traffic-light
AFTERWARDS = (
    "An ache above 3 out of 10, or one that lasts more than 24 hours, means that the dose was too"
    " much. Swelling, heat or redness of a calf: see a doctor the same day."
)

FIRST_RUN = (
    "stretchtimer gives general exercise information for healthy adults. It does not examine you,"
    " diagnose or treat, and it does not replace a doctor or physiotherapist. If you have an"
    " illness, an injury, recent surgery, are pregnant, or are unsure, ask a professional first."
    " Stretch to mild tightness only. Stop if you feel pain, tingling, numbness or dizziness. You"
    " use the exercises at your own responsibility."
)
BEFORE_EACH_SESSION = "Mild tightness is enough. Pain, tingling or dizziness: stop."
# Before what is off by default. Bent forward standing, a disc bears 1.1 MPa, standing 0.5: Wilke
# et al. 1999, Spine 24:755.
PAIN_FREE_QUESTION = "Is your back pain-free today?"
PAIN_FREE_WHY = (
    "Bending forward from standing loads the discs of the low back more than any other stretch"
    " here."
)
# Warneke et al. 2025, J Sport Health Sci, a Delphi consensus of 20 experts
ABOUT = (
    "Stretching improves range of motion and can ease the feeling of stiffness. Good evidence that"
    " it prevents injury, corrects posture or speeds recovery is lacking. Timings come from two web"
    " articles, public guidelines and our own defaults; each exercise marks which is which."
)

# After tingling, numbness or anything that spreads down a limb.
NERVE_ADVICE = (
    "Tingling, numbness or pain that travels down a limb is a nerve’s sign, not a muscle’s. Stop"
    " stretching it and ask a doctor or physiotherapist; if it gets worse, the same day."
)

KNEES_UP_STEPS = (
    "Lie on your back, knees bent.",
    "Draw one knee in for five seconds.",
    "Then the other.",
)
KNEES_UP_QUESTION = (
    "Did your back or leg symptoms get better or stay the same, or get worse, or move further down"
    " the leg?"
)
