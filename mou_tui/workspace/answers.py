"""Everything that can be done to the wording on the table, and to the names.

Both front ends work through a workspace, so that the same action leaves the same session behind whichever door it came
through. The workspace records into the store and remembers steps that can be taken back; it shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from mou_tui.checklist.model import Example
from mou_tui.draft.blanks import blanks_of, fill_blanks, find_blanks, known_values
from mou_tui.draft.labels import ALTERNATIVES, STATE_LABELS
from mou_tui.draft.opening import written_opening
from mou_tui.draft.progress import text_state
from mou_tui.reports.agenda import later_words
from mou_tui.session.limits import check_text
from mou_tui.session.model import OPENING, Answer, Deferral, Session
from mou_tui.text import capitalize_first, clean, clean_line, pluralize
from mou_tui.workspace.context import WorkspaceContext

Where = Literal["append", "replace"]
"""Where an example goes: after what is there, or in its place."""

NO_REASON = "no reason given"
"""Stands where a question was set aside without saying why."""


class AnswerEditor:
    """Changes the answer of the current clause.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

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
        cleaned, session = clean(text), self._workspace.session
        check_text(cleaned.text, self._workspace.text, self._workspace.store.size)
        if self._workspace.clause_id == OPENING:
            untouched = written_opening(self._workspace.checklist, self._workspace.session)
            opening = "" if cleaned.text.split() == untouched.split() else cleaned.text
            if opening != self._workspace.session.opening:
                session = replace(self._workspace.session, opening=opening)
        elif cleaned.text != self._workspace.answer.text:
            # Words that happen to become the agreed ones again must not lock in the midst of typing.
            self._workspace.locks.unlock(self._workspace.clause_id)
            session = self._with(self._workspace.answer.write(cleaned.text))
        if session is not self._workspace.session:
            behind = None if cursor is None else max(0, len(text) - cursor)
            self._workspace.edit(
                f"typing in {self._workspace.clause_name()}", session, kind="text", group=group, behind=behind
            )
        return cleaned.replaced

    def example_text(self, example: Example) -> str:
        """An example's wording with the parties and facts known now filled in."""
        return fill_blanks(example.text.strip("\n"), known_values(self._workspace.checklist, self._workspace.session))

    @property
    def has_own_text(self) -> bool:
        """Whether words stand in the answer that are not just an example as offered."""
        return bool(self._workspace.answer.text.strip()) and not self._workspace.answer.is_unmodified_example

    def merge_text(self, wording: str, where: Where) -> str:
        """The whole that results from putting wording after what is there, or in its place."""
        return f"{self._workspace.answer.text}\n\n{wording}" if where == "append" else wording

    def insert_example(self, example: Example, text: str) -> None:
        """Record that an example was taken and what the whole wording now is; its points count as covered.

        Raises:
            TooLarge: As for `write`.
        """
        before = self._workspace.answer
        check_text(text, before.text, self._workspace.store.size)
        taken = before.take(example.id, clean(text).text, offered=self.example_text(example))
        points = (*before.points, *(point for point in example.covers if point not in before.points))
        taken = replace(taken, points=points, not_applicable="")
        if taken != before:
            self._workspace.edit(f"taking an example into {self._workspace.clause_name()}", self._with(taken))

    @property
    def has_acceptable_example(self) -> bool:
        """Whether an untouched example stands in the answer, or wording from elsewhere that nobody looked at."""
        return (
            self._workspace.answer.is_unmodified_example or self._workspace.answer.is_unreviewed
        ) and not self._workspace.answer.not_applicable

    def accept_example(self) -> bool:
        """Use an untouched example, or wording from elsewhere, as written; False if neither is on the table."""
        if not self.has_acceptable_example:
            return False
        used = self._workspace.answer.accept_example().let_stand(self._workspace.history.timestamp.at)
        self._workspace.commit(
            f"using {self._workspace.clause_name()} as written",
            self._workspace.session.with_answer(self._workspace.clause_id, used),
        )
        return True

    def set_points(self, points: Iterable[str]) -> None:
        """Record which points the room holds to be covered."""
        ticked = replace(self._workspace.answer, points=tuple(points))
        if ticked != self._workspace.answer:
            self._workspace.edit(f"ticking a point of {self._workspace.clause_name()}", self._with(ticked))

    def set_current(self, text: str, *, group: int | None = None) -> int:
        """Record what the agreement in force says; returns how many control characters were replaced.

        Raises:
            TooLarge: As for `write`.
        """
        cleaned = clean(text)
        check_text(cleaned.text, self._workspace.answer.current, self._workspace.store.size)
        if cleaned.text != self._workspace.answer.current:
            session = self._with(replace(self._workspace.answer, current=cleaned.text))
            label = f"what the agreement in force says on {self._workspace.clause_name()}"
            self._workspace.edit(label, session, kind="current", group=group)
        return cleaned.replaced

    def mark_not_applicable(self, reason: str) -> None:
        """Say that the question does not apply, and why."""
        reason = clean_line(reason).text.strip() or NO_REASON
        session = self._with(replace(self._workspace.answer, not_applicable=reason))
        self._workspace.commit(
            f"“does not apply” for {self._workspace.clause_name()}",
            self._workspace.history.with_entry(session, "set-aside", self._workspace.clause_id, text=reason),
        )

    def mark_applicable(self) -> None:
        """Say that the question applies after all."""
        self._workspace.commit(
            f"bringing back {self._workspace.clause_name()}",
            self._with(replace(self._workspace.answer, not_applicable="")),
        )

    def defer(self, who: str, by: str) -> None:
        """Say that someone must check first."""
        later = Deferral(clean_line(who).text.strip(), clean_line(by).text.strip())
        session = self._with(replace(self._workspace.answer, later=later))
        self._workspace.commit(
            f"“later” for {self._workspace.clause_name()}",
            self._workspace.history.with_entry(session, "later", self._workspace.clause_id, who=later.who, by=later.by),
        )

    def resume(self) -> None:
        """Say that nobody needs to check any more."""
        self._workspace.commit(
            f"taking up {self._workspace.clause_name()}", self._with(replace(self._workspace.answer, later=None))
        )

    def clear(self) -> bool:
        """Empty the answer on the table, or have the opening written from the parties again; whether it changes."""
        if self._workspace.clause_id == OPENING:
            return self._workspace.commit("clearing the opening", replace(self._workspace.session, opening=""))
        emptied = replace(self._workspace.answer, text="", taken=None, points=())
        return self._workspace.commit(f"clearing {self._workspace.clause_name()}", self._with(emptied))

    def rewrite(self, text: str, change: str) -> bool:
        """Put another wording in the current clause as one step.

        Args:
            text: clean text.
            change: what that is, as one would call it ("joining lines").

        Returns:
            Whether that changes anything.
        """
        workspace = self._workspace
        is_opening = workspace.clause_id == OPENING
        session = replace(workspace.session, opening=text) if is_opening else self._with(workspace.answer.write(text))
        return workspace.commit(f"{change} in {workspace.clause_name()}", session)

    def _with(self, answer: Answer) -> Session:
        return self._workspace.session.with_answer(self._workspace.clause_id, answer)

    def text_status(self) -> str:
        """How the text on the table stands, in words."""
        answer = self._workspace.answer
        if self._workspace.clause_id == OPENING:
            words = ["in your words" if self._workspace.session.opening else "written from the parties"]
        else:
            words = [ALTERNATIVES if answer.alternatives else STATE_LABELS[text_state(answer)]]
        blanks = len(find_blanks(self._workspace.text) if self._workspace.clause_id == OPENING else blanks_of(answer))
        words += [pluralize(blanks, "blank")] if blanks else []
        return f"Text: {' · '.join(words)}"

    def status_note(self) -> str:
        """Why the question does not apply, and who must check first; empty if neither."""
        answer = self._workspace.answer
        aside = f"does not apply: {answer.not_applicable}" if answer.not_applicable else ""
        words = " · ".join(filter(None, (aside, later_words(answer.later) if answer.later else "")))
        return capitalize_first(words)
