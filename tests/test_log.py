import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

import pytest

from app import log
from app.paths import Paths

CANARY = "Kanariefugl Hansen"
NOW = datetime(2026, 11, 20, 14, 30, 15, 250_000, tzinfo=UTC)


class Kind(Enum):
    FIRST = CANARY


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    paths = Paths(tmp_path)
    assert log.start_logging(paths)
    yield paths
    log.stop_logging()


def written(paths: Paths) -> str:
    return "".join(item.read_text() for item in paths.logs.iterdir())


def fail_on_a_person() -> None:
    name = CANARY
    try:
        int(name)
    except ValueError as error:
        raise LookupError(f"nobody is called {name}") from error


def test_a_line_has_its_moment_level_topic_and_numbers(paths: Paths) -> None:
    log.logger("import").info("%d rows read, %d rejected, %.1f seconds", 265, 3, 0.25)
    line = written(paths)
    assert line.endswith("Z INFO import: 265 rows read, 3 rejected, 0.2 seconds\n")
    datetime.strptime(line.split()[0], "%Y-%m-%dT%H:%M:%S%z")


def test_what_was_typed_never_reaches_the_log(paths: Paths) -> None:
    logger = log.logger("store")
    logger.info("saved %s as %s", CANARY, Path(CANARY))
    logger.info("saved %(who)s", {"who": CANARY})
    logger.info("kind %s", Kind.FIRST)
    logger.warning("failed: %s", ValueError(CANARY))
    logger.warning(ValueError(CANARY))
    text = written(paths)
    assert CANARY not in text
    assert "saved … as …" in text
    assert "kind FIRST" in text
    assert "failed: ValueError" in text


def test_an_exception_leaves_its_types_and_places_only(paths: Paths) -> None:
    try:
        fail_on_a_person()
    except LookupError:
        log.logger("window").exception("a command failed")
    text = written(paths)
    assert CANARY not in text
    assert "nobody is called" not in text
    assert "builtins.LookupError" in text
    assert "caused by builtins.ValueError" in text
    assert "fail_on_a_person" in text


def test_a_line_that_cannot_be_written_is_lost_in_silence(tmp_path: Path) -> None:
    # In a process of its own, because pytest's capturing complains about wrong arguments.
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            """
import sys
from pathlib import Path
from app import log
from app.paths import Paths

name = sys.argv[2]
log.logger("store").error("before there is a file: %s", name)
log.start_logging(Paths(Path(sys.argv[1])))
log.logger("store").error("too few values: %s %s", name)
log.logger("store").error("not a number: %d", name)
log.stop_logging()
log.logger("store").error("after it was closed: %s", name)
""",
            str(tmp_path),
            CANARY,
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert CANARY not in written(Paths(tmp_path))
    assert "too few values: %s %s" in written(Paths(tmp_path))


def test_a_folder_that_cannot_be_written_means_no_log_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    assert not log.start_logging(Paths(tmp_path))
    log.logger("store").info("the work goes on")


def test_the_log_rotates_stays_small_and_belongs_to_its_owner(paths: Paths) -> None:
    logger = log.logger("store")
    for _ in range(400):
        logger.info("x" * 10_000)
    files = sorted(paths.logs.iterdir())
    assert len(files) == 1 + log.OLD_LOGS
    for file in files:
        assert file.stat().st_size <= log.LARGEST_LOG
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_starting_again_moves_the_log_and_doubles_no_line(paths: Paths, tmp_path: Path) -> None:
    elsewhere = Paths(tmp_path / "elsewhere")
    assert log.start_logging(elsewhere)
    log.logger("store").info("once")
    assert "once" not in written(paths)
    assert written(elsewhere).count("once") == 1


def test_a_crash_report_finds_the_fault_without_naming_anybody(paths: Paths) -> None:
    try:
        fail_on_a_person()
    except LookupError as error:
        report = log.write_crash_report(paths, error, NOW)
    assert report is not None
    text = report.read_text()
    assert report.name == "crash-20261120T143015-250000Z.txt"
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "Vejviser 0" in text
    assert "builtins.LookupError" in text
    assert "test_log.py:" in text
    assert CANARY not in text
    assert str(Path.home()) not in text
    assert str(Path(__file__).parent) not in text


def test_exceptions_that_cause_each_other_end(paths: Paths) -> None:
    first, second = ValueError(CANARY), KeyError(CANARY)
    first.__cause__, second.__cause__ = second, first
    assert log.describe(first) == "builtins.ValueError\ncaused by builtins.KeyError"


def test_only_the_newest_crash_reports_are_kept(paths: Paths) -> None:
    for minute in range(log.CRASH_REPORTS + 5):
        log.write_crash_report(paths, ValueError(), NOW + timedelta(minutes=minute))
    reports = sorted(paths.logs.glob("crash-*.txt"))
    assert len(reports) == log.CRASH_REPORTS
    assert reports[0].name.startswith("crash-20261120T143515")


def test_a_fault_that_cannot_be_described_in_a_file_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert log.write_crash_report(Paths(tmp_path / "data"), ValueError(CANARY)) is None
