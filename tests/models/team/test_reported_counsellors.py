"""Two counsellors with the same initials are two people at the lead, whoever reports first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.plan_types import ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.team.laptops import Laptops
from app.models.team.merging import merge, merge_many
from app.models.team.project import accept_card
from app.models.team.reported import Sender
from app.models.team.rosters import Rosters
from app.models.team.summary import Summary, ToldActivity
from app.models.types import Counsellor
from tests.models.team.test_equality import arrival
from tests.models.team.test_merging import FEBRUARY, NOW, closed, laptop, simple
from tests.records import add_contact, add_person
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project, card_of
from tests.stores import new_store, standing_clock
from tests.team import rename

ANNE = Sender(device="a1b2c3d4", initials="AB", name="Anne Berg")
ANDERS = Sender(device="e5f6a7b8", initials="AB", name="Anders Bo")


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "lead", standing_clock(NOW))
    rename(store, "PL", "Pia Lund")
    store.settings.set("role", "lead")
    yield store
    store.close()


@pytest.fixture
def told(tmp_path: Path) -> Summary:
    """One contact, and one activity."""
    summary = simple(tmp_path)
    activity = ToldActivity(
        kind=ActivityKind.NETWORK, status=ActivityStatus.HELD, minutes=60, participants=12
    )
    return replace(summary, activities=(activity,))


def reported(store: Store) -> dict[str, set[tuple[str, str]]]:
    """Return initials and names of whose the contacts and activities of every laptop are."""
    rows = store.database.execute(
        "SELECT r.source, c.initials, c.name FROM reported_contact r"
        " JOIN inquiry i ON i.seq = r.inquiry_seq JOIN counsellor c ON c.id = i.counsellor_id"
        " UNION SELECT m.source, c.initials, c.name FROM reported_activity r"
        " JOIN reported_month m ON m.id = r.month_id"
        " JOIN activity_counsellor a ON a.activity_id = r.activity_id"
        " JOIN counsellor c ON c.id = a.counsellor_id"
    ).fetchall()
    found: dict[str, set[tuple[str, str]]] = {}
    for source, initials, name in rows:
        found.setdefault(source, set()).add((initials, name))
    return found


def test_two_people_with_the_same_initials_are_two(lead: Store, told: Summary) -> None:
    merge_many(lead, [arrival(told, ANNE, 1), arrival(told, ANDERS, 1)])
    assert reported(lead) == {
        ANNE.source: {("AB", "Anne Berg")},
        ANDERS.source: {("AB (e5f6)", "Anders Bo")},
    }
    laptops = Laptops(lead)
    assert laptops.name(ANNE.source) != laptops.name(ANDERS.source)


def test_a_restored_laptop_and_a_second_one_are_the_same_persons(
    lead: Store, told: Summary, tmp_path: Path
) -> None:
    merge_many(lead, [arrival(told, ANNE, 1), arrival(told, ANDERS, 1)])
    restored = Sender(
        device="99990000", initials="AB", name="Anders Bo Holm", before=(ANDERS.device,)
    )
    with laptop(tmp_path / "later") as store:
        add_contact(store, add_person(store, "Ida Juhl"), FEBRUARY.first)
        later = closed(store, "KM", FEBRUARY)
    merge(lead, arrival(later, restored, 1))
    second = Sender(device="77770000", initials="AB", name="ANDERS BO")
    merge(lead, arrival(later, second, 1))
    assert reported(lead)[ANDERS.source] == {("AB (e5f6)", "Anders Bo")}
    assert reported(lead)[second.source] == {("AB (e5f6)", "Anders Bo")}


def test_what_was_counted_as_one_persons_is_told_apart_with_the_next_letter(
    lead: Store, told: Summary, tmp_path: Path
) -> None:
    merge_many(lead, [arrival(told, ANNE, 1), arrival(told, ANDERS, 1)])
    # As it was written before: all under the first one.
    for table in ("inquiry", "activity_counsellor"):
        lead.database.execute(f"UPDATE {table} SET counsellor_id = ?", (ANNE.source,))
    lead.database.execute("DELETE FROM counsellor WHERE id = ?", (ANDERS.source,))
    assert reported(lead)[ANDERS.source] == {("AB", "Anne Berg")}
    with laptop(tmp_path / "later") as store:
        add_contact(store, add_person(store, "Ida Juhl"), FEBRUARY.first)
        later = closed(store, "KM", FEBRUARY)
    merge(lead, arrival(later, ANDERS, 2))
    assert reported(lead) == {
        ANNE.source: {("AB", "Anne Berg")},
        ANDERS.source: {("AB (e5f6)", "Anders Bo")},
    }


def test_the_leads_own_initials_are_nobody_elses(lead: Store, told: Summary) -> None:
    per = Sender(device="11112222", initials="PL", name="Per Lang")
    pia = Sender(device="33334444", initials="PL", name="Pia Lund")
    merge_many(lead, [arrival(told, per, 1), arrival(told, pia, 1)])
    assert reported(lead) == {
        per.source: {("PL (1111)", "Per Lang")},
        pia.source: {("PL", "Pia Lund")},
    }


def test_initials_may_be_alike_in_whatever_they_are_written_with(
    lead: Store, told: Summary
) -> None:
    """No character means more than itself, and four digits of a device need not tell it apart."""
    names = ("Anne Berg", "Anders Bo", "Asta Bæk")
    senders = [
        Sender(device=f"abcd{number}", initials="A*", name=name)
        for number, name in enumerate(names)
    ]
    other = Sender(device="ffff", initials="AXE", name="Asta Bæk")
    merge_many(lead, [arrival(told, each, 1) for each in (other, *senders)])
    assert [reported(lead)[each.source] for each in (other, *senders)] == [
        {("AXE", "Asta Bæk")},
        {("A*", "Anne Berg")},
        {("A* (abcd)", "Anders Bo")},
        {("A* (abcd2)", "Asta Bæk")},
    ]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project in which CD is called AB, too, as the roster tells: Anders Bo beside Anne Berg."""
    with a_project(tmp_path / "project") as made:
        rename(made.bo, "AB", "Anders Bo")
        accept_card(made.lead, card_of(made.bo))
        for store in (made.ann, made.bo):
            Rosters(store).take(Rosters(made.lead).require())
        yield made


@pytest.mark.parametrize("entered", ["Anders Bo", "Anne Berg", "AB"])
def test_who_was_entered_by_name_is_who_has_that_name(
    project: Project, tmp_path: Path, entered: str
) -> None:
    """The lead planned for one of the two; the other one reports first."""
    project.lead.counsellors.add(Counsellor(initials="AB", name=entered))
    for store in (project.ann, project.bo):
        project.post(store, SEPTEMBER)
        project.take(*project.carry(store, tmp_path / "mail"))
    project.post(project.bo, OCTOBER)
    project.take(*project.carry(project.bo, tmp_path / "mail"))
    anne, anders = (card_of(store).device for store in (project.ann, project.bo))
    found = reported(project.lead)
    if entered == "Anders Bo":
        assert found[anders] == {("AB", "Anders Bo")}
        assert found[anne] == {(f"AB ({anne[:4]})", "Anne Berg")}
    else:
        assert found[anne] == {("AB", entered)}
        assert found[anders] == {(f"AB ({anders[:4]})", "Anders Bo")}
