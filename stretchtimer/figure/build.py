"""The builds that a person may choose for the figure."""

from typing import Literal

Build = Literal["slim", "broad"]
