"""Editing the answer of the current clause, or the opening.

Both front ends call this, so that the same action leaves the same session whichever of them it came through.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mou_tui.checklist.model import Example
from mou_tui.draft.blanks import blanks_of, fill_blanks, find_blanks, known_values
from mou_tui.draft.opening import written_opening
from mou_tui.draft.points import is_very_short, points_progress
from mou_tui.draft.question_state import count_wordings, text_state
from mou_tui.draft.state_labels import (
    BRIEF_STATE_LABELS,
    STATE_LABELS,
    brief_undecided_label,
    undecided_label,
)
from mou_tui.language.due_dates import understand_due
from mou_tui.language.text import capitalize_first, clean, clean_line, pluralize
from mou_tui.reports.tasks import later_words
from mou_tui.session.limits import check_text
from mou_tui.session.model import OPENING, Answer, Deferral, Session

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

Where = Literal["append", "replace"]
"""Where an example goes: after the present text, or in its place."""

NO_REASON = "no reason given"
"""The reason of a question that was marked as not applicable without one."""

NOTED_ALREADY = "That is noted already for this wording."
NOTHING_TO_NOTE = "There is no wording yet to hold against the points."


class AnswerEditor:
    """Edits the answer of the current clause.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    def write(self, text: str, *, group: int | None = None, cursor: int | None = None) -> int:
        """Record a text from outside, sanitized, as if it had been typed.

        Returns:
            How many control characters were replaced in the text.

        Raises:
            TooLarge, Locked: As for `write_typed`.
        """
        cleaned = clean(text)
        self.write_typed(cleaned.text, group=group, cursor=cursor)
        return cleaned.replaced

    def write_typed(self, text: str, *, group: int | None = None, cursor: int | None = None) -> None:
        """Record the text as it is being typed.

        Args:
            text: the whole text as it is now, sanitized when the keys and pastes came in.
            group: the same number for what is undone together; None for what is undone alone.
            cursor: how many characters are before the cursor.

        Raises:
            TooLarge: It is longer than one answer may be, or the session is full; nothing was changed.
            Locked: Parties support the clause as it is worded, and nobody unlocked it; nothing was changed.
        """
        workspace = self._workspace
        before, clause_id = workspace.session, workspace.clause_id
        check_text(text, workspace.text, workspace.store.size)
        if clause_id == OPENING:
            untouched = written_opening(workspace.checklist, before)
            opening = "" if text.split() == untouched.split() else text
            session = before if opening == before.opening else replace(before, opening=opening)
        else:
            answer = before.answer(clause_id)
            if text == answer.text:
                return
            workspace.locks.begin_typing(clause_id)
            session = before.with_answer(clause_id, answer.write(text))
        if session is not before:
            behind = None if cursor is None else max(0, len(text) - cursor)
            workspace.edit(f"typing in {workspace.clause_name()}", session, kind="text", group=group, behind=behind)

    def example_text(self, example: Example) -> str:
        """Return the text of an example with the parties and facts known now filled in."""
        return fill_blanks(example.text.strip("\n"), known_values(self._workspace.checklist, self._workspace.session))

    @property
    def has_own_text(self) -> bool:
        """Whether the answer has text that is not just an unmodified example."""
        return bool(self._workspace.answer.text.strip()) and not self._workspace.answer.is_unmodified_example

    def merge_text(self, wording: str, where: Where) -> str:
        """Return the whole text that results from putting `wording` after the present text, or in its place."""
        return f"{self._workspace.answer.text}\n\n{wording}" if where == "append" else wording

    def insert_example(self, example: Example, text: str) -> None:
        """Record that an example was inserted and what the whole text now is; its points count as covered.

        Raises:
            TooLarge, Locked: As for `write`.
        """
        before = self._workspace.answer
        check_text(text, before.text, self._workspace.store.size)
        if text != before.text:
            self._workspace.locks.require_unlocked(self._workspace.clause_id)
        taken = before.take(example.id, clean(text).text, offered=self.example_text(example))
        points = (*before.points, *(point for point in example.covers if point not in before.points))
        taken = replace(taken, points=points, not_applicable="")
        if taken != before:
            self._workspace.edit(f"taking an example into {self._workspace.clause_name()}", self._with(taken))

    @property
    def has_acceptable_example(self) -> bool:
        """Whether the answer is an unmodified example, or text from elsewhere that nobody has reviewed."""
        return (
            self._workspace.answer.is_unmodified_example or self._workspace.answer.is_unreviewed
        ) and not self._workspace.answer.not_applicable

    def accept_example(self) -> bool:
        """Accept an unmodified example, or text from elsewhere, as written; return False if the answer is neither."""
        if not self.has_acceptable_example:
            return False
        used = self._workspace.answer.accept_example().let_stand(self._workspace.history.timestamp.at)
        self._workspace.commit(
            f"using {self._workspace.clause_name()} as written",
            self._workspace.session.with_answer(self._workspace.clause_id, used),
        )
        return True

    def set_points(self, points: Iterable[str]) -> None:
        """Record which points the room takes as covered, by their ids; whoever ticks has held them against the text."""
        answer = self._workspace.answer
        gone_through = answer.wording if answer.text.strip() else ""
        ticked = replace(answer, points=tuple(points), gone_through=gone_through)
        if ticked != self._workspace.answer:
            self._workspace.edit(f"ticking a point of {self._workspace.clause_name()}", self._with(ticked))

    def go_through_points(self) -> bool:
        """Record that the room held the text against the points; return whether that is new."""
        workspace, answer = self._workspace, self._workspace.answer
        if workspace.question is None or not answer.text.strip():
            return False
        session = self._with(replace(answer, gone_through=answer.wording))
        return workspace.commit(f"going through the points of {workspace.clause_name()}", session)

    def set_current(self, text: str, *, group: int | None = None) -> int:
        """Record what the agreement in force says; return how many control characters were replaced.

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
        """Mark the question as not applicable, and why."""
        reason = clean_line(reason).text.strip() or NO_REASON
        session = self._with(replace(self._workspace.answer, not_applicable=reason))
        self._workspace.commit(
            f"“does not apply” for {self._workspace.clause_name()}",
            self._workspace.history.with_entry(session, "set-aside", self._workspace.clause_id, text=reason),
        )

    def mark_applicable(self) -> None:
        """Mark the question as applicable again."""
        self._workspace.commit(
            f"bringing back {self._workspace.clause_name()}",
            self._with(replace(self._workspace.answer, not_applicable="")),
        )

    def defer(self, who: str, by: str) -> None:
        """Record that someone must check first: who, and by when in any words."""
        by = clean_line(by).text.strip()
        later = Deferral(clean_line(who).text.strip(), by, understand_due(by, self._workspace.history.today))
        session = self._with(replace(self._workspace.answer, later=later))
        self._workspace.commit(
            f"“later” for {self._workspace.clause_name()}",
            self._workspace.history.with_entry(session, "later", self._workspace.clause_id, who=later.who, by=later.by),
        )

    def resume(self) -> None:
        """Record that nobody has to check any more."""
        self._workspace.commit(
            f"taking up {self._workspace.clause_name()}", self._with(replace(self._workspace.answer, later=None))
        )

    def clear(self) -> bool:
        """Empty the answer, or write the opening from the parties again; return whether that changes it.

        Raises:
            Locked: As for `write`.
        """
        if self._workspace.clause_id == OPENING:
            return self._workspace.commit("clearing the opening", replace(self._workspace.session, opening=""))
        self._workspace.locks.require_unlocked(self._workspace.clause_id)
        emptied = replace(self._workspace.answer, text="", taken=None, points=(), gone_through="")
        return self._workspace.commit(f"clearing {self._workspace.clause_name()}", self._with(emptied))

    def rewrite(self, text: str, change: str) -> bool:
        """Put another wording in the current clause as one step.

        Args:
            text: clean text.
            change: what that is, as one would call it ("joining lines").

        Returns:
            Whether that changes anything.

        Raises:
            TooLarge, Locked: As for `write`.
        """
        workspace = self._workspace
        if text != workspace.text:
            workspace.locks.require_unlocked(workspace.clause_id)
        is_opening = workspace.clause_id == OPENING
        session = replace(workspace.session, opening=text) if is_opening else self._with(workspace.answer.write(text))
        return workspace.commit(f"{change} in {workspace.clause_name()}", session)

    def _with(self, answer: Answer) -> Session:
        return self._workspace.session.with_answer(self._workspace.clause_id, answer)

    def text_status(self) -> str:
        """Return the state of the current text in words ("Text: has blanks · 2 blanks")."""
        return self.text_statuses()[1]

    def text_statuses(self) -> tuple[str, ...]:
        """Return the state of the current text with that of its points, and then in ever fewer words."""
        answer = self._workspace.answer
        if self._workspace.clause_id == OPENING:
            full = brief = "in your words" if self._workspace.session.opening else "written from the parties"
            blanks = find_blanks(self._workspace.text)
        else:
            state, blanks = text_state(answer), blanks_of(answer)
            full, brief = STATE_LABELS[state], BRIEF_STATE_LABELS[state]
            if answer.alternatives and state != "not-applicable":
                wordings = count_wordings(answer)
                full, brief = undecided_label(wordings), brief_undecided_label(wordings)
        count = f" · {pluralize(len(blanks), 'blank')}" if blanks else ""
        points = self.points_status()
        status = f"Text: {full}{count}"
        return f"{status} · {points}" if points else status, status, f"Text: {brief}{count}", f"Text: {brief}"

    def points_status(self) -> str:
        """Return whether a text of the room's own is very short and held against the points; empty where neither is."""
        question, answer = self._workspace.question, self._workspace.answer
        if question is None or text_state(answer) not in ("written", "blanks"):
            return ""
        short = "very short" if text_state(answer) == "written" and is_very_short(answer.text) else ""
        return " · ".join(filter(None, (short, points_progress(question, answer).label)))

    def status_note(self) -> str:
        """Return why the question does not apply, and who must check first; empty if neither."""
        answer = self._workspace.answer
        aside = f"does not apply: {answer.not_applicable}" if answer.not_applicable else ""
        later = later_words(answer.later, self._workspace.history.today) if answer.later else ""
        note = " · ".join(filter(None, (aside, later)))
        return capitalize_first(note)
