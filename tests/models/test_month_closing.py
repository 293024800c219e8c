"""A month is closed, corrected, restated, undone: its figures change only when somebody says so."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, NotFound
from app.models.case_types import Outcome, ReferralState
from app.models.frozen import FrozenScope, unpack
from app.models.inquiry_details import read_details
from app.models.inquiry_drafts import InquiryDraft, save_draft
from app.models.month_changes import is_corrected
from app.models.month_checks import Check, check_month, open_months
from app.models.month_closing import NotReady, close_month, restate_month
from app.models.month_state import State, all_months, forgotten_month, month_state
from app.models.periods import Period
from app.models.planning import plan_visit
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Identity, VisitStatus
from tests.records import add_contact, add_person, add_referral, add_workplace
from tests.stores import new_store, ticking_clock

OCTOBER = Period.month(date(2026, 10, 1))
SEPTEMBER = Period.month(date(2026, 9, 1))
NOVEMBER = Period.month(date(2026, 11, 1))
JANUARY = Period.month(date(2026, 1, 1))
DAY = date(2026, 10, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store on 21 November 2026 whose clock goes on by a second."""
    opened = new_store(tmp_path, ticking_clock())
    yield opened
    opened.close()


def whole(store: Store, month: str = "2026-10", codes: tuple[str, ...] = ()) -> FrozenScope:
    """Return what the newest revision of a month holds for the month itself."""
    close = store.month_closes.current(month)
    assert close is not None
    span = unpack(close.figures).spans[0]
    scope = span.scope(codes)
    assert scope is not None
    return scope


def test_a_close_freezes_project_workplaces_organisations_and_the_year_to_date(
    store: Store,
) -> None:
    vestas = store.organisations.ensure("Vestas")
    lem, rkb = (
        add_workplace(store, code, organisation_id=vestas.id, headcount=80)
        for code in ("VESTAS-LEM", "VESTAS-RKB")
    )
    add_workplace(store, "TIM")
    lone = add_person(store)
    add_contact(store, lone, date(2026, 9, 4), workplace_id=lem.id)
    add_contact(store, lone, DAY, workplace_id=rkb.id)
    add_contact(store, None, DAY)

    close = close_month(store, OCTOBER, anyway=True)

    frozen = unpack(close.figures)
    assert (close.revision, close.closed_on, close.reason) == (1, date(2026, 11, 21), "")
    year = Period(date(2026, 1, 1), OCTOBER.last)
    assert [span.period for span in frozen.spans] == [OCTOBER, year]
    for span in frozen.spans:
        assert [scope.codes for scope in span.scopes] == [
            (),
            ("TIM",),
            ("VESTAS-LEM",),
            ("VESTAS-RKB",),
            ("VESTAS-LEM", "VESTAS-RKB"),
        ]
        for scope in span.scopes:
            assert scope.told == tally(store, span.period, scope.codes)
    both = frozen.spans[1].scope(("VESTAS-RKB", "VESTAS-LEM"))
    assert both is not None
    assert both.organisation == "Vestas"
    contacts = both.cells["contacts"]
    assert (contacts["all"].count, contacts["all"].persons) == (2, 1), "one person at two sites"
    assert frozen.spans[0].outside["contacts"]["anonymous"].count == 1
    assert frozen.places[1].headcount == 80


def test_in_january_the_month_is_the_year_to_date(store: Store) -> None:
    frozen = unpack(close_month(store, JANUARY, anyway=True).figures)
    assert [span.period for span in frozen.spans] == [JANUARY]


def test_a_month_that_is_not_over_cannot_be_closed(store: Store) -> None:
    for anyway in (False, True):
        with pytest.raises(NotReady) as caught:
            close_month(store, NOVEMBER, anyway=anyway)
        assert caught.value.message("da") == (
            "November 2026 blev ikke lukket. Måneden er ikke slut. Luk den, når den er slut."
        )
    assert store.month_closes.count() == 0


def test_a_month_without_any_data_is_closed_only_when_it_is_meant(store: Store) -> None:
    add_contact(store, None, DAY)
    with pytest.raises(NotReady) as caught:
        close_month(store, Period.month(date(2017, 1, 1)))
    assert "Der er ingen data i måneden" in caught.value.why.da
    assert close_month(store, Period.month(date(2017, 1, 1)), anyway=True).month == "2017-01"


