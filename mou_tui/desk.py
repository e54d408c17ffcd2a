"""The session on the table: where the room is, and everything that can be done there.

Both front ends work through a desk, so that the same deed leaves the same session behind whichever door it came
through. The desk records into the store and remembers steps that can be taken back; it shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Literal

from mou_tui.checklist.checklist import Checklist, Depth, Example, Question
from mou_tui.draft.blanks import Hit, blanks_of, fill, fill_everywhere, find, known, rename
from mou_tui.draft.completeness import ALTERNATIVES, WORDS, Completeness, assess, in_play, state_of
from mou_tui.draft.draft import Draft, assemble, opening_of, session_title
from mou_tui.draft.review import count, later_words
from mou_tui.names import with_head
from mou_tui.session.history import Stamp
from mou_tui.session.session import OPENING, Answer, Later, Party, Session
from mou_tui.session.settling import settled
from mou_tui.session.steps import Step, TakenBack, take_back
from mou_tui.session.store import SaveState, Store
from mou_tui.text import clean, clean_line

Where = Literal["append", "replace"]
"""Where an example goes: after what is there, or in its place."""

NO_REASON = "no reason given"
"""Stands where a question was set aside without saying why."""


class Desk:
    """A checklist, the store of a session, and the question on the table.

    Args:
        checklist: what is asked.
        store: keeps the session.
        clock: the time of day, local.
    """

    def __init__(self, checklist: Checklist, store: Store, clock: Callable[[], datetime] = datetime.now) -> None:
        self.checklist = checklist
        self.store = store
        self.clock = clock
        self.cursor = 0
        """How many characters stand before the cursor in the wording on the table."""
        self.place = self._resume(store.place)
        self._steps: list[Step] = []
        self._settled = store.session

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.store.session

    @property
    def question(self) -> Question | None:
        """The question on the table; None while it is the opening."""
        return None if self.place == OPENING else self.checklist.question(self.place)

    @property
    def answer(self) -> Answer:
        """The answer on the table."""
        return self.session.answer(self.place)

    @property
    def wording(self) -> str:
        """The wording on the table: of the answer, or of the opening."""
        return opening_of(self.checklist, self.session) if self.place == OPENING else self.answer.text

    def completeness(self) -> Completeness:
        """How far the session is."""
        return assess(self.checklist, self.session)

    def draft(self) -> Draft:
        """The agreement as it stands."""
        return assemble(self.checklist, self.session)

    def places(self) -> tuple[str, ...]:
        """Everywhere one can be, in order: the opening, then each question in play."""
        topics = self.checklist.topics
        in_order = (question.id for topic in topics for question in in_play(self.checklist, self.session, topic))
        return (OPENING, *in_order)

    def order(self, place: str) -> int:
        """Where a place stands in the order of the draft, whether it is in play or not; unknown ones come last."""
        everywhere = [OPENING, *(question.id for question in self.checklist.questions())]
        return everywhere.index(place) if place in everywhere else len(everywhere)

    def go(self, place: str) -> None:
        """Put another question, or the opening, on the table; what became of the wordings goes into the history."""
        self.settle()
        self.place, self.cursor = place, 0
        self.remember()
        self.store.save()

    def remember(self) -> None:
        """Have the place and the cursor found again the next time."""
        self.store.remember_place(f"{self.place}@{self.cursor}")

    @property
    def stamp(self) -> Stamp:
        """When it is now, and in which meeting."""
        meeting = self.session.meeting
        return Stamp(f"{self.clock():%Y-%m-%d %H:%M}", meeting.id if meeting else "")

    def settle(self) -> None:
        """Note in the history what became of the wordings since it was last done."""
        noted = settled(self._settled, self.session, self.stamp)
        self._settled = noted
        self.store.record(noted)

    def leave(self) -> SaveState:
        """Have everything written, let others have the session, and say whether the words are safe."""
        self.settle()
        self.remember()
        return self.store.close()

    def neighbour(self, distance: int) -> str | None:
        """The place so many steps on (or back, if negative); None beyond either end."""
        # One may stand on a question that has just left play, emptied or by a change of depth.
        places = sorted({*self.places(), self.place}, key=self.order)
        index = places.index(self.place) + distance
        return places[index] if 0 <= index < len(places) else None

    def write(self, text: str) -> int:
        """Record wording as it is being typed.

        Returns:
            How many control characters were replaced in it.
        """
        cleaned = clean(text)
        if self.place == OPENING:
            untouched = fill(self.checklist.opening, known(self.checklist, self.session))
            opening = "" if cleaned.text.split() == untouched.split() else cleaned.text
            if opening != self.session.opening:
                self.store.record(replace(self.session, opening=opening))
        elif cleaned.text != self.answer.text:
            self._record(self.answer.write(cleaned.text))
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
        """Record that an example was taken and what the whole wording now is; its points count as covered."""
        before = self.answer
        taken = before.take(example.id, clean(text).text, offered=self.wording_of(example))
        points = (*before.points, *(point for point in example.covers if point not in before.points))
        self._record(replace(taken, points=points, not_applicable=""))

    @property
    def adoptable(self) -> bool:
        """Whether an untouched example stands in the answer."""
        return self.answer.as_offered and not self.answer.not_applicable

    def adopt(self) -> bool:
        """Use the example on the table as written; False if there is no untouched example there."""
        if not self.adoptable:
            return False
        self.step(f"using {self.name()} as written", self.session.with_answer(self.place, self.answer.adopt()))
        return True

    def tick(self, points: Iterable[str]) -> None:
        """Record which points the room holds to be covered."""
        self._record(replace(self.answer, points=tuple(points)))

    def note_current(self, text: str) -> int:
        """Record what the agreement in force says; returns how many control characters were replaced."""
        cleaned = clean(text)
        if cleaned.text != self.answer.current:
            self._record(replace(self.answer, current=cleaned.text))
        return cleaned.replaced

    def set_aside(self, reason: str) -> None:
        """Say that the question does not apply, and why."""
        reason = clean_line(reason).text.strip() or NO_REASON
        self.step(f"“does not apply” for {self.name()}", self._with(replace(self.answer, not_applicable=reason)))

    def bring_back(self) -> None:
        """Say that the question applies after all."""
        self.step(f"bringing back {self.name()}", self._with(replace(self.answer, not_applicable="")))

    def put_off(self, who: str, by: str) -> None:
        """Say that someone must check first."""
        later = Later(clean_line(who).text.strip(), clean_line(by).text.strip())
        self.step(f"“later” for {self.name()}", self._with(replace(self.answer, later=later)))

    def take_up(self) -> None:
        """Say that nobody needs to check any more."""
        self.step(f"taking up {self.name()}", self._with(replace(self.answer, later=None)))

    def clear(self) -> None:
        """Empty the answer on the table, or let the opening be written from the parties again."""
        if self.place == OPENING:
            self.step("clearing the opening", replace(self.session, opening=""))
        else:
            emptied = replace(self.answer, text="", taken=None, points=())
            self.step(f"clearing {self.name()}", self._with(emptied))

    def set_depth(self, depth: Depth) -> None:
        """Ask the essential questions, or all of them."""
        self.step("the change of depth", replace(self.session, depth=depth))

    def set_names(
        self, parties: Iterable[Party], facts: Mapping[str, str], changes: Iterable[tuple[Hit, str]] = ()
    ) -> None:
        """Set parties and facts, change the chosen hits of old names, and fill every blank now known, as one step."""
        session = rename(self.session, changes)
        for party in parties:
            session = session.with_party(with_head(self.session.party(party.id), party))
        for fact_id, wording in facts.items():
            session = session.with_fact(fact_id, wording)
        self.step("the change of parties and facts", fill_everywhere(session, known(self.checklist, session)))

    @contextmanager
    def as_one_step(self, label: str) -> Iterator[None]:
        """Have all that is recorded meanwhile taken back as one step, where no editor undoes it."""
        before = self.session
        try:
            yield
        finally:
            if self.session != before:
                self._steps.append(Step(label, before, self.session))
                self.store.save()

    def undo(self) -> tuple[Step, TakenBack] | None:
        """Take back the last step; None if there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        taken_back = take_back(step, self.session)
        self.store.record(taken_back.session)
        return step, taken_back

    @property
    def state(self) -> str:
        """The postal code of the state the agreement is for, as far as it is known."""
        fact, wording = self.checklist.fact("state"), self.session.facts.get("state", "")
        return fact.short_form(wording) if fact else wording

    def title(self) -> str:
        """What to call the session."""
        return session_title(self.checklist, self.session)

    def name(self) -> str:
        """What to call the place on the table: a clause number, or the opening."""
        return "the opening" if self.place == OPENING else self.checklist.number(self.place)

    def _resume(self, remembered: str) -> str:
        place, _, cursor = remembered.partition("@")
        if place in self.places():
            self.cursor = int(cursor) if re.fullmatch("[0-9]{1,9}", cursor) else 0
            return place
        return next(iter(self.places()[1:]), OPENING)

    def _with(self, answer: Answer) -> Session:
        return self.session.with_answer(self.place, answer)

    def _record(self, answer: Answer) -> None:
        self.store.record(self._with(answer))

    def step(self, label: str, after: Session) -> None:
        """Record a session as one step that can be taken back; wordings it changed go into the history at once.

        Args:
            label: what was done, to follow "Took back: ".
            after: the session with it.
        """
        self.settle()
        before, after = self.session, settled(self.session, after, self.stamp)
        if after == before:
            return
        self._settled = after
        self._steps.append(Step(label, before, after))
        self.store.record(after)
        self.store.save()

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
        return words[:1].upper() + words[1:]
