"""The files of a release in a folder: all of them, or what is said of it."""

from pathlib import Path

import pytest

from app.errors import UserError
from app.export.outside.files import write_files
from tests.export.outside.late import Late


def test_what_could_not_get_its_name_does_not_stay_under_another(tmp_path: Path) -> None:
    files = dict.fromkeys(("a.csv", "b.csv", "c.csv"), b"figures")
    with pytest.raises(UserError) as caught:
        write_files(Late(files, tmp_path / "b.csv"), tmp_path)
    assert "»b.csv« er en mappe, ingen fil." in caught.value.message("da")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