def test_the_check_list_tells_what_is_left_to_do(store: Store) -> None:
    lem = add_workplace(store, name="Vestas i Lem")
    add_contact(store, None, date(2026, 8, 3))
    close_month(store, Period.month(date(2026, 8, 1)))
    add_contact(store, None, date(2026, 8, 4))
    earlier = add_contact(store, None, date(2026, 9, 3))
    silent = add_contact(store, None, DAY, workplace_id=lem.id, reasons=())
    planned = plan_visit(store, workplace_id=lem.id, day=DAY, time="09:00", minutes=60)
    running = store.visits.start(lem.id)
    store.visits.change(replace(running, date=DAY))
    save_draft(store, InquiryDraft(date=DAY, note="begyndt"), "kladde")
    save_draft(store, InquiryDraft(date=DAY), "tom")
    save_draft(store, InquiryDraft(date=date(2026, 11, 2), note="en anden måned"), "anden")

    checks = check_month(store, OCTOBER)

    assert {check: [each.ref for each in checks.of(check)] for check in Check} == {
        Check.NOT_OVER: [],
        Check.NO_DATA: [],
        Check.RUNNING: [running.id],
        Check.UNSETTLED: [planned.id],
        Check.DRAFT: ["kladde"],
        Check.NO_REASON: [silent.id],
        Check.NOT_REPORTED: [],
        Check.LETTER_LOST: [],
        Check.EARLIER_OPEN: ["2026-09"],
        Check.CORRECTED: ["2026-08"],
    }
    assert earlier.date.month == 9
    assert [each.text.da for each in checks.of(Check.NO_REASON)] == [
        "tirsdag 20-10-2026, Vestas i Lem"
    ]
    with pytest.raises(NotReady) as caught:
        close_month(store, OCTOBER)
    assert "1 henvendelse mangler en årsag" in caught.value.why.da
    assert month_state(store, OCTOBER).state is State.OPEN
    assert close_month(store, OCTOBER, anyway=True).month == "2026-10"


def test_a_month_with_nothing_left_is_ready_and_is_closed_once(store: Store) -> None:
    add_contact(store, None, DAY)
    assert month_state(store, OCTOBER).state is State.READY
    close_month(store, OCTOBER)
    assert month_state(store, OCTOBER).state is State.CLOSED
    with pytest.raises(Conflict):
        close_month(store, OCTOBER, anyway=True)


def test_a_correction_leaves_the_closed_figures_until_they_are_restated(store: Store) -> None:
    first = add_contact(store, None, DAY)
    old = close_month(store, OCTOBER)
    store.inquiries.change(replace(first, reasons=("S01", "F01")))
    add_contact(store, add_person(store), DAY)

    assert whole(store).told.contacts.all == 1
    assert month_state(store, OCTOBER).state is State.CORRECTED
    new = restate_month(store, OCTOBER, "  En henvendelse\nvar glemt ")

    assert (new.revision, new.reason) == (2, "En henvendelse var glemt")
    assert whole(store).told == tally(store, OCTOBER)
    assert store.month_closes.revisions("2026-10") == (old, new)
    assert unpack(old.figures).spans[0].scopes[0].tally.contacts.all == 1
    assert month_state(store, OCTOBER).initials == ("KM", "KM")
    assert not is_corrected(store, new)


def test_a_contact_of_a_closed_month_says_so(store: Store) -> None:
    talks = [add_contact(store, None, day) for day in (DAY, date(2026, 11, 2))]
    close_month(store, OCTOBER)
    details = [read_details(store, talk.id) for talk in talks]
    assert [each is not None and each.closed for each in details] == [True, False]


def test_restating_needs_a_closed_month_a_correction_and_a_reason(store: Store) -> None:
    with pytest.raises(NotFound):
        restate_month(store, OCTOBER, "Glemt")
    close_month(store, OCTOBER, anyway=True)
    with pytest.raises(Conflict):
        restate_month(store, OCTOBER, "Glemt")
    add_contact(store, None, DAY)
    for reason in ("  ", "x" * 401, "Borger 010203-1234 var glemt"):
        with pytest.raises(InvalidInput):
            restate_month(store, OCTOBER, reason)
    assert len(store.month_closes.revisions("2026-10")) == 1


def test_a_correction_at_one_workplace_that_the_project_does_not_show_is_one(store: Store) -> None:
    lem, tim = add_workplace(store), add_workplace(store, "TIM")
    at_lem = add_contact(store, None, DAY, workplace_id=lem.id, reasons=("P01",))
    at_tim = add_contact(store, None, DAY, workplace_id=tim.id, reasons=("S01",))
    close = close_month(store, OCTOBER)
    store.inquiries.change(replace(at_lem, reasons=("S01",)))
    store.inquiries.change(replace(at_tim, reasons=("P01",)))
    assert whole(store).told == tally(store, OCTOBER)
    assert is_corrected(store, close)


