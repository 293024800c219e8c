"""The colours of the program, by the role they play, in a light and a dark version.

The light hex values are also the ones charts are drawn with. Which of them meet on screen, and how
much contrast they must have, stands in :mod:`app.ui.contrast`.
"""

from typing import Literal

import msgspec
from PySide6.QtGui import QColor, QGuiApplication, QPalette

GroupCode = Literal["P", "S", "F", "R", "O"]

GROUP_CODES: tuple[GroupCode, ...] = ("P", "S", "F", "R", "O")
"""The reason groups in their fixed order: physical, psychological, family, rules, other."""


class Tone(msgspec.Struct, frozen=True):
    """One signal colour: ``solid`` fill with ``on_solid`` text, ``soft`` fill with ``text``."""

    solid: str
    on_solid: str
    soft: str
    text: str
    border: str


class Tokens(msgspec.Struct, frozen=True):
    """All colours of one theme, as ``#rrggbb``."""

    name: Literal["light", "dark"]
    window: str
    card: str
    rail: str
    field: str
    hover: str
    text: str
    muted: str
    disabled: str
    border: str
    outline: str
    badge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_soft: str
    accent_faint: str
    accent_border: str
    selection: str
    good: Tone
    warn: Tone
    danger: Tone
    info: Tone
    physical: Tone
    psychological: Tone
    family: Tone
    rules: Tone
    other: Tone

    def group(self, code: str) -> Tone:
        """Return the colour of a reason group; anything unknown looks like the group Other."""
        tones = {
            "P": self.physical,
            "S": self.psychological,
            "F": self.family,
            "R": self.rules,
        }
        return tones.get(code, self.other)

    def tone(self, kind: str) -> Tone:
        """Return the signal colour named good, warn or danger; anything else is info."""
        return {"good": self.good, "warn": self.warn, "danger": self.danger}.get(kind, self.info)


LIGHT = Tokens(
    name="light",
    window="#f5f6f4",
    card="#ffffff",
    rail="#ffffff",
    field="#fafbfa",
    hover="#eef1f0",
    text="#1b2326",
    muted="#5c686d",
    disabled="#8b9598",
    border="#dfe4e3",
    outline="#848f8d",
    badge="#eef1f0",
    accent="#0e5a63",
    accent_hover="#0b4a52",
    on_accent="#ffffff",
    accent_text="#0e5a63",
    accent_soft="#e3f0ef",
    accent_faint="#f4faf9",
    accent_border="#bcd9d7",
    selection="#d9eae8",
    good=Tone("#1e6b45", "#ffffff", "#f1f8f4", "#1e6b45", "#cfe3d8"),
    warn=Tone("#8a4b00", "#ffffff", "#fdf5e6", "#854700", "#ecd9b4"),
    danger=Tone("#b3261e", "#ffffff", "#fdf0ef", "#a3211b", "#f0cdca"),
    info=Tone("#0e5a63", "#ffffff", "#f4faf9", "#0e5a63", "#bcd9d7"),
    physical=Tone("#1f66b0", "#ffffff", "#e8f0f9", "#1f66b0", "#c3d8ef"),
    psychological=Tone("#7a3f9d", "#ffffff", "#f3ebf8", "#7a3f9d", "#ddc9e8"),
    family=Tone("#a8560f", "#ffffff", "#faf0e5", "#9a4d0b", "#ecd3b8"),
    rules=Tone("#24734a", "#ffffff", "#e8f3ed", "#216a44", "#c3dfd0"),
    other=Tone("#59646b", "#ffffff", "#eef0f1", "#525d64", "#d3d9dc"),
)

DARK = Tokens(
    name="dark",
    window="#14191a",
    card="#1c2224",
    rail="#181e1f",
    field="#161b1c",
    hover="#283032",
    text="#e6ebea",
    muted="#a3b0b0",
    disabled="#6d7a7b",
    border="#323c3e",
    outline="#728082",
    badge="#2b3436",
    accent="#5fc3c9",
    accent_hover="#7bd2d7",
    on_accent="#06262a",
    accent_text="#74cdd2",
    accent_soft="#1c383b",
    accent_faint="#1a2a2c",
    accent_border="#2f5a5e",
    selection="#25474b",
    good=Tone("#63c390", "#062213", "#18281f", "#74cd9d", "#2d4f3d"),
    warn=Tone("#e0a64a", "#2a1a00", "#2c2515", "#e6b160", "#594827"),
    danger=Tone("#f0857d", "#330906", "#331d1c", "#f2928b", "#65393a"),
    info=Tone("#5fc3c9", "#06262a", "#1a2a2c", "#74cdd2", "#2f5a5e"),
    physical=Tone("#6fadec", "#081d33", "#1a2938", "#7db6ef", "#2c4866"),
    psychological=Tone("#c394e2", "#260a38", "#2a2133", "#cba1e6", "#4d3a5e"),
    family=Tone("#e39a56", "#2e1700", "#30241a", "#e7a566", "#5e452c"),
    rules=Tone("#66c293", "#04231a", "#1a2a22", "#74ca9e", "#2e5240"),
    other=Tone("#9fabb1", "#12191c", "#272e31", "#a9b4ba", "#434e53"),
)


def tokens() -> Tokens:
    """Return the colours in which the application is shown now.

    They are read from the application's palette: a styled widget's own palette does not tell.
    """
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def qt_palette(colours: Tokens) -> QPalette:
    """Return the Qt palette that makes unstyled widgets agree with ``colours``."""
    role = QPalette.ColorRole
    by_role = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.card,
        role.AlternateBase: colours.field,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger.text,
        role.Light: colours.card,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.outline,
        role.Shadow: colours.outline,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.card,
    }
    palette = QPalette()
    for each, value in by_role.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.disabled))
    return palette


def colour(colours: Tokens, role: str) -> str:
    """Return the hex value of a role, dotted for the parts of a tone: ``good.text``."""
    value: object = colours
    for part in role.split("."):
        value = getattr(value, part)
    return str(value)
