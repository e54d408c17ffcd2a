"""Filling blanks, assigning them to somebody, and dismissing what only looks like a blank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.draft.blank_items import BlankOccurrence, FactPrompt, blank_occurrences, fact_prompt, same_text
from mou_tui.draft.blanks import fill_everywhere, known_values, match_case, replace_blank
from mou_tui.draft.clause_lock import AskedAgain, supporters
from mou_tui.draft.opening import opening_of
from mou_tui.language.text import normalize_line
from mou_tui.session.meeting import Action
from mou_tui.session.model import OPENING, Party, Session
from mou_tui.workspace.forms import FieldSpec, fact_field
from mou_tui.workspace.minutes import Minutes
from mou_tui.workspace.parties import party_from_legal_name, spell_out_facts

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext


class BlankFiller:
    """Fills the blanks of an open session.

    Args:
        workspace: the open session.
        minutes: records the actions.
    """

    def __init__(self, workspace: WorkspaceContext, minutes: Minutes) -> None:
        self._workspace = workspace
        self._minutes = minutes

    @property
    def _session(self) -> Session:
        return self._workspace.session

    @property
    def blanks(self) -> tuple[BlankOccurrence, ...]:
        """Every blank, in the order of the draft."""
        return tuple(occurrence for occurrence in self._all if not occurrence.is_dismissed)

    @property
    def not_blanks(self) -> tuple[BlankOccurrence, ...]:
        """The dismissed ones: they look like blanks and are none."""
        return tuple(occurrence for occurrence in self._all if occurrence.is_dismissed)

    @property
    def _all(self) -> tuple[BlankOccurrence, ...]:
        return blank_occurrences(self._workspace.checklist, self._session)

    def wanted(self, occurrence: BlankOccurrence) -> FactPrompt | None:
        """Return what a fact blank asks for; None for any other blank."""
        return fact_prompt(self._workspace.checklist, self._session, occurrence.blank) if occurrence.is_fact else None

    def with_same_text(self, occurrence: BlankOccurrence) -> tuple[BlankOccurrence, ...]:
        """Return the other blanks with the same text, to be filled together; none for a fact blank."""
        return () if occurrence.is_fact else same_text(occurrence, self.blanks)

    def fill(self, chosen: Iterable[BlankOccurrence], text: str) -> int:
        """Replace some blanks by the same text, as one step.

        Args:
            chosen: the blanks; those that are gone by now are left out.
            text: the new text; it gets a capital where a blank begins a sentence.

        Returns:
            How many blanks were filled.
        """
        text, there = normalize_line(text), self._all
        present = [occurrence for occurrence in chosen if occurrence in there] if text else []
        session = self._session
        for occurrence in sorted(present, key=lambda occurrence: occurrence.blank.start, reverse=True):
            session = _filled(session, occurrence, text, opening_of(self._workspace.checklist, self._session))
        self._workspace.commit(_label(present), session)
        return len(present)

    def reached(self, chosen: Iterable[BlankOccurrence]) -> tuple[AskedAgain, ...]:
        """Return the agreed clauses that filling some blanks rewords, with the parties to be asked about them again."""
        places = dict.fromkeys(occurrence.clause_id for occurrence in chosen)
        held = ((clause_id, supporters(self._session, clause_id)) for clause_id in places)
        return tuple(AskedAgain(clause_id, parties) for clause_id, parties in held if parties)

    def field_for(self, prompt: FactPrompt) -> FieldSpec:
        """Return the field for what a fact blank asks for."""
        fact = self._workspace.checklist.fact(prompt.fact)
        return fact_field(fact, "", "words") if fact else FieldSpec("words", prompt.label, hint=prompt.hint)

    def set_fact(self, prompt: FactPrompt, text: str) -> int:
        """Set a fact or a name of a party, and fill every blank that asks for it, as one step.

        Args:
            prompt: what the blank asks for.
            text: the fact, or the name of the party.

        Returns:
            How many blanks were filled.
        """
        text = normalize_line(text)
        if not text:
            return 0
        if prompt.fact:
            wording = spell_out_facts(self._workspace.checklist, {prompt.fact: text})[prompt.fact]
            session = self._session.with_fact(prompt.fact, wording)
        else:
            session = self._session.with_party(self._party(prompt, text))
        return self._fill_known(f"filling in “{prompt.label}”", session)

    def words_for(self, occurrence: BlankOccurrence) -> str:
        """Return what fills a fact blank, if that is known already; the blank may have been typed since. Else empty."""
        if not occurrence.is_fact:
            return ""
        return known_values(self._workspace.checklist, self._session).get(occurrence.blank.name, "")

    def fill_known(self) -> int:
        """Fill every fact blank whose fact is known, as one step; return how many."""
        return self._fill_known("filling what is known", self._session)

    def assign(self, occurrence: BlankOccurrence, who: str, by: str = "") -> None:
        """Add an action: `who` finds out what belongs in a blank, `by` a day or any words for it."""
        clause_id = "" if occurrence.clause_id == OPENING else occurrence.clause_id
        self._minutes.act(_task(occurrence), who, by, here=False, clause_id=clause_id)

    def assigned(self, occurrence: BlankOccurrence) -> Action | None:
        """Return the open action that `assign` added for a blank; None without one."""
        return next((held for held in self._session.actions if held.what == _task(occurrence) and not held.done), None)

    @property
    def asked_once(self) -> dict[FactPrompt, tuple[BlankOccurrence, ...]]:
        """Each fact that is asked for, with all the blanks that ask for it."""
        asked: dict[FactPrompt, tuple[BlankOccurrence, ...]] = {}
        for occurrence in self.blanks:
            if prompt := self.wanted(occurrence):
                asked[prompt] = (*asked.get(prompt, ()), occurrence)
        return asked

    def why_not_dismissed(self, occurrence: BlankOccurrence) -> str:
        """Return why a blank cannot be dismissed, and what to do instead; empty if it can."""
        if occurrence.is_fact:
            return "It is filled from the parties and facts. Change the words there instead."
        return "In the opening, change it to other words instead." if occurrence.clause_id == OPENING else ""

    def dismiss(self, occurrence: BlankOccurrence) -> None:
        """Take a text as no blank, everywhere in its clause; or as a blank again, if it was dismissed."""
        if self.why_not_dismissed(occurrence):
            return
        answer = self._session.answer(occurrence.clause_id)
        kept = tuple(text for text in answer.not_blanks if text != occurrence.blank.text)
        answer = replace(answer, not_blanks=kept if occurrence.is_dismissed else (*kept, occurrence.blank.text))
        label = "“a blank”" if occurrence.is_dismissed else "“not a blank”"
        label = f"{label} for {occurrence.blank.text}"
        self._workspace.commit(
            f"{label} in {occurrence.where}", self._session.with_answer(occurrence.clause_id, answer)
        )

    def _fill_known(self, label: str, session: Session) -> int:
        before = len(self.blanks)
        self._workspace.commit(label, fill_everywhere(session, known_values(self._workspace.checklist, session)))
        return before - len(self.blanks)

    def _party(self, prompt: FactPrompt, text: str) -> Party:
        party = self._session.party(prompt.party)
        if prompt.name == "name":
            role = next(role for role in self._workspace.checklist.parties if role.id == prompt.party)
            return party_from_legal_name(role, text, party)
        return replace(party, short=text) if prompt.name == "short" else replace(party, head=text)


def _filled(session: Session, occurrence: BlankOccurrence, value: str, opening: str) -> Session:
    answer, blank = session.answer(occurrence.clause_id), occurrence.blank
    text = (session.opening or opening) if occurrence.clause_id == OPENING else answer.text
    text = replace_blank(text, blank, match_case(value, blank.asks))
    if occurrence.clause_id == OPENING:
        return replace(session, opening=text)
    return session.with_answer(occurrence.clause_id, answer.write(text))


def _task(occurrence: BlankOccurrence) -> str:
    return f"fill {occurrence.blank.text} in {occurrence.where}"


def _label(filled: list[BlankOccurrence]) -> str:
    if len(filled) == 1:
        return f"filling {filled[0].blank.text} in {filled[0].where}"
    return f"filling {len(filled)} blanks"
