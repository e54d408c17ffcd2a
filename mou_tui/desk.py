"""Everything that can be done to the wording on the table, and to the names.

Both front ends work through a desk, so that the same deed leaves the same session behind whichever door it came
through. The desk records into the store and remembers steps that can be taken back; it shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from mou_tui.checklist.checklist import Depth, Example
from mou_tui.draft.agenda import later_words
from mou_tui.draft.blanks import Hit, blanks_of, fill, fill_everywhere, find, known
from mou_tui.draft.clause_lock import AskedAgain, asked_again
from mou_tui.draft.completeness import ALTERNATIVES, WORDS, state_of
from mou_tui.draft.opening import written_opening
from mou_tui.names import rename_keeping_positions, short_names, with_party
from mou_tui.session.limits import check_text
from mou_tui.session.session import OPENING, Answer, Later, Party, Session
from mou_tui.table import Table
from mou_tui.text import capital, clean, clean_line, count

Where = Literal["append", "replace"]
"""Where an example goes: after what is there, or in its place."""

NO_REASON = "no reason given"
"""Stands where a question was set aside without saying why."""


class Desk(Table):
    """The table, with a deed for everything that can be done to what lies on it."""

    def write(self, text: str, *, group: int | None = None, cursor: int | None = None) -> int:
        """Record wording as it is being typed.

        Args:
            text: the whole wording as it is now.
            group: tells what is typed in one go and taken back together; without it, this is taken back by itself.
            cursor: how many characters stand before the cursor.

        Returns:
            How many control characters were replaced in it.

        Raises:
            TooLarge: It is longer than one answer may be, or the session is full; the wording is as it was.
        """
        cleaned, session = clean(text), self.session
        check_text(cleaned.text, self.wording, self.store.size)
        if self.place == OPENING:
            untouched = written_opening(self.checklist, self.session)
            opening = "" if cleaned.text.split() == untouched.split() else cleaned.text
            if opening != self.session.opening:
                session = replace(self.session, opening=opening)
        elif cleaned.text != self.answer.text:
            # Words that happen to become the agreed ones again must not lock in the midst of typing.
            self.locks.unlock(self.place)
            session = self._with(self.answer.write(cleaned.text))
        if session is not self.session:
            behind = None if cursor is None else max(0, len(text) - cursor)
            self.edit(f"typing in {self.name()}", session, kind="text", group=group, behind=behind)
        return cleaned.replaced

    def wording_of(self, example: Example) -> str:
        """An example's wording with the parties and facts known now filled in."""
        return fill(example.text.strip("\n"), known(self.checklist, self.session))

    @property
    def has_own_words(self) -> bool:
        """Whether words stand in the answer that are not just an example as offered."""
        return bool(self.answer.text.strip()) and not self.answer.as_offered

    def joined(self, wording: str, where: Where) -> str:
        """The whole that results from putting wording after what is there, or in its place."""
        return f"{self.answer.text}\n\n{wording}" if where == "append" else wording

    def take(self, example: Example, text: str) -> None:
        """Record that an example was taken and what the whole wording now is; its points count as covered.

        Raises:
            TooLarge: As for `write`.
        """
        before = self.answer
        check_text(text, before.text, self.store.size)
        taken = before.take(example.id, clean(text).text, offered=self.wording_of(example))
        points = (*before.points, *(point for point in example.covers if point not in before.points))
        taken = replace(taken, points=points, not_applicable="")
        if taken != before:
            self.edit(f"taking an example into {self.name()}", self._with(taken))

    @property
    def adoptable(self) -> bool:
        """Whether an untouched example stands in the answer, or wording from elsewhere that nobody looked at."""
        return (self.answer.as_offered or self.answer.is_unreviewed) and not self.answer.not_applicable

    def adopt(self) -> bool:
        """Use an untouched example, or wording from elsewhere, as written; False if neither is on the table."""
        if not self.adoptable:
            return False
        used = self.answer.adopt().let_stand(self.stamp.at)
        self.step(f"using {self.name()} as written", self.session.with_answer(self.place, used))
        return True

    def tick(self, points: Iterable[str]) -> None:
        """Record which points the room holds to be covered."""
        ticked = replace(self.answer, points=tuple(points))
        if ticked != self.answer:
            self.edit(f"ticking a point of {self.name()}", self._with(ticked))

    def note_current(self, text: str, *, group: int | None = None) -> int:
        """Record what the agreement in force says; returns how many control characters were replaced.

        Raises:
            TooLarge: As for `write`.
        """
        cleaned = clean(text)
        check_text(cleaned.text, self.answer.current, self.store.size)
        if cleaned.text != self.answer.current:
            session = self._with(replace(self.answer, current=cleaned.text))
            label = f"what the agreement in force says on {self.name()}"
            self.edit(label, session, kind="current", group=group)
        return cleaned.replaced

    def set_aside(self, reason: str) -> None:
        """Say that the question does not apply, and why."""
        reason = clean_line(reason).text.strip() or NO_REASON
        session = self._with(replace(self.answer, not_applicable=reason))
        self.step(f"“does not apply” for {self.name()}", self.noted(session, "set-aside", self.place, text=reason))

    def bring_back(self) -> None:
        """Say that the question applies after all."""
        self.step(f"bringing back {self.name()}", self._with(replace(self.answer, not_applicable="")))

    def put_off(self, who: str, by: str) -> None:
        """Say that someone must check first."""
        later = Later(clean_line(who).text.strip(), clean_line(by).text.strip())
        session = self._with(replace(self.answer, later=later))
        self.step(f"“later” for {self.name()}", self.noted(session, "later", self.place, who=later.who, by=later.by))

    def take_up(self) -> None:
        """Say that nobody needs to check any more."""
        self.step(f"taking up {self.name()}", self._with(replace(self.answer, later=None)))

    def clear(self) -> bool:
        """Empty the answer on the table, or have the opening written from the parties again; whether it changes."""
        if self.place == OPENING:
            return self.step("clearing the opening", replace(self.session, opening=""))
        emptied = replace(self.answer, text="", taken=None, points=())
        return self.step(f"clearing {self.name()}", self._with(emptied))

    def set_depth(self, depth: Depth) -> None:
        """Ask the essential questions, or all of them."""
        self.step("the change of depth", replace(self.session, depth=depth))

    def set_names(
        self, parties: Iterable[Party], facts: Mapping[str, str], changes: Iterable[tuple[Hit, str]] = ()
    ) -> bool:
        """Set parties and facts, change the chosen hits of old names, and fill every blank now known, as one step.

        Returns:
            Whether that changes anything.
        """
        return self.step("the change of parties and facts", self._with_names(parties, facts, changes))

    def reached_by_names(
        self, parties: Iterable[Party], facts: Mapping[str, str], changes: Iterable[tuple[Hit, str]] = ()
    ) -> tuple[AskedAgain, ...]:
        """The agreed clauses that `set_names` would reword so that parties must be asked again."""
        return asked_again(self.session, self._with_names(parties, facts, changes))

    def _with_names(
        self, parties: Iterable[Party], facts: Mapping[str, str], changes: Iterable[tuple[Hit, str]]
    ) -> Session:
        parties, changes = tuple(parties), tuple(changes)
        session = rename_keeping_positions(self.session, changes, short_names(self.session, parties))
        for party in parties:
            session = with_party(self.checklist, session, party)
        for fact_id, wording in facts.items():
            session = session.with_fact(fact_id, wording)
        return fill_everywhere(session, known(self.checklist, session))

    @property
    def state(self) -> str:
        """The postal code of the state the agreement is for, as far as it is known."""
        fact, wording = self.checklist.fact("state"), self.session.facts.get("state", "")
        return fact.short_form(wording) if fact else wording

    def _with(self, answer: Answer) -> Session:
        return self.session.with_answer(self.place, answer)

    def standing(self) -> str:
        """How the text on the table stands, in words."""
        answer = self.answer
        if self.place == OPENING:
            words = ["in your words" if self.session.opening else "written from the parties"]
        else:
            words = [ALTERNATIVES if answer.alternatives else WORDS[state_of(answer)]]
        blanks = len(find(self.wording) if self.place == OPENING else blanks_of(answer))
        words += [count(blanks, "blank")] if blanks else []
        return f"Text: {' · '.join(words)}"

    def remark(self) -> str:
        """Why the question does not apply, and who must check first; empty if neither."""
        answer = self.answer
        aside = f"does not apply: {answer.not_applicable}" if answer.not_applicable else ""
        words = " · ".join(filter(None, (aside, later_words(answer.later) if answer.later else "")))
        return capital(words)
