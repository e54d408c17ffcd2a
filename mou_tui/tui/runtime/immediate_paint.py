"""Paints a widget at once.

Textual paints whatever asked for it when the timer of its frames comes round, up to a sixtieth of a second later; there
is no public way to have it done sooner (seen in 8.2.8; upstream issue: none found).
"""

from __future__ import annotations

from textual.widget import Widget


def paint_at_once(widget: Widget) -> None:
    """Paint what a widget asked to have painted, with all else that waits for the next frame.

    Nothing is done while its screen is not the one that is shown, or while the app holds painting back.
    """
    screen = widget.screen
    screen._dirty_widgets.add(widget)
    screen._on_timer_update()
