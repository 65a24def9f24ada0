"""python -m stretchtimer."""

import sys


def main() -> int:
    """Run the command line and give the exit status."""
    from stretchtimer.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
