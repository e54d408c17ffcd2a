"""Find the wordings within the ranges of a file: the opening, the text of a clause, the alternatives side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import CandidateText, Clause, Draft
from mou_tui.exchange.returned.clause_edits import ChangedWording, SentWording
from mou_tui.exchange.returned.clause_ranges import ClauseRange
from mou_tui.exchange.returned.outside_edits import is_draft_notice
from mou_tui.exchange.returned.tracked_body import Entry, TrackedParagraph, TrackedTable
from mou_tui.session.model import OPENING

_CAPTION = re.compile(r"Alternative (?P<letter>\w{1,3}), .+:$")
_FRONT = 8
"""In how many of the first paragraphs what a draft says of itself is looked for."""


def with_opening(ranges: Sequence[ClauseRange], draft: Draft) -> list[ClauseRange]:
    """Return ranges with that before the first heading parted into what a draft says of itself, and the opening."""
    front, *further = ranges
    before = 0
    for index, entry in enumerate(front.entries[:_FRONT]):
        if isinstance(entry, TrackedParagraph):
            is_title = entry.is_title or entry.text.strip() == one_line(draft.title)
            before = index + 1 if is_title or is_draft_notice(entry.text) else before
    if not front.entries[before:]:
        return list(ranges)
    opening = ClauseRange(OPENING, None, front.entries[before:])
    return [replace(front, entries=front.entries[:before]), opening, *further]


def wordings_in(clause: Clause, part: ClauseRange) -> Iterator[tuple[SentWording, ChangedWording]]:
    """Yield each wording of a clause, as the session has it, with where it is in the file."""
    if clause.standing != "undecided":
        placeholder = {"open": "[Not yet settled]", "reserved": "Reserved."}.get(clause.standing, "")
        text = "" if placeholder else clause.text
        sent = SentWording(clause.question_id, text, placeholder, "", clause.not_blanks)
        yield sent, ChangedWording(part.entries, candidates=part.candidates)
        return
    letters = " / ".join(candidate.letter for candidate in clause.candidates)
    choices = {candidate.letter: candidate for candidate in clause.candidates}
    outside, changed = _parted(part.entries, choices)
    yield SentWording(clause.question_id, "", f"[Alternative {letters}]"), ChangedWording(outside)
    for letter, wording in changed.items():
        candidate = choices[letter]
        yield SentWording(clause.question_id, candidate.text, "", candidate.id, clause.not_blanks), wording


def _parted(
    entries: Sequence[Entry], choices: Mapping[str, CandidateText]
) -> tuple[list[Entry], dict[str, ChangedWording]]:
    """Return what of a clause is outside its alternatives, and where each alternative is, by its letter.

    They are in the cells of a table, or in a redline below each other.
    """
    outside: list[Entry] = []
    changed: dict[str, ChangedWording] = {}
    letter = ""
    for entry in entries:
        cells = dict(_cells(entry, choices)) if isinstance(entry, TrackedTable) else {}
        if cells:
            changed |= cells
            letter = ""
        elif own := _letter(entry, choices):
            changed[own] = ChangedWording(())
            letter = own
        elif letter:
            changed[letter] = ChangedWording((*changed[letter].entries, entry))
        else:
            outside.append(entry)
    return outside, changed


def _cells(table: TrackedTable, choices: Mapping[str, CandidateText]) -> Iterator[tuple[str, ChangedWording]]:
    """Yield the letter of each alternative in a table, with what is below its caption."""
    for row in table.rows:
        for first, *entries in filter(None, row.cells):
            if letter := _letter(first, choices):
                yield letter, ChangedWording(entries, row.deleted)


def _letter(entry: Entry, choices: Mapping[str, CandidateText]) -> str:
    """Return the letter of the alternative whose caption an entry is; empty for none."""
    match = _CAPTION.match(" ".join(entry.text.split())) if isinstance(entry, TrackedParagraph) else None
    return match["letter"] if match and match["letter"] in choices else ""
