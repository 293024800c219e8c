"""What every place for letters can do, and that it does not matter which one it is."""

import shutil
from pathlib import Path

import pytest

from app.export.delivery.delivery import Delivery, is_plain_name
from app.export.delivery.share import archived, check_share, prepare_share
from app.models.team.troubles import DeliveryError, Trouble

Place = tuple[Delivery, Path]
ENDING = ".vvb"


def names(delivery: Delivery, folder: str) -> list[str]:
    return [entry.name for entry in delivery.listing(folder, ENDING).entries]


def trouble_of(error: pytest.ExceptionInfo[DeliveryError]) -> Trouble:
    return error.value.trouble


def test_a_letter_is_left_found_read_moved_and_removed(place: Place) -> None:
    delivery, root = place
    assert names(delivery, "to-lead") == []
    delivery.write("to-lead", "0a.vvb", b"one")
    delivery.write("to-lead", "0b.vvb", b"two")
    delivery.write("to-lead", "0a.vvb", b"other")
    assert names(delivery, "to-lead") == ["0a.vvb", "0b.vvb"]
    assert delivery.read("to-lead", "0a.vvb", 100) == b"other"
    assert [entry.size for entry in delivery.listing("to-lead", ENDING).entries] == [5, 3]
    delivery.move("to-lead", "0a.vvb", *archived("ab" * 32, ENDING))
    assert delivery.read("taken/ab", "ab" * 16 + ".vvb", 100) == b"other"
    delivery.remove("to-lead", "0b.vvb")
    assert names(delivery, "to-lead") == []
    # What somebody else did meanwhile is as good.
    delivery.remove("to-lead", "0b.vvb")
    delivery.move("to-lead", "0a.vvb", "taken/ab", "0a.vvb")
    assert [path.name for path in root.rglob("*.part")] == []


def test_a_mark_changes_with_the_file(place: Place) -> None:
    delivery, _ = place
    delivery.write("to-lead", "0a.vvb", b"one")
    first = delivery.listing("to-lead", ENDING).entries[0].mark
    assert delivery.listing("to-lead", ENDING).entries[0].mark == first
    delivery.write("to-lead", "0a.vvb", b"longer")
    assert delivery.listing("to-lead", ENDING).entries[0].mark != first


@pytest.mark.parametrize(
    "name", ["brev (1).vvb", "brev æøå 100%20.vvb", "a#b&c+d.vvb", "brev-PC7 (kopi i konflikt).vvb"]
)
def test_a_name_that_others_gave_is_read_as_it_is(place: Place, name: str) -> None:
    delivery, root = place
    (root / "to-lead").mkdir()
    (root / "to-lead" / name).write_bytes(b"content")
    assert names(delivery, "to-lead") == [name]
    assert delivery.read("to-lead", name, 100) == b"content"
    delivery.move("to-lead", name, "taken/0a", "0a.vvb")
    assert (root / "taken/0a/0a.vvb").read_bytes() == b"content"
    assert names(delivery, "to-lead") == []


def test_what_is_no_whole_letter_is_counted_and_never_listed(place: Place) -> None:
    delivery, root = place
    folder = root / "to-lead"
    (folder / "folder.vvb").mkdir(parents=True)
    for name in ("0a.vvb.part", "notes.txt", ".0b.vvb", "~0c.vvb", "desktop.ini"):
        (folder / name).write_bytes(b"x")
    (folder / "0d.vvb").write_bytes(b"x")
    listing = delivery.listing("to-lead", ENDING)
    assert [entry.name for entry in listing.entries] == ["0d.vvb"]
    assert listing.foreign == 6


def test_a_file_that_is_too_large_is_not_kept_in_memory(place: Place) -> None:
    delivery, _ = place
    delivery.write("to-lead", "0a.vvb", b"x" * 101)
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 100)
    assert trouble_of(error) is Trouble.TOO_LARGE
    assert len(delivery.read("to-lead", "0a.vvb", 101)) == 101


def test_a_file_that_is_gone_is_told_from_a_place_that_is_gone(place: Place) -> None:
    delivery, root = place
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 100)
    assert trouble_of(error) is Trouble.GONE
    assert error.value.is_of_one_file
    delivery.write("to-lead", "0a.vvb", b"x")
    shutil.rmtree(root)
    for use in (
        lambda: delivery.listing("to-lead", ENDING),
        lambda: delivery.write("to-lead", "0b.vvb", b"x"),
    ):
        with pytest.raises(DeliveryError) as error:
            use()
        assert trouble_of(error) is Trouble.VANISHED
    assert not root.exists(), "nothing is made where a drive should be"


def test_a_place_belongs_to_one_project_once_it_was_prepared(place: Place) -> None:
    delivery, root = place
    with pytest.raises(DeliveryError) as error:
        check_share(delivery, "a" * 32)
    assert trouble_of(error) is Trouble.NOT_SHARED
    assert prepare_share(delivery, "a" * 32)
    assert not prepare_share(delivery, "a" * 32)
    check_share(delivery, "a" * 32)
    for project in (check_share, prepare_share):
        with pytest.raises(DeliveryError) as error:
            project(delivery, "b" * 32)
        assert trouble_of(error) is Trouble.OTHER_PROJECT
    (root / "vejviser.json").write_bytes(b'{"project_id": 3')
    with pytest.raises(DeliveryError) as error:
        check_share(delivery, "a" * 32)
    assert trouble_of(error) is Trouble.NOT_SHARED


def test_many_files_of_others_are_in_nobodys_way(place: Place) -> None:
    """100,000 in a folder; 5,000 through this server, which needs 20 seconds for more."""
    delivery, root = place
    many = 100_000 if root.name == "share" else 5_000
    folder = root / "to-lead"
    folder.mkdir()
    for number in range(many):
        (folder / f"billede-{number}.jpg").touch()
    delivery.write("to-lead", "0a.vvb", b"x")
    listing = delivery.listing("to-lead", ENDING)
    assert ([entry.name for entry in listing.entries], listing.foreign) == (["0a.vvb"], many)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../a.vvb", "a/b.vvb", "a\\b.vvb", "/a.vvb", "C:a.vvb", "a.vvb:stream",
        ".a.vvb", "~a.vvb", "a.vvb ", "a.vvb.", "a\n.vvb", "a\0.vvb", "\u202egnp.vvb", "a" * 201,
        "a*.vvb", "a?.vvb",
    ],
)  # fmt: skip
def test_names_with_tricks_are_no_names(name: str) -> None:
    assert not is_plain_name(name)