def test_what_moves_on_by_itself_is_no_correction(store: Store) -> None:
    talk = add_contact(store, add_person(store), DAY)
    referral = add_referral(store, talk, suggested_on=DAY, state=ReferralState.STARTED)
    close = close_month(store, OCTOBER)
    ended = replace(
        referral,
        state=ReferralState.COMPLETED,
        state_on=date(2026, 11, 20),
        outcome=Outcome.HELPED,
    )
    store.referrals.change(ended)
    add_workplace(store, "NY")
    add_contact(store, None, date(2026, 11, 20))
    assert not is_corrected(store, close)


def test_a_close_can_be_undone_and_done_again(store: Store) -> None:
    add_contact(store, None, DAY)
    with store.atomic() as change_set:
        close = close_month(store, OCTOBER)
    redo = store.undo(change_set)
    assert store.month_closes.current("2026-10") is None
    store.undo(redo)
    assert store.month_closes.current("2026-10") == close


def test_what_was_released_or_restated_stays_closed(store: Store) -> None:
    with store.atomic() as change_set:
        close = close_month(store, OCTOBER, anyway=True)
    add_contact(store, None, DAY)
    with store.atomic() as restating:
        restate_month(store, OCTOBER, "Glemt")
    with pytest.raises(Conflict, match="cannot be undone"):
        store.undo(change_set)
    store.undo(restating)
    store.month_closes.mark_released(close.id, "2026-10-public")
    store.month_closes.mark_released(close.id, "2026-10-public")
    assert store.month_closes.releases(close.id) == ("2026-10-public",)
    assert month_state(store, OCTOBER).releases == ("2026-10-public",)
    with pytest.raises(Conflict) as caught:
        store.undo(change_set)
    assert "Tallene er allerede udgivet." in caught.value.message("da")


def test_an_undone_close_cannot_come_back_over_a_newer_one(store: Store) -> None:
    with store.atomic() as change_set:
        close_month(store, OCTOBER, anyway=True)
    redo = store.undo(change_set)
    close_month(store, OCTOBER, anyway=True)
    with pytest.raises(Conflict):
        store.undo(redo)


def test_a_revision_never_changes(store: Store) -> None:
    close = close_month(store, OCTOBER, anyway=True)
    with pytest.raises(TypeError):
        store.month_closes.change(replace(close, reason="Anden"))
    assert store.month_closes.get(close.id) == close


def test_months_with_anything_in_them_are_listed(store: Store) -> None:
    lem = add_workplace(store)
    add_contact(store, None, date(2026, 3, 2))
    visit = store.visits.start(lem.id)
    held = store.visits.end(visit.id)
    store.visits.change(replace(held, date=date(2026, 5, 4)))
    plan_visit(store, workplace_id=lem.id, day=date(2026, 6, 2), time="09:00", minutes=60)
    add_contact(store, None, date(2026, 11, 2))
    close_month(store, SEPTEMBER, anyway=True)
    assert held.status is VisitStatus.HELD
    assert [f"{month.first:%Y-%m}" for month in all_months(store)] == [
        "2026-03",
        "2026-05",
        "2026-09",
    ]
    assert [month.first.month for month in open_months(store, date(2026, 5, 1))] == [3]


def test_last_month_is_called_to_mind_after_a_few_days(tmp_path: Path) -> None:
    for day, reminded in ((5, False), (6, True)):
        clock = ticking_clock(datetime(2026, 11, day, 8, tzinfo=UTC))
        store = new_store(tmp_path / str(day), clock)
        assert forgotten_month(store) is None, "nothing was registered in it"
        add_contact(store, None, DAY)
        assert forgotten_month(store) == (OCTOBER if reminded else None)
        close_month(store, OCTOBER)
        assert forgotten_month(store) is None
        store.close()


def test_nothing_about_a_person_is_frozen(store: Store) -> None:
    lone = add_person(store, "Lone Kanarie", phone="20304050", birth_year=1974)
    talk = add_contact(store, lone, DAY, note="kanarienote")
    word = store.aliases.ensure("kanarieord")
    add_contact(store, None, DAY, alias_id=word.id, identity=Identity.ANONYMOUS)
    add_referral(store, talk, provider="Kanariehuset", note="kanarienote")
    close = close_month(store, OCTOBER)
    text = repr(unpack(close.figures)).casefold()
    assert "kanarie" not in text
    for secret in (lone.id, talk.id, word.id, "20304050", "1974", close.counsellor_id):
        assert secret not in text
