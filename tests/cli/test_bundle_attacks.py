"""What an attacker hands to the lead: refused with a reason, and nothing in the store has changed."""

import shutil
import zlib
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.export.letters.letter import LARGEST_PAYLOAD, Kind, open_sealed, read_letter, seal
from app.models.team.devices import DeviceKeys, Devices
from app.models.team.recovery import recovery_keys
from app.models.team.signing import digest, new_identity, recipient_of
from tests.cli.conftest import Installation
from tests.cli.team import Office, an_office, as_json, close_all, dump, ok, tallies, ten_words
from tests.team import Team, forged, sealed, stranger

LEDGERS = (
    "reported_letter",
    "inbox_letter",
    "reception",
    "outbox",
    "device",
    "audit",
    "sqlite_sequence",
)
"""Where letters are noted that came from a known computer, and the receipt that tells it so."""


@dataclass(frozen=True)
class Scene:
    """An office in which AB's months are at the lead, and everything that an attacker has seen."""

    office: Office
    september: Path
    october: Path

    @property
    def lead(self) -> Installation:
        return self.office.lead

    def as_team(self, stack: ExitStack) -> Team:
        """Return the stores of the lead and of the counsellors, open until the stack closes."""
        lead = stack.enter_context(closing(self.lead.open()))
        others = {
            name: stack.enter_context(closing(one.open()))
            for name, one in self.office.laptops.items()
        }
        return Team(lead, others, self.office.code)

    def file(self, content: bytes) -> Path:
        path = self.office.folder / "attack.vvb"
        path.write_bytes(content)
        return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    office = an_office(tmp_path_factory.mktemp("office"))
    close_all(office)
    september, october = office.make("AB")
    ok(office.lead, "bundle", "open", september, october)
    return Scene(office, september, october)


@pytest.fixture
def scene(kept: Scene, tmp_path: Path) -> Scene:
    folder, old = tmp_path / "office", kept.office
    shutil.copytree(old.folder, folder)
    copied = Office(folder, old.code, {name: Installation(folder / name) for name in old.everybody})
    there = [folder / path.relative_to(old.folder) for path in (kept.september, kept.october)]
    return Scene(copied, *there)


def wrong_recipient(team: Team, inner: bytes) -> bytes:
    return seal(inner, (recipient_of(new_identity()),))


def forwarded(team: Team, inner: bytes) -> bytes:
    """What AB wrote to somebody else, sealed anew to the lead."""
    other = (recipient_of(new_identity()),)
    return sealed(team, forged(team, team.keys("AB"), recipients=other))


def unknown_sender(team: Team, inner: bytes) -> bytes:
    return sealed(team, forged(team, stranger()))


def in_the_name_of_another(team: Team, inner: bytes) -> bytes:
    keys = stranger()
    return sealed(team, forged(team, keys, sender=team.keys("AB").id))


def from_the_lead(team: Team, inner: bytes) -> bytes:
    return sealed(team, forged(team, lead_keys(team)))


def lead_keys(team: Team) -> DeviceKeys:
    return Devices(team.lead).current()


def wrong_project(team: Team, inner: bytes) -> bytes:
    return sealed(team, forged(team, team.keys("AB"), project_id="0" * 32))


def truncated(team: Team, inner: bytes) -> bytes:
    return sealed(team, inner)[:-1]


def truncated_inside(team: Team, inner: bytes) -> bytes:
    return sealed(team, inner[:-1])


def flipped_inside(team: Team, inner: bytes) -> bytes:
    return sealed(team, inner[:-40] + bytes((inner[-40] ^ 1,)) + inner[-39:])


def bomb(team: Team, inner: bytes) -> bytes:
    """64 MB of nothing in 64 kB, whose header says that it is small."""
    packed = zlib.compress(bytes(LARGEST_PAYLOAD), 9)
    fields = {"payload_hash": digest(packed), "payload_size": 1000}
    return sealed(team, forged(team, team.keys("AB"), packed, seq=9, **fields))


