"""A pack as a folder: what the window and the command line call."""

from dataclasses import dataclass
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.evaluator.codes import Origin
from app.export.evaluator.ladder import Progress, unwatched
from app.export.evaluator.pack import DESCRIPTION, IdSource, pack_files, random_id
from app.export.evaluator.protected import protected_release
from app.export.evaluator.release import Release
from app.export.evaluator.synthetic import SyntheticIds, synthetic_data
from app.export.file_names import file_stem
from app.models.access import Way, note_copied
from app.models.clock import local_today
from app.models.evaluator_rows import EvaluatorData, read_evaluator_data
from app.models.periods import Period, parse_period
from app.models.store import Store
from app.texts import Text


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is ready to be written: the name of its folder, its files, what was released."""

    name: str
    contents: dict[str, bytes]
    release: Release


def whole_months(first: str, last: str) -> Period:
    """Return the period between two entered months; raise UserError for anything but whole months."""
    period = parse_period(first, last)
    require_whole_months(period)
    return period


def require_whole_months(period: Period) -> None:
    """Raise UserError unless a period begins and ends with a month."""
    if not period.whole_months:
        raise UserError(
            Text("Pakken blev ikke lavet.", "The pack was not made."),
            Text(
                "Perioden er ikke hele måneder. Enkelte dage kunne vise, hvem der kom.",
                "The period is not whole months. Single days could show who came.",
            ),
            Text(
                "Vælg hele måneder, for eksempel 2026-01 til 2026-06.",
                "Choose whole months, for example 2026-01 to 2026-06.",
            ),
        )


def evaluator_data(store: Store, period: Period) -> EvaluatorData:
    """Return what a pack of a period is made of.

    Raises:
        UserError: the period has not begun: there is nothing to tell of it yet.
    """
    if period.first > local_today(store.clock):
        raise UserError(
            Text("Pakken blev ikke lavet.", "The pack was not made."),
            Text("Perioden er ikke begyndt endnu.", "The period has not begun yet."),
            Text(
                "Vælg en periode, der er begyndt, eller lav den syntetiske tvilling.",
                "Choose a period that has begun, or make the synthetic twin.",
            ),
        )
    return read_evaluator_data(store, period)


def release_of(data: EvaluatorData, progress: Progress = unwatched) -> Release:
    """Return what would be released of the data, for a preview and for the pack itself.

    Raises:
        UserError: the period is not whole months, or it would give away what a report withholds.
        Cancelled: ``progress`` said so.
    """
    require_whole_months(data.period)
    return protected_release(data, progress)


def real_pack(data: EvaluatorData, release: Release, ids: IdSource = random_id) -> Pack:
    """Return the pack of what was released; every call draws new ids."""
    origin = Origin.DEMO if data.demo else Origin.REAL
    name = file_stem(data.period, (), subject="evaluator")
    return Pack(name, pack_files(data, release, origin, name, ids), release)


def synthetic_pack(period: Period, progress: Progress = unwatched) -> Pack:
    """Return the synthetic twin of a pack; no store is looked at. Errors as :func:`release_of`."""
    data = synthetic_data(period)
    release = release_of(data, progress)
    name = file_stem(period, (), subject="evaluator-syntetisk")
    contents = pack_files(data, release, Origin.SYNTHETIC, name, SyntheticIds())
    return Pack(name, contents, release)


def run_evaluator(store: Store, period: Period, out: Path, ids: IdSource = random_id) -> Path:
    """Write the pack of a period, note in the log who came along, and return its folder.

    Raises:
        UserError: the period is not whole months, or has not begun, or the folder cannot be written.
    """
    require_whole_months(period)
    data = evaluator_data(store, period)
    pack = real_pack(data, release_of(data), ids)
    folder = write_pack(pack, out)
    note_handed_out(store, pack)
    return folder


def written_before(pack: Pack, out: Path) -> bool:
    """Tell whether there is a folder already that :func:`write_pack` would write into."""
    return (out / pack.name).exists()


def write_pack(pack: Pack, out: Path) -> Path:
    """Write a pack into its own folder below ``out`` and return that folder.

    An older pack of the same name is replaced. The description goes first and comes last: a folder
    without it is no pack, so that a half-written one is not taken for whole.

    Raises:
        UserError: the folder cannot be written.
    """
    folder = out / pack.name
    with files.explained_os_errors():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DESCRIPTION).unlink(missing_ok=True)
        for path, content in pack.contents.items():
            (folder / path).parent.mkdir(exist_ok=True)
            files.write_atomically(folder / path, content)
    return folder


def note_handed_out(store: Store, pack: Pack) -> None:
    """Let the log of look-ups tell whose contacts went into a pack of real rows."""
    note_copied(store, [row.seq for row in pack.release.rows], Way.EVALUATOR)
