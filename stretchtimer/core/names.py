"""What things are called: the bounds of an id and of a name, free of what has them."""

from typing import Annotated

from stretchtimer.core.bounds import Length

Identifier = Annotated[str, Length(1, 60)]
Title = Annotated[str, Length(1, 80)]
