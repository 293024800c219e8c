"""Setting up, opening and recovering: told apart when it fails, and never overwriting anything."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.errors import (
    Conflict,
    DamagedEnvelope,
    DamagedStore,
    InvalidInput,
    NotFound,
    UserError,
    WrongPassphrase,
)
from app.models import backup as backups
from app.models.cipher import integrity
from app.models.opening import (
    create_store,
    exists,
    new_counsellor,
    open_store,
    open_with_recovery_code,
)
from app.models.schema import pending_steps
from app.models.types import Counsellor, Profession, TermKind
from app.paths import Paths
from tests.crashing import crash_at_every_step
from tests.records import add_contact, add_person
from tests.stores import CHEAP, NOW, PASSPHRASE, fingerprints, standing_clock

KAREN = new_counsellor(" Karen Møller ", Profession.SOCIAL_WORKER)
NEW_PASSPHRASE = "en anden lang adgangssætning"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data æøå")


def create(paths: Paths, passphrase: str = PASSPHRASE, counsellor: Counsellor = KAREN) -> str:
    """Set an installation up, store one contact, close it and return its recovery code."""
    store, key, code = create_store(
        paths,
        passphrase,
        project="Projekt Vest",
        counsellor=counsellor,
        clock=standing_clock(),
        params=CHEAP,
    )
    with closing(store):
        assert store.key == key
        add_contact(store, add_person(store))
    return code


def contacts_in(paths: Paths, passphrase: str = PASSPHRASE) -> int:
    store, key = open_store(paths, passphrase)
    with closing(store):
        assert store.key == key
        assert integrity(store.database) == []
        return store.inquiries.count()


def test_a_new_installation_is_complete_and_only_its_owners(paths: Paths) -> None:
    assert not exists(paths)
    create(paths)
    assert exists(paths)
    assert sorted(p.name for p in paths.data_dir.iterdir()) == [
        "vejviser.db",
        "vejviser.db.lock",
        "vejviser.key.json",
    ]
    assert stat.S_IMODE(paths.data_dir.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in paths.data_dir.iterdir()} == {0o600}

    store, _ = open_store(paths, PASSPHRASE)
    with closing(store):
        assert store.settings.project == "Projekt Vest"
        current = store.counsellors.current()
        assert current is not None
        assert (current.name, current.initials) == ("Karen Møller", "KM")
        assert len(store.taxonomy.codes(TermKind.REASON)) > 20
        assert pending_steps(store.database) == ()


def test_a_passphrase_may_be_typed_on_any_keyboard(paths: Paths) -> None:
    create(paths, "åndenød på Ærø i går")
    assert contacts_in(paths, "a\u030andenød pa\u030a Ærø i ga\u030ar") == 1


@pytest.mark.parametrize(
    "left", [("vejviser.db", "vejviser.key.json"), ("vejviser.db",), ("vejviser.key.json",)]
)
def test_nothing_is_set_up_where_there_are_data(paths: Paths, left: tuple[str, ...]) -> None:
    create(paths)
    for path in paths.data_dir.iterdir():
        if path.name not in left:
            path.unlink()
    before = fingerprints(paths.data_dir)
    with pytest.raises(Conflict) as caught:
        create(paths, NEW_PASSPHRASE)
    assert "har allerede en opsætning" in caught.value.message("da")
    assert exists(paths)
    assert fingerprints(paths.data_dir) == before


@pytest.mark.parametrize(
    ("passphrase", "counsellor"),
    [("kort", KAREN), (PASSPHRASE, Counsellor(name=" ", initials="KM"))],
)
def test_a_set_up_that_is_refused_leaves_nothing(
    paths: Paths, passphrase: str, counsellor: Counsellor
) -> None:
    with pytest.raises(InvalidInput):
        create(paths, passphrase, counsellor)
    assert not exists(paths)
    assert not paths.data_dir.exists() or list(paths.data_dir.iterdir()) == []
    create(paths)
    assert contacts_in(paths) == 1


def test_a_folder_that_cannot_be_made_is_explained() -> None:
    with pytest.raises(UserError):
        create(Paths(Path("/sys/vejviser")))


def flip(path: Path, place: int = 40) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def remove(path: Path) -> None:
    path.unlink()


DAMAGES: dict[str, tuple[str, Callable[[Path], None], type[UserError]]] = {
    "envelope flipped": ("vejviser.key.json", flip, DamagedEnvelope),
    "envelope cut": ("vejviser.key.json", cut, DamagedEnvelope),
    "envelope empty": ("vejviser.key.json", empty, DamagedEnvelope),
    "envelope missing": ("vejviser.key.json", remove, DamagedEnvelope),
    "database flipped": ("vejviser.db", flip, DamagedStore),
    "database cut": ("vejviser.db", cut, DamagedStore),
    "database empty": ("vejviser.db", empty, DamagedStore),
    "database missing": ("vejviser.db", remove, DamagedStore),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_named_and_nothing_is_overwritten(paths: Paths, damage: str) -> None:
    code = create(paths)
    name, spoil, error = DAMAGES[damage]
    spoil(paths.data_dir / name)
    before = fingerprints(paths.data_dir)
    for attempt in (
        lambda: open_store(paths, PASSPHRASE),
        lambda: open_with_recovery_code(paths, code, NEW_PASSPHRASE),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert type(caught.value) is error
        assert fingerprints(paths.data_dir) == before
    with pytest.raises(Conflict):
        create(paths)
    assert fingerprints(paths.data_dir) == before


def test_wrong_damaged_and_missing_are_told_in_different_words(paths: Paths) -> None:
    create(paths)
    messages = set()
    before = fingerprints(paths.data_dir)
    with pytest.raises(WrongPassphrase) as wrong:
        open_store(paths, PASSPHRASE + "!")
    assert wrong.value.exit_code == 3
    assert fingerprints(paths.data_dir) == before
    messages.add(wrong.value.message("da"))
    for damage in ("envelope flipped", "envelope missing", "database flipped", "database missing"):
        copy = Paths(paths.data_dir.with_name(damage))
        shutil.copytree(paths.data_dir, copy.data_dir)
        name, spoil, _ = DAMAGES[damage]
        spoil(copy.data_dir / name)
        with pytest.raises(UserError) as caught:
            open_store(copy, PASSPHRASE)
        messages.add(caught.value.message("da"))
        assert caught.value.exit_code == 4
    with pytest.raises(NotFound) as nothing:
        open_store(Paths(paths.data_dir / "elsewhere"), PASSPHRASE)
    messages.add(nothing.value.message("da"))
    assert len(messages) == 6


def test_the_files_of_two_installations_do_not_open_each_other(
    paths: Paths, tmp_path: Path
) -> None:
    create(paths)
    other = Paths(tmp_path / "other")
    create(other)
    shutil.copy(other.envelope, paths.envelope)
    before = fingerprints(paths.data_dir)
    with pytest.raises(DamagedStore):
        open_store(paths, PASSPHRASE)
    assert fingerprints(paths.data_dir) == before


def test_the_recovery_code_opens_and_gives_a_new_passphrase(paths: Paths) -> None:
    code = create(paths)
    store, key = open_with_recovery_code(paths, code.lower(), NEW_PASSPHRASE)
    with closing(store):
        assert store.key == key
        assert store.inquiries.count() == 1
    assert contacts_in(paths, NEW_PASSPHRASE) == 1
    with pytest.raises(WrongPassphrase):
        open_store(paths, PASSPHRASE)
    again, _ = open_with_recovery_code(paths, code, PASSPHRASE)  # the printed code stays good
    again.close()


def test_a_wrong_code_or_a_weak_new_passphrase_changes_nothing(
    paths: Paths, tmp_path: Path
) -> None:
    code = create(paths)
    stranger = create(Paths(tmp_path / "other"))
    before = fingerprints(paths.data_dir)
    for wrong in (stranger, "", "abc", code[:-1]):
        with pytest.raises(UserError):
            open_with_recovery_code(paths, wrong, NEW_PASSPHRASE)
    with pytest.raises(InvalidInput):
        open_with_recovery_code(paths, code, "kort")
    assert fingerprints(paths.data_dir) == before
    assert contacts_in(paths) == 1


def test_a_set_up_that_is_cut_short_at_any_step_can_be_repeated(paths: Paths) -> None:
    repeated = 0

    def go_on() -> None:
        nonlocal repeated
        if not exists(paths):
            create(paths)
            repeated += 1
        assert contacts_in(paths) in (0, 1)  # 0: it was finished, but for the first contact
        assert {path.name for path in paths.data_dir.iterdir()} - {"vejviser.db.new.lock"} == {
            "vejviser.db",
            "vejviser.db.lock",
            "vejviser.key.json",
        }
        shutil.rmtree(paths.data_dir)

    deaths = crash_at_every_step(lambda: create(paths), go_on)
    assert 5 < repeated < deaths


def test_an_envelope_beside_an_unfinished_database_counts_for_nothing(paths: Paths) -> None:
    create(paths)
    paths.database.rename(paths.database.with_name("vejviser.db.new"))
    assert not exists(paths)
    with pytest.raises(NotFound):
        open_store(paths, PASSPHRASE)
    create(paths, NEW_PASSPHRASE)
    assert contacts_in(paths, NEW_PASSPHRASE) == 1


def test_an_unfinished_database_beside_a_finished_one_is_left_alone(paths: Paths) -> None:
    create(paths)
    stray = paths.database.with_name("vejviser.db.new")
    stray.write_bytes(b"not ours to judge")
    with pytest.raises(Conflict):
        create(paths)
    assert contacts_in(paths) == 1
    assert stray.exists()


def test_a_restore_that_is_cut_short_never_looks_like_a_first_run(paths: Paths) -> None:
    """Else the window would offer to set up an empty project over a counsellor's data."""
    create(paths)
    store, key = open_store(paths, PASSPHRASE)
    backup = backups.make_backup(store.database, key, paths.backups, paths.envelope, NOW)
    store.close()

    def still_there() -> None:
        assert exists(paths)
        with pytest.raises(Conflict):
            create(paths)
        assert contacts_in(paths) == 1

    deaths = crash_at_every_step(lambda: backups.restore(backup, paths, key, NOW), still_there)
    assert deaths > 5


def test_two_windows_may_have_the_store_open(paths: Paths) -> None:
    create(paths)
    first, _ = open_store(paths, PASSPHRASE)
    second, _ = open_store(paths, PASSPHRASE)
    with closing(first), closing(second):
        add_contact(first)
        assert second.inquiries.count() == 2


def test_a_store_that_was_not_opened_is_not_left_locked(paths: Paths) -> None:
    create(paths)
    with suppress(WrongPassphrase):
        open_store(paths, "noget helt andet her")
    store, key = open_store(paths, PASSPHRASE)
    backup = backups.make_backup(store.database, key, paths.backups, paths.envelope, NOW)
    store.close()
    backups.restore(backup, paths, key, NOW)  # asks to be alone
    assert contacts_in(paths) == 1


def test_initials_are_made_of_the_name() -> None:
    assert isinstance(KAREN, Counsellor)
    assert (KAREN.name, KAREN.initials) == ("Karen Møller", "KM")
    assert new_counsellor("åse bæk-holm", Profession.OTHER).initials == "ÅB"
