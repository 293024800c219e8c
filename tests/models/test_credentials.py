"""Only who knows the passphrase changes how the data are opened, and the data stay the same."""

from pathlib import Path

import pytest

from app.errors import InvalidInput, WrongPassphrase
from app.models.credentials import change_passphrase, renew_recovery_code
from app.models.opening import open_store, open_with_recovery_code
from app.paths import Paths
from tests.stores import CHEAP, PASSPHRASE, new_store

NEW = "tre gule cykler og en sten"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    new_store(tmp_path).close()
    return Paths(tmp_path / "data")


def test_the_new_passphrase_opens_the_same_data_and_the_old_one_does_not(paths: Paths) -> None:
    change_passphrase(paths, PASSPHRASE, NEW, params=CHEAP)

    store, _ = open_store(paths, NEW)
    assert store.settings.project == "Projekt Vest"
    store.close()
    with pytest.raises(WrongPassphrase):
        open_store(paths, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [("ikke den rigtige", NEW, WrongPassphrase), (PASSPHRASE, "kort", InvalidInput)],
)
def test_a_refused_change_leaves_the_envelope_as_it_was(
    paths: Paths, old: str, new: str, refusal: type[Exception]
) -> None:
    before = paths.envelope.read_bytes()
    with pytest.raises(refusal):
        change_passphrase(paths, old, new, params=CHEAP)
    assert paths.envelope.read_bytes() == before


def test_a_new_recovery_code_makes_the_old_one_void(paths: Paths) -> None:
    first = renew_recovery_code(paths, PASSPHRASE, params=CHEAP)
    second = renew_recovery_code(paths, PASSPHRASE, params=CHEAP)

    with pytest.raises(WrongPassphrase):
        open_with_recovery_code(paths, first, NEW)
    store, _ = open_with_recovery_code(paths, second, NEW)
    store.close()


def test_a_code_is_not_renewed_by_somebody_who_does_not_know_the_passphrase(paths: Paths) -> None:
    before = paths.envelope.read_bytes()
    with pytest.raises(WrongPassphrase):
        renew_recovery_code(paths, "et godt gæt måske", params=CHEAP)
    assert paths.envelope.read_bytes() == before
