"""LibreOffice opens every CSV file of a pack with the types that its description promises."""

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.export.evaluator.files import Pack, real_pack, release_of, synthetic_pack, write_pack
from app.export.evaluator.schema import read_schema
from app.models.periods import Period
from app.models.types import Sector
from tests.export.evaluator.made_up import data_of, presence, random_contacts

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
COMMA_QUOTES_UTF_8 = "CSV:44,34,76,1"
"""What the window of the import shows for such a file; types are left to LibreOffice."""
TYPES = {"string": str, "integer": int, "number": int | float, "date": datetime}


def real() -> Pack:
    """A pack of contacts as a store has them, with visits of every state."""
    visits = [
        presence(1, 90, Sector.PRIVATE, held=2, zero=2, minutes=125),
        presence(1, 8, Sector.STATE, held=3, zero=1, minutes=180),
        presence(3, 90, Sector.PRIVATE),
    ]
    data = data_of(random_contacts(7), visits)
    return real_pack(data, release_of(data))


PACKS = {"synthetic": lambda: synthetic_pack(QUARTER), "real": real}


@pytest.fixture(scope="module", params=list(PACKS))
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every CSV file of a pack as LibreOffice has read it."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("spreadsheet")
    pack = write_pack(PACKS[request.param](), folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, f"--infilter={COMMA_QUOTES_UTF_8}"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder / "read")]
    command += [str(path) for path in sorted(pack.glob("*.csv"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return folder / "read"


@pytest.mark.parametrize("name", [each.name for each in read_schema().resources])
def test_every_cell_has_its_type_and_none_is_a_formula(sheets: Path, name: str) -> None:
    resource = next(each for each in read_schema().resources if each.name == name)
    sheet = load_workbook(sheets / f"{name}.xlsx").active
    assert sheet is not None
    head, *rows = sheet.iter_rows()
    assert tuple(cell.value for cell in head) == resource.columns
    assert rows
    for row in rows:
        for cell, field in zip(row, resource.schema.fields, strict=True):
            assert cell.data_type != "f"
            if cell.value is None:
                assert not field.constraints.get("required")
            else:
                assert isinstance(cell.value, TYPES[field.type]), (field.name, cell.value)
