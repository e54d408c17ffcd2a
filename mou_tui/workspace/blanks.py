"""Blanks as work: filling them, one alone or with its twins, having somebody find out, saying that one is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mou_tui.draft.blank_items import BlankOccurrence, FactPrompt, blank_occurrences, fact_prompt, same_text
from mou_tui.draft.blanks import fill_everywhere, known_values, match_case
from mou_tui.draft.clause_lock import AskedAgain, supporters
from mou_tui.draft.opening import opening_of
from mou_tui.session.meeting import Action
from mou_tui.session.model import OPENING, Party, Session
from mou_tui.workspace.context import WorkspaceContext
from mou_tui.workspace.minutes import Minutes
from mou_tui.workspace.parties import normalize_line, party_from_legal_name, spell_out_facts


class BlankFiller:
    """The blanks in what lies on a table.

    Args:
        workspace: the table.
        minutes: what is taken down about it.
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
        return tuple(one for one in self._all if not one.is_dismissed)

    @property
    def not_blanks(self) -> tuple[BlankOccurrence, ...]:
        """What looks like a blank and, as the room said, is none."""
        return tuple(one for one in self._all if one.is_dismissed)

    @property
    def _all(self) -> tuple[BlankOccurrence, ...]:
        return blank_occurrences(self._workspace.checklist, self._session)

    def wanted(self, one: BlankOccurrence) -> FactPrompt | None:
        """What a fact blank asks for; None for any other, which is filled by itself."""
        return fact_prompt(self._workspace.checklist, self._session, one.blank) if one.is_fact else None

    def twins(self, one: BlankOccurrence) -> tuple[BlankOccurrence, ...]:
        """The other blanks with the same text, which may be filled along with one that is no fact blank."""
        return () if one.is_fact else same_text(one, self.blanks)

    def fill(self, chosen: Iterable[BlankOccurrence], words: str) -> int:
        """Put words in the place of some blanks, as one step.

        Args:
            chosen: the blanks; one that is not there any more is left out.
            words: what stands there from now on. Where a blank begins a sentence, they do.

        Returns:
            How many blanks were filled.
        """
        words, there = normalize_line(words), self._all
        standing = [one for one in chosen if one in there] if words else []
        session = self._session
        for one in sorted(standing, key=lambda one: one.blank.start, reverse=True):
            session = _filled(session, one, words, opening_of(self._workspace.checklist, self._session))
        self._workspace.commit(_label(standing), session)
        return len(standing)

    def reached(self, chosen: Iterable[BlankOccurrence]) -> tuple[AskedAgain, ...]:
        """The agreed clauses that filling some blanks rewords, with the parties to be asked about them again."""
        places = dict.fromkeys(one.place for one in chosen)
        held = ((place, supporters(self._session, place)) for place in places)
        return tuple(AskedAgain(place, parties) for place, parties in held if parties)

    def set_fact(self, thing: FactPrompt, words: str) -> int:
        """Say what a fact blank asks for, and fill it and its twins everywhere, as one step.

        Args:
            thing: what it asks for.
            words: the fact, or the name of the party.

        Returns:
            How many blanks were filled.
        """
        words = normalize_line(words)
        if not words:
            return 0
        if thing.fact:
            wording = spell_out_facts(self._workspace.checklist, {thing.fact: words})[thing.fact]
            session = self._session.with_fact(thing.fact, wording)
        else:
            session = self._session.with_party(self._party(thing, words))
        return self._fill_known(f"filling in “{thing.label}”", session)

    def words_for(self, one: BlankOccurrence) -> str:
        """What fills a fact blank, where that is known already; it came back with words that were typed since."""
        return known_values(self._workspace.checklist, self._session).get(one.blank.name, "") if one.is_fact else ""

    def fill_known(self) -> int:
        """Fill every fact blank for which the words are known, as one step; returns how many those were."""
        return self._fill_known("filling what is known", self._session)

    def assign(self, one: BlankOccurrence, who: str, by: str = "") -> None:
        """Have somebody find out what belongs in a blank."""
        self._minutes.act(_task(one), who, by, here=False, place="" if one.place == OPENING else one.place)

    def assigned(self, one: BlankOccurrence) -> Action | None:
        """What somebody took on to do about a blank, while it is not done."""
        return next((held for held in self._session.actions if held.what == _task(one) and not held.done), None)

    @property
    def asked_once(self) -> dict[FactPrompt, tuple[BlankOccurrence, ...]]:
        """What the fact blanks ask for, each with all the blanks that do."""
        asked: dict[FactPrompt, tuple[BlankOccurrence, ...]] = {}
        for one in self.blanks:
            if thing := self.wanted(one):
                asked[thing] = (*asked.get(thing, ()), one)
        return asked

    def why_not_dismissed(self, one: BlankOccurrence) -> str:
        """Why the room cannot say that it is no blank, and what it does instead; empty if it can."""
        if one.is_fact:
            return "It is filled from the parties and facts. Change the words there instead."
        return "In the opening, change it to other words instead." if one.place == OPENING else ""

    def dismiss(self, one: BlankOccurrence) -> None:
        """Say that what looks like a blank is none, wherever the clause has it; or, of one that is none, that it is."""
        if self.why_not_dismissed(one):
            return
        answer = self._session.answer(one.place)
        others = tuple(text for text in answer.not_blanks if text != one.blank.text)
        answer = replace(answer, not_blanks=others if one.is_dismissed else (*others, one.blank.text))
        label = f"“a blank” for {one.blank.text}" if one.is_dismissed else f"“not a blank” for {one.blank.text}"
        self._workspace.commit(f"{label} in {one.where}", self._session.with_answer(one.place, answer))

    def _fill_known(self, label: str, session: Session) -> int:
        before = len(self.blanks)
        self._workspace.commit(label, fill_everywhere(session, known_values(self._workspace.checklist, session)))
        return before - len(self.blanks)

    def _party(self, thing: FactPrompt, words: str) -> Party:
        party = self._session.party(thing.party)
        if thing.name == "name":
            role = next(role for role in self._workspace.checklist.parties if role.id == thing.party)
            return party_from_legal_name(role, words, party)
        return replace(party, short=words) if thing.name == "short" else replace(party, head=words)


def _filled(session: Session, one: BlankOccurrence, words: str, opening: str) -> Session:
    answer, blank = session.answer(one.place), one.blank
    text = (session.opening or opening) if one.place == OPENING else answer.text
    text = text[: blank.start] + blank.filled(match_case(words, blank.asks)) + text[blank.end :]
    return (
        replace(session, opening=text) if one.place == OPENING else session.with_answer(one.place, answer.write(text))
    )


def _task(one: BlankOccurrence) -> str:
    return f"fill {one.blank.text} in {one.where}"


def _label(filled: list[BlankOccurrence]) -> str:
    if len(filled) == 1:
        return f"filling {filled[0].blank.text} in {filled[0].where}"
    return f"filling {len(filled)} blanks"
