"""Before anybody signs, line by line: what is still open, and who signs with what authority."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain import summaries
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, Field, Form
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.model import Party
from mou_tui.workspace.parties import write_signatories
from mou_tui.workspace.workspace import Workspace


class Signing:
    """Tells what is still open, and takes down who signs.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._signers = workspace.signatories
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"sign": self._tell, "signer": self._ask}

    def _tell(self, _: str) -> None:
        summaries.signing(self._workspace, self._say)

    def _ask(self, words: str) -> None:
        party, _ = ask_party(self._console, self._workspace, words)
        if party is None:
            return
        if party.part != "signs":
            self._say(
                f"{party_in_sentence(self._workspace.checklist, party, begins=True)} is consulted and does not sign."
            )
            return
        place = self._place(party)
        person = self._signers.signatory(party.id, place)
        fields = (
            Field("name", "Who signs", person.name, "Pat Doe"),
            Field("title", "Title", person.title, "Chief of Police"),
            Field("authority", "With what authority", person.authority, "vote of the school board on March 3"),
            Field("date", "Date", person.date, "June 30, 2027"),
        )
        self._say(HOW)
        form = Form(self._console, lambda _: fields)
        said = form.ask()
        if said is None:
            self._say("Left as it was.")
            return
        self._signers.write(party.id, place, **said)
        people = write_signatories(self._workspace.session.party(party.id).signatories)
        self._say(f"For {party_in_sentence(self._workspace.checklist, party)}: {people or 'nobody yet'}.")
        form.go_on()

    def _place(self, party: Party) -> int:
        """Which of those who sign for a party is meant; one past the last is another one."""
        people = party.signatories
        if not people:
            return 0
        for number, person in enumerate(people, start=1):
            self._say(f"{number}. {write_signatories([person])}.")
        numbers = [str(number) for number in range(1, len(people) + 1)]
        said = self._console.choose("Which one? Say the number, or another:", *numbers, "another")
        return len(people) if said == "another" else int(said) - 1
