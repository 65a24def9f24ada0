"""Tells which frame of a running sound stream is heard when. Pure.

A stream's own reports jump by some milliseconds, and the clock of a sound card drifts against the
machine's. The clock follows the reports slowly, so that neither is heard, and at once when the
stream has slipped: after a gap in the sound everything is heard later.
"""

_SETTLING = 20  # reports until the mean of them is trusted
_FOLLOW = 0.2  # share of a report's difference that is followed
_FOLLOW_AT_MOST_S = 0.001
_SLIP_S = 0.008
_SLIPPED_AFTER = 3  # so many reports in a row that far away are no jitter


class StreamClock:
    """When the frames of one stream are heard, by the monotonic clock."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._first_frame_s = 0.0
        self._reports = 0
        self._far_away = 0

    def report(self, frame: int, heard_at_s: float) -> bool:
        """The stream believes that `frame` is heard at `heard_at_s`. Whether it was believed."""
        first_frame_s = heard_at_s - frame / self._rate_hz
        off_s = first_frame_s - self._first_frame_s
        self._reports += 1
        if self._reports <= _SETTLING:
            self._first_frame_s += off_s / self._reports
            return True
        self._far_away = self._far_away + 1 if abs(off_s) > _SLIP_S else 0
        if self._far_away >= _SLIPPED_AFTER:
            self._first_frame_s = first_frame_s
            self._reports = 1
            self._far_away = 0
        else:
            self._first_frame_s += max(-_FOLLOW_AT_MOST_S, min(_FOLLOW_AT_MOST_S, off_s * _FOLLOW))
        return self._far_away == 0

    def frame_at(self, heard_at_s: float) -> int:
        """The frame that is heard at `heard_at_s`; before any report the first one."""
        if self._reports == 0:
            return 0
        return round((heard_at_s - self._first_frame_s) * self._rate_hz)
