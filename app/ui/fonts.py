"""The bundled font, Inter, whose ordinary digits are all equally wide."""

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

FAMILY = "Inter"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


def load() -> str:
    """Register the bundled font and return its family; the system's own where that fails."""
    loaded = [
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))
        for weight in WEIGHTS
    ]
    families = [name for each in loaded if each >= 0 for name in families_of(each)]
    return FAMILY if FAMILY in families else QFontDatabase.systemFont(_GENERAL).family()


def families_of(font_id: int) -> list[str]:
    """Return the families that one registered font file brought."""
    return list(QFontDatabase.applicationFontFamilies(font_id))


def tabular(font: QFont) -> QFont:
    """Return ``font`` with digits of equal width, also where the bundled font did not load."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


_GENERAL = QFontDatabase.SystemFont.GeneralFont
