from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Answer, Session
from mou_tui.session.undo import UndoStep
from mou_tui.tui.widgets.text_change import find_change
from mou_tui.workspace import undo_stack
from mou_tui.workspace.undo_stack import UndoStack
from tests.strategies import EMPTY, texts


def typed(before: Session, text: str) -> UndoStep:
    """A step that types a text into an answer."""
    return UndoStep("typing", before, before.with_answer("alpha", Answer(text)), "alpha", "text")


def back(stack: UndoStack, session: Session) -> Session:
    """A session with the last step taken back."""
    result = stack.move("undo", session)
    assert result
    return result.session


def test_what_is_typed_in_one_go_is_one_step() -> None:
    stack = UndoStack()
    a = typed(EMPTY, "a")
    ab = typed(a.after, "ab")
    abc = typed(ab.after, "abc")
    for step, group in ((a, 1), (ab, 1), (abc, 2)):
        stack.push(step, group)
    assert len(stack) == 2
    assert back(stack, abc.after) == ab.after
    assert back(stack, ab.after) == EMPTY


def test_typing_goes_into_no_step_before_an_undo_or_another_change() -> None:
    stack = UndoStack()
    a = typed(EMPTY, "a")
    stack.push(a, 1)
    stack.move("undo", a.after)
    stack.push(typed(EMPTY, "b"), 1)
    other = replace(EMPTY, facts={"state": "Ohio"})
    stack.push(typed(other, "c"), 1)
    assert len(stack) == 2
    assert stack.next("redo") is None


def test_the_end_of_a_meeting_closes_what_came_before_and_can_itself_be_taken_back() -> None:
    stack = UndoStack()
    during = replace(EMPTY, meetings=(Meeting("m", "2026-03-04 12:00"),))
    step = typed(during, "a")
    ended = replace(step.after, meetings=(replace(during.meetings[0], ended="2026-03-04 13:00"),))
    stack.push(step)
    stack.push(UndoStep("ending the meeting", step.after, ended))
    assert back(stack, ended) == step.after
    assert stack.move("undo", step.after) is None
    assert "the end of the meeting" in stack.why_nothing("undo")
    redone = stack.move("redo", step.after)
    assert redone and redone.session == ended


def test_a_milestone_closes_what_came_before() -> None:
    stack = UndoStack()
    step = typed(EMPTY, "a")
    named = replace(step.after, history=History(added=(Entry("2026-03-04 12:00", "milestone", text="first"),)))
    stack.push(step)
    stack.push(UndoStep("the milestone", step.after, named))
    assert len(stack) == 1
    assert "the milestone" in stack.why_nothing("undo")


def test_the_oldest_steps_are_forgotten_before_the_computer_is_full() -> None:
    stack, session = UndoStack(), EMPTY
    size = undo_stack.LIMIT // 4
    for letter in "abcdefgh":
        step = typed(session, letter * size)
        stack.push(step)
        session = step.after
    assert len(stack) == 4


@given(texts, texts, st.integers(0, 20))
def test_a_change_makes_one_text_of_another(before: str, after: str, behind: int) -> None:
    change = find_change(before, after, behind)
    if change is None:
        assert before == after
        return
    assert before[: change.start] + change.text + before[change.end :] == after
    assert len(before) - change.end >= 0 <= change.start <= change.end


def test_what_is_behind_tells_which_of_equal_letters_it_was() -> None:
    assert find_change("aaaa", "aaa", 3) == (0, 1, "")
    assert find_change("aaaa", "aaa", 0) == (3, 4, "")
    assert find_change("aaa", "aaaa", 2) == (1, 1, "a")
