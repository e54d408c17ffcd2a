"""Sort what was prepared before a meeting: which essentials can be confirmed as they are, and why not the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from mou_tui.checklist.model import Checklist
from mou_tui.draft.progress import QuestionProgress
from mou_tui.frozen import NamedTuple


class LeftOut(NamedTuple):
    """Name clauses that cannot be confirmed as they are, for one reason."""

    reason: str
    numbers: tuple[str, ...]

    @property
    def message(self) -> str:
        """Return the reason with the clauses ("the whole room writes it: 2.1, 3.1")."""
        return f"{self.reason}: {', '.join(self.numbers)}"


class Prepared(NamedTuple):
    """Hold the essentials, sorted by whether they can be confirmed as they are."""

    ready: tuple[QuestionProgress, ...]
    left_out: tuple[LeftOut, ...]


def sort_prepared(
    checklist: Checklist,
    questions: Iterable[QuestionProgress],
    worded_here: Collection[str],
    is_undecided: Callable[[str], bool],
) -> Prepared:
    """Sort the essentials that are not settled yet.

    Args:
        checklist: which questions are to be written together.
        questions: the progress of each question.
        worded_here: ids of the clauses worded in this meeting, which nobody prepared.
        is_undecided: whether a party that is present has no position on a wording yet.
    """
    ready: list[QuestionProgress] = []
    reasons: dict[str, list[str]] = {}
    for progress in questions:
        if not progress.essential or progress.agreement.state in ("agreed", "not-applicable"):
            continue
        reason = _why_not(checklist, progress, progress.id in worded_here)
        if not reason and not is_undecided(progress.id):
            reason = "everybody at the table has been asked"
        if reason:
            reasons.setdefault(reason, []).append(progress.number)
        else:
            ready.append(progress)
    return Prepared(tuple(ready), tuple(LeftOut(reason, tuple(numbers)) for reason, numbers in reasons.items()))


def _why_not(checklist: Checklist, progress: QuestionProgress, is_worded_here: bool) -> str:
    """Return why a clause cannot be confirmed as it is; empty if it can."""
    if progress.state == "empty":
        return "not written yet"
    if checklist.question(progress.id).together:
        return "the whole room goes through it"
    if progress.alternatives:
        return "wordings to choose from"
    if progress.state == "example":
        return "an example nobody has taken as ours"
    if progress.state == "earlier":
        return "words that came along and nobody has looked at"
    if progress.state == "blanks":
        return "blanks to fill"
    if progress.agreement.state == "objection":
        return "an objection"
    if progress.agreement.state == "must-check":
        return "a party must check first"
    return "worded in this meeting" if is_worded_here else ""
