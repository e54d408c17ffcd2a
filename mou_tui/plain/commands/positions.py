"""What the parties say of the wording on the table, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain import question_speech
from mou_tui.plain.agreement_speech import agreed, position, positions
from mou_tui.plain.console import Console
from mou_tui.plain.form import Field, Form
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.stance_parser import CHOICES, NOT_ASKED, Spoken, parse_check, parse_stance, spoken_by
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.model import Party
from mou_tui.text import for_display
from mou_tui.workspace.workspace import Workspace

NO_WORDING = "There is no wording yet that a party could have a position on. Say write or take first."


class Positions:
    """Takes down what each party says, and tells it.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._positions = workspace.positions
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {
            "positions": self._tell,
            "say": self._take,
            "spoke": self._attribute,
            "all": self._all,
        }

    def _tell(self, _: str) -> None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return
        positions(self._workspace, self._say)

    def _take(self, words: str) -> None:
        if not self._is_possible():
            return
        party, rest = ask_party(self._console, self._workspace, words)
        if party is None:
            return
        stand, reason = parse_stance(rest)
        if stand is None:
            if rest:
                self._say(f"“{for_display(rest, 40)}” is not one of the positions.")
            stand = CHOICES[
                self._console.choose(f"What does {party_in_sentence(self._workspace.checklist, party)} say?", *CHOICES)
            ]
        form = _details(self._console, stand, reason)
        said = form.ask()
        if said is None:
            self._say("Left as it was.")
            return
        if stand == NOT_ASKED:
            self._positions.forget(party.id)
        else:
            details = {name: said.get(name, "") for name in ("reason", "who", "by")}
            self._positions.take(party.id, stand, **details)
        self._told((party,))
        form.go_on()

    def _attribute(self, words: str) -> None:
        """Note who spoke for a party, and how, of the position it has."""
        if not self._is_possible():
            return
        party, rest = ask_party(self._console, self._workspace, words)
        if party is None:
            return
        held = self._workspace.answer.positions.get(party.id)
        name = party_in_sentence(self._workspace.checklist, party)
        if held is None:
            self._say(f"Say first what {name} thinks, for example: say {party.id} agrees.")
            return
        speaker, via = spoken_by(rest)
        fields = [
            Field("speaker", "Who spoke for it", held.speaker, "its Superintendent"),
            Field("via", "How, if not at the table", held.via, "letter, or telephone"),
        ]
        form = Form(self._console, lambda _: fields, {"speaker": speaker or held.speaker, "via": via} if rest else {})
        said = form.ask()
        if said is None:
            self._say("Left as it was.")
            return
        self._positions.attribute(party.id, said["speaker"], said["via"])
        self._told((party,))
        form.go_on()

    def _all(self, _: str) -> None:
        if not self._is_possible():
            return
        before = self._positions.agreement
        parties = self._positions.all_can_live_with()
        if not parties:
            self._say("Every party at the table has said something else, or the same, already.")
        for standing in before.stances:
            if standing.prior_objection and standing.party in parties:
                name = party_in_sentence(self._workspace.checklist, standing.party)
                self._say(f"Of the earlier wording, {name} {standing.prior_objection}.")
        self._told((*parties, *(one.party for one in self._positions.agreement.objections)))

    def _is_possible(self) -> bool:
        """Whether a position can be taken here; says why if not."""
        if not self._positions.is_possible:
            self._say(NO_WORDING if self._workspace.question else question_speech.NOT_HERE)
        return self._positions.is_possible

    def _told(self, parties: tuple[Party, ...]) -> None:
        agreement = self._positions.agreement
        for standing in agreement.stances:
            if standing.party in parties:
                self._say(position(self._workspace.checklist, standing))
        self._say(f"Agreed: {agreed(agreement)}.")


def _details(console: Console, stand: Spoken, reason: str) -> Form:
    """The form for what belongs to a stand and was not said with it."""
    known: dict[str, str] = {"stand": stand}
    fields = [Field("stand", "Stand")]
    if stand == "must-check":
        whom, when = parse_check(reason)
        known |= {name: words for name, words in (("who", whom), ("by", when)) if whom or when}
        fields += [Field("who", "With whom", hint="the town lawyer"), Field("by", "By when", hint="the next meeting")]
    elif stand != NOT_ASKED:
        known |= {"reason": reason} if reason or stand != "objects" else {}
        fields += [Field("reason", "Why? Enter alone leaves that open")]
    return Form(console, lambda _: fields, known)
