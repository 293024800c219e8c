"""The colours of a drawing made for paper, translated for the dark theme."""

import re

from app.ui.palette import DARK, LIGHT

_PLAIN_ROLES = {
    "window": "window",
    "card": "card",
    "text": "text",
    "muted": "muted",
    "border": "border",
    "outline": "outline",
    "accent": "accent",
    "accent_soft": "accent_soft",
    "accent_border": "accent_border",
    "badge": "badge",
}
_TONES = ("physical", "psychological", "family", "rules", "other", "good", "warn", "danger")

_HEX = re.compile(rb"#[0-9a-fA-F]{6}\b")
_RGB = re.compile(rb"rgb\(\s*([\d.]+)(%?)\s*,\s*([\d.]+)%?\s*,\s*([\d.]+)%?\s*\)")


def _pairs() -> dict[bytes, bytes]:
    found = {
        str(getattr(LIGHT, role)): str(getattr(DARK, other)) for role, other in _PLAIN_ROLES.items()
    }
    for tone in _TONES:
        light, dark = getattr(LIGHT, tone), getattr(DARK, tone)
        found[light.solid], found[light.soft] = dark.solid, dark.soft
    found["#000000"] = DARK.text
    return {key.encode(): value.encode() for key, value in found.items()}


_DARK_FOR = _pairs()
_DARK_FOR_PERCENT = {
    tuple(int(int(light[at : at + 2], 16) / 255 * 100) for at in (1, 3, 5)): dark
    for light, dark in _DARK_FOR.items()
}
"""By whole per cent, rounded down, as the drawing library writes colours."""


def for_dark_theme(svg: bytes) -> bytes:
    """Return the drawing with each colour of the light palette replaced by its dark counterpart."""
    return _RGB.sub(_replace_rgb, _HEX.sub(_replace_hex, svg))


def _replace_hex(match: re.Match[bytes]) -> bytes:
    return _DARK_FOR.get(match[0].lower(), match[0])


def _replace_rgb(match: re.Match[bytes]) -> bytes:
    parts = tuple(int(float(match[part])) for part in (1, 3, 4))
    if match[2]:
        return _DARK_FOR_PERCENT.get(parts, match[0])
    red, green, blue = parts
    return _DARK_FOR.get(f"#{red:02x}{green:02x}{blue:02x}".encode(), match[0])
