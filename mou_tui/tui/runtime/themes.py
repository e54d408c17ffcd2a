"""The high-contrast theme, in addition to those that come with Textual."""

from __future__ import annotations

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
