"""Who is who, from a script: code words, links, merged records, possible duplicates."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from app.models.clock import local_today, system_clock
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import AgeBand, Gender, Person
from app.models.words import short_date
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person


@pytest.fixture
def store(installation: Installation) -> Store:
    return installation.open()


@pytest.fixture
def lone(store: Store) -> Person:
    person = add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    add_contact(store, person, date(2026, 9, 1))
    return person


@pytest.fixture
def again(store: Store) -> Person:
    person = add_person(store, "Baek, Lone", birth_year=1974)
    add_contact(store, person, date(2026, 10, 1))
    store.close()
    return person


def found(installation: Installation, text: str) -> dict[str, int]:
    answer = json.loads(installation.run("people", "find", text, "--format", "json").stdout)
    return {person["person"]: person["contacts"] for person in answer}


def test_two_records_are_merged_and_split(
    installation: Installation, lone: Person, again: Person
) -> None:
    refused = installation.run("people", "merge", lone.id, again.id)
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    done = installation.run("people", "merge", lone.id, again.id, "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"Samlet: Baek, Lone ({again.id}) er nu en del af Lone Bæk ({lone.id})."
        f" »people split {again.id}« skiller dem ad igen.\n"
    )
    assert found(installation, "lone") == {lone.id: 2}
    assert f"  ID: {again.id}" in installation.run("people", "show", lone.id).stdout
    for command in ("show", "export", "erase"):
        out = ["--out", str(installation.folder / "out")] if command != "show" else []
        yes = ["--yes"] if command == "erase" else []
        asked = installation.run("people", command, again.id, *out, *yes)
        assert asked.exit_code == 1
        assert lone.id in asked.stderr
    # The id that a user has is the one that is found.
    apart = installation.run("people", "split", lone.id, language="en")
    assert apart.stdout == (
        f"Split: Baek, Lone ({again.id}) is no longer part of Lone Bæk ({lone.id})."
        f" “people merge {lone.id} {again.id} --yes” merges them again.\n"
    )
    assert found(installation, "lone") == {lone.id: 1, again.id: 1}
    assert installation.run("people", "split", again.id).exit_code == 1


def test_of_several_merged_records_one_is_chosen(
    installation: Installation, lone: Person, again: Person
) -> None:
    store = installation.open()
    third = add_person(store, "Lone B.", birth_year=1980, gender=Gender.MAN)
    today = short_date(local_today(system_clock))
    store.people.change(replace(lone, gender=Gender.WOMAN))
    store.close()
    installation.run("people", "merge", lone.id, again.id, "--yes")
    warned = installation.run("people", "merge", lone.id, third.id, "--yes")
    assert warned.exit_code == 0
    assert warned.stderr.splitlines() == [
        "Posterne har forskelligt fødselsår: 1974 og 1980.",
        "Posterne har forskelligt køn: kvinde og mand.",
    ]
    asked = installation.run("people", "split", lone.id)
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert set(asked.stderr.splitlines()) >= {
        f"  {again.id}  Baek, Lone  samlet {today}",
        f"  {third.id}  Lone B.  samlet {today}",
    }
    assert installation.run("people", "split", third.id).exit_code == 0
    assert installation.run("people", "split", lone.id).exit_code == 0
    told = installation.run("people", "split", lone.id)
    assert "Den er ikke samlet med en anden." in told.stderr


def test_possible_duplicates_are_listed_with_their_reasons(
    installation: Installation, lone: Person, again: Person
) -> None:
    told = installation.run("people", "duplicates").stdout.splitlines()
    assert told == [
        "80  samme navn, byttet om, samme fødselsår",
        f"  {lone.id}  Lone Bæk  1974  20 30 40 50",
        f"  {again.id}  Baek, Lone  1974",
    ]
    english = installation.run("people", "duplicates", again.id, language="en").stdout
    assert english.startswith("80  same name, swapped, same year of birth\n")
    (pair,) = json.loads(installation.run("people", "duplicates", "--format", "json").stdout)
    assert [person["person"] for person in pair["persons"]] == [lone.id, again.id]
    assert pair["points"] == 80
    assert pair["reasons"][0] == {"da": "samme navn, byttet om", "en": "same name, swapped"}


def test_a_code_word_leads_to_the_contact_that_is_linked(
    installation: Installation, store: Store, lone: Person
) -> None:
    draft = InquiryDraft(
        date=date(2026, 11, 12),
        code_word="blå cykel",
        age_band=AgeBand.FROM_19,
        reasons=("P01",),
    )
    inquiry = register(store, draft).inquiry
    store.close()

    def contacts() -> list[dict[str, str | None]]:
        asked = installation.run("people", "codewords", "cykel", "--format", "json")
        (word,) = json.loads(asked.stdout)
        listed: list[dict[str, str | None]] = word["contacts"]
        return listed

    assert contacts() == [{"inquiry": inquiry.id, "date": "2026-11-12", "person": None}]
    wrong = installation.run("people", "link", inquiry.id, lone.id, "--consent", "snart")
    assert wrong.exit_code == 1
    early = installation.run("people", "link", inquiry.id, lone.id, "--consent", "2010-01-01")
    assert early.exit_code == 1
    assert "Samtykket ligger før henvendelsen, som er fra 12-11-2026." in early.stderr
    linked = installation.run("people", "link", inquiry.id, lone.id, "--consent", "2026-11-20")
    assert linked.exit_code == 0
    assert linked.stdout == (
        f"Tilknyttet: henvendelsen 12-11-2026 hører nu til Lone Bæk ({lone.id})."
        f" »people unlink {inquiry.id}« gør den anonym igen.\n"
    )
    assert linked.stderr.splitlines() == [
        "Henvendelsen blev fortalt som »19–28« år, men Lone Bæk er født i 1974 og var »49–58«."
    ]
    assert contacts()[0]["person"] == lone.id
    document = json.loads(installation.run("people", "show", lone.id, "--format", "json").stdout)
    assert document["contacts"][1]["code_word"] == "blå cykel"
    assert document["contacts"][1]["linked"]["consent_on"] == "2026-11-20"
    text = installation.run("people", "show", lone.id).stdout
    assert "Anonym, siden knyttet til personen: samtykke 20-11-2026" in text
    lines = installation.run("people", "codewords", "blå").stdout.splitlines()
    assert lines == ["blå cykel", f"  {inquiry.id}  12-11-2026  {lone.id}"]
    undone = installation.run("people", "unlink", inquiry.id)
    assert undone.stdout == (
        f"Anonym igen: henvendelsen 12-11-2026 hører ikke længere til Lone Bæk ({lone.id})."
        f" »people link {inquiry.id} {lone.id} --consent 2026-11-20« tilknytter den igen.\n"
    )
    assert contacts()[0]["person"] is None
    assert installation.run("people", "unlink", inquiry.id).exit_code == 1


def test_of_many_code_words_it_says_how_many_are_left_out(installation: Installation) -> None:
    store = installation.open()
    for number in range(12):
        draft = InquiryDraft(
            date=date(2026, 11, 12), code_word=f"cykel {number:02}", reasons=("P01",)
        )
        register(store, draft)
    store.close()

    def words(*more: str) -> tuple[list[str], str]:
        shown = installation.run("people", "codewords", "cykel", *more)
        listed = json.loads(
            installation.run("people", "codewords", "cykel", *more, "--format", "json").stdout
        )
        lines = [line for line in shown.stdout.splitlines() if not line.startswith(" ")]
        assert [each["code_word"] for each in listed] == lines
        return lines, shown.stderr

    ten, said = words()
    assert len(ten) == 10
    assert said == "… og 2 mere; vis alle med --all, eller skriv mere af kodeordet.\n"
    every, said = words("--all")
    assert (len(every), every[:10], said) == (12, ten, "")
