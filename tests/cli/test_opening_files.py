"""What people hand to ``bundle open``: folders in folders, and files of ours that are no letters."""

import shutil
from pathlib import Path

import pytest

from app.export.letters import offered
from tests.cli.conftest import Installation
from tests.cli.team import Office, an_office, as_json, close_all, dump, ok


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = an_office(tmp_path_factory.mktemp("office"))
    close_all(made)
    for name in made.laptops:
        made.make(name)
    return made


@pytest.fixture
def office(kept: Office, tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(kept.folder, folder)
    everybody = {name: Installation(folder / name) for name in kept.everybody}
    return Office(folder, kept.code, everybody)


def test_the_letters_of_everybody_lie_in_a_folder_each(office: Office) -> None:
    mail = office.folder / "mail"
    shutil.copytree(office.desk("AB"), mail / "2018" / "Aarhus")
    shutil.copytree(office.desk("CD"), mail / "2018" / "Vejle")
    (mail / "Skive").mkdir()
    (mail / "Skive" / "brev.vvb").write_bytes(b"half a letter")
    (mail / "elsewhere").symlink_to(office.desk("EF"), target_is_directory=True)
    told = as_json(office.lead, "bundle", "open", mail, code=5)["files"]
    # A folder is read before those in it, each by name; what a link leads to is not, but told.
    assert [(one["file"], one["refused"]) for one in told if not one["for_others"]] == [
        ("elsewhere", None),
        ("2018/Aarhus/oktober 2018 AB.vvb", None),
        ("2018/Aarhus/september 2018 AB.vvb", None),
        ("2018/Vejle/oktober 2018 CD.vvb", None),
        ("2018/Vejle/september 2018 CD.vvb", None),
        ("Skive/brev.vvb", "not_a_letter"),
    ]
    assert told[0]["other"] == "link"
    again = office.lead.run("bundle", "open", mail).stderr
    assert "Skive/brev.vvb" in again
    assert "elsewhere: Sprunget over: den er en genvej til et andet sted." in again


def test_ones_own_letter_is_called_ones_own(office: Office) -> None:
    (file,) = office.desk("AB").glob("oktober*.vvb")
    ab = office.everybody["AB"]
    for command in ("open", "verify"):
        told = ok(ab, "bundle", command, file, code=5)
        assert "Det er dit eget brev: det er skrevet på denne computer." in told
    told = ok(office.everybody["CD"], "bundle", "open", file, code=5)
    assert "Det er ikke forseglet til denne computer" in told


def test_a_folder_that_is_too_deep_or_too_full_is_not_searched(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = office.folder / "mail"
    deep = mail.joinpath(*["mappe"] * (offered.DEEPEST + 1))
    deep.mkdir(parents=True)
    before = dump(office.lead)
    result = office.lead.run("bundle", "open", mail)
    assert result.exit_code == 1
    assert "Vælg den mappe, som brevene ligger i." in result.stderr
    deep.rmdir()
    for file in office.desk("AB").iterdir():
        shutil.copy(file, deep.parent)
    monkeypatch.setattr(offered, "MOST_LOOKED_AT", offered.DEEPEST + 1)
    assert office.lead.run("bundle", "open", mail).exit_code == 1
    assert dump(office.lead) == before
    monkeypatch.undo()
    ok(office.lead, "bundle", "open", mail)
    assert as_json(office.lead, "lead", "status")["contacts"] == 4


def test_a_folder_that_may_not_be_read_does_not_stand_in_the_way(office: Office) -> None:
    mail = office.folder / "mail"
    shutil.copytree(office.desk("AB"), mail)
    locked = mail / "System Volume Information"
    locked.mkdir(mode=0)
    ok(office.lead, "bundle", "open", mail)
    assert as_json(office.lead, "lead", "status")["contacts"] == 4


@pytest.mark.parametrize(
    ("name", "other", "at_counsellor", "at_lead"),
    [
        ("package.vvb", "package", "vejviser project open FIL", "Den er til vejlederne."),
        ("roster.json", "roster", "vejviser roster accept FIL", "Den er til vejlederne."),
        ("card-AB.json", "card", "giv projektlederen filen", "vejviser card accept FIL"),
    ],
)
def test_a_file_that_is_no_letter_is_told_with_what_opens_it(
    office: Office, name: str, other: str, at_counsellor: str, at_lead: str
) -> None:
    path = office.folder / name
    for one, said in ((office.everybody["AB"], at_counsellor), (office.lead, at_lead)):
        before = dump(one)
        for command in ("open", "verify"):
            result = one.run("bundle", command, path)
            assert result.exit_code == 5, result.output
            assert said in result.stderr
        (told,) = as_json(one, "bundle", "open", path, code=5)["files"]
        assert (told["refused"], told["other"]) == ("not_a_letter", other)
        assert dump(one) == before


def test_a_package_among_letters_in_a_folder_is_no_mistake(office: Office) -> None:
    mail = office.folder / "mail"
    shutil.copytree(office.desk("AB"), mail)
    shutil.copy(office.folder / "package.vvb", mail / "pakke.vvb")
    result = office.lead.run("bundle", "open", mail)
    assert result.exit_code == 0, result.output
    assert "pakke.vvb: Den er projektpakken for »" in result.stderr
    told = {one["file"]: one for one in as_json(office.lead, "bundle", "open", mail)["files"]}
    assert told["pakke.vvb"] == {
        "file": "pakke.vvb",
        "refused": None,
        "for_others": False,
        "other": "package",
    }


def test_a_receipt_says_what_it_did(office: Office) -> None:
    ok(office.lead, "bundle", "open", office.desk("AB"))
    receipts = office.folder / "receipts"
    ok(office.lead, "bundle", "make", "--out", receipts)
    told = ok(office.everybody["AB"], "bundle", "open", receipts)
    assert "Projektlederens svar er noteret på brevene her." in told


def test_a_letter_with_a_damaged_seal_is_named_where_nothing_else_can_be_read(
    office: Office, tmp_path: Path
) -> None:
    first = office.desk("AB") / "september 2018 AB.vvb"
    data = bytearray(first.read_bytes())
    at = data.index(b"-> X25519 ") + 12
    for found in (at, data.index(b"-> X25519 ", at) + 12):
        data[found] = ord("A") if data[found] != ord("A") else ord("B")
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "et\nbrev.vvb").write_bytes(bytes(data))
    told = ok(office.lead, "bundle", "open", folder, code=5)
    assert "et\N{REPLACEMENT CHARACTER}brev.vvb: Det kan ikke læses her." in told
    assert "eller beskadiget" in told
    shutil.copyfile(first, folder / "good.vvb")
    assert "beskadiget" not in ok(office.lead, "bundle", "open", folder)
