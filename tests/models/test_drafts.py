"""What is being typed is kept from second to second, and never stands in the way."""

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from app.models.inquiry_drafts import (
    DRAFT_KIND,
    InquiryDraft,
    discard_draft,
    kept_drafts,
    read_draft,
    save_draft,
)
from app.models.opening import open_store
from app.models.registration import register
from app.models.store import Store
from app.models.workplace_drafts import DRAFT_KIND as WORKPLACE_KIND
from app.models.workplace_drafts import read_drafts
from app.paths import Paths
from tests.records import DAY
from tests.stores import PASSPHRASE

DRAFT = InquiryDraft(date=DAY, name="Lone Bæk", reasons=("P01",), note="Ringer igen")


def rows(store: Store) -> int:
    return int(store.database.execute("SELECT count(*) FROM draft").fetchone()[0])


def test_there_is_one_draft_of_each_kind_and_the_newest_wins(store: Store) -> None:
    assert store.drafts.read("inquiry") is None
    store.drafts.save("inquiry", "1")
    store.drafts.save("inquiry", "2")
    store.drafts.save("workplace", "3")
    assert rows(store) == 2
    assert (store.drafts.read("inquiry"), store.drafts.read("workplace")) == ("2", "3")
    store.drafts.discard("inquiry")
    store.drafts.discard("inquiry")
    assert (store.drafts.read("inquiry"), store.drafts.read("workplace")) == (None, "3")


def test_a_draft_is_there_after_the_program_ended(store: Store, tmp_path: Path) -> None:
    save_draft(store, DRAFT)
    store.close()
    reopened, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE)
    with closing(reopened):
        assert read_draft(reopened) == DRAFT


def test_a_draft_is_neither_counted_nor_told_nor_audited(store: Store) -> None:
    told = []
    store.subscribe(told.append)
    audited = store.database.execute("SELECT count(*) FROM audit").fetchone()
    save_draft(store, DRAFT)
    discard_draft(store)
    assert store.inquiries.count() == store.people.count() == rows(store) == 0
    assert told == []
    assert store.database.execute("SELECT count(*) FROM audit").fetchone() == audited


def test_the_next_persons_draft_does_not_write_over_the_last(store: Store) -> None:
    save_draft(store, DRAFT, "first")
    save_draft(store, replace(DRAFT, name="Jens Holm"), "second")
    save_draft(store, replace(DRAFT, name="Lone Bæk-Holm"), "first")
    assert [kept.id for kept in kept_drafts(store)] == ["second", "first"]  # the newest last
    assert rows(store) == 1
    newest, second = read_draft(store), read_draft(store, "second")
    assert newest is not None
    assert second is not None
    assert (newest.name, second.name) == ("Lone Bæk-Holm", "Jens Holm")
    assert read_draft(store, "third") is None


def test_saving_a_contact_forgets_its_own_draft_only_and_both_at_once(store: Store) -> None:
    save_draft(store, DRAFT, "first")
    save_draft(store, DRAFT, "second")
    register(store, replace(DRAFT, name=""), "first")
    assert [kept.id for kept in kept_drafts(store)] == ["second"]

    def fail_later() -> None:
        with store.atomic():
            register(store, replace(DRAFT, name=""), "second")
            raise KeyError

    with pytest.raises(KeyError):
        fail_later()
    assert [kept.id for kept in kept_drafts(store)] == ["second"]
    assert store.inquiries.count() == 1


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "{",
        "null",
        "[]",
        '{"drafts": [{"id": "1"}]}',
        '{"drafts": [{"id": "1", "kept_at": "", "draft": {"date": "yesterday"}}]}',
        '{"drafts": [{"id": "1", "kept_at": "", "draft": {"date": "2026-11-20", "role": "boss"}}]}',
        '{"drafts": {"1": {"workplace": {}}}}',
    ],
)
def test_a_draft_that_cannot_be_read_is_as_good_as_none(store: Store, payload: str) -> None:
    store.drafts.save(DRAFT_KIND, payload)
    store.drafts.save(WORKPLACE_KIND, payload)
    assert read_draft(store) is None
    assert kept_drafts(store) == ()
    assert read_drafts(store) == {}
    # It lies untouched until something new is typed, and does not stop anybody from saving.
    assert store.drafts.read(DRAFT_KIND) == payload
    register(store, replace(DRAFT, name=""))
    save_draft(store, DRAFT)
    assert read_draft(store) == DRAFT


def test_a_draft_of_an_older_or_a_newer_release_is_read_as_far_as_it_goes(store: Store) -> None:
    save_draft(store, DRAFT)
    payload = msgspec.json.decode(store.drafts.read(DRAFT_KIND) or "")
    draft = payload["drafts"][0]["draft"]
    del draft["note"], draft["minutes"]
    draft["mood"] = "good"
    store.drafts.save(DRAFT_KIND, msgspec.json.encode(payload).decode())
    assert read_draft(store) == replace(DRAFT, note="")


def test_an_untouched_draft_is_empty() -> None:
    empty = InquiryDraft(date=DAY)
    assert empty.is_empty
    for typed in ({"note": "x"}, {"name": "x"}, {"reasons": ("P01",)}, {"follow_up_on": DAY}):
        assert not replace(empty, **typed).is_empty
