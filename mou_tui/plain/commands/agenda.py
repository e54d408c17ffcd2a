"""What there is to settle, and what was prepared so that it can be settled at once, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.progress import QuestionProgress
from mou_tui.plain import summaries
from mou_tui.plain.console import Console
from mou_tui.plain.vocabulary import Handler
from mou_tui.text import capitalize_first, join_and, pluralize
from mou_tui.workspace.workspace import Workspace

WAYS = ("yes", "no", "stop")
"""What one can say of a clause that is read out."""


class Preparing:
    """Tells the agenda, and has what was prepared confirmed.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {
            "agenda": self._agenda,
            "confirm": self._confirm,
        }

    def _agenda(self, _: str) -> None:
        agenda = self._workspace.meetings.agenda()
        summaries.agenda(agenda, self._workspace.session, self._say)
        if self._workspace.positions.prepared():
            self._say("Say confirm to hear what was prepared, and to confirm it clause by clause.")

    def _confirm(self, _: str) -> None:
        prepared = self._workspace.positions.sorted_prepared()
        if prepared.ready:
            self._say(f"{pluralize(len(prepared.ready), 'essential')} prepared and written, one after the other.")
            self._go_through(prepared.ready)
        else:
            self._say("Nothing that was prepared is waiting to be confirmed.")
        if prepared.left_out:
            self._say("Left out, and why:")
            for reason in prepared.left_out:
                self._say(f"{capitalize_first(reason.words)}.")

    def _go_through(self, prepared: Iterable[QuestionProgress]) -> None:
        """Read each clause out, and note at once that all present can live with it, where they say so."""
        confirmed: list[str] = []
        try:
            for progress in prepared:
                self._say("")
                self._say(f"{progress.number} {progress.label}.")
                self._say(self._workspace.session.answer(progress.id).text)
                said = self._console.choose("Can all who are present live with it? Say yes, no or stop:", *WAYS)
                if said == "stop":
                    break
                if said == "yes":
                    self._workspace.positions.confirm_prepared((progress.id,))
                    confirmed.append(progress.number)
        finally:
            self._tell(confirmed)

    def _tell(self, confirmed: Sequence[str]) -> None:
        present = join_and(
            [party_in_sentence(self._workspace.checklist, party) for party in self._workspace.session.at_the_table]
            or ["nobody"]
        )
        if confirmed:
            words = f"{capitalize_first(present)} can live with it, where they said nothing else."
            self._say(f"Confirmed: {', '.join(confirmed)}. {words}")
        else:
            self._say("Nothing was confirmed.")
