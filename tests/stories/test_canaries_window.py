"""Nothing that is typed into the window is readable outside the store when the day is over.

A new counsellor sets up, works, is interrupted, searches, exports, meets a fault and goes home:
all of it by keys in the real window. Home, temporary and data folders lie in one watched folder,
in which every byte is then searched. The clipboard is the user's own and is left out.
"""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import log
from app.export.feed import FEED_NAME
from app.models.cipher import DataKey
from app.models.clock import local_today
from app.models.inquiry_drafts import kept_drafts
from app.models.opening import open_store
from app.models.plan import PlanStatus, read_plan
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import Gender, RecordId, Workplace
from app.models.visit_ids import visit_id
from app.paths import Paths
from app.ui.application import Application
from app.ui.gates.first_run import FirstRun
from app.ui.gates.unlock import Unlock
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.today.page import TodayPage
from tests.canaries import canaries, codes, found_in
from tests.stores import standing_clock
from tests.window_day import PATIENCE_MS, Day

PASSPHRASE = "kanariepassphrase med fire ord"
WRONG = "næsten kanariepassphrase"
COUNSELLOR = "Nattergal Vejledersen"
NAME, PHONE = "Kanariefugl Sørensen", "70009901"
DRAFTED, FAULTY = "Stillits Vestergaard", "Bogfinke Østergaard"
NOTE, UNFINISHED = "kanarienote om ryggen", "kanarieudkast til en note"
PROMISE, SEARCHED = "kanarieaftale med lægen", "Gulspurv Findesikke"
CANCELLED = "kanarieaflysning ved sygdom"
TYPED = (
    *(PASSPHRASE, WRONG, COUNSELLOR, NAME, PHONE, DRAFTED, FAULTY),
    *(NOTE, UNFINISHED, PROMISE, SEARCHED, CANCELLED),
)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program finds home, temporary and data folders."""
    folder = tmp_path / "watched"
    for variable, name in (
        ("HOME", "home"),
        ("TMPDIR", "tmp"),
        ("XDG_DATA_HOME", "xdg-data"),
        ("XDG_CONFIG_HOME", "xdg-config"),
        ("XDG_CACHE_HOME", "xdg-cache"),
        ("XDG_STATE_HOME", "xdg-state"),
    ):
        (folder / name).mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def paths(watched: Path) -> Paths:
    return Paths(watched / "data")


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, watched: Path, paths: Paths) -> Iterator[Day]:
    log.start_logging(paths)
    application = Application(qapp, paths, clock=standing_clock())
    yield Day(qtbot, application)
    application.window.close()
    application.window.deleteLater()
    qapp.processEvents()
    log.stop_logging()


def set_up(day: Day) -> str:
    """Go through the first run and return the recovery code that it showed."""
    day.start()
    gate = day.application.window.centralWidget()
    assert isinstance(gate, FirstRun)
    day.type(COUNSELLOR)
    day.press("Tab", "Space", "Tab")
    day.type("Projekt Vest")
    day.press("Enter")
    for _ in range(2):
        day.type(PASSPHRASE)
        day.press("Enter")
    day.qtbot.waitUntil(gate.recovery.isVisible, timeout=PATIENCE_MS)
    code = gate.recovery.code.accessibleName().split(" ", 1)[1]
    gate.recovery.kept.click()
    gate.recovery.forward.click()
    day.inside()
    return code


def begin_visit(day: Day, out: Path) -> None:
    def prepare(store: Store) -> None:
        store.workplaces.add(Workplace(code="VEST", name="Fabrik Vest"))
        store.settings.set("export_folder", str(out))

    day.in_store(prepare)
    page = day.workspace.current_page()
    assert isinstance(page, TodayPage)
    field = page.visits.start.workplace
    day.qtbot.waitUntil(field.line.isVisible, timeout=PATIENCE_MS)
    field.line.setFocus()
    day.qtbot.waitUntil(field.line.hasFocus, timeout=PATIENCE_MS)
    day.type("vest")
    day.qtbot.waitUntil(lambda: field.is_open, timeout=PATIENCE_MS)
    day.press("Enter", "Enter")
    header = day.workspace.header
    day.qtbot.waitUntil(lambda: "Fabrik Vest" in header.visit.text(), timeout=PATIENCE_MS)
    day.settle()


def register_somebody(day: Day) -> None:
    """Name, gender, year and phone; a reason, advice, a promise and a private note; save."""
    day.press("Ctrl+N")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, RegisterPage)
    day.type(NAME)
    day.settle()
    day.press("Enter", "1", "Tab")
    day.type("1974")
    day.press("Tab")
    day.type(PHONE)
    day.press("Enter")
    day.type("læ")
    day.press("Enter", "Enter", "Down", "1", "Tab", "3", "Tab")
    day.type(PROMISE)
    day.write_note(NOTE)
    day.press("Esc")
    assert (page.draft.note, page.draft.follow_up_text) == (NOTE, PROMISE)
    day.press("Ctrl+Enter")
    day.settle()


def be_interrupted(day: Day) -> None:
    """Lock in the middle of a sentence, slip at the gate, come back and find the draft."""
    day.type(DRAFTED)
    day.write_note(UNFINISHED)
    day.press("Ctrl+L")
    gate = day.application.window.centralWidget()
    assert isinstance(gate, Unlock)
    assert day.application.window.findChildren(RegisterPage) == []
    day.type(WRONG)
    day.press("Enter")
    day.qtbot.waitUntil(lambda: bool(gate.unlock.problem.text()), timeout=PATIENCE_MS)
    day.press("Ctrl+A")
    day.type(PASSPHRASE)
    day.press("Enter")
    day.inside()


def search(day: Day) -> None:
    """Look for people in the palette, in the list and among the promises."""
    for words in (SEARCHED, NAME):
        day.press("Ctrl+K")
        day.type(words)
        day.settle()
        day.press("Esc")
    day.press("Ctrl+2")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, InquiriesPage)
    day.press("Ctrl+F")
    for words in (PHONE, NAME):
        day.press("Ctrl+A")
        day.type(words)
        day.settle()
    day.press("Ctrl+3")
    day.settle()
    assert isinstance(day.workspace.current_page(), FollowUpsPage)


def cancel_a_visit(day: Day, feed: Path) -> None:
    """Cancel a planned visit, say why, and let the calendar file follow."""
    planned: list[RecordId] = []

    def prepare(store: Store) -> None:
        tomorrow = local_today(store.clock) + timedelta(days=1)
        rule = PresenceRule(
            workplace_id=store.workplaces.all()[0].id,
            weekdays=(tomorrow.isoweekday(),),
            time="09:00",
            counsellor_ids=(store.settings.counsellor_id,),
            anchor=tomorrow,
            valid_from=tomorrow,
        )
        planned.append(visit_id(store.presence_rules.add(rule).series_id, tomorrow))
        feed.mkdir()
        store.settings.set("feed_folder", str(feed))

    day.in_store(prepare)
    day.workspace.go("plan", ShowVisit(planned[0]))
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, PlanPage)
    day.qtbot.waitUntil(lambda: page.grid.selected_key == planned[0], timeout=PATIENCE_MS)
    day.press("A")
    day.qtbot.waitUntil(lambda: isinstance(page.side.form, CancelForm), timeout=PATIENCE_MS)
    day.press("4")
    day.type(CANCELLED)
    day.press("Enter")
    day.settle()
    written = feed / FEED_NAME
    day.qtbot.waitUntil(
        lambda: written.exists() and b"STATUS:CANCELLED" in written.read_bytes(),
        timeout=PATIENCE_MS,
    )


def look_around(day: Day) -> None:
    """See every other page, and the sheet of keys."""
    for keys in ("Ctrl+1", "Ctrl+4", "Ctrl+5", "Ctrl+,"):
        day.press(keys)
        day.settle()
    day.press("F1")
    day.press("Esc")


def export(day: Day, out: Path) -> None:
    day.press("Ctrl+6")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, ReportsPage)
    for name, button in page.exports.buttons.items():
        day.qtbot.waitUntil(button.isEnabled, timeout=PATIENCE_MS)
        button.click()
        day.settle()
        day.qtbot.waitUntil(button.isEnabled, timeout=PATIENCE_MS)
        assert page.controls.saved.isVisible(), name
    assert len(list(out.iterdir())) == len(page.exports.buttons)


def meet_a_fault(day: Day, paths: Paths) -> None:
    """Save while the database raises a fault that quotes what was typed."""
    message = f"{FAULTY}: {NOTE}, {PASSPHRASE}"
    trigger = (
        f"CREATE TRIGGER fault BEFORE INSERT ON person BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
    day.in_store(lambda store: store.database.execute(trigger))
    day.press("Ctrl+N")
    day.settle()
    day.type(FAULTY)
    day.settle()
    day.press("Enter", "Alt+S")
    day.type("læ")
    day.press("Enter", "Ctrl+Enter")
    day.settle()
    assert list(paths.logs.glob("crash-*.txt"))
    day.in_store(lambda store: store.database.execute("DROP TRIGGER fault"))


def test_a_day_in_the_window_leaves_nothing_readable(
    day: Day, paths: Paths, watched: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = watched / "out"
    code = set_up(day)
    begin_visit(day, out)
    register_somebody(day)
    be_interrupted(day)
    search(day)
    cancel_a_visit(day, watched / "kalender")
    look_around(day)
    export(day, out)
    meet_a_fault(day, paths)
    key = key_of(day)
    secrets = canaries(key, (*TYPED, *codes(code)))
    assert found_in(watched, secrets) == [], "while the program runs"
    day.application.close()

    written = {path.suffix for path in watched.rglob("*") if path.is_file()}
    assert {".db", ".json", ".pdf", ".xlsx", ".csv", ".log", ".txt"} <= written
    assert found_in(watched, secrets) == []
    assert day.titles == {"Vejviser"}
    assert day.shown.kinds == {"MainWindow"}
    said = "".join(capfd.readouterr()).lower().encode()
    assert [name for name, secret in secrets.items() if secret.lower() in said] == []
    everything_was_kept(paths)


def key_of(day: Day) -> DataKey:
    keys: list[DataKey] = []

    def read(store: Store) -> None:
        assert store.key is not None
        keys.append(DataKey(store.key.reveal()))

    day.in_store(read)
    return keys[0]


def everything_was_kept(paths: Paths) -> None:
    """See that the day happened: else an empty folder would prove nothing."""
    store, _ = open_store(paths, PASSPHRASE, clock=standing_clock())
    try:
        (person,) = store.people.search(NAME)
        assert (person.gender, person.birth_year, person.phone) == (Gender.WOMAN, 1974, PHONE)
        inquiry = store.inquiries.newest()
        assert inquiry is not None
        assert inquiry.note == NOTE
        (promise,) = store.followups.of_inquiry(inquiry.id)
        assert promise.text == PROMISE
        tomorrow = local_today(store.clock) + timedelta(days=1)
        (visit,) = read_plan(store, tomorrow, tomorrow)
        assert (visit.status, visit.reason) == (PlanStatus.CANCELLED, CANCELLED)
        drafts = {(kept.draft.name, kept.draft.note) for kept in kept_drafts(store)}
        assert drafts == {(DRAFTED, UNFINISHED), (FAULTY, "")}
    finally:
        store.close()
