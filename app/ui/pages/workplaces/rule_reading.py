"""What the rules of a workplace show, read from the store in one job."""

from datetime import date, timedelta

import msgspec

from app.models.closures import Closures, read_closures
from app.models.periods import Period
from app.models.plan_types import PresenceRule
from app.models.rule_editing import RuleDraft, has_begun, read_rule_drafts
from app.models.store import Store
from app.models.tally_types import PresenceTally
from app.models.types import Counsellor, RecordId, Visit
from app.models.upcoming import Upcoming, upcoming
from app.models.visit_counting import count_visits
from app.models.visit_tallies import presence_tallies
from app.models.words import address_line

NEXT_DATES = 3
_CLOSURES_AHEAD = timedelta(days=3 * 366)
_A_YEAR = 365


class NextDate(msgspec.Struct, frozen=True):
    """One of the next visits of a rule, with what is stored about it, if anything is."""

    planned: Upcoming
    visit: Visit | None = None


class ShownRule(msgspec.Struct, frozen=True):
    """A rule on the page. ``followed``: another version begins on the day after it ended."""

    rule: PresenceRule
    initials: tuple[str, ...]
    next_dates: tuple[NextDate, ...]
    has_begun: bool
    has_ended: bool
    followed: bool


class ShownRules(msgspec.Struct, frozen=True):
    """The rules of a workplace, and what a form for one needs.

    ``closures`` reach some years ahead: they mark the next dates while a rule is typed.
    """

    workplace_id: RecordId
    rules: tuple[ShownRule, ...]
    counsellors: tuple[Counsellor, ...]
    me: RecordId
    rooms: tuple[str, ...]
    addresses: tuple[str, ...]
    closures: Closures
    drafts: dict[str, RuleDraft]


def read_rules(store: Store, workplace_id: RecordId, today: date) -> ShownRules:
    """Return the rules of a workplace: those in force or to come first, then the ended ones."""
    place = store.workplaces.get(workplace_id)
    rules = store.presence_rules.of_workplace(workplace_id)
    closures = read_closures(store, today, today + _CLOSURES_AHEAD)
    counsellors = store.counsellors.all()
    initials = {who.id: who.initials for who in counsellors}
    return ShownRules(
        workplace_id=workplace_id,
        rules=tuple(
            ShownRule(
                rule=rule,
                initials=tuple(initials[who] for who in rule.counsellor_ids),
                next_dates=_next_dates(store, rule, closures, today),
                has_begun=has_begun(rule, today),
                has_ended=rule.valid_until is not None and rule.valid_until < today,
                followed=_is_followed(rule, rules),
            )
            for rule in rules
        ),
        counsellors=counsellors,
        me=store.settings.counsellor_id,
        rooms=(place.place,) if place.place else (),
        addresses=tuple(address_line(address) for address in place.addresses),
        closures=closures,
        drafts=read_rule_drafts(store),
    )


def read_worth(store: Store, workplace_id: RecordId, today: date) -> tuple[PresenceTally, ...]:
    """Return what came of the visits held at a workplace in the last twelve months."""
    period = Period(today - timedelta(days=_A_YEAR - 1), today)
    groups = count_visits(store, period, [workplace_id])
    return presence_tallies(groups, {workplace_id: store.workplaces.get(workplace_id).code})


def _next_dates(
    store: Store, rule: PresenceRule, closures: Closures, today: date
) -> tuple[NextDate, ...]:
    planned = upcoming(rule, closures, today, NEXT_DATES)
    if not planned:
        return ()
    stored = {visit.occurrence: visit for visit in store.visits.of_series(rule.series_id, today)}
    return tuple(_next_date(each, stored.get(each.day)) for each in planned)


def _next_date(planned: Upcoming, visit: Visit | None) -> NextDate:
    # What is stored was decided for this day: a holiday does not skip it any more.
    return NextDate(planned if visit is None else planned._replace(closure=None), visit)


def _is_followed(rule: PresenceRule, rules: tuple[PresenceRule, ...]) -> bool:
    if rule.valid_until is None:
        return False
    after = rule.valid_until + timedelta(days=1)
    return any(o.series_id == rule.series_id and o.valid_from == after for o in rules)
