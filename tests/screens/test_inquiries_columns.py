"""The list of inquiries shows all its columns on a small laptop, in both languages."""

import pytest

from app.ui.pages.inquiries.inquiries_table import Column
from app.ui.pages.inquiries.page import InquiriesPage
from tests.screens.conftest import Show


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_column_is_seen(show: Show, language: str) -> None:
    page = show("inquiries", look="dark", language=language).current_page()
    assert isinstance(page, InquiriesPage)
    view = page.list.view
    assert view.horizontalScrollBar().maximum() == 0
    header = view.horizontalHeader()
    assert view.columnWidth(Column.COUNSELLOR) >= header.sectionSizeHint(Column.COUNSELLOR)
