"""Handles keys in order: what a key starts is done before the next key is delivered.

Textual delivers a key to the focused widget, and the next ones overtake it while it bubbles up or while a screen that
it opens is being mounted: https://github.com/Textualize/textual/issues/6605. Text typed in one burst after Enter, or
after the key of a dialog, would go to the field or the clause that the key leads away from.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

DRAIN_TIMEOUT = 2.0
"""Seconds to wait for the effect of a key at most."""
TASK_START_TICKS = 3
"""Event loop iterations in which a new task reaches its first await."""


async def drain_before(widget: DOMNode, failed: asyncio.Event) -> None:
    """Wait until a widget has handled what was typed before a key, or something has failed."""
    await _with_timeout(_drained(widget), failed)


async def drain_after(app: App[Any], screen: Screen[Any], widget: DOMNode, failed: asyncio.Event) -> None:
    """Wait until a key has had its effect: in the focused widget, on its screen, and on a screen that it opened.

    Args:
        app: cannot handle anything itself meanwhile.
        screen: the screen on which the key was pressed.
        widget: the focused widget.
        failed: set when something failed and handles nothing any more.
    """
    await _with_timeout(_settle(app, screen, widget), failed)


async def _settle(app: App[Any], screen: Screen[Any], widget: DOMNode) -> None:
    await _drain_ancestors(app, screen, widget)
    for _ in range(TASK_START_TICKS):
        await asyncio.sleep(0)
    now_focused = app.focused or app.screen
    if now_focused is not widget:
        await _drained(app.screen)
        await _drain_ancestors(app, app.screen, now_focused)


async def _drain_ancestors(app: App[Any], screen: Screen[Any], widget: DOMNode) -> None:
    # First what was sent to the widget, then, from parent to parent, the message that may have followed from it.
    for node in (widget, *widget.ancestors_with_self):
        if app.screen is screen and node is not app:
            await _drained(node)


async def _drained(pump: MessagePump) -> None:
    """Wait until a message pump has handled all it was sent so far; one that is closing handles nothing any more."""
    is_done = asyncio.Event()
    if pump.call_later(is_done.set):
        await is_done.wait()


async def _with_timeout(waiting: Coroutine[Any, Any, None], failed: asyncio.Event) -> None:
    tasks = (asyncio.create_task(waiting), asyncio.create_task(failed.wait()))
    try:
        await asyncio.wait(tasks, timeout=DRAIN_TIMEOUT, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    if tasks[0].done() and not tasks[0].cancelled():
        tasks[0].result()
