"""Arguments that several commands take, and the examples under their help texts."""

from __future__ import annotations

from pathlib import Path

import click


def examples(*lines: str) -> str:
    """Examples as they stand under a help text."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


FILE = click.Path(path_type=Path)
CHECKLIST = click.option(
    "--checklist", default="sro", metavar="ID_OR_FILE", help="The checklist, if it did not come with the program."
)
PLAIN = click.option("--plain", is_flag=True, help="Line by line, for screen readers and simple terminals.")

MOUSE = "mou_tui.mouse"
"""Where a command keeps whether to take clicks."""


def _leave_mouse(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta[MOUSE] = False


NO_MOUSE = click.option(
    "--no-mouse",
    is_flag=True,
    expose_value=False,
    callback=_leave_mouse,
    help="Leave the mouse to the terminal.",
)
