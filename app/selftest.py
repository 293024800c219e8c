"""A whole round in a temporary folder: proves that the program works on this machine.

Nothing of the user's own data is touched; the data of the round are invented.
"""

import json
import pkgutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.errors import WrongPassphrase
from app.export import FORMATS, ReportRequest, make_report, run
from app.export.disclosure import (
    Cell,
    Ledger,
    Relation,
    Rule,
    System,
    Table,
    compose,
    encode_release,
    protect,
)
from app.export.disclosure.check_release import check
from app.export.evaluator.files import run_evaluator
from app.export.feed import write_feed
from app.export.plan_files import PLAN_FORMATS, run_plan
from app.export.plan_table import PlanRequest
from app.models import backup, keys, opening
from app.models.cipher import DataKey, integrity
from app.models.clock import Clock, local_today
from app.models.demo import DEMO_PASSPHRASE, PUBLISHED_FIRST, PUBLISHED_LAST, build_demo
from app.models.periods import Period
from app.models.plan import PlanStatus, find_planned
from app.models.plan_types import Activity, ActivityKind, PresenceRule
from app.models.store import Store
from app.models.topics import topics
from app.models.visit_ids import visit_id
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
            pack = run_evaluator(store, period, folder / "packs")
            rows = (pack / "contacts.csv").read_bytes().splitlines()
            _require(len(rows) > 1, "the evaluator's pack is empty")
            yield Text("skriv en pakke til en evaluator", "write a pack for an evaluator")
            yield from _plan(store, folder / "plan", clock)
        finally:
            store.close()
        yield from _disclosure()
        yield Text("lås", "lock")
        yield from _reopen(paths, clock)
        yield from _restore(paths, key, clock)
        yield from _window(paths, period, clock)


def _plan(store: Store, out: Path, clock: Clock) -> Iterator[Text]:
    """Plan a Christmas with a rule and a talk, and write it in every format."""
    christmas = date(local_today(clock).year + 1, 12, 25)
    me, place = store.settings.counsellor_id, store.workplaces.all()[0]
    rule = store.presence_rules.add(
        PresenceRule(
            workplace_id=place.id,
            weekdays=(1, 2, 3, 4, 5, 6, 7),
            time="09:00",
            counsellor_ids=(me,),
            anchor=christmas,
            valid_from=christmas - timedelta(days=1),
            valid_until=christmas + timedelta(days=7),
        )
    )
    talk = Activity(
        date=christmas,
        time="13:00",
        minutes=45,
        kind=ActivityKind.TALK_STAFF,
        topics=(topics()[0].code,),
        workplace_ids=(place.id,),
        counsellor_ids=(me,),
    )
    store.activities.add(talk)
    on_christmas = find_planned(store, visit_id(rule.series_id, christmas))
    _require(on_christmas.status is PlanStatus.SKIPPED, "the holidays are not known")
    yield Text("planlæg fremmøde og aktivitet", "plan visits and an activity")
    request = PlanRequest(
        christmas - timedelta(days=1), christmas + timedelta(days=7), tuple(PLAN_FORMATS), out
    )
    written = run_plan(request, store)
    board = run_plan(replace(request, formats=("pdf",), workplace_codes=(place.code,)), store)
    _require(all(path.stat().st_size for path in (*written, *board)), "a plan is empty")
    calendar = next(path for path in written if path.suffix == ".ics")
    _require(b"BEGIN:VEVENT" in calendar.read_bytes(), "the calendar file has no events")
    _require(b"END:VCALENDAR" in write_feed(store, out).read_bytes(), "the feed is not whole")
    yield Text("skriv fremmødeplan og kalenderfil", "write the plan and the calendar file")


def _disclosure() -> Iterator[Text]:
    """Withhold a small count with the solver, and check the release as its recipient would."""
    true = (Cell("few", 2, 2), Cell("many", 30, 30), Cell("all", 32, 32))
    system = System(true, [Relation("all", ("few", "many"))])
    cells, rule = tuple(system.cells), Rule(5)
    done = protect(system, rule, cells)
    _require(
        done.figures == {"few": None, "many": None, "all": 32},
        f"the solver shows {done.figures}",
    )
    table = Table("t", ("r",), cells, (cells,))
    release = compose(
        Ledger(), system, [table], done.figures, id="self-test", date="2026-01-31", k=rule.k
    )
    check(json.loads(encode_release(Ledger((release,)), done.certificate)))
    script = pkgutil.get_data("app.export.disclosure", "check_release.py") or b""
    _require(script.startswith(b'"""'), "the program for recipients is missing")
    yield Text(
        "skjul et lille tal, og efterprøv udgivelsen", "withhold a figure, check the release"
    )


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
