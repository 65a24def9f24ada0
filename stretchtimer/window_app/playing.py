"""What leads into a session: its score is composed, its voice made ready, the player opened."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from stretchtimer.app import OwnDose, compose_score
from stretchtimer.core.answers import LockedError
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Prescription
from stretchtimer.core.score import Score
from stretchtimer.window_app.belongings import Belongings
from stretchtimer.window_app.stage import Stage


class Playing:
    """Brings routines to `stage`.

    `own` is the dose that was asked for at the start of the program; `tell` passes on what people
    should know; `open_player` shows the player.
    """

    def __init__(
        self,
        belongings: Belongings,
        own: OwnDose,
        stage: Stage,
        tell: Callable[[Notice], None],
        open_player: Callable[[], None],
    ) -> None:
        self._belongings, self._own, self._stage = belongings, own, stage
        self._tell, self._open_player = tell, open_player
        self._minutes: dict[str, int] = {}  # at hand for the routine that is open, by its id
        self.sitting_min: Callable[[], int] = lambda: 0
        """For how long the person has been sitting, as far as anybody looked."""

    def limit(self, routine_id: str, minutes: int | None) -> None:
        """Let this routine, and no other, be cut to `minutes`, where there are any."""
        self._minutes = {routine_id: minutes} if minutes is not None else {}

    def dose(self, routine_id: str) -> OwnDose:
        """The dose that is asked for of the routine with this id."""
        return replace(self._own, minutes=self._minutes.get(routine_id, self._own.minutes))

    def prepare(self, routine_id: str, *, warm_up: bool = False) -> Score | None:
        """Get the session of a routine ready, so that its voice is there when it is started.

        None where it may not be played; that is told.
        """
        if not routine_id:
            return None
        routine = self._belongings.find(routine_id)
        own = replace(self.dose(routine_id), warm_up=warm_up)
        try:
            score = compose_score(self._belongings.home, self._belongings.library, routine, own)
        except ValueError as error:
            self._tell(Notice(f"That dose cannot be played: {error}."))
            return None
        except LockedError as locked:
            self._tell(Notice(str(locked)))
            return None
        self._stage.prepare(routine, score)
        return score

    def play(self, routine_id: str, *, warm_up: bool = False) -> None:
        """Play a routine from its beginning, where it may be played."""
        if self.prepare(routine_id, warm_up=warm_up) is not None:
            self._open_player()
            self._stage.start()

    def warm_up_text(self, blocks: Iterable[Prescription]) -> str:
        """Why to warm up before these blocks; empty where there is no reason to."""
        coach, library = self._belongings.home.coach, self._belongings.library
        return coach.warm_up_text(blocks, self.sitting_min(), library.exercises)

    def play_gently(self, routine_id: str) -> None:
        """Begin what was never met with a smaller dose, which is the person's own from now on."""
        coach, library = self._belongings.home.coach, self._belongings.library
        for block in self._belongings.find(routine_id).block:
            choice = coach.first_choice(library.exercises[block.exercise])
            if choice is not None:
                coach.keep_dose(choice.gently)
        self.play(routine_id)
