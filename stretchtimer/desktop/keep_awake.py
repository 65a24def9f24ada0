"""Keeping the machine awake while a session runs."""


class SystemDecides:
    """The desktop's own settings decide when screen and machine sleep: nothing is asked of them."""

    def hold(self) -> None:
        """Nothing to ask for."""

    def let_go(self) -> None:
        """Nothing to take back."""
