"""Cue planning: which wish gets which moment, so that no cue ever talks over another.

Wishes are placed by priority; what finds no room takes its short form, and then is dropped and
listed with the reason. Nothing is queued and nothing leaves its phase. Pure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Phase
from stretchtimer.core.wish import BOUNDARY_QUIET_MS, WORDS_MARGIN_MS, Priority, Role, Wish
from stretchtimer.core.wishes import setup_lines, wishes

GAP_MS = 100  # silence between two cues
LINE_GAP_MS = 400  # silence between two lines said one after the other
_STEP_MS = 50  # how finely a moment is looked for


@dataclass(frozen=True, slots=True)
class Cue:
    """Something said (`text`) or sounded (`sound`), never both. Times in ms from the routine's
    start.

    `phase` is the index of the phase it belongs to; `ordinal` tells cues of one role in one phase
    apart.
    """

    at_ms: int
    length_ms: int
    phase: int
    role: Role
    ordinal: int = 0
    text: str = ""
    sound: str = ""
    quiet: bool = False

    @property
    def end_ms(self) -> int:
        """When it has faded."""
        return self.at_ms + self.length_ms

    @property
    def key(self) -> tuple[int, Role, int]:
        """What stays the same when the score is planned again."""
        return self.phase, self.role, self.ordinal


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words that found no room where they were wished, why, and what is said `instead`, if
    anything."""

    at_ms: int
    text: str
    reason: str
    instead: str = ""


@dataclass(slots=True)
class _Lane:
    """One phase while its wishes are placed. Times are from the start of the phase."""

    index: int
    phase: Phase
    script: Script
    cues: list[Cue] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def place(self, wish: Wish) -> None:
        """Give `wish` its moment, in its longest form that fits, or drop it."""
        if wish.refusal:
            self._list(wish, wish.refusal, wish.instead)
            return
        forms = [form for form in wish.forms if _is_sayable(form)]
        for form in forms:
            lengths_ms = [self.script.length_ms(text) for text in form]
            total_ms = sum(lengths_ms) + LINE_GAP_MS * (len(form) - 1)
            start_ms = self._free(wish, total_ms)
            if start_ms is None:
                continue
            for number, (text, length_ms) in enumerate(zip(form, lengths_ms, strict=True)):
                ordinal = wish.ordinal + number
                self._add(wish, start_ms, length_ms, ordinal=ordinal, text=text)
                start_ms += length_ms + LINE_GAP_MS
            if form != wish.forms[0]:
                self._drop(wish, instead=" ".join(form))
            return
        sounded = bool(wish.sound) and self._place_sound(wish)
        if wish.forms:
            self._drop(wish, instead=f"chime: {wish.sound}" if sounded else "")

    def first_free_ms(self) -> int:
        """Where the first of the words that are not at the boundary may begin."""
        opening_ends = [cue.end_ms for cue in self.cues if cue.role in (Role.CHIME, Role.OPENING)]
        if not opening_ends:
            return 0
        return max(BOUNDARY_QUIET_MS, max(opening_ends) - self.phase.at_ms + LINE_GAP_MS)

    def _place_sound(self, wish: Wish) -> bool:
        length_ms = self.script.chime_ms(wish.sound)
        start_ms = self._free(wish, length_ms)
        if start_ms is None:
            reason = f"no room for the chime “{wish.sound}”"
            self.dropped.append(Dropped(self.phase.at_ms + wish.earliest_ms, "", reason))
            return False
        self._add(wish, start_ms, length_ms, ordinal=wish.ordinal, sound=wish.sound)
        return True

    def _free(self, wish: Wish, length_ms: int) -> int | None:
        """The first moment from `wish.earliest_ms` with room for `length_ms`."""
        last_ms = min(wish.latest_ms, wish.end_by_ms - length_ms)
        start_ms = wish.earliest_ms
        while start_ms <= last_ms:
            clash_ms = self._clash_until(start_ms, length_ms)
            if clash_ms is None:
                return start_ms
            start_ms = max(clash_ms, start_ms + _STEP_MS)
        return None

    def _clash_until(self, start_ms: int, length_ms: int) -> int | None:
        """When the cue ends that leaves no room for `length_ms` at `start_ms`; None if there is
        room."""
        at_ms = self.phase.at_ms + start_ms
        for cue in self.cues:
            if at_ms < cue.end_ms + GAP_MS and cue.at_ms < at_ms + length_ms + GAP_MS:
                return cue.end_ms + GAP_MS - self.phase.at_ms
        return None

    def _add(
        self,
        wish: Wish,
        start_ms: int,
        length_ms: int,
        *,
        ordinal: int,
        text: str = "",
        sound: str = "",
    ) -> None:
        self.cues.append(
            Cue(
                self.phase.at_ms + start_ms,
                length_ms,
                self.index,
                wish.role,
                ordinal,
                text,
                sound,
                wish.quiet,
            )
        )

    def _drop(self, wish: Wish, instead: str = "") -> None:
        if not _is_sayable(wish.forms[0]):
            self._list(wish, "there is nothing in it that a voice can say", instead)
            return
        needed_s = sum(map(self.script.length_ms, wish.forms[0])) / 1000
        reason = (
            f"the {needed_s:.1f} s line does not fit the {self.phase.length_ms / 1000:g} s "
            f"{self.phase.kind}, between its other cues"
        )
        self._list(wish, reason, instead)

    def _list(self, wish: Wish, reason: str, instead: str) -> None:
        at_ms = self.phase.at_ms + wish.earliest_ms
        self.dropped.append(Dropped(at_ms, " ".join(wish.forms[0]), reason, instead))


