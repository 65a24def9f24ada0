"""What is heard in one phase of a score."""


def heard(made, kind, rep=1, side=None):
    """(seconds into the phase, text or chime) of one phase."""
    index = next(
        i
        for i, p in enumerate(made.phases)
        if p.kind is kind and p.rep in (None, rep) and side in (None, p.side)
    )
    begin_ms = made.phases[index].at_ms
    return [
        ((cue.at_ms - begin_ms) / 1000, cue.text or cue.sound)
        for cue in made.cues
        if cue.phase == index
    ]
