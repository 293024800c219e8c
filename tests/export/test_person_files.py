"""What a person is handed: all of it, readable, in both languages, and the same each time."""

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.errors import UserError
from app.export.person_files import run_person
from app.export.person_json import person_document
from app.export.person_pdf import to_pdf
from app.export.person_text import person_text
from app.models.access import Access, Way
from app.models.backup import make_backup
from app.models.case_types import ReferralState
from app.models.inquiry_drafts import InquiryDraft, save_draft
from app.models.merging import merge_people, split_person
from app.models.person_file import PersonFile, read_file
from app.models.store import Store
from app.models.types import Gender, Identity, Person, Role, SickLeave
from app.paths import Paths
from app.texts import LANGUAGES, Language
from tests.records import DAY, add_contact, add_person, add_promise, add_referral, add_workplace
from tests.stores import new_store, ticking_clock

LONG_NOTE = "Første linje <b>&\n" + "\n".join(f"linje {number} om ryggen" for number in range(120))
DOCUMENTED = Path(__file__).parents[2] / "docs" / "people-json.md"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    opened = new_store(tmp_path, ticking_clock())
    yield opened
    opened.close()


@pytest.fixture
def lone(store: Store, paths: Paths) -> Person:
    """Somebody with everything: contacts, promises, a draft, corrections, a deleted contact."""
    lem = add_workplace(store, "VESTAS-LE", "Vestas i Lem")
    person = add_person(store, "Lone Bæk", gender=Gender.WOMAN, phone="20304050", birth_year=1964)
    first = add_contact(
        store,
        person,
        date(2026, 10, 1),
        "09:05",
        workplace_id=lem.id,
        note=LONG_NOTE,
        advice=("A01",),
        role=Role.EMPLOYEE,
        sick_leave=SickLeave.AT_RISK,
    )
    add_contact(store, person, DAY, "13:10", reasons=("S01", "F01"), minutes=25)
    doomed = add_contact(store, person, DAY, note="slettet samtale")
    store.inquiries.delete(doomed.id)
    add_promise(store, inquiry_id=first.id, person_id=person.id, text="Ring om coaching")
    referral = add_referral(store, first, provider="Coachhuset", quota=3)
    store.referrals.hold_session(referral.id, DAY)
    declined = add_referral(store, first, advice_code="A01")
    store.referrals.set_state(declined.id, ReferralState.DECLINED, "Har ikke tid")
    draft = InquiryDraft(date=DAY, identity=Identity.REGISTERED, person_id=person.id, note="kladde")
    save_draft(store, replace(draft, name="Lone Bæk"), "1")
    assert store.key is not None
    make_backup(store.database, store.key, paths.backups, paths.envelope, store.clock())
    store.access.note(Access.LOOKED_UP, [person.id], Way.PAGE)
    store.database.execute("UPDATE access SET at = '2026-11-19T12:00:00.000Z'")
    return store.people.change(replace(person, birth_year=1974, workplace_id=lem.id))


@pytest.fixture
def file(store: Store, paths: Paths, lone: Person) -> PersonFile:
    return read_file(store, paths, lone.id)


