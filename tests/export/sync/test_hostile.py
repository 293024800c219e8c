"""Whatever lies in the folder: what is no letter for us is told once and changes nothing."""

import os
import random
import shutil
from pathlib import Path

import pytest

from app.errors import Conflict
from app.export.letters.letter import LARGEST_FILE, Kind
from app.export.letters.posting import months_to_post, post_month
from app.export.sync_report import SyncReport
from app.export.sync_words import out_letter_line, report_lines
from app.models.clock import local_today
from app.models.month_closing import restate_month
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox
from app.models.team.lead_status import LaptopRow, lead_status
from app.models.team.outbox import Counts, Outbox
from app.models.team.project import accept_card, revoke
from app.models.team.receptions import Receptions
from app.models.team.senders import expected_senders
from app.models.team.standing import Standing
from tests.records import add_contact
from tests.shares import OCTOBER, exchange, months, post_october
from tests.stores import new_store
from tests.team import Team, a_summary, forged, rename, sealed, stranger


def put(share: Path, content: bytes, name: str = "0123456789abcdef.vvb") -> Path:
    folder = share / "to-lead"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def reasons(report: SyncReport) -> list[str]:
    return [one.reason for one in report.refused] + [one.reason for one in report.taken]


def figures(store: Store) -> tuple[int, ...]:
    tables = ("inquiry", "person", "reported_month", "visit")
    count = store.database.execute
    return tuple(count(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def test_every_attack_is_refused_with_its_reason_and_changes_nothing(
    team: Team, share: Path
) -> None:
    post_october(team.ab)
    good = Outbox(team.ab).sealed(months(team.ab)[0].seq)
    ab = team.keys("AB")
    before = figures(team.lead)
    for content, reason in (
        (b"", "not_a_letter"),
        (b"PK\3\4 a zip file", "not_a_letter"),
        (good[:-1], "damaged"),
        (good[: len(good) // 2], "damaged"),
        (good[:-100] + bytes([good[-100] ^ 1]) + good[-99:], "damaged"),
        (good.replace(b"v1", b"v2", 1), "newer_format"),
        (sealed(team, a_summary(team, stranger())), "unknown_sender"),
        (sealed(team, forged(team, stranger(), sender=ab.id)), "bad_signature"),
        (sealed(team, forged(team, ab, project_id="0" * 32)), "wrong_project"),
        (sealed(team, forged(team, ab, recipients=(team.keys("CD").recipient,))), "not_for_you"),
        (sealed(team, forged(team, ab, kind=Kind.RECEIPT)), "wrong_role"),
        (sealed(team, a_summary(team, ab)), "not_a_summary"),
    ):
        path = put(share, content)
        report = exchange(team.lead)
        assert reasons(report) == [reason]
        assert report.anything_refused
        assert path.exists(), "what is not understood is not thrown away"
        assert not exchange(team.lead).anything_refused, "told once"
        assert figures(team.lead) == before
        path.unlink()


def test_a_file_larger_than_any_letter_is_not_read(team: Team, share: Path) -> None:
    path = put(share, b"")
    os.truncate(path, LARGEST_FILE + 1)
    assert reasons(exchange(team.lead)) == ["too_large"]


def test_a_letter_refused_for_its_sender_is_taken_when_the_roster_knows_him(
    team: Team, share: Path, tmp_path: Path
) -> None:
    new = new_store(tmp_path / "EF")
    rename(new, "EF")
    card = Devices(new).card()
    inner = a_summary(team, Devices(new).current())
    put(share, sealed(team, inner))
    assert reasons(exchange(team.lead)) == ["unknown_sender"]
    accept_card(team.lead, card)
    assert reasons(exchange(team.lead)) == ["not_a_summary"], "looked at again"
    new.close()


def test_a_file_that_was_half_there_is_read_again_when_it_is_whole(team: Team, share: Path) -> None:
    post_october(team.ab)
    good = Outbox(team.ab).sealed(months(team.ab)[0].seq)
    put(share, good[:500])
    assert reasons(exchange(team.lead)) == ["damaged"]
    put(share, good)
    assert reasons(exchange(team.lead)) == [""]


def test_copies_replays_and_conflict_copies_count_once(team: Team, share: Path) -> None:
    post_october(team.ab)
    good = Outbox(team.ab).sealed(months(team.ab)[0].seq)
    for name in ("a.vvb", "a (1).vvb", "a-PC7 (kopi i konflikt 2026-11-02).vvb", "b.vvb.part"):
        put(share, good, name)
    report = exchange(team.lead)
    assert (reasons(report), report.foreign) == ([""], 1)
    after = figures(team.lead)
    put(share, good, "replayed.vvb")
    assert reasons(exchange(team.lead)) == []
    assert figures(team.lead) == after
    assert [path.name for path in (share / "to-lead").iterdir()] == ["b.vvb.part"]
    assert len(list((share / "taken").rglob("*.vvb"))) == 1
    assert len(Inbox(team.lead).letters()) == 1


def test_another_letter_with_the_same_number_is_refused_and_its_sender_told(
    team: Team, share: Path
) -> None:
    letter = post_october(team.ab)
    exchange(team.ab)
    exchange(team.lead)
    before = figures(team.lead)
    # The backup of the laptop is put back on a second one, which writes the same number anew.
    team.ab.database.execute("UPDATE device SET last_seq = last_seq - 1, last_to_lead = 0")
    team.ab.database.execute("DELETE FROM outbox WHERE kind = 'summary'")
    other = post_month(team.ab, OCTOBER)
    assert other.hash != letter.hash
    exchange(team.ab)
    assert reasons(exchange(team.lead)) == ["forked"]
    assert figures(team.lead) == before
    report = exchange(team.ab)
    assert (report.counts, months(team.ab)[0].reason) == (Counts(refused=1), "forked")
    assert not report.counts.all_arrived


def test_a_laptop_whose_copy_was_faster_becomes_a_new_one_and_sends_the_month_again(
    team: Team, share: Path
) -> None:
    post_october(team.ab)
    exchange(team.ab)
    exchange(team.lead)
    old, before = team.keys("AB").id, figures(team.lead)
    # A copy of the data folder has sent what came; this one writes the same number with other content.
    team.ab.database.execute("UPDATE device SET last_seq = last_seq - 1, last_to_lead = 0")
    team.ab.database.execute("DELETE FROM outbox WHERE kind = 'summary'")
    add_contact(team.ab, day=OCTOBER.first)
    restate_month(team.ab, OCTOBER, "Glemt henvendelse")
    post_month(team.ab, OCTOBER)
    exchange(team.ab)
    assert reasons(exchange(team.lead)) == ["forked"]
    report = exchange(team.ab)
    assert report.standing is Standing.RESTORED
    new = team.keys("AB").id
    assert new != old
    assert "nye visitkort" in out_letter_line(months(team.ab)[0]).da
    assert months_to_post(team.ab) == ("2026-10",)
    with pytest.raises(Conflict):
        post_month(team.ab, OCTOBER)
    assert team.keys("AB").id == new
    (row,) = _rows(team, "AB")
    assert row.forked == 1

    accept_card(team.lead, Devices(team.ab).card())
    exchange(team.lead)
    exchange(team.ab)
    post_month(team.ab, OCTOBER)
    exchange(team.ab)
    assert reasons(exchange(team.lead)) == [""]
    assert exchange(team.ab).counts == Counts(acknowledged=1)
    assert figures(team.lead) != before
    assert team.lead.inquiries.count() == team.ab.inquiries.count()
    (row,) = _rows(team, "AB")
    assert (row.source, row.forked, row.gaps) == (old, 0, ())
    assert months_to_post(team.ab) == ()


def _rows(team: Team, initials: str) -> list[LaptopRow]:
    status = lead_status(team.lead, [OCTOBER], expected_senders(team.lead))
    return [row for row in status.laptops if row.initials == initials]


def test_a_revoked_laptop_is_not_believed(team: Team, share: Path) -> None:
    post_october(team.ab)
    exchange(team.ab)
    revoke(team.lead, team.keys("AB").id, local_today(team.lead.clock))
    report = exchange(team.lead)
    assert reasons(report) == ["revoked_sender"]
    assert any(line.da.startswith("Afvist: AB: ") for line in report_lines(report))
    (kept,) = Receptions(team.lead).unseen(5)
    assert kept.file.startswith("AB: ")


def test_what_is_put_into_a_counsellors_folder_acknowledges_nothing(
    team: Team, share: Path
) -> None:
    letter = post_october(team.ab)
    exchange(team.ab)
    mine = share / "to" / team.keys("AB").id
    mine.mkdir(parents=True, exist_ok=True)
    (mine / "own.vvb").write_bytes(Outbox(team.ab).sealed(letter.seq))
    (mine / "junk.vvb").write_bytes(b"junk")
    report = exchange(team.ab)
    assert sorted(reasons(report)) == ["not_a_letter", "wrong_recipient"]
    assert report.counts == Counts(delivered=1)


def test_100_000_foreign_files_delay_nobody(team: Team, share: Path) -> None:
    post_october(team.ab)
    exchange(team.ab)
    for number in range(100_000):
        (share / "to-lead" / f"IMG_{number}.jpg").touch()
    report = exchange(team.lead)
    assert (reasons(report), report.foreign) == ([""], 100_000)


def test_2_000_random_letters_crash_nothing_and_are_read_once(team: Team, share: Path) -> None:
    post_october(team.ab)
    good = Outbox(team.ab).sealed(months(team.ab)[0].seq)
    chance = random.Random(6)
    for number in range(2_000):
        content = bytearray(good)
        for place in chance.sample(range(len(content)), chance.randrange(1, 6)):
            content[place] ^= chance.randrange(1, 256)
        if chance.random() < 0.5:
            del content[chance.randrange(len(content)) :]
        put(share, bytes(content), f"{number:016x}.vvb")
    before = figures(team.lead)
    report = exchange(team.lead)
    assert (len(report.refused), report.taken) == (2_000, [])
    assert figures(team.lead) == before
    assert exchange(team.lead).refused == []
    shutil.rmtree(share / "to-lead")
    exchange(team.lead)
    assert Inbox(team.lead).files("to-lead") == {}
