"""python -m stretchtimer."""

import sys


def main() -> int:
    """Run the command line and give the exit status."""
    arguments = sys.argv[1:]
    if not arguments:
        from stretchtimer.opening import open_window

        return open_window()
    from stretchtimer.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