def read(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_tells_everything(file: PersonFile, language: Language) -> None:
    text = " ".join(read(to_pdf(file, language)).split())
    told = {
        "da": (
            *("Oplysninger om en person", "Lænderyg", "Genganger", "Køn Kvinde", "I risiko"),
            *("Fødselsår 1964 → 1974", "Henvendelse slettet", "Kladder", "når der tages kopi"),
            *("Hvem har set oplysningerne til og med 20-11-2026", "åbnede personens side"),
        ),
        "en": (
            *("Personal data of one person", "Lower back", "Returning", "Gender Woman", "At risk"),
            *("Year of birth 1964 → 1974", "Inquiry deleted", "Drafts", "if a backup is made"),
            *("Who saw the data up to and with 20-11-2026", "opened the person's page"),
        ),
    }[language]
    everything = (
        *("Lone Bæk", "20 30 40 50", "01-10-2026 09.05", "Vestas i Lem", "Karen Møller (KM)"),
        *("Første linje <b>&", "linje 119 om ryggen", "Ring om coaching", "slettet samtale"),
        *("kladde", "25"),
        *("Coachhuset", "Har ikke tid", "21-11-2026" if language == "da" else "Sessions"),
    )
    assert [part for part in (*told, *everything) if part not in text] == []


def test_the_pdf_names_nobody_where_programs_remember(file: PersonFile) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(file, "da")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Oplysninger om en person"
    assert "Lone" not in str(reader.metadata)
    assert "Lone" not in str(reader.outline)


def test_the_text_has_the_same_sections(file: PersonFile) -> None:
    text = person_text(file, "da")
    for title in ("Stamoplysninger", "Henvendelser", "Opfølgninger", "Ændringer: hvem"):
        assert f"\n{title}" in text
    assert "Fødselsår: 1964 → 1974" in text
    assert "linje 119 om ryggen" in text


def test_the_json_is_as_documented(file: PersonFile) -> None:
    document = person_document(file)
    described = set(re.findall(r"`(\w+)`", DOCUMENTED.read_text("utf-8")))
    keys = set(document) | set(document["person"])
    for part in (
        *("contacts", "followups", "referrals", "drafts", "changes", "accesses", "backups"),
    ):
        assert document[part], part
        keys |= set(document[part][0])
    assert keys - described == set()
    assert document["person"]["workplace"] == "VESTAS-LE"
    assert [contact["kind"] for contact in document["contacts"]] == ["first", "returning"]
    assert document["contacts"][0]["note"] == LONG_NOTE
    corrected = [change for change in document["changes"] if change["record"] == "person"][-1]
    assert {"field": "birth_year", "before": 1964, "after": 1974} in corrected["fields"]


def test_files_are_named_after_nobody_and_are_the_same_each_time(
    store: Store, paths: Paths, lone: Person, tmp_path: Path
) -> None:
    def run(folder: str) -> list[tuple[str, bytes]]:
        written = run_person(
            store,
            paths,
            lone.id,
            formats=("pdf", "json"),
            out=tmp_path / folder,
            language="da",
        )
        return [(path.name, path.read_bytes()) for path in written]

    first = run("one")
    assert first == run("two")
    names = [name for name, _ in first]
    assert names == [
        f"vejviser-indsigt-2026-11-21-{lone.id[-6:]}{end}" for end in (".pdf", ".json")
    ]
    assert json.loads(first[1][1])["person"]["name"] == "Lone Bæk"


def test_an_unknown_format_is_refused(store: Store, paths: Paths, lone: Person) -> None:
    with pytest.raises(UserError) as refused:
        run_person(
            store,
            paths,
            lone.id,
            formats=("docx",),
            out=paths.data_dir,
            language="da",
        )
    assert "docx" in refused.value.why.da


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_of_whom_only_the_name_is_known(
    store: Store, paths: Paths, language: Language
) -> None:
    person = add_person(store, "Bo")
    file = read_file(store, paths, person.id)
    nothing = "Der er intet gemt." if language == "da" else "Nothing is stored."
    assert nothing in read(to_pdf(file, language))
    assert nothing in person_text(file, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_date_is_written_as_people_write_it(file: PersonFile, language: Language) -> None:
    told = person_text(file, language) + read(to_pdf(file, language))
    assert re.findall(r"\b\d{4}-\d{2}-\d{2}\b", told) == []
    assert re.findall(r"→ \d{2}:\d{2}", told) == []


def test_a_merging_is_one_line_in_words_and_all_of_it_in_json(
    store: Store, paths: Paths, lone: Person
) -> None:
    again = add_person(store, "Baek, Lone", import_key="P7")
    for day in range(1, 6):
        add_contact(store, again, date(2026, 8, day))
    merge_people(store, lone.id, again.id)
    merged = read_file(store, paths, lone.id)
    told = person_text(merged, "da").partition("Ændringer: hvem")[2]
    assert told.count("Samlet med »Baek, Lone«") == 1
    assert "Samling af to poster" not in told
    assert told.count("Henvendelse rettet") == 0
    assert "Nummer i den importerede fil: P7" in person_text(merged, "da")
    kinds = [change["record"] for change in person_document(merged)["changes"]]
    assert kinds.count("moved_record") == 5

    split_person(store, lone.id)
    told = person_text(read_file(store, paths, again.id), "en").partition("Changes: who")[2]
    assert told.count("Merged with another record") == 1
    assert told.count("Split from another record") == 1
    assert "Inquiry corrected" not in told
    assert "Lone Bæk" not in told, "somebody else, as it turned out"


def lines_of_pages(content: bytes) -> list[list[str]]:
    """Return the lines of text of every page, its foot left out."""
    pages = PdfReader(io.BytesIO(content)).pages
    lines = [[line.strip() for line in page.extract_text().splitlines()] for page in pages]
    foot = re.compile("Oplysninger om en person|Side \\d+ af")
    return [[line for line in page if line and not foot.match(line)] for page in lines]


@pytest.mark.parametrize("count", range(3, 19))
def test_no_entry_is_torn_and_no_heading_stands_alone(
    store: Store, paths: Paths, count: int
) -> None:
    person = add_person(store, "Lone Bæk")
    for number in range(count):
        add_contact(store, person, date(2026, 9, 1 + number), note="kort note")
    pages = lines_of_pages(to_pdf(read_file(store, paths, person.id), "da"))
    headings = ("Henvendelser", "Opfølgninger", "Henvisninger", "Kladder, der", "Ændringer:")
    assert [page[-1] for page in pages if page[-1].startswith(headings)] == []
    assert [page[0] for page in pages[1:] if page[0].startswith("Privat note")] == []
    assert [page[-1] for page in pages if re.match(r"\d{2}-09-2026 · ", page[-1])] == []
