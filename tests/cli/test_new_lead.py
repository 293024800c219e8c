"""A new lead takes over by commands only: nothing is taken away from anybody, and no letter is lost."""

import json
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.models.plan_types import ClosingDays, PresenceRule
from app.models.store import Store
from app.models.team.packages import Packages
from app.models.types import Counsellor, Offer, OfferKind, Workplace
from tests.cli.conftest import Installation
from tests.cli.team import (
    Office,
    an_installation,
    an_office,
    as_json,
    close_all,
    dump,
    ok,
    published_workplaces,
    tallies,
    ten_words,
)

CONTENT = ("workplace", "organisation", "offer", "presence_rule", "closing_days")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office with a shared place, in which all letters and the package lie; only to be copied."""
    office = an_office(tmp_path_factory.mktemp("office"))
    with closing(office.lead.open()) as store:
        plan(store)
    ok(office.lead, "project", "export", office.folder / "package.vvb")
    close_all(office)
    share = office.folder / "share"
    share.mkdir()
    for one in (office.lead, *office.laptops.values()):
        ok(one, "delivery", "set", share)
    ok(office.lead, "sync", "--once")
    for one in office.laptops.values():
        ok(one, "sync", "--once")
    for one in office.laptops.values():
        ok(one, "sync", "--once")
        ok(one, "project", "open")
        ok(one, "bundle", "make")
        ok(one, "sync", "--once")
    ok(office.lead, "sync", "--once")
    return office


@pytest.fixture
def office(kept: Office, tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(kept.folder, folder)
    office = Office(
        folder, kept.code, {name: Installation(folder / name) for name in kept.everybody}
    )
    for one in office.everybody.values():
        ok(one, "delivery", "set", share_of(office))
    ok(office.lead, "sync", "--once")
    return office


def plan(store: Store) -> None:
    """Enter an offer, a rule, closing days and a threshold."""
    (somewhere, *_) = store.workplaces.all()
    me = store.counsellors.add(Counsellor(initials="AB", name="Vejleder AB"))
    store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach", advice_code="A02"))
    for weekday in (2, 5):
        store.presence_rules.add(
            PresenceRule(
                workplace_id=somewhere.id,
                weekdays=(weekday,),
                time="09:00",
                counsellor_ids=(me.id,),
                anchor=date(2026, 11, 2),
                valid_from=date(2026, 11, 6),
            )
        )
    days = ClosingDays(
        workplace_id=somewhere.id,
        first_on=date(2026, 12, 21),
        last_on=date(2027, 1, 3),
        reason="Jul",
    )
    store.closing_days.add(days)
    store.settings.set("protection_k", 7)


def share_of(office: Office) -> Path:
    return office.folder / "share"


def taken_over(office: Office, *options: str | Path) -> Installation:
    """Return the installation of a lead who took over with the roster in the place."""
    new = an_installation(office.folder / "NL", "NL")
    code = new.file("code.txt", office.code)
    roster = share_of(office) / "project" / "roster.json"
    ok(new, "project", "takeover", roster, "--code-file", code, *options)
    return new


def content(installation: Installation) -> dict[str, list[object]]:
    found = dump(installation)
    return {name: sorted(str(row[0]) for row in found[name]) for name in CONTENT}


def test_the_counsellors_lose_nothing_when_a_lead_takes_over(
    office: Office, tmp_path: Path
) -> None:
    ab, before = office.everybody["AB"], content(office.everybody["AB"])
    assert all(before[name] for name in ("workplace", "organisation", "presence_rule"))
    new = taken_over(office)
    ok(new, "delivery", "set", share_of(office))
    told = ok(new, "sync", "--once")
    assert "Projektpakken fra projektlederen før er taget i brug her." in told
    assert "Arbejdspladser: 17 nye" in told
    assert content(new) == content(office.lead)
    with closing(new.open()) as store:
        assert store.settings.get("protection_k") == 7
    # Until the new lead writes one, the package that lies there is the one everybody has.
    report = as_json(ab, "sync", "--once")
    assert (report["package_refused"], report["package_is_new"]) == (None, False)
    ok(new, "project", "export", tmp_path / "package.vvb")
    ok(new, "sync", "--once")
    assert as_json(ab, "sync", "--once")["package_is_new"]
    shown = json.loads(ok(ab, "project", "open", "--dry-run", "--format", "json"))
    assert (shown["changes"], shown["taxonomy"]) == ([], [])
    ok(ab, "project", "open")
    assert content(ab) == before
    assert list(tallies(new)) == list(tallies(office.lead))


def test_the_package_may_be_given_as_a_file(office: Office, tmp_path: Path) -> None:
    package = office.folder / "package.vvb"
    new = taken_over(office, "--package", package)
    assert content(new) == content(office.lead)
    ok(new, "project", "export", tmp_path / "new.vvb")
    words = ("--words", ten_words(new))
    shown = ok(
        office.everybody["CD"], "project", "open", tmp_path / "new.vvb", "--dry-run", *words,
        "--format", "json",
    )  # fmt: skip
    assert json.loads(shown)["changes"] == []


def test_own_workplaces_of_a_new_lead_are_the_packages_afterwards(office: Office) -> None:
    new = published_workplaces(an_installation(office.folder / "NL", "NL"))
    places = {row[0] for row in dump(new)["workplace"]}
    code = new.file("code.txt", office.code)
    given = ("--code-file", code, "--package", office.folder / "package.vvb")
    ok(new, "project", "takeover", office.folder / "roster.json", *given)
    assert {row[0] for row in dump(new)["workplace"]} == places
    ok(new, "project", "export", office.folder / "new.vvb")
    shown = ok(office.everybody["AB"], "project", "open", office.folder / "new.vvb", "--dry-run")
    assert "fjernet" not in shown


def test_the_order_of_package_and_letters_does_not_matter(office: Office) -> None:
    """A new lead opens letters first: what they tell of workplaces was entered by nobody."""
    new = taken_over(office)
    archive = sorted((share_of(office) / "taken").glob("*/*.vvb"))
    ok(new, "bundle", "open", *archive)
    told = ok(new, "project", "open", office.folder / "package.vvb")
    assert "rettet her" not in told
    assert sorted(row[1] for row in dump(new)["workplace"]) == sorted(
        row[1] for row in dump(office.lead)["workplace"]
    )
    ok(new, "project", "export", office.folder / "new.vvb")
    shown = ok(office.everybody["AB"], "project", "open", office.folder / "new.vvb", "--dry-run")
    assert "Arbejdspladser" not in shown, shown
    assert list(tallies(new)) == list(tallies(office.lead))


def test_a_restored_lead_goes_on_from_what_it_had_sent_out_since(office: Office) -> None:
    lead, out = office.lead, office.folder / "later.vvb"
    ok(lead, "backup")
    (backup,) = lead.paths.backups.glob("*.db")
    with closing(lead.open()) as store:
        store.workplaces.add(Workplace(code="NEW", name="Ny arbejdsplads"))
    ok(lead, "project", "export", out)
    ok(lead, "sync", "--once")
    ok(office.everybody["AB"], "sync", "--once")
    ok(office.everybody["AB"], "project", "open")
    counted = list(tallies(lead))
    ok(lead, "restore", backup)
    told = ok(lead, "project", "takeover", "--code-file", lead.file("code.txt", office.code))
    assert "kommer med den forrige projektpakke" not in told
    assert "Arbejdspladser, tilbud, regler og kodelister er her allerede, med projektpakken" in told
    assert "Er der skrevet en nyere siden, så synkroniser, eller åbn den" in told
    assert "Arbejdspladser: 1 ny (NEW)" in ok(lead, "sync", "--once")
    assert list(tallies(lead)) == counted
    ok(lead, "project", "export", out)
    words = ("--words", ten_words(lead))
    shown = ok(office.everybody["AB"], "project", "open", out, "--dry-run", *words)
    assert "Alt er allerede, som pakken siger." in shown


def test_a_restored_lead_is_told_that_the_package_it_gives_is_an_older_one(office: Office) -> None:
    lead, older = office.lead, office.folder / "package.vvb"
    with closing(lead.open()) as store:
        store.workplaces.add(Workplace(code="NEW", name="Ny arbejdsplads"))
    ok(lead, "project", "export", office.folder / "newer.vvb")
    before = content(lead)
    ok(lead, "backup")
    (backup,) = lead.paths.backups.glob("*.db")
    ok(lead, "restore", backup)
    code = lead.file("code.txt", office.code)
    told = ok(lead, "project", "takeover", "--code-file", code, "--package", older)
    assert "Pakken er ikke nyere end den, der er her, og har intet ændret" in told
    assert content(lead) == before


def test_a_new_lead_without_the_package_is_told_where_it_comes_from(office: Office) -> None:
    new = an_installation(office.folder / "NL", "NL")
    code, roster = new.file("code.txt", office.code), share_of(office) / "project" / "roster.json"
    told = ok(new, "project", "takeover", roster, "--code-file", code)
    assert "kommer med den forrige projektpakke" in told


def test_a_package_that_takes_everything_away_is_told_and_waits(office: Office) -> None:
    new, out = taken_over(office), office.folder / "empty.vvb"
    told = ok(new, "project", "export", out, code=1)
    assert "ville forsvinde hos alle vejledere" in told
    assert "--anyway" in told
    assert not out.exists()
    with closing(new.open()) as store:
        assert Packages(store).taken() is None
    ok(new, "project", "open", office.folder / "package.vvb")
    ok(new, "project", "export", out)
    with closing(new.open()) as store:
        for rule in store.presence_rules.all():
            store.database.execute("DELETE FROM presence_rule WHERE id = ?", (rule.id,))
    told = ok(new, "project", "export", out, code=1)
    assert "fremmøderegler" in told
    ok(new, "project", "export", out, "--anyway")


def test_a_package_of_a_stranger_is_not_gone_on_from(office: Office, tmp_path: Path) -> None:
    other = an_installation(tmp_path / "other", "XX")
    ok(other, "project", "create")
    foreign = tmp_path / "foreign.vvb"
    ok(other, "project", "export", foreign)
    new = an_installation(office.folder / "NL", "NL")
    code = new.file("code.txt", office.code)
    roster = office.folder / "roster.json"
    given = ("project", "takeover", roster, "--code-file", code, "--package", foreign)
    assert "et andet projekt" in ok(new, *given, code=5)
    with closing(new.open()) as store:
        assert not store.settings.is_lead, "nothing was taken over"
    ok(new, *given[:5])
    ok(new, "delivery", "set", share_of(office))
    (share_of(office) / "project" / "package.vvb").write_bytes(foreign.read_bytes())
    assert as_json(new, "sync", "--once", code=5)["package_refused"] == "wrong_project"


def test_the_letters_of_a_laptop_revoked_on_the_same_day_stay(office: Office) -> None:
    counted = list(tallies(office.lead))
    assert "Breve efter nummer" in ok(office.lead, "roster", "revoke", "EF")
    ok(office.lead, "sync", "--once")
    new = taken_over(office)
    ok(new, "delivery", "set", share_of(office))
    ok(new, "sync", "--once")
    assert list(tallies(new)) == counted


def test_what_came_on_the_day_of_the_theft_does_not_count_where_it_is_said(office: Office) -> None:
    today = as_json(office.lead, "lead", "status")["today"]
    told = ok(office.lead, "roster", "revoke", "EF", "--from", today)
    assert "Breve efter nummer 0 gælder ikke." in told
    ok(office.lead, "sync", "--once")
    new = taken_over(office)
    ok(new, "delivery", "set", share_of(office))
    ok(new, "sync", "--once", code=5)
    assert as_json(new, "lead", "status")["contacts"] == 7
