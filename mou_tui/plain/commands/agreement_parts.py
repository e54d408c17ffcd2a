"""The parts of the agreement that are not answers, line by line: its title, exhibits, clauses of the room's own."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, Field, Form
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.model import OPENING
from mou_tui.workspace.agreement_parts import AgreementParts
from mou_tui.workspace.workspace import Workspace


class Parts:
    """Asks for the parts of the agreement.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._parts = AgreementParts(workspace)
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"frame": self._frame, "clause": self._clause}

    def _frame(self, _: str) -> None:
        self._say(HOW)
        fields = tuple(
            Field(line.id, line.label, line.value, line.hint)
            for line in (*self._parts.lines(), *self._parts.contracting_lines())
        )
        form = Form(self._console, lambda _: fields)
        said = form.ask()
        is_changed = said is not None and self._parts.write(said)
        self._say("The parts of the agreement are set." if is_changed else "Left as it was.")
        form.go_on()

    def _clause(self, _: str) -> str | None:
        place = self._workspace.clause_id
        caption = self._parts.caption(place)
        if caption:
            said = self._console.ask(f"Another caption for “{caption}”, or :cancel. Enter alone removes it:")
            if not said.strip():
                self._workspace.go(self._workspace.navigation.neighbor(-1) or OPENING)
            self._parts.caption_clause(place, said)
            gone = f"“{caption}” is gone; undo brings it back."
            self._say(f"It is called “{said.strip()}” now." if said.strip() else gone)
            return "again"
        added = self._parts.add_clause(self._parts.topic_here(), self._console.ask("Caption of your own clause:"))
        if not added:
            self._say("Left as it was.")
            return None
        self._workspace.go(added)
        return "again"
