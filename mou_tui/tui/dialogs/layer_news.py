"""What is new in the laws and grants a session goes by."""

from __future__ import annotations

from textual.app import App

from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.workspace.requirements import NOTHING_NEW
from mou_tui.workspace.workspace import Workspace

TITLE = "What is new in laws and grants"


async def show_layer_news(app: App[None], workspace: Workspace) -> None:
    """Show what is new; once it is closed, it has been seen."""
    lines = workspace.requirements.news_lines
    await app.push_screen_wait(MessageDialog(TITLE, "\n\n".join(lines) if lines else NOTHING_NEW))
    workspace.requirements.remember_versions()
