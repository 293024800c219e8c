"""The receipt says what was done and names nobody."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.errors import UserError
from app.export.erasure_receipt import make_receipt, prepare_folder, receipt_text, write_receipt
from app.models.backup_holdings import Holding, Holdings
from app.models.clock import local
from app.models.erasure import Erasure
from app.models.store import Store
from app.texts import LANGUAGES, Language
from tests.stores import NOW, new_store


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    opened = new_store(tmp_path)
    yield opened
    opened.close()


BACKUP = Holding(
    path=Path("vejviser-2026-11-20T08-00-00-000Z.db"),
    made_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
    goes_on=date(2027, 11, 1),
)
ASIDE = replace(BACKUP, path=Path("vejviser.db"), goes_on=None)
ERASURE = Erasure(
    erased_at=local(NOW),
    records=1,
    contacts=3,
    notes=2,
    followups=1,
    referrals=1,
    drafts=0,
    changes=9,
    holdings=Holdings(files=(BACKUP, ASIDE), unseen=(Path("stick"),)),
    swept=True,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_says_when_what_and_until_when(
    store: Store, tmp_path: Path, language: Language
) -> None:
    pdf, text = write_receipt(store, ERASURE, tmp_path, language)
    assert pdf.name == "vejviser-kvittering-sletning-2026-11-21-092400.pdf"
    reader = PdfReader(io.BytesIO(pdf.read_bytes()))
    assert len(reader.pages) == 1
    for content in (reader.pages[0].extract_text(), text.read_text("utf-8")):
        told = " ".join(content.split())
        assert "21-11-2026" in told
        assert "01-11-2027" in told
        assert "before-restore" in told
        for count in ("3.", "2", "9"):
            assert count in told
        assert "{" not in told


def test_it_says_so_when_no_backup_holds_anybody(store: Store) -> None:
    text = receipt_text(make_receipt(store, replace(ERASURE, holdings=Holdings()), "da"))
    assert "Ingen sikkerhedskopi" in text
    assert "Et andet vindue" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_were_left_are_a_number(store: Store, language: Language) -> None:
    said = {"da": "tekster om andre, som så ud til at nævne", "en": "texts about others that"}
    none = receipt_text(make_receipt(store, ERASURE, language))
    named = receipt_text(make_receipt(store, replace(ERASURE, named_elsewhere=4), language))
    assert said[language] not in none
    assert said[language] in " ".join(named.split())
    assert "4." in named


def test_it_says_so_when_another_window_was_open(store: Store) -> None:
    assert "Et andet vindue" in receipt_text(
        make_receipt(store, replace(ERASURE, swept=False), "da")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_persons_share_one_receipt(store: Store, language: Language) -> None:
    told = receipt_text(make_receipt(store, replace(ERASURE, people=12, records=13), language))
    flat = " ".join(told.split())
    assert {
        "da": "12 personer er slettet for altid den 21-11-2026 kl. 09.24, fordi",
        "en": "12 persons were erased for good on 21-11-2026 at 09.24, as",
    }[language] in flat
    assert {"da": "personerne slettes igen", "en": "the persons must be erased"}[language] in flat
    assert {"da": "personen ", "en": "the person "}[language] not in flat


def test_no_receipt_replaces_another(store: Store, tmp_path: Path) -> None:
    first = write_receipt(store, ERASURE, tmp_path, "da")
    second = write_receipt(store, ERASURE, tmp_path, "da")
    assert not set(first) & set(second)
    assert all(path.exists() for path in (*first, *second))


def test_a_folder_that_cannot_be_written_is_found_out_before(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UserError):
        prepare_folder(tmp_path / "taken")
    prepare_folder(tmp_path / "new" / "folder")
    assert list((tmp_path / "new" / "folder").iterdir()) == []


def test_a_folder_that_goes_meanwhile_does_not_hide_the_erasure(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as refused:
        write_receipt(store, ERASURE, tmp_path / "gone", "da")
    assert refused.value.what.da.startswith("Personen er slettet")
