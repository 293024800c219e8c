"""Start the program: ``vejviser`` and ``python -m app`` are the same."""

import sys

from app import files, log
from app.paths import Paths
from app.window import has_display, open_window


def main() -> None:
    """Open the window; with arguments, run the command line."""
    files.keep_to_the_owner()
    if len(sys.argv) == 1 and has_display():
        # The window does not wait for the library that reads arguments.
        _open_window()
    else:
        from app.cli import main as run_command_line

        run_command_line()


def _open_window() -> None:
    paths = Paths.default()
    try:
        sys.exit(open_window(paths))
    except Exception as error:
        log.write_crash_report(paths, error)
        raise


if __name__ == "__main__":
    main()
