"""A printed document: margins, foot with page x of y, bookmarks, and the same bytes each time."""

import io
from collections.abc import Sequence
from typing import Any

from app.export.fonts import BOLD, REGULAR, fitted, register_fonts, text_width
from app.export.pdf_contents import draw_page_number
from app.export.pdf_style import HAIRLINE, MARGIN, MUTED, PAGE_HEIGHT, PAGE_WIDTH, SMALL_SIZE
from app.texts import Language, Text

_FOOT = 30
_ABOVE_HEADING = 10
"""Points of white that a bookmark shows above the heading that it leads to."""
_PAGE = Text("Side {page} af {pages}", "Page {page} of {pages}")
_WATERMARK = "DEMO"
_LOCALES = {"da": "da-DK", "en": "en-GB"}


def build_pdf(
    story: Sequence[Any], *, title: str, author: str, language: Language, demo: bool = False
) -> bytes:
    """Return the story set on A4 pages; ``title`` also stands at the foot of every page."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    class Document(BaseDocTemplate):  # type: ignore[misc]
        def afterFlowable(self, flowable: Any) -> None:  # noqa: N802
            bookmark = getattr(flowable, "bookmark", None)
            if bookmark is not None:
                top = self.frame._y + flowable.height + _ABOVE_HEADING
                self.canv.bookmarks.append((*bookmark, top))

    register_fonts()
    content = io.BytesIO()
    document = Document(
        content,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=title,
        author=author,
        creator="Vejviser",
        lang=_LOCALES[language],
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
    )
    width, height = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - 2 * MARGIN
    frame = Frame(MARGIN, MARGIN, width, height, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_watermark if demo else _nothing))
    document.build(list(story), canvasmaker=_numbered_canvas(title, language))
    return content.getvalue()


def _numbered_canvas(title: str, language: Language) -> type[Any]:
    """Return a canvas that keeps its pages until their number is known, then writes the feet.

    The numbers in a list of contents are written then as well.

    The bookmarks of a page are kept with it, because they lead to the page that is being written.
    """
    from reportlab.pdfgen.canvas import Canvas

    class NumberedCanvas(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            self._kept: list[dict[str, Any]] = []
            self.bookmarks: list[tuple[str, str, float]] = []
            self.page_numbers: list[tuple[str, float, float]] = []

        def showPage(self) -> None:  # noqa: N802
            self._kept.append(dict(self.__dict__))
            self.bookmarks, self.page_numbers = [], []
            self._startPage()

        def save(self) -> None:
            page_of = {
                key: number
                for number, state in enumerate(self._kept, start=1)
                for key, _, _ in state["bookmarks"]
            }
            for number, state in enumerate(self._kept, start=1):
                self.__dict__.update(state)
                text = _PAGE.format(page=number, pages=len(self._kept)).in_language(language)
                _draw_foot(self, title, text)
                for key, x, y in self.page_numbers:
                    draw_page_number(self, page_of[key], x, y)
                for key, name, top in self.bookmarks:
                    self.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
                    self.addOutlineEntry(name, key, level=0)
                Canvas.showPage(self)
            super().save()

    return NumberedCanvas


def _draw_foot(canvas: Any, title: str, page: str) -> None:
    from reportlab.lib.colors import HexColor

    canvas.setStrokeColor(HexColor(HAIRLINE))
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, _FOOT + 11, PAGE_WIDTH - MARGIN, _FOOT + 11)
    canvas.setFillColor(HexColor(MUTED))
    canvas.setFont(REGULAR, SMALL_SIZE)
    room = PAGE_WIDTH - 2 * MARGIN - text_width(page, REGULAR, SMALL_SIZE) - 20
    canvas.drawString(MARGIN, _FOOT, fitted(title, room, REGULAR, SMALL_SIZE))
    canvas.drawRightString(PAGE_WIDTH - MARGIN, _FOOT, page)


def _watermark(canvas: Any, _document: Any) -> None:
    from reportlab.lib.colors import HexColor

    canvas.saveState()
    canvas.setFillColor(HexColor("#eef1f0"))
    canvas.setFont(BOLD, 150)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -50, _WATERMARK)
    canvas.restoreState()


def _nothing(_canvas: Any, _document: Any) -> None:
    """Draw nothing below an ordinary page."""
