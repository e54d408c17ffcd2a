"""The high-contrast theme, and for each theme the color of what has the focus."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

HIGH_CONTRAST = Theme(
    name="mou-high-contrast",
    primary="#00e5ff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffd700",
    error="#ff9e9e",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "text": "auto 100%",
        "text-muted": "auto 88%",
        "text-disabled": "auto 80%",
        "foreground-muted": "#e0e0e0",
        "foreground-disabled": "#d0d0d0",
        "panel-lighten-2": "#a0a0a0",
        "focus": "#ffff00",
        "border": "#ffff00",
        "border-blurred": "#b0b0b0",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#262626",
        "block-cursor-blurred-foreground": "#ffffff",
        "input-cursor-background": "#ffff00",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#ffff00",
        "input-selection-foreground": "#000000",
        "screen-selection-background": "#ffff00",
        "screen-selection-foreground": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffff00",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#303030",
        "scrollbar-background-hover": "#303030",
        "scrollbar-background-active": "#303030",
        "footer-background": "#1c1c1c",
        "footer-key-foreground": "#ffff00",
        "footer-description-foreground": "#ffffff",
    },
)
"""White on black, yellow for the focus; every text has a contrast of at least 7 to 1."""

LEAST_OF_EDGE, LEAST_OF_TEXT = 3.0, 4.5
"""Contrasts that WCAG 2.2 asks for: of what shows the focus, and of text."""


def focus_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the colors of the edge of what has the focus, and of the edge of the rest, for the colors of a theme.

    The first is a color of the theme's own that differs enough from all that is around it, or else that of its text.
    """
    if variables["background"].startswith("ansi"):
        # The terminal says what these are.
        return {"focus": variables["accent"], "edge": variables["panel-lighten-2"]}
    around = [Color.parse(variables[name]) for name in ("background", "surface", "panel")]
    candidates = [variables[name] for name in ("focus",) if name in variables]
    candidates += [variables[name] for name in ("accent", "primary", "secondary", "warning")]
    focus = next((name for name in candidates if _is_prominent(Color.parse(name), around)), variables["foreground"])
    edge = variables["panel-lighten-2"]
    is_apart = contrast(Color.parse(focus), Color.parse(edge)) >= LEAST_OF_EDGE
    return {"focus": focus, "edge": edge if is_apart else variables["panel"]}


def _is_prominent(color: Color, around: list[Color]) -> bool:
    is_read = contrast(color, around[0]) >= LEAST_OF_TEXT
    return is_read and all(contrast(color, other) >= LEAST_OF_EDGE for other in around)


def contrast(color: Color, other: Color) -> float:
    """Return the contrast of two colors as WCAG 2.2 reckons it, from 1 to 21."""
    dark, light = sorted((_luminance(color), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
