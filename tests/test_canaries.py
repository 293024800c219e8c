"""Nothing readable leaks: canaries are planted, a whole day is worked, every written byte is read.

What is typed about people may stand in the encrypted files only. The day goes through the store,
the command line in processes of its own, reports, backups, logs, a refused import and a crash;
home and temporary folders of all of it lie in the folder that is searched.
"""

import os
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfWriter

from app import log
from app.export import FORMATS
from app.export.feed import write_feed
from app.export.plan_files import PLAN_FORMATS
from app.models.cipher import DataKey
from app.models.clock import local_today, system_clock
from app.models.keys import open_with_passphrase, read_envelope
from app.models.opening import create_store, open_store
from app.models.periods import monday
from app.models.plan_types import Activity, ActivityKind, ClosingDays, PresenceRule, RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, plan_visit
from app.models.registration import InquiryDraft, draft_of, register, save_draft
from app.models.store import Store
from app.models.types import (
    Channel,
    ContactRole,
    Counsellor,
    Identity,
    RecordId,
    Workplace,
    WorkplaceContact,
)
from app.models.visit_ids import visit_id
from app.paths import Paths
from tests.canaries import canaries, codes, found_in
from tests.stores import CHEAP

ROOT = Path(__file__).parents[1]
PASSPHRASE = "kanariepassphrase med fire ord"
NAMES = ("Kanariefugl Sørensen", "Stillits Vestergaard", "Bogfinke Østergaard")
PHONES = ("70009901", "70009902", "70009903")
NOTES = ("kanarienote om ryggen", "rettet kanarienote", "kanarieudkast til en note")
CONTACT, PROMISE = "Gulspurv Kontaktperson", "kanarieaftale med lægen"
TODAY = date(2026, 11, 20)
MONDAY = monday(local_today(system_clock)) + timedelta(weeks=1)
ON_RULE, ON_END = "kanariebemærkning til reglen", "kanarieophør efter mødet"
ON_VISIT, ON_CANCEL, ON_MOVE = "kanarie med nøgle", "kanarieaflysning", "kanarieflytning"
ON_CLOSING = "kanarielukning med begravelse"
TITLE, ON_ACTIVITY = "Kanariefuglens oplæg", "kanarieordlyd fra oplægget"
PLANNED = (ON_RULE, ON_END, ON_VISIT, ON_CANCEL, ON_MOVE, ON_CLOSING, TITLE, ON_ACTIVITY)
TYPED = (*NAMES, *PHONES, *NOTES, CONTACT, PROMISE, *PLANNED)


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    """The folder in which everything is written that the day writes."""
    folder = tmp_path / "watched"
    for name in ("home", "tmp", "out", "kopier"):
        (folder / name).mkdir(parents=True)
    return folder


class Desk:
    """The watched folder and what lies beside it: the files that the user brought."""

    def __init__(self, watched: Path, brought: Path) -> None:
        self.watched = watched
        self.paths = Paths(watched / "data")
        self.brought = brought
        self.said = ""
        (brought / "passphrase").write_text(PASSPHRASE, "utf-8")

    def bring(self, name: str, text: str) -> Path:
        path = self.brought / name
        path.write_text(text, "utf-8")
        return path

    def run(self, *words: str | Path, code: int = 0) -> None:
        """Run one command in a process of its own and keep what it said."""
        options = ("--data-dir", self.paths.data_dir)
        options += ("--passphrase-file", self.brought / "passphrase")
        home, tmp = str(self.watched / "home"), str(self.watched / "tmp")
        places = {"HOME": home, "XDG_DATA_HOME": home, "TMPDIR": tmp, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "app", *(str(word) for word in (*options, *words))],
            cwd=self.watched / "home",
            env=os.environ | places,
            capture_output=True,
            check=False,
        )
        assert done.returncode == code, done.stderr.decode()
        self.said += (done.stdout + done.stderr).decode()


def morning(store: Store) -> None:
    """Register, correct, delete, undo, promise, and leave a draft behind."""
    place = store.workplaces.add(
        Workplace(
            code="VEST",
            name="Fabrik Vest",
            contacts=(WorkplaceContact(role=ContactRole.HR, name=CONTACT, phone=PHONES[2]),),
        )
    )
    visit = store.visits.start(place.id)
    talk = InquiryDraft(
        date=TODAY,
        workplace_id=place.id,
        visit_id=visit.id,
        channel=Channel.WORKPLACE,
        identity=Identity.REGISTERED,
        name=NAMES[0],
        phone=PHONES[0],
        reasons=("P01",),
        note=NOTES[0],
        follow_up_on=TODAY + timedelta(days=7),
        follow_up_text=PROMISE,
    )
    save_draft(store, talk)
    first = register(store, talk)
    register(store, replace(draft_of(store, first.inquiry), note=NOTES[1]))
    second = register(store, replace(talk, name=NAMES[1], phone=PHONES[1], follow_up_on=None))
    store.inquiries.delete(second.inquiry.id)
    store.people.search(NAMES[1])
    store.visits.end(visit.id)
    save_draft(store, replace(talk, name=NAMES[2], note=NOTES[2]))


