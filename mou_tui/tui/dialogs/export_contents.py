"""The prompt for what a file of the draft holds: comments in Word, or the changes from an earlier text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display, pluralize
from mou_tui.tui.dialogs.forms import ChoiceDialog
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.exchange.redline import RedlineKind


class Contents(NamedTuple):
    """Say what a file holds in addition to the draft."""

    has_notes: bool = False
    """Whether objections and open points are in it as comments."""
    redline: str | None = None
    """What it has the changes from, as `exchange.redline` names it; None for no changes."""


async def choose_contents(app: App[None], workspace: Workspace, kind: RedlineKind) -> Contents | None:
    """Ask what goes out in a file of a kind, where there is a choice; None after Esc."""
    from mou_tui.exchange.clause_notes import clause_notes
    from mou_tui.exchange.redline import baselines

    offered = [(Contents(), "The draft alone")]
    notes = clause_notes(workspace.checklist, workspace.session) if kind == "docx" else ()
    if notes:
        offered.append((Contents(has_notes=True), f"With {pluralize(len(notes), 'comment')}: objections, open points"))
    for named, name in baselines(workspace.session):
        marked = "tracked changes" if kind == "docx" else "the changes"
        offered.append((Contents(redline=named), f"With {marked} from {for_display(name, 60)}"))
    if len(offered) == 1:
        return offered[0][0]
    choices = [(str(index), label) for index, (_, label) in enumerate(offered)]
    chosen = await app.push_screen_wait(ChoiceDialog("What goes out?", choices))
    return offered[int(chosen)][0] if chosen is not None else None
