"""Make a store of the newest schema with known contents, to be kept for good.

Run it once for every released schema, from the root of the repository:

    python -m tests.data.stores.make

It writes ``schema-N`` beside this file, with N the number of the schema, and never touches one that
is there. Commit the two files; the tests of the migrations open every such folder from then on. Only
before its schema is released may a folder be deleted and made anew.

The persons are made up. The key derivation is as cheap as it can be: these files protect nothing.
"""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    protect_request,
    read_request,
    write_release,
)
from app.models.access import Access, Way
from app.models.case_types import Outcome, Referral, ReferralState, RetentionSubject
from app.models.clock import Clock
from app.models.consent import Consent, set_consent
from app.models.inquiry_drafts import InquiryDraft, save_draft
from app.models.keys import KdfParameters
from app.models.linking import link_contact
from app.models.merging import merge_people
from app.models.month_closing import close_month, restate_month
from app.models.opening import create_store
from app.models.periods import Period
from app.models.plan_types import Activity, ActivityKind, ClosingDays, PresenceRule, RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, plan_visit
from app.models.promising import make_promise
from app.models.registration import register
from app.models.schema import STEP_NAMES
from app.models.store import Store
from app.models.types import (
    AgeBand,
    Channel,
    ContactRole,
    Counsellor,
    FollowUp,
    Gender,
    Identity,
    Offer,
    OfferKind,
    Profession,
    PromisedChannel,
    RecordId,
    Repeat,
    Role,
    Sector,
    Shift,
    SickLeave,
    TermKind,
    Workplace,
    WorkplaceContact,
)
from app.models.visit_ids import visit_id
from app.models.workplace_drafts import OfferDraft, WorkplaceDraft
from app.models.workplace_editing import save_workplace
from app.paths import Paths

HERE = Path(__file__).parent
PASSPHRASE = "en gammel adgangssætning"
CHEAP = KdfParameters(passes=1, memory_kib=64, lanes=1)
MONDAY = date(2026, 11, 16)


def main() -> None:
    number = int(re.findall(r"\d+", STEP_NAMES[-1])[0])
    folder = HERE / f"schema-{number}"
    folder.mkdir()
    store, _, _ = create_store(
        Paths(folder),
        PASSPHRASE,
        project="Projekt Vest",
        counsellor=Counsellor(
            initials="KM", name="Karen Møller", profession=Profession.SOCIAL_WORKER
        ),
        clock=minutes(),
        params=CHEAP,
    )
    fill(store)
    store.close()
    for path in folder.glob("*.lock"):
        path.unlink()