def plan_ahead(store: Store) -> None:
    """Make rules, change and end one; cancel, move and swap; close, and plan an activity."""
    place = store.workplaces.by_code("VEST")
    assert place is not None
    me = store.settings.counsellor_id
    other = store.counsellors.add(Counsellor(initials="JB", name="Jon Bæk")).id
    rule = PresenceRule(
        workplace_id=place.id,
        weekdays=(2, 4),
        time="09:00",
        places=(RulePlace(room="Kantinen"),),
        counsellor_ids=(me,),
        anchor=MONDAY,
        valid_from=MONDAY,
        remark=ON_RULE,
    )
    added = store.presence_rules.add(rule)
    later = replace(added, time="10:00", remark=f"{ON_RULE} igen")
    store.presence_rules.change_from(added.id, MONDAY + timedelta(weeks=3), later)
    ended = store.presence_rules.add(replace(rule, time="15:00"))
    store.presence_rules.end(ended.id, MONDAY + timedelta(weeks=2), ON_END)

    def on(days: int) -> RecordId:
        return visit_id(added.series_id, MONDAY + timedelta(days=days))

    cancel_visit(store, on(1), f"{ON_CANCEL} {NAMES[0]}")
    move_visit(store, on(3), MONDAY + timedelta(days=4), time="12:00", reason=ON_MOVE)
    assign_visit(store, on(8), (other,))
    plan_visit(store, workplace_id=place.id, day=MONDAY, time="13:00", minutes=30, remark=ON_VISIT)
    with store.atomic() as undone:
        store.closing_days.add(ClosingDays(first_on=MONDAY, last_on=MONDAY, reason=NAMES[1]))
    store.undo(undone)
    closed = MONDAY + timedelta(days=10)
    store.closing_days.add(ClosingDays(first_on=closed, last_on=closed, reason=ON_CLOSING))
    store.activities.add(
        Activity(
            date=MONDAY,
            time="14:00",
            minutes=60,
            kind=ActivityKind.TALK_STAFF,
            title=TITLE,
            place="Kantinen",
            remark=ON_ACTIVITY,
            workplace_ids=(place.id,),
            counsellor_ids=(me,),
        )
    )


def hand_out_the_plan(desk: Desk) -> None:
    """Import rules and closing days, be refused, and write the plan in every format."""
    rules = "workplace;weekdays;time;minutes;counsellors;valid_from;remark"
    row = f"ma;9.00;60;KM;{MONDAY};{ON_RULE}"
    desk.run("import", "rules", desk.bring("rules.csv", f"{rules}\nVEST;{row}\n"))
    refused = desk.bring("bad-rules.csv", f"{rules}\nSYD;{row}\n")
    desk.run("import", "rules", refused, code=1)
    days, row = "workplace;from;reason", f"{MONDAY};{ON_CLOSING}"
    closed = desk.bring("closed.csv", f"{days}\n;{row}\n")
    desk.run("import", "closing-days", closed)
    refused = desk.bring("bad-closed.csv", f"{days}\nSYD;{row}\n")
    desk.run("import", "closing-days", refused, code=1)
    span = ("plan", "--from", f"{MONDAY}", "--to", f"{MONDAY + timedelta(weeks=4)}")
    for name, kind in PLAN_FORMATS.items():
        desk.run(*span, "--format", name, "--out", desk.watched / "out" / f"plan{kind.ending}")
    desk.run(
        *span, "--workplace", "VEST", "--format", "pdf", "--out", desk.watched / "out/vest.pdf"
    )
    assert "Kantinen" in (desk.watched / "out" / "plan.csv").read_text("utf-8")
    desk.run(*span)
    desk.run("worth")


