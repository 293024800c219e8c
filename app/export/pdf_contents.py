"""The list of contents of a printed document: names that lead to their pages, and their numbers."""

from collections.abc import Sequence
from typing import Any

from app.export.fonts import REGULAR, fitted, text_width
from app.export.pdf_style import BODY_SIZE, HAIRLINE, MUTED, TEXT, TEXT_WIDTH

_LINE = 15
"""Points from one name to the next."""
_BEFORE_NUMBER = 30
"""Points kept free for the number of the page."""


def contents(entries: Sequence[tuple[str, str]]) -> list[Any]:
    """Return a line for each bookmark (key and name); its page number is written at the end.

    Until a document is set nobody knows its pages, so :mod:`app.export.pdf_document` draws them.
    """
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Flowable

    class Line(Flowable):  # type: ignore[misc]
        def __init__(self, key: str, name: str) -> None:
            super().__init__()
            self.key, self.name = key, name
            self.width, self.height = TEXT_WIDTH, _LINE

        def draw(self) -> None:
            canvas = self.canv
            canvas.setFillColor(HexColor(TEXT))
            canvas.setFont(REGULAR, BODY_SIZE)
            name = fitted(self.name, TEXT_WIDTH - _BEFORE_NUMBER, REGULAR, BODY_SIZE)
            canvas.drawString(0, 4, name)
            canvas.setStrokeColor(HexColor(HAIRLINE))
            canvas.setLineWidth(0.5)
            canvas.line(0, 0, TEXT_WIDTH, 0)
            canvas.linkRect("", self.key, (0, 0, TEXT_WIDTH, _LINE), relative=1)
            x, y = canvas.absolutePosition(TEXT_WIDTH, 4)
            canvas.page_numbers.append((self.key, x, y))

    return [Line(key, name) for key, name in entries]


def draw_page_number(canvas: Any, page: int, x: float, y: float) -> None:
    """Write the number of a page so that it ends at ``x``."""
    from reportlab.lib.colors import HexColor

    canvas.setFillColor(HexColor(MUTED))
    canvas.setFont(REGULAR, BODY_SIZE)
    canvas.drawString(x - text_width(str(page), REGULAR, BODY_SIZE), y, str(page))