def minutes() -> Clock:
    """Return a clock that starts on Monday at nine and goes on by a minute when it is read."""
    moment = datetime(2026, 11, 16, 7, 59, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment += timedelta(minutes=1)
        return moment

    return clock


def fill(store: Store) -> None:
    """Store one or more records of every kind, some of them changed, deleted or undone."""
    lem = save_workplace(store, LEM).id
    region = save_workplace(store, REGION).id
    visit = store.visits.start(lem, place="Kantinen").id
    lone = register(
        store, replace(LONE, workplace_id=lem, visit_id=visit, follow_up_on=MONDAY)
    ).person
    assert lone is not None
    corrected = register(store, replace(ANONYMOUS, workplace_id=lem, visit_id=visit)).inquiry
    store.inquiries.change(replace(corrected, age_band=AgeBand.FROM_29, note="Rettet"))
    store.visits.end(visit)
    store.visits.end(store.visits.start(region).id)  # nobody came
    again = replace(LONE, name="", person_id=lone.id, date=MONDAY + timedelta(days=1))
    register(store, replace(again, workplace_id=region, reasons=("F05", "S01")))
    register(store, replace(ANONYMOUS, channel=Channel.PHONE, advice=("A16",)))
    other = register(store, replace(LONE, name="Jens Holm", gender=Gender.MAN, phone=""))
    store.undo(register(store, LONE).change_set)
    store.inquiries.delete(register(store, replace(ANONYMOUS, workplace_id=lem)).inquiry.id)
    assert other.follow_up is None
    store.taxonomy.retire(TermKind.REASON, "R04", date(2026, 7, 1))
    store.imported_rows.remember("5f3a", "person", lone.id)
    store.settings.set("lock_minutes", 3)
    fill_identities(store)
    close_october(store)
    save_draft(store, replace(ANONYMOUS, note="Kun begyndt"))
    fill_plan(store, lem, region)
    fill_promises(store, lone.id, region)
    store.retention_periods.set(RetentionSubject.PERSON, 60, "Arkivloven § 13", MONDAY)
    store.retention_periods.set(RetentionSubject.NOTE, 24, "Kommunens beslutning", MONDAY)
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    store.access.note(Access.EXPORTED, [lone.id], Way.PDF, Way.JSON)
    fill_referrals(store, again.person_id)


def fill_referrals(store: Store, person_id: RecordId | None) -> None:
    """Refer somebody: one that went on and was corrected, one that was declined, one deleted."""
    assert person_id is not None
    coach = store.offers.add(
        Offer(kind=OfferKind.COACHING, provider="Coachhuset", advice_code="A02", quota=3)
    )
    talk = store.inquiries.of_person(person_id)[0]
    made = Referral(
        inquiry_id=talk.id,
        person_id=person_id,
        advice_code="A02",
        offer_id=coach.id,
        provider=coach.provider,
        suggested_on=MONDAY,
        state_on=MONDAY,
        quota=3,
    )
    first = store.referrals.add(made)
    store.referrals.hold_session(first.id, MONDAY)
    ended = store.referrals.set_state(first.id, ReferralState.STOPPED, "Flyttede", on=MONDAY)
    told = replace(ended, outcome=Outcome.HELPED_SOME, outcome_words="Sover bedre", note="Ring")
    store.referrals.change(told)
    other = store.referrals.add(replace(made, inquiry_id=None, offer_id=None, provider="Lægen"))
    store.referrals.set_state(other.id, ReferralState.DECLINED, "Har ikke tid")
    store.referrals.delete(store.referrals.add(made).id)


def close_october(store: Store) -> None:
    """Close October, as if it had been released, restate it with one contact more, and release it."""
    october = Period.month(date(2026, 10, 1))
    first = close_month(store, october, anyway=True)
    store.month_closes.mark_released(first.id, "test-1")
    register(store, replace(ANONYMOUS, date=date(2026, 10, 30)))
    restate_month(store, october, "En henvendelse manglede")
    write_release(store, protect_request(read_request(store, Asked(Profile.STEERING, october))))


def fill_identities(store: Store) -> None:
    """In October: a code word, of which one contact is linked, and two records of one person."""
    october = date(2026, 10, 5)
    skov = register(store, replace(LONE, name="Pia Skov", date=october, phone="")).person
    schou = register(store, replace(LONE, name="Pia Schou", date=october, phone="")).person
    third = register(store, replace(LONE, name="Bo Skov", date=october, phone="")).person
    assert skov is not None
    assert schou is not None
    assert third is not None
    word = replace(ANONYMOUS, date=october, code_word="blå cykel")
    linked = register(store, word).inquiry
    register(store, word)
    link_contact(store, linked.id, skov.id, october)
    merge_people(store, skov.id, schou.id)
    store.different_people.tell_apart(skov.id, third.id)


def fill_plan(store: Store, lem: RecordId, region: RecordId) -> None:
    """Plan December: a rule that changes, exceptions from it, closing days and activities."""
    me = store.settings.counsellor_id
    other = store.counsellors.add(Counsellor(initials="JB", name="Jon Bæk")).id
    rule = store.presence_rules.add(
        replace(TUESDAYS, workplace_id=lem, counsellor_ids=(me,)),
    )
    earlier = replace(rule, time="08:00", counsellor_ids=(me, other))
    store.presence_rules.change_from(rule.id, date(2026, 12, 15), earlier, "Nattevagten kom ikke")
    first, second, third = (visit_id(rule.series_id, date(2026, 12, day)) for day in (1, 15, 29))
    move_visit(store, first, date(2026, 12, 2), time="10:30", reason="Kantinen var optaget")
    assign_visit(store, second, (other,))
    cancel_visit(store, third, "Ferie")
    day = date(2026, 12, 4)
    plan_visit(store, workplace_id=region, day=day, time="23:30", minutes=90, shift=Shift.NIGHT)
    store.closing_days.add(
        ClosingDays(
            workplace_id=region,
            first_on=date(2026, 12, 21),
            last_on=date(2027, 1, 3),
            reason="Juleferie",
        )
    )
    store.activities.add(
        Activity(
            date=date(2026, 12, 8),
            time="15:00",
            minutes=45,
            kind=ActivityKind.TALK_LIAISON,
            title="Tidlig indsats",
            place="Mødelokale 2",
            topics=("T01", "T02"),
            workplace_ids=(lem, region),
            counsellor_ids=(me, other),
        )
    )


def fill_promises(store: Store, person_id: RecordId, region: RecordId) -> None:
    """Promise things of every kind, some kept or deleted, and note what a person agreed to."""
    (rule, *_) = store.presence_rules.all()
    visit = visit_id(rule.series_id, date(2026, 12, 15))
    weekly = FollowUp(
        due_on=MONDAY,
        text="Ring om søvnen",
        channel=PromisedChannel.PHONE,
        repeat=Repeat.WEEK,
        comment="Sover lidt bedre",
        person_id=person_id,
    )
    store.followups.done(make_promise(store, weekly).id)
    make_promise(store, FollowUp(due_on=MONDAY, text="Tag pjecer med", visit_id=visit))
    gone = make_promise(store, FollowUp(due_on=MONDAY, text="Bestil", workplace_id=region))
    store.followups.delete(gone.id)
    set_consent(store, person_id, Consent.EVALUATOR, MONDAY)


TUESDAYS = PresenceRule(
    workplace_id=RecordId(""),
    every_weeks=2,
    weekdays=(2,),
    time="09:00",
    minutes=60,
    shift=Shift.DAY,
    places=(RulePlace(room="Kantinen"), RulePlace(room="Lager", address="Bagvej 2")),
    counsellor_ids=(),
    anchor=date(2026, 11, 30),
    valid_from=date(2026, 12, 1),
)
LEM = WorkplaceDraft(
    workplace=Workplace(
        code="VESTAS-LEM",
        name="Vestas i Lem",
        sector=Sector.PRIVATE,
        headcount=450,
        contacts=(WorkplaceContact(role=ContactRole.HR, name="Bente Lund", phone="97320000"),),
    ),
    organisation="Vestas",
    offers=(
        OfferDraft(
            offer=Offer(kind=OfferKind.HEALTH_INSURANCE, provider="Stifinder", advice_code="A01"),
            shared=True,
        ),
    ),
)
REGION = WorkplaceDraft(
    workplace=Workplace(code="AERO", name="Ærø Plejecenter", sector=Sector.MUNICIPAL)
)
LONE = InquiryDraft(
    date=MONDAY,
    time="09:24",
    identity=Identity.REGISTERED,
    name="Lone Bæk",
    gender=Gender.WOMAN,
    birth_year=1974,
    phone="20 30 40 50",
    role=Role.EMPLOYEE,
    sick_leave=SickLeave.AT_RISK,
    reasons=("P01", "S01"),
    advice=("A01", "A04"),
    minutes=20,
    note="Ringer igen",
)
ANONYMOUS = InquiryDraft(
    date=MONDAY, time="09:24", gender=Gender.WOMAN, said_returning=True, reasons=("P02",)
)

if __name__ == "__main__":
    main()