def afternoon(desk: Desk) -> None:
    """Import, be refused, count, report, back up and restore; everything through processes."""
    header = "date;channel;identity;name;phone;note"
    good = f"2026-11-19;phone;registered;{NAMES[1]};{PHONES[1]};{NOTES[0]}"
    bad = f"2026-11-19;phone;anonymous;{NAMES[2]};{PHONES[2]};{NOTES[2]}"
    desk.run("import", "inquiries", desk.bring("in.csv", f"{header}\n{good}\n"))
    desk.run("import", "inquiries", desk.bring("bad.csv", f"{header}\n{bad}\n"), code=1)
    desk.run("tally", "--from", "2026-11", "--to", "2026-11", "--format", "json")
    formats = [word for name in FORMATS for word in ("--format", name)]
    desk.run("report", "--month", "2026-11", *formats, "--out", desk.watched / "out")
    months = ("--from", "2026-11", "--to", "2026-11")
    desk.run("evaluator", *months, "--out", desk.watched / "out")
    desk.run("check")
    desk.run("backup", "--out", desk.watched / "kopier")
    (backup,) = (desk.watched / "kopier").glob("*.db")
    desk.run("restore", backup)


def accident(desk: Desk) -> None:
    """Let the program meet a fault whose message quotes what was typed."""
    store, _ = open_store(desk.paths, PASSPHRASE)
    store.database.execute(
        "CREATE TRIGGER fault BEFORE INSERT ON person"
        f" BEGIN SELECT RAISE(ABORT, '{NAMES[0]}: {NOTES[0]}'); END"
    )
    store.close()
    row = f"2026-11-18;phone;{NAMES[2]};{NOTES[2]}"
    desk.run(
        *("import", "inquiries"),
        desk.bring("fault.csv", f"date;channel;name;note\n{row}\n"),
        code=70,
    )
    assert list(desk.paths.logs.glob("crash-*.txt"))
    store, _ = open_store(desk.paths, PASSPHRASE)
    store.database.execute("DROP TRIGGER fault")
    store.close()


def write_logs(paths: Paths) -> None:
    """Log what a careless line of code would log."""
    log.start_logging(paths)
    try:
        raise ValueError(NOTES[0])
    except ValueError as error:
        log.logger("store").error("%s was not saved", NAMES[0], exc_info=error)
        log.write_crash_report(paths, error)
    finally:
        log.stop_logging()


def secrets_of(key: DataKey, code: str) -> dict[str, bytes]:
    """Return every canary of this day, and its keys, as they would stand in a file."""
    return canaries(key, (*TYPED, PASSPHRASE, *codes(code)))


def test_nothing_about_anybody_is_readable_after_a_working_day(
    watched: Path, tmp_path: Path
) -> None:
    brought = tmp_path / "brought"
    brought.mkdir()
    desk = Desk(watched, brought)
    store, key, code = create_store(
        desk.paths,
        PASSPHRASE,
        project="Projekt Vest",
        counsellor=Counsellor(initials="KM", name="Karen Møller"),
        params=CHEAP,
    )
    morning(store)
    plan_ahead(store)
    write_feed(store, watched / "out")
    store.close()
    afternoon(desk)
    hand_out_the_plan(desk)
    accident(desk)
    write_logs(desk.paths)

    # Open again, so that the journal of the running program is searched as well.
    store, _ = open_store(desk.paths, PASSPHRASE)
    save_draft(store, InquiryDraft(date=TODAY, name=NAMES[0], note=NOTES[2]))
    try:
        written = {path.suffix for path in watched.rglob("*") if path.is_file()}
        assert {".db", ".db-wal", ".json", ".pdf", ".xlsx", ".csv", ".log", ".txt"} <= written
        assert ".ics" in written
        secrets = secrets_of(key, code)
        assert found_in(watched, secrets) == []
        said = desk.said.lower().encode()
        assert [name for name, secret in secrets.items() if secret.lower() in said] == []
        assert store.people.search(NAMES[0])
    finally:
        store.close()
    assert open_with_passphrase(read_envelope(desk.paths.envelope), PASSPHRASE) == key


def test_a_canary_is_noticed_wherever_it_sits(tmp_path: Path) -> None:
    secrets = secrets_of(DataKey(b"k" * 32), "ABCDE-FGHJK")
    (tmp_path / "plain.txt").write_bytes(NAMES[0].upper().encode())
    (tmp_path / "wide.dat").write_bytes(b"\0x" + NOTES[0].encode("utf-16-le"))
    (tmp_path / "key.bin").write_bytes(b"--" + b"k" * 32)
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", f"<t>{PHONES[0]}</t>")
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/Title": PROMISE})
    writer.write(tmp_path / "report.pdf")
    carriers = {line.rpartition(": ")[2] for line in found_in(tmp_path, secrets)}
    assert carriers == {"plain.txt", "wide.dat", "key.bin", "book.xlsx", "report.pdf"}
