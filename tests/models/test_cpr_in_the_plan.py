"""What goes to calendars and notice boards takes no CPR number, whichever way it comes in."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.errors import InvalidInput
from app.models.plan_types import Activity, ActivityKind, ClosingDays, RulePlace
from app.models.planning import cancel_visit, move_visit, plan_visit
from app.models.store import Store
from app.models.types import RecordId
from app.models.visit_ids import visit_id
from tests.records import add_rule, add_workplace

TYPED = "Ved Anna, 010190-1234"
DAY = date(2026, 11, 27)


def visit_with(store: Store, **texts: str) -> None:
    plan_visit(
        store,
        workplace_id=add_workplace(store).id,
        day=DAY,
        time="09:00",
        minutes=60,
        **texts,  # type: ignore[arg-type]
    )


def rule_with(store: Store, **fields: object) -> None:
    add_rule(store, add_workplace(store), **fields)


def moved(store: Store, record_id: RecordId, reason: str) -> None:
    move_visit(store, record_id, DAY + timedelta(days=3), reason=reason)


def occurrence(store: Store, change: Callable[[Store, RecordId, str], object]) -> None:
    rule = add_rule(store, add_workplace(store), weekdays=(5,), valid_from=date(2026, 11, 2))
    change(store, visit_id(rule.series_id, DAY), TYPED)


def activity_with(store: Store, **texts: str) -> None:
    store.activities.add(
        Activity(
            date=DAY,
            time="13:00",
            minutes=60,
            kind=ActivityKind.TALK_STAFF,
            counsellor_ids=(store.settings.counsellor_id,),
            **texts,  # type: ignore[arg-type]
        )
    )


@pytest.mark.parametrize(
    ("field", "write"),
    [
        ("place", lambda store: visit_with(store, room=TYPED)),
        ("address", lambda store: visit_with(store, address=TYPED)),
        ("remark", lambda store: visit_with(store, remark=TYPED)),
        ("reason", lambda store: occurrence(store, cancel_visit)),
        ("reason", lambda store: occurrence(store, moved)),
        ("places", lambda store: rule_with(store, places=(RulePlace(room=TYPED),))),
        ("places", lambda store: rule_with(store, places=(RulePlace(address=TYPED),))),
        ("end_reason", lambda store: rule_with(store, end_reason=TYPED)),
        ("remark", lambda store: rule_with(store, remark=TYPED)),
        ("title", lambda store: activity_with(store, title=TYPED)),
        ("place", lambda store: activity_with(store, place=TYPED)),
        ("reason", lambda store: activity_with(store, reason=TYPED)),
        ("remark", lambda store: activity_with(store, remark=TYPED)),
        (
            "reason",
            lambda store: store.closing_days.add(
                ClosingDays(first_on=DAY, last_on=DAY, reason=TYPED)
            ),
        ),
        ("place", lambda store: add_workplace(store, place=TYPED)),
        ("visibility", lambda store: add_workplace(store, visibility=TYPED)),
        ("remark", lambda store: add_workplace(store, remark=TYPED)),
    ],
)
def test_a_cpr_number_is_refused_where_others_read_it(
    store: Store, field: str, write: Callable[[Store], None]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        write(store)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert problem.text.da.startswith("Der står noget, der ligner et CPR-nummer.")
    assert "1234" not in str(caught.value.message("da")), "the message does not repeat it"


def test_a_phone_number_of_the_porter_is_none(store: Store) -> None:
    visit_with(store, room="Porten, ring 20 30 40 50", address="Fabriksvej 12, 6940 Lem")
