"""The demo project gives the published figures, whatever else lives in it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict
from app.models.case_types import RetentionSubject
from app.models.clock import LOCAL_ZONE, from_stamp
from app.models.demo import (
    DEMO_PASSPHRASE,
    PUBLISHED_FIRST,
    PUBLISHED_LAST,
    build_demo,
    open_demo,
)
from app.models.demo_published import compare
from app.models.identity_doubts import doubts_of_link
from app.models.opening import open_store
from app.models.periods import Period
from app.models.recognition import find_people
from app.models.retention_due import due_list
from app.models.rules import is_cvr
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import ContactRole, Identity, VisitStatus
from app.paths import Paths
from tests.stores import CHEAP, standing_clock

PUBLISHED = Period(PUBLISHED_FIRST, PUBLISHED_LAST)
FRIDAY = datetime(2026, 11, 20, 15, tzinfo=UTC)
SINCE = Period(date(2019, 11, 1), date(2026, 11, 30))


@pytest.fixture(scope="module", params=[False, True], ids=["published", "lived in"])
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    store, _ = build_demo(
        Paths(tmp_path_factory.mktemp("demo")),
        clock=standing_clock(FRIDAY),
        recent=request.param,
        params=CHEAP,
    )
    yield store
    store.close()


def test_every_published_figure_comes_out(demo: Store) -> None:
    compared = compare(tally(demo, PUBLISHED))
    assert len(compared) == 48
    assert [item.label.en for item in compared if not item.agrees] == []


def test_a_wrong_figure_is_noticed(demo: Store) -> None:
    shorter = Period(PUBLISHED_FIRST, date(2019, 1, 31))
    assert [item for item in compare(tally(demo, shorter)) if not item.agrees]


def test_the_contacts_add_up(demo: Store) -> None:
    contacts = tally(demo, PUBLISHED).contacts
    assert (
        contacts.first,
        contacts.returning,
        contacts.phone_no_workplace,
        contacts.anonymous,
        contacts.all,
    ) == (146, 45, 40, 19, 250)


def test_presence_looks_like_presence(demo: Store) -> None:
    visits = tally(demo, PUBLISHED).visits
    assert visits.contacts == 174
    assert visits.held > 400
    assert 0 < visits.zero < visits.held
    assert visits.cancelled > 0
    assert 20 <= visits.contacts_per_100_hours <= 60


def test_every_visit_was_planned_for_a_time(demo: Store) -> None:
    visits = demo.visits.between(PUBLISHED_FIRST, PUBLISHED_LAST)
    assert all(visit.time and visit.minutes for visit in visits)
    assert {VisitStatus.HELD, VisitStatus.CANCELLED} == {visit.status for visit in visits}


def test_every_contact_at_a_visit_was_there_then(demo: Store) -> None:
    for visit in demo.visits.between(PUBLISHED_FIRST, SINCE.last):
        for inquiry in demo.inquiries.of_visit(visit.id):
            assert (inquiry.date, inquiry.workplace_id) == (visit.date, visit.workplace_id)
            assert visit.status is VisitStatus.HELD
            told = datetime.combine(inquiry.date, time.fromisoformat(inquiry.time), LOCAL_ZONE)
            assert from_stamp(visit.started_at) <= told <= from_stamp(visit.ended_at)


def test_workplaces_have_somebody_to_talk_to_and_something_to_use(demo: Store) -> None:
    arla = demo.workplaces.by_code("ARLA-DP")
    assert {contact.role for contact in arla.contacts} == {
        ContactRole.HR,
        ContactRole.UNION_REP,
        ContactRole.SAFETY_REP,
    }
    assert len(demo.offers.of_workplace(arla.id, date(2019, 1, 1))) == 3
    assert arla.headcount == 310


def test_no_real_company_number_or_phone_number_is_carried(demo: Store) -> None:
    numbers = [item.cvr for item in demo.organisations.all() if item.cvr]
    assert numbers == ["90000004"]
    assert is_cvr(numbers[0])
    phones = [contact.phone for place in demo.workplaces.all() for contact in place.contacts]
    phones += [person.phone for person in demo.people.all()]
    assert {phone[:5] for phone in phones if phone} == {"70000"}


def test_recent_weeks_are_lived_in_only_when_asked_for(demo: Store) -> None:
    recent = tally(demo, SINCE)
    if demo.people.count() == 146:
        assert (recent.contacts.all, recent.visits.held) == (0, 0)
        assert (demo.referrals.count(), demo.offers.of_project()) == (0, ())
        return
    assert recent.contacts.all > 40
    assert recent.visits.zero > 5
    assert recent.contacts.returning > 0
    assert recent.referrals.all.open > 0
    assert recent.referrals.all.ended > 0
    assert recent.referrals.all.median_sessions_hundredths == 200, "two sessions are common"
    due = Counter(followup.due_on < FRIDAY.date() for followup in demo.followups.open())
    assert due[True] > 0
    assert due[False] > 0
    visits = demo.visits.between(SINCE.first, SINCE.last)
    held = [visit.date for visit in visits if visit.status is VisitStatus.HELD]
    assert max(held) < FRIDAY.date()


def test_people_are_believable(demo: Store) -> None:
    people = demo.people.all()
    phones = [person.phone for person in people if person.phone]
    recent = [
        [one for one in demo.inquiries.of_person(person.id) if one.date > PUBLISHED_LAST]
        for person in people
    ]
    assert len(phones) == len(set(phones)), "no two share a number"
    assert [name for name, count in Counter(p.name for p in people).items() if count > 1] == []
    for contacts in recent:
        days = [contact.date for contact in contacts]
        assert len(days) == len(set(days)), "nobody comes twice on one day"
        at_work = [one for one in contacts if one.visit_id]
        assert len({one.role for one in at_work}) <= 1
        notes = [one.note for one in at_work if one.note]
        assert len(notes) == len(set(notes)), "nobody says the same twice"


def test_the_readme_looks_for_somebody_who_is_there(demo: Store) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (wanted,) = re.findall(r'people find "(.+)"', readme)
    assert find_people(demo, wanted)


def test_who_is_who_is_believable(demo: Store) -> None:
    words = [
        [demo.inquiries.get(contact) for contact in demo.aliases.contacts(alias.id)]
        for alias in demo.aliases.all()
    ]
    assert len(words) == demo.linked_contacts.count() * 2
    for contacts in words:
        assert len({contact.workplace_id for contact in contacts}) == 1
        assert len({contact.role for contact in contacts}) == 1
        told = {
            (one.gender, one.age_band) for one in contacts if one.identity is Identity.ANONYMOUS
        }
        assert len(told) == 1
    ids = [contact.id for contacts in words for contact in contacts]
    for link in demo.linked_contacts.of_inquiries(ids):
        inquiry = demo.inquiries.get(link.inquiry_id)
        told_then = replace(inquiry, gender=link.gender, age_band=link.age_band)
        assert doubts_of_link(told_then, demo.people.get(link.person_id)) == ()


def test_the_same_day_gives_the_same_project(tmp_path: Path) -> None:
    seen = []
    for name in ("one", "two"):
        paths = Paths(tmp_path / name)
        store, _ = build_demo(paths, clock=standing_clock(FRIDAY), recent=True, params=CHEAP)
        seen.append([tally(store, SINCE), [person.name for person in store.people.all()]])
        store.close()
    assert seen[0][0] == seen[1][0]
    assert sorted(seen[0][1]) == sorted(seen[1][1])


def test_a_clock_that_is_years_behind_leaves_the_published_period_alone(tmp_path: Path) -> None:
    clock = standing_clock(datetime(2019, 10, 20, tzinfo=UTC))
    store, _ = build_demo(Paths(tmp_path / "demo"), clock=clock, recent=True, params=CHEAP)
    assert tally(store, PUBLISHED).contacts.all == 250
    store.close()


def test_the_demo_is_built_once_and_opened_again(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "demo")
    store, key = open_demo(paths, standing_clock(FRIDAY))
    contacts = store.inquiries.count()
    store.inquiries.delete(store.inquiries.newest().id)
    store.close()
    store, again = open_demo(paths, standing_clock(FRIDAY))
    assert again == key
    assert store.inquiries.count() == contacts - 1
    store.close()
    with pytest.raises(Conflict):
        build_demo(paths, clock=standing_clock(FRIDAY), params=CHEAP)
    store, _ = open_store(paths, DEMO_PASSPHRASE)
    store.close()


def test_old_promises_have_run_out_and_nobody_has(demo: Store) -> None:
    lived_in = tally(demo, SINCE).contacts.all > 0
    assert {due.subject for due in due_list(demo)} == (
        {RetentionSubject.FOLLOWUP} if lived_in else set()
    )
    assert len(due_list(demo)) == 6 * lived_in
