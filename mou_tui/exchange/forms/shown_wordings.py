"""Tell whether somebody changed the wording that a form shows, in place of writing below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Span
from mou_tui.draft.line_patterns import split_label
from mou_tui.exchange.returned.wording_lines import lines_of, normal
from mou_tui.reports.feedback import NOT_WRITTEN
from mou_tui.session.model import Session

Wordings = Mapping[str, Collection[str]]
"""By question id: each wording that a form may have shown, as it is compared."""


def wordings_of(session: Session) -> Wordings:
    """Return every wording that a form of a session may have shown: that of now, and those of its history."""
    wordings: dict[str, set[str]] = {}
    for clause_id, answer in session.answers.items():
        wordings.setdefault(clause_id, set()).update(_as_shown(answer.text))
    for entry in session.history.entries:
        if entry.kind == "wording":
            wordings.setdefault(entry.place, set()).update(_as_shown(entry.text))
    return wordings


def is_changed(shown: str, question_id: str, wordings: Wordings) -> bool:
    """Return whether a text is none of the wordings that a form may have shown of a clause.

    Args:
        shown: what the form says now where it showed the wording, a line for each paragraph or item.
        question_id: the clause.
        wordings: of the session.
    """
    compared = compared_text(shown.split("\n"))
    nothing = (compared_text(()), compared_text((NOT_WRITTEN,)))
    return compared not in nothing and compared not in wordings.get(question_id, ())


def compared_text(lines: Iterable[str]) -> str:
    """Return lines as they are compared: without labels, and without what word processors change by themselves."""
    return " ".join(" ".join(normal((Span(_unlabeled(line)),)) for line in lines).split())


def _as_shown(text: str) -> tuple[str, str]:
    """Return a wording as a page shows it, and as a table does, with its marks."""
    printed = compared_text(line for entry in lines_of(parse(text)) for line in entry.text.split("\n"))
    return printed, compared_text(text.split("\n"))


def _unlabeled(line: str) -> str:
    label, rest = split_label(line.strip())
    return rest if label else line
