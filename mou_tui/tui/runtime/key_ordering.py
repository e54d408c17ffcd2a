"""One key after the other: what a key sets off is done before the next one is looked at.

Textual hands a key to the widget with the focus, and lets the next ones go ahead while it climbs from there, or while a
screen it opens is being made (seen in 8.2.8). Words typed in one burst behind Enter, or behind the key of a dialog,
would go to the line or the clause that the key leads away from.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 2.0
"""Seconds after which a key has had its effect, whatever is still going on."""
TASK_START_TICKS = 3
"""Turns of the event loop after which a task that was begun is under way."""


async def drain_before(widget: DOMNode, failed: asyncio.Event) -> None:
    """Wait until a widget has taken in what was typed before a key, or will not any more, because something failed."""
    await _with_patience(_taken_in(widget), failed)


async def drain_after(app: App[Any], screen: Screen[Any], widget: DOMNode, failed: asyncio.Event) -> None:
    """Wait until a key has had its effect: where the focus was, on the screen around it, and on one that it opened.

    Args:
        app: which can do nothing itself meanwhile.
        screen: on which the key was pressed.
        widget: which had the focus.
        failed: set when something failed, which then takes in nothing any more.
    """
    await _with_patience(_come_through(app, screen, widget), failed)


async def _come_through(app: App[Any], screen: Screen[Any], widget: DOMNode) -> None:
    await _climb(app, screen, widget)
    for _ in range(TASK_START_TICKS):
        await asyncio.sleep(0)
    now_focused = app.focused or app.screen
    if now_focused is not widget:
        await _taken_in(app.screen)
        await _climb(app, app.screen, now_focused)


async def _climb(app: App[Any], screen: Screen[Any], widget: DOMNode) -> None:
    # What was sent to the widget first, and then, from parent to parent, the message it may have led to.
    for one in (widget, *widget.ancestors_with_self):
        if app.screen is screen and one is not app:
            await _taken_in(one)


async def _taken_in(one: MessagePump) -> None:
    """Wait until something has done all it was sent so far; on its way out it does nothing any more."""
    is_done = asyncio.Event()
    if one.call_later(is_done.set):
        await is_done.wait()


async def _with_patience(waiting: Coroutine[Any, Any, None], failed: asyncio.Event) -> None:
    tasks = (asyncio.create_task(waiting), asyncio.create_task(failed.wait()))
    try:
        await asyncio.wait(tasks, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    if tasks[0].done() and not tasks[0].cancelled():
        tasks[0].result()
