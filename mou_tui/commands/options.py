"""Arguments that several commands take, and the examples under their help texts."""

from __future__ import annotations

import os
from pathlib import Path

import click


def examples(*lines: str) -> str:
    """Format examples for the end of a help text."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


class Named(click.types.StringParamType):
    """A parameter that is a name, and so not empty.

    Args:
        of: what is named.
    """

    name = "name"

    def __init__(self, of: str = "file") -> None:
        self._of = of

    def convert(self, value: str, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the name as it was given."""
        if not value.strip():
            self.fail(f"an empty name is no {self._of}.", param, context)
        return value


class _File(click.Path):
    """The path of a file."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, context: click.Context | None
    ) -> Path:
        """Return the path."""
        return Path(os.fsdecode(super().convert(Named().convert(os.fspath(value), param, context), param, context)))


FILE = _File(path_type=Path)
CHECKLIST = click.option(
    "--checklist",
    default="sro",
    metavar="ID_OR_FILE",
    type=Named("checklist"),
    help="The checklist, if it did not come with the program.",
)
PLAIN = click.option("--plain", is_flag=True, help="Line by line, for screen readers and simple terminals.")

MOUSE = "mou_tui.mouse"
"""Key of the click context under which a command finds whether to take clicks."""


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
