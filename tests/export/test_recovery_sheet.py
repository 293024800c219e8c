"""The sheet with the recovery code fits on one page and can be typed from."""

import io

import pytest
from pypdf import PdfReader

from app.export.recovery_sheet import recovery_sheet
from app.models.recovery_code import generate, parse
from app.texts import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_can_be_read_off_one_page(language: Language) -> None:
    code = generate()
    content = recovery_sheet(code, "Projekt <Vest> & Øst", "Åse Bæk", language)
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    groups = [word for word in text.split() if word in code.split("-")]
    assert parse("-".join(groups)) == code
    assert "Projekt <Vest> & Øst" in text
    assert "Åse Bæk" in text
    assert "1 af 1" in text or "1 of 1" in text


def test_the_title_tells_that_it_is_secret_paper_but_not_the_code() -> None:
    code = generate()
    reader = PdfReader(io.BytesIO(recovery_sheet(code, "Projekt Vest", "Åse Bæk", "da")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Gendannelseskode · Projekt Vest"
    assert code not in str(reader.metadata)