def _is_sayable(form: Sequence[str]) -> bool:
    """Whether each text has a letter or a digit: a line of nothing but signs makes no sound."""
    return all(any(map(str.isalnum, text)) for text in form)


Plan = tuple[tuple[Cue, ...], tuple[Dropped, ...]]


def plan_phase(phases: Sequence[Phase], index: int, script: Script) -> Plan:
    """The cues of the phase `index` in order of time, and its words that found no room.

    No phase asks what another has placed, so each can be planned when it is needed.
    """
    lane = _Lane(index, phases[index], script)
    for wish in sorted(wishes(phases, index, script), key=lambda wish: wish.priority):
        lane.place(wish)
    for wish in _spread_setup(lane):
        lane.place(wish)
    return tuple(sorted(lane.cues, key=lambda cue: cue.at_ms)), tuple(lane.dropped)


def speakable_texts(phases: Sequence[Phase], script: Script) -> tuple[str, ...]:
    """Every text that a plan may choose from, each once, in the order in which it may be needed.

    What is said when something hurts is among them: it must not wait.
    """
    texts: dict[str, None] = {}
    for index, phase in enumerate(phases):
        for wish in wishes(phases, index, script):
            for form in wish.forms:
                texts.update(dict.fromkeys(form))
        lines, brief = setup_lines(phase, script)
        texts.update(dict.fromkeys((*lines, brief) if brief else lines))
    texts[script.phrases.stop] = None
    return tuple(texts)


def _spread_setup(lane: _Lane) -> Iterator[Wish]:
    """The set-up lines with equal pauses over what the opening leaves; the brief line if they do
    not fit."""
    lines, brief = setup_lines(lane.phase, lane.script)
    if not lines:
        return
    begin_ms = lane.first_free_ms()
    end_ms = lane.phase.length_ms - WORDS_MARGIN_MS
    lengths_ms = [lane.script.length_ms(line) for line in lines]
    pause_ms = (end_ms - begin_ms - sum(lengths_ms)) // len(lines)
    if brief and lines != (brief,) and pause_ms < LINE_GAP_MS:
        reason = (
            f"the set-up lines do not fit the {lane.phase.length_ms / 1000:g} s {lane.phase.kind}"
        )
        lane.dropped.append(
            Dropped(lane.phase.at_ms + begin_ms, " ".join(lines), reason, instead=brief)
        )
        lines, lengths_ms, pause_ms = (brief,), [0], 0
    at_ms = begin_ms
    for number, line in enumerate(lines):
        yield Wish(
            Role.SETUP,
            Priority.COACHING,
            at_ms,
            at_ms + GAP_MS,
            end_ms,
            forms=((line,),),
            ordinal=number,
        )
        at_ms += lengths_ms[number] + pause_ms


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What is heard between Resume and the clock going on. Cue times are from its start."""

    length_ms: int
    cues: tuple[Cue, ...]


def plan_lead_in(script: Script, phase: int, text: str) -> LeadIn:
    """`text`, which tells where one is, then three ticks or digits one second apart."""
    said_ms = script.length_ms(text)
    first_ms = said_ms + LINE_GAP_MS
    word = Cue(0, said_ms, phase, Role.OPENING, text=text)
    counts = [_count(script, phase, first_ms, left_s) for left_s in (3, 2, 1)]
    if script.chime_ms("tick") > 1000 - GAP_MS:  # a clock so quick has no time for ticks
        counts = []
    return LeadIn(first_ms + 3000, (word, *counts))


def _count(script: Script, phase: int, first_ms: int, left_s: int) -> Cue:
    """A digit where a person wants digits and one fits its second, otherwise a tick."""
    number = 3 - left_s
    tick = Cue(
        first_ms + number * 1000,
        script.chime_ms("tick"),
        phase,
        Role.COUNTDOWN,
        ordinal=number,
        sound="tick",
    )
    digit = script.phrases.counted(left_s)
    if script.countdown == "digits" and script.length_ms(digit) <= 1000 - GAP_MS:
        return replace(tick, length_ms=script.length_ms(digit), text=digit, sound="")
    return tick
