"""Which colours meet on screen, and the contrast they must have.

:data:`PAIRS` lists every pair, so that a test can measure them.
"""

import msgspec
from PySide6.QtGui import QColor


class Pair(msgspec.Struct, frozen=True):
    """Two roles that meet on screen, and the least contrast they may have."""

    front: str
    back: str
    minimum: float
    use: str


TEXT, GRAPHIC = 4.5, 3.0
_TONES = ("good", "warn", "danger", "info")
_GROUPS = ("physical", "psychological", "family", "rules", "other")

PAIRS: tuple[Pair, ...] = (
    *(Pair("text", back, TEXT, "text") for back in ("window", "card", "rail", "field", "hover")),
    *(Pair("text", back, TEXT, "text") for back in ("accent_soft", "accent_faint", "selection")),
    *(Pair("muted", back, TEXT, "caption") for back in ("window", "card", "rail", "field")),
    *(Pair("muted", back, TEXT, "count, detail") for back in ("badge", "hover", "accent_faint")),
    Pair("muted", "selection", TEXT, "detail of a chosen row"),
    *(Pair("muted", back, TEXT, "detail of a visit") for back in ("accent_soft", "good.soft")),
    Pair("text", "good.soft", TEXT, "title of an activity"),
    *(
        Pair("warn.text", back, GRAPHIC, "mark of a conflict")
        for back in ("accent_soft", "accent_faint", "hover", "selection", "good.soft", "card")
    ),
    *(Pair("good.solid", back, GRAPHIC, "edge of an activity") for back in ("good.soft", "hover")),
    *(
        Pair("accent_text", back, TEXT, "link")
        for back in ("window", "card", "rail", "accent_soft")
    ),
    Pair("accent_text", "accent_faint", TEXT, "link in a notice"),
    Pair("accent_text", "hover", TEXT, "link under the pointer"),
    Pair("on_accent", "accent", TEXT, "primary button"),
    Pair("on_accent", "accent_hover", TEXT, "primary button under the pointer"),
    Pair("card", "text", TEXT, "tool tip, toast"),
    *(Pair("accent", back, GRAPHIC, "focus ring") for back in ("window", "card", "rail", "field")),
    *(Pair("accent", back, GRAPHIC, "focus ring") for back in ("accent_soft", "accent_faint")),
    Pair("accent", "selection", GRAPHIC, "focus ring on a chosen row"),
    Pair("accent", "hover", GRAPHIC, "focus ring under the pointer"),
    *(Pair("outline", back, GRAPHIC, "edge of a field") for back in ("card", "window", "field")),
    *(Pair(f"{tone}.text", f"{tone}.soft", TEXT, "notice") for tone in _TONES),
    *(Pair(f"{tone}.text", "card", TEXT, "message") for tone in _TONES),
    *(Pair(f"{tone}.text", "window", TEXT, "message") for tone in _TONES),
    *(Pair(f"{tone}.on_solid", f"{tone}.solid", TEXT, "filled button") for tone in _TONES),
    *(Pair(f"{tone}.solid", "card", GRAPHIC, "bar, dot, focus ring") for tone in _TONES),
    *(Pair(f"{group}.on_solid", f"{group}.solid", TEXT, "chosen chip") for group in _GROUPS),
    *(Pair(f"{group}.text", f"{group}.soft", TEXT, "tag") for group in _GROUPS),
    *(Pair(f"{group}.text", "card", TEXT, "name of a group") for group in _GROUPS),
    *(Pair(f"{group}.solid", "card", GRAPHIC, "dot, bar, focus ring") for group in _GROUPS),
    *(Pair(f"{group}.solid", "window", GRAPHIC, "dot, bar, focus ring") for group in _GROUPS),
)


def contrast(front: str, back: str) -> float:
    """Return the WCAG contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(front), _luminance(back)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    shown = QColor(value)
    return (
        0.2126 * _linear(shown.redF())
        + 0.7152 * _linear(shown.greenF())
        + 0.0722 * _linear(shown.blueF())
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
