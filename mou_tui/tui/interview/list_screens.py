"""The lists about the session, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.tui.screens.list_screen import ListScreen

ListName = Literal["agenda", "blanks", "history", "signing", "earlier", "law", "requirements", "proposals", "deadlines"]


def list_screen(name: ListName, workspace: Workspace, row: str = "") -> ListScreen:
    """Make the screen of a list, at a row; what it needs is imported only now."""
    if name == "agenda":
        from mou_tui.tui.screens.agenda import AgendaScreen

        return AgendaScreen(workspace, row)
    if name == "earlier":
        from mou_tui.tui.screens.revise import ReviseScreen

        return ReviseScreen(workspace, row)
    if name == "blanks":
        from mou_tui.tui.screens.blanks import BlanksScreen

        return BlanksScreen(workspace, row)
    if name == "history":
        from mou_tui.tui.screens.history import HistoryScreen

        return HistoryScreen(workspace, row)
    if name == "law":
        from mou_tui.tui.screens.state_law import StateLawScreen

        return StateLawScreen(workspace, row)
    if name == "proposals":
        from mou_tui.tui.screens.proposals import ProposalsScreen

        return ProposalsScreen(workspace, row)
    if name == "requirements":
        from mou_tui.tui.screens.requirements import RequirementsScreen

        return RequirementsScreen(workspace, row)
    if name == "deadlines":
        from mou_tui.tui.screens.obligations import ObligationsScreen

        return ObligationsScreen(workspace, row)
    from mou_tui.tui.screens.signing import SigningScreen

    return SigningScreen(workspace, row)
