"""What things are called: the bounds of an id and of a name, free of what has them."""

from typing import Annotated

from annotated_types import Len

Identifier = Annotated[str, Len(1, 60)]
Title = Annotated[str, Len(1, 80)]
