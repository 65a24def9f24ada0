"""Pictures of a person's own, shown in place of the drawn figure."""

import re
from dataclasses import dataclass
from typing import Annotated

from stretchtimer.core.bounds import Length
from stretchtimer.core.pose import CONFIG

PictureName = Annotated[str, Length(5, 80)]
_PLAIN = r"""[^\x00-\x1f\\/:*?"<>|]"""
_NAME = re.compile(rf"(?!\.){_PLAIN}+\.(?:png|jpe?g|svg)", re.IGNORECASE)


def is_picture_name(name: str) -> bool:
    """Whether a file may be called so: a plain name with a known ending, and no way to a folder."""
    return _NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Pictures:
    """Files beside the exercise's own: of the hold, and, where it differs, of the start.

    `mirrored` says that the left side is shown as their mirror image.
    """

    hold: PictureName
    start: PictureName | None = None
    mirrored: bool = False

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        if not all(map(is_picture_name, self.names)):
            raise ValueError(
                "a picture is a file beside this one: its name, without a folder,"
                " ending in .png, .jpg or .svg"
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The files, each once."""
        both = (self.hold, self.start)
        return tuple(dict.fromkeys(name for name in both if name is not None))
