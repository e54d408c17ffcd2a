"""The prompt for what a Word file of the draft holds: comments, or tracked changes from an earlier text."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import App

from mou_tui.text import for_display, pluralize
from mou_tui.tui.dialogs.forms import ChoiceDialog
from mou_tui.workspace.workspace import Workspace


class Contents(NamedTuple):
    """Say what a Word file holds besides the draft."""

    has_notes: bool = False
    """Whether objections and open points are in it as comments."""
    redline: str | None = None
    """What it has tracked changes from, as `exchange.redline` names it; None for no tracked changes."""


async def choose_contents(app: App[None], workspace: Workspace) -> Contents | None:
    """Ask what goes out, where there is a choice; None after Esc."""
    from mou_tui.exchange.clause_notes import clause_notes
    from mou_tui.exchange.redline import baselines

    offered = [(Contents(), "The draft alone")]
    if notes := clause_notes(workspace.checklist, workspace.session):
        offered.append((Contents(has_notes=True), f"With {pluralize(len(notes), 'comment')}: objections, open points"))
    for named, name in baselines(workspace.session):
        offered.append((Contents(redline=named), f"With tracked changes from {for_display(name, 60)}"))
    if len(offered) == 1:
        return offered[0][0]
    choices = [(str(index), label) for index, (_, label) in enumerate(offered)]
    chosen = await app.push_screen_wait(ChoiceDialog("What goes out?", choices))
    return offered[int(chosen)][0] if chosen is not None else None
