"""Wordings that parties want instead, line by line: written down, heard side by side, and one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.clause_lock import asked_again, will_be_asked
from mou_tui.draft.draft import CandidateText, candidate_texts
from mou_tui.plain import question_speech
from mou_tui.plain.console import Console
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.text_input import write_lines
from mou_tui.plain.vocabulary import Handler
from mou_tui.text import join_and, pluralize
from mou_tui.workspace.workspace import Workspace

NONE = "No party wants another wording. Say propose to write one down."


class Alternatives:
    """Writes down what parties want instead, tells it, and chooses.

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
            "propose": self._propose,
            "alternatives": self._tell,
            "choose": self._choose,
        }

    def _propose(self, words: str) -> str:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return ""
        party, first = ask_party(self._console, self._workspace, words)
        if party is None:
            return ""
        held = self._workspace.answer.alternatives.get(party.id)
        if held:
            self._say(f"{party_in_sentence(self._workspace.checklist, party, begins=True)} wants:")
            self._say(held.text)
            said = self._console.choose("Say replace, withdraw or cancel:", "replace", "withdraw", "cancel")
            if said == "withdraw":
                self._positions.propose(party.id, "")
                self._say(f"Withdrawn. {question_speech.standing(self._workspace)}")
            elif said == "cancel":
                self._say("Left as it was.")
            if said != "replace":
                return ""
        return self._write(party.id, held.text if held else "", first)

    def _write(self, party_id: str, before: str, first: str) -> str:
        """Take in the wording of a party, which is one action however many lines it has."""
        written = [before]
        party = self._workspace.session.party(party_id)
        self._say(f"Type the wording that {party_in_sentence(self._workspace.checklist, party)} wants.")
        try:
            word = write_lines(self._console, "", before, written.append, first)
        finally:
            if written[-1] != before:
                self._positions.propose(party_id, written[-1])
        self._told()
        return word

    def _told(self) -> None:
        wordings = self._candidates
        if wordings:
            letters = join_and([f"{one.letter} is {_whose(one)}" for one in wordings])
            self._say(f"{letters}. Say alternatives to hear them.")
        self._say(question_speech.standing(self._workspace))

    def _tell(self, _: str) -> None:
        wordings = self._candidates
        if not wordings:
            self._say(question_speech.NOT_HERE if self._workspace.question is None else NONE)
            return
        self._say(f"{pluralize(len(wordings), 'wording')}, none chosen.")
        for one in wordings:
            self._say("")
            self._say(f"{one.letter}, {_whose(one)}:")
            self._say(one.text)
        self._say("")
        self._say(f"To choose one, say choose and its letter, for example: choose {wordings[0].letter}.")

    def _choose(self, letter: str) -> None:
        wordings = self._candidates
        if not wordings or not letter:
            self._tell("")
        if not wordings:
            return
        letters = {one.letter.casefold(): one for one in wordings}
        chosen = letters.get(letter.casefold())
        if chosen is None:
            chosen = letters[self._console.choose("Which letter? :cancel leaves them side by side:", *letters)]
        before = self._workspace.session
        self._positions.choose(chosen.party)
        self._say(f"Chosen: {chosen.letter}, {_whose(chosen)}. What was not chosen stays in the record.")
        lost = [party for clause in asked_again(before, self._workspace.session) for party in clause.parties]
        if lost:
            self._say(f"{will_be_asked(self._workspace.checklist, lost)}.")
        self._say(question_speech.standing(self._workspace))

    @property
    def _candidates(self) -> tuple[CandidateText, ...]:
        return candidate_texts(self._workspace.session, self._workspace.answer)


def _whose(candidate: CandidateText) -> str:
    return f"what {candidate.whose} wants" if candidate.party else f"the wording {candidate.whose}"
