"""The ledger of releases only grows, and a released month can no longer be undone."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict
from app.models.changes import Changes
from app.models.cipher import IntegrityError
from app.models.month_closing import close_month, undo_close
from app.models.periods import Period
from app.models.releases import PLAN, ReleaseHead, StoredRelease
from app.models.store import Store
from tests.records import add_contact

MARCH = Period.month(date(2020, 3, 1))


def a_release(store: Store, number: int = 1, previous: str = "") -> StoredRelease:
    return StoredRelease(
        id=f"2020-{number:02}-steering",
        hash=f"{number:064}",
        previous=previous,
        profile="steering",
        scope="project",
        month=f"2020-{number:02}",
        revision=1,
        released_on=date(2020, 4, 2),
        counsellor_id=store.settings.counsellor_id,
        document=b"what went out",
        truth=b"what stays",
    )


def test_a_release_is_appended_read_and_told(store: Store) -> None:
    told: list[Changes] = []
    store.subscribe(told.append)
    first = a_release(store)
    second = a_release(store, 2, first.hash)
    store.releases.append(first, ())
    store.releases.append(second, ())
    assert store.releases.all() == (first, second)
    assert store.releases.last_hash() == second.hash
    heads = store.releases.heads()
    assert [head.id for head in heads] == [first.id, second.id]
    assert type(heads[0]) is ReleaseHead
    assert [change.touches("release") for change in told] == [True, True]


def test_a_plan_is_written_with_its_release_or_not_at_all(store: Store) -> None:
    plan = replace(a_release(store), id="2020-01-plan", profile=PLAN)
    wrong = a_release(store, 2, previous="")
    with pytest.raises(Conflict):
        store.releases.append(wrong, (), [plan])
    assert store.releases.all() == ()
    right = a_release(store, 2, plan.hash)
    store.releases.append(right, (), [plan])
    assert store.releases.all() == (plan, right)
    assert [head.id for head in store.releases.heads()] == [right.id], "a plan goes to nobody"


def test_a_release_that_does_not_follow_on_the_last_one_is_refused(store: Store) -> None:
    store.releases.append(a_release(store), ())
    with pytest.raises(Conflict):
        store.releases.append(a_release(store, 2, previous=""), ())
    assert len(store.releases.all()) == 1


def test_the_store_itself_refuses_to_change_a_release(store: Store) -> None:
    store.releases.append(a_release(store), ())
    for statement in ("UPDATE release SET month = '2020-12'", "DELETE FROM release"):
        with pytest.raises(IntegrityError):
            store.database.execute(statement)
    with pytest.raises(IntegrityError):
        store.releases.append(replace(a_release(store), previous=f"{1:064}"), ())


def test_the_closed_month_of_a_release_stays_closed(store: Store) -> None:
    add_contact(store, None, date(2020, 3, 4))
    close = close_month(store, MARCH, anyway=True)
    store.releases.append(a_release(store, 3), (close.id,))
    assert store.month_closes.releases(close.id) == ("2020-03-steering",)
    with pytest.raises(Conflict):
        undo_close(store, MARCH)