def honest_bomb(team: Team, inner: bytes) -> bytes:
    packed = zlib.compress(bytes(LARGEST_PAYLOAD + 1), 9)
    fields = {"payload_hash": digest(packed), "payload_size": LARGEST_PAYLOAD + 1}
    return sealed(team, forged(team, team.keys("AB"), packed, seq=9, **fields))


def receipt_to_the_lead(team: Team, inner: bytes) -> bytes:
    return sealed(team, forged(team, team.keys("AB"), kind=Kind.RECEIPT))


def no_letter(team: Team, inner: bytes) -> bytes:
    return b"PK\3\4" + bytes(1000)


def too_large(team: Team, inner: bytes) -> bytes:
    return b"age-encryption.org/v1\n" + bytes(17 * 1024 * 1024)


ATTACKS: dict[Callable[[Team, bytes], bytes], str] = {
    wrong_recipient: "wrong_recipient",
    forwarded: "not_for_you",
    unknown_sender: "unknown_sender",
    in_the_name_of_another: "bad_signature",
    from_the_lead: "wrong_role",
    wrong_project: "wrong_project",
    truncated: "damaged",
    truncated_inside: "payload_mismatch",
    flipped_inside: "payload_mismatch",
    bomb: "payload_mismatch",
    honest_bomb: "too_large",
    receipt_to_the_lead: "wrong_role",
    no_letter: "not_a_letter",
    too_large: "too_large",
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_refused_and_nothing_changes(
    scene: Scene, attack: Callable[[Team, bytes], bytes]
) -> None:
    before = dump(scene.lead)
    with ExitStack() as stack:
        team = scene.as_team(stack)
        path = scene.file(attack(team, inner_of(scene, scene.september)))
    for command in (("bundle", "verify"), ("bundle", "open")):
        result = scene.lead.run(*command, path)
        assert result.exit_code == 5, result.output
        assert "Brevet blev afvist." in result.stderr
    (told,) = as_json(scene.lead, "bundle", "open", path, code=5)["files"]
    assert told["refused"] == ATTACKS[attack]
    assert dump(scene.lead) == before


def inner_of(scene: Scene, path: Path) -> bytes:
    """Return what is inside a letter, opened with the recovery code as a traitor could."""
    return open_sealed(path.read_bytes(), (recovery_keys(scene.office.code).identity,))


def test_no_flipped_bit_goes_unnoticed(scene: Scene) -> None:
    before, whole = dump(scene.lead), scene.october.read_bytes()
    paths = []
    for number, place in enumerate(range(0, len(whole), len(whole) // 25)):
        flipped = whole[:place] + bytes((whole[place] ^ (1 << number % 8),)) + whole[place + 1 :]
        path = scene.office.folder / f"flip-{number}.vvb"
        path.write_bytes(flipped)
        paths.append(path)
    told = as_json(scene.lead, "bundle", "open", *paths, code=5)["files"]
    assert len(told) >= 25
    assert [one for one in told if not one["refused"]] == []
    assert dump(scene.lead) == before


def test_a_replay_changes_nothing(scene: Scene) -> None:
    before = dump(scene.lead)
    for path in (scene.september, scene.october):
        (told,) = as_json(scene.lead, "bundle", "open", path)["files"]
        assert (told["known"], told["refused"]) == (True, None)
    with ExitStack() as stack:
        team = scene.as_team(stack)
        anew = scene.file(sealed(team, inner_of(scene, scene.september)))
    assert "Det er her allerede." in ok(scene.lead, "bundle", "open", anew)
    assert dump(scene.lead) == before


@pytest.mark.parametrize(
    "fields",
    [{"seq": 1}, {"seq": 7}],
    ids=["the same number", "the same revision under another number"],
)
def test_other_content_under_the_same_number_changes_no_figure(
    scene: Scene, fields: dict[str, int]
) -> None:
    before, counted = dump(scene.lead, *LEDGERS), list(tallies(scene.lead))
    inner = inner_of(scene, scene.september)
    payload = read_letter(inner).payload
    other = payload.replace(b'"sick_leave":"full"', b'"sick_leave":"none"')
    assert other != payload
    packed = zlib.compress(other)
    told = {"payload_hash": digest(packed), "payload_size": len(other)}
    with ExitStack() as stack:
        team = scene.as_team(stack)
        month = {"month": "2018-09", "revision": 1, **fields, **told}
        path = scene.file(sealed(team, forged(team, team.keys("AB"), packed, **month)))
    (found,) = as_json(scene.lead, "bundle", "open", path, code=5)["files"]
    assert (found["refused"], found["verdict"]) == ("forked", "forked")
    assert dump(scene.lead, *LEDGERS) == before
    assert list(tallies(scene.lead)) == counted
    (row,) = [
        one for one in as_json(scene.lead, "lead", "status")["laptops"] if one["initials"] == "AB"
    ]
    assert row["forked"] == 1
    assert "modstridende: 1" in ok(scene.lead, "lead", "status")
    listed = ok(scene.lead, "bundle", "list").splitlines()
    (line,) = (one for one in listed if "Afvist" in one)
    assert "AB: Månedens tal, september 2018: Afvist" in line

    with closing(scene.office.laptops["AB"].open()) as laptop:
        Devices(laptop).renew()  # as the receipt has it
    card, copied = scene.office.folder / "new.json", scene.office.laptops["AB"]
    ok(copied, "card", "export", card)
    accepted = scene.lead.run("card", "accept", card, "--words", ten_words(copied))
    assert accepted.exit_code == 0
    assert "Fra den anden kom:" in accepted.stderr


def test_content_that_cannot_be_used_changes_no_figure(scene: Scene) -> None:
    before = dump(scene.lead, *LEDGERS)
    with ExitStack() as stack:
        team = scene.as_team(stack)
        month = {"month": "2018-09", "revision": 2, "seq": 8}
        path = scene.file(sealed(team, forged(team, team.keys("AB"), **month)))
    (found,) = as_json(scene.lead, "bundle", "open", path, code=5)["files"]
    assert found["refused"] == "not_a_summary"
    assert dump(scene.lead, *LEDGERS) == before


def test_a_bad_file_does_not_stand_in_the_way_of_good_ones(scene: Scene) -> None:
    others = [path for name in ("CD", "EF") for path in scene.office.make(name)]
    bad = scene.file(scene.september.read_bytes()[:100])
    told = as_json(scene.lead, "bundle", "open", others[0], bad, *others[1:], code=5)["files"]
    assert [one["refused"] for one in told] == [None, "damaged", None, None, None]
    assert as_json(scene.lead, "lead", "status")["contacts"] == 9


def test_a_folder_holds_what_it_likes(scene: Scene) -> None:
    folder = scene.office.folder / "post"
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(bytes(100))
    (folder / "letter.vvb.part").write_bytes(scene.september.read_bytes()[:50])
    (folder / "inner.vvb").mkdir()
    (folder / "link.vvb").symlink_to(scene.lead.paths.envelope)
    shutil.copy(scene.september, folder / "letter (conflicted copy).vvb")
    before = dump(scene.lead)
    (told, link) = as_json(scene.lead, "bundle", "open", folder)["files"]
    assert (link["file"], link["other"], link["refused"]) == ("link.vvb", "link", None)
    assert told["known"]
    assert dump(scene.lead) == before


def test_verify_tells_what_would_come_of_it_and_changes_nothing(scene: Scene) -> None:
    (letter, _) = scene.office.make("CD")
    before = dump(scene.lead)
    told = as_json(scene.lead, "bundle", "verify", letter)
    assert (told["initials"], told["month"], told["verdict"]) == ("CD", "2018-09", "new")
    assert told["contacts"]["after"] == 6
    text = ok(scene.lead, "bundle", "verify", letter)
    assert "fra Vejleder CD (CD)" in text
    assert "Intet er taget ind endnu." in text
    assert dump(scene.lead) == before
    ok(scene.lead, "bundle", "open", letter)
    assert as_json(scene.lead, "bundle", "verify", letter)["known"]
    received = as_json(scene.lead, "bundle", "list")["received"]
    assert [one["verdict"] for one in received] == ["new", "new", "new"]
    assert "Taget ind." in ok(scene.lead, "bundle", "list")
