"""A whole round in a temporary folder: proves that the program works on this machine.

Nothing of the user's own data is touched; the data of the round are invented.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.errors import WrongPassphrase
from app.export import FORMATS, ReportRequest, make_report, run
from app.models import backup, keys, opening
from app.models.cipher import DataKey, integrity
from app.models.clock import Clock
from app.models.demo import DEMO_PASSPHRASE, PUBLISHED_FIRST, PUBLISHED_LAST, build_demo
from app.models.periods import Period
from app.paths import Paths
from app.texts import Text

_PUBLISHED = (146, 45, 40, 19, 250)


def self_test(clock: Clock) -> Iterator[Text]:
    """Yield each step as it is passed; what fails raises."""
    with tempfile.TemporaryDirectory(prefix="vejviser-") as name:
        folder = Path(name)
        paths = Paths(folder / "data")
        store, key = build_demo(paths, clock=clock)
        with_files = tuple(FORMATS)
        try:
            yield Text("opret projekt og importér", "set up a project and import")
            period = Period(PUBLISHED_FIRST, PUBLISHED_LAST)
            contacts = make_report(store, period).tally.contacts
            counted = (
                contacts.first,
                contacts.returning,
                contacts.phone_no_workplace,
                contacts.anonymous,
                contacts.all,
            )
            _require(counted == _PUBLISHED, f"the tally is {counted}")
            yield Text("tæl op", "count")
            written = run(ReportRequest(period, folder / "out", with_files), store)
            _require(all(path.stat().st_size for path in written), "a report is empty")
            yield Text("skriv opgørelser", "write reports")
        finally:
            store.close()
        yield Text("lås", "lock")
        yield from _reopen(paths, clock)
        yield from _restore(paths, key, clock)
        yield from _window(paths, period, clock)


def _reopen(paths: Paths, clock: Clock) -> Iterator[Text]:
    try:
        opening.open_store(paths, "en helt anden adgangssætning", clock=clock)
    except WrongPassphrase:
        yield Text("forkert adgangssætning afvises", "a wrong passphrase is refused")
    else:
        raise RuntimeError("a wrong passphrase was accepted")
    store, _ = opening.open_store(paths, DEMO_PASSPHRASE, clock=clock)
    try:
        _require(not integrity(store.database), "the database is damaged")
        _require(store.inquiries.count() == _PUBLISHED[-1], "inquiries are missing")
    finally:
        store.close()
    yield Text("lås op igen", "unlock again")


def _restore(paths: Paths, key: DataKey, clock: Clock) -> Iterator[Text]:
    store = opening.open_with_key(paths, key, clock=clock)
    try:
        made = backup.make_backup(store.database, key, paths.backups, paths.envelope, clock())
        store.inquiries.delete(store.inquiries.newest().id)  # type: ignore[union-attr]
    finally:
        store.close()
    yield Text("sikkerhedskopi", "back up")
    envelope = keys.read_envelope(made.envelope)
    backup.restore(made, paths, keys.open_with_passphrase(envelope, DEMO_PASSPHRASE), clock())
    store, _ = opening.open_store(paths, DEMO_PASSPHRASE, clock=clock)
    try:
        _require(store.inquiries.count() == _PUBLISHED[-1], "the backup was not restored")
    finally:
        store.close()
    yield Text("gendan", "restore")


def _window(paths: Paths, period: Period, clock: Clock) -> Iterator[Text]:
    """Open the real window without a display and show every page of it."""
    from app.ui.trial import show_every_page

    pages = show_every_page(paths, DEMO_PASSPHRASE, period, clock)
    yield Text(f"åbn vinduet og vis dets {pages} sider", f"open the window, show its {pages} pages")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)
