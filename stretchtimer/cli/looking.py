"""Commands that look and tell: `list`, `check`, `doctor`, `reminders simulate`."""

from argparse import Namespace

from stretchtimer.cli.console import EXIT_PROBLEMS, UsageError, print_json, print_lines, tell, warn
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library


def list_library(chosen: Namespace) -> int:
    """What can be played, or with --answers what somebody with these answers may do."""
    library = load_library(find_folders())
    if chosen.answers is not None:
        from stretchtimer.cli.answers_report import answers_data, answers_lines
        from stretchtimer.core.answers import Answers, parse_answers

        codes = parse_answers(chosen.answers)
        found = answers_data(library, Answers(codes, knees_ok=chosen.knees_ok))
        if chosen.json:
            print_json(found)
        else:
            print_lines(answers_lines(found))
        return 0
    from stretchtimer.cli.library_report import library_data, library_lines

    if chosen.json:
        print_json(library_data(library))
    else:
        print_lines(library_lines(library))
        warn(library.problems)
    return 0


def check(chosen: Namespace) -> int:
    """Everything wrong with these files; exit status 1 if there is anything."""
    from stretchtimer.storage.check import check_paths

    problems = check_paths(chosen.paths, load_library(find_folders()))
    if chosen.json:
        print_json(
            {
                "problems": [
                    {
                        "path": str(problem.path),
                        "line": problem.line,
                        "key": problem.key,
                        "expected": problem.expected,
                        "found": problem.found,
                        "message": str(problem),
                    }
                    for problem in problems
                ]
            }
        )
    else:
        print_lines([str(problem) for problem in problems] or ["Everything is right."])
    return EXIT_PROBLEMS if problems else 0


def doctor(_: Namespace) -> int:
    """What is there, what is missing, and how to mend it."""
    from stretchtimer.doctor import examine
    from stretchtimer.storage.settings_file import read_settings

    folders = find_folders()
    settings, notices = read_settings(folders.settings_file)
    for notice in notices:
        tell(notice)
    print_lines(examine(folders, settings, load_library(folders)))
    return 0


def simulate(chosen: Namespace) -> int:
    """Run a day that is written down."""
    from stretchtimer.simulate import outcome_data, outcome_lines, run_simulation
    from stretchtimer.trace import TraceError

    try:
        outcome = run_simulation(chosen.trace)
    except TraceError as error:
        raise UsageError(str(error)) from error
    if chosen.json:
        print_json(outcome_data(outcome))
    else:
        print_lines(outcome_lines(outcome))
    return 0
