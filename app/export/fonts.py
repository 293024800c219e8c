"""The bundled typeface for drawings and PDF files."""

from app.paths import resource

REGULAR, SEMI_BOLD, BOLD = "Inter", "Inter-SemiBold", "Inter-Bold"

_FILES = {
    REGULAR: "Inter-Regular.ttf",
    SEMI_BOLD: "Inter-SemiBold.ttf",
    BOLD: "Inter-Bold.ttf",
}


def register_fonts() -> None:
    """Make the typeface known to reportlab; there is no other to fall back on."""
    from reportlab.graphics.shapes import STATE_DEFAULTS
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = pdfmetrics.getRegisteredFontNames()
    for name, file in _FILES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, resource("fonts", file)))
    # A drawing begins with its default font; the file would name one that it does not contain.
    STATE_DEFAULTS["fontName"] = REGULAR
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)


def text_width(text: str, font: str, size: float) -> float:
    """Return how wide ``text`` is, in the unit of ``size``."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, font, size))


def fitted(text: str, width: float, font: str, size: float) -> str:
    """Return ``text``, shortened with an ellipsis where it is wider than ``width``."""
    if text_width(text, font, size) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        shorter = f"{text[:end].rstrip()}…"
        if text_width(shorter, font, size) <= width:
            return shorter
    return "…"
