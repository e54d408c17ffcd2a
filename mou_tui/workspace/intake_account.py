"""What a file brought back, and what was taken in of it, in sentences and as data; none of the file's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.draft import one_line_name
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first, join_and, pluralize
from mou_tui.session.model import OPENING
from mou_tui.workspace.intake import Edit, Intake
from mou_tui.workspace.intake_obstacles import ALREADY_HERE, HOMELESS

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext


def account(intake: Intake, workspace: WorkspaceContext) -> str:
    """Return what is in the file ("3 edits and 2 comments from Ann Poe, for the School District; ...")."""
    return f"{capitalize_first('; '.join(_account(intake, workspace)) or 'nothing was changed in it')}."


def _account(intake: Intake, workspace: WorkspaceContext) -> Iterator[str]:
    document, checklist = intake.document, workspace.checklist
    for author in document.authors:
        if things := voice_counts(intake, author):
            yield f"{things} from {speaker(intake, workspace, author)}"
    if untracked := sum(not edit.author for edit in document.edits):
        party = intake.party_of("")
        whose = f", for {party_in_sentence(checklist, workspace.session.party(party))}" if party else ""
        verb = "change that is" if untracked == 1 else "changes that are"
        yield f"{untracked} {verb} not tracked{whose}"
    if doubtful := sum(edit.is_doubtful for edit in intake.edits):
        yield f"{doubtful} of them may belong to another clause"
    if here := sum(edit.obstacle in ALREADY_HERE for edit in intake.edits):
        yield f"{here} of them {'is' if here == 1 else 'are'} here already"
    if document.unplaced:
        verb = "text that fits" if len(document.unplaced) == 1 else "texts that fit"
        yield f"{len(document.unplaced)} {verb} under no clause"
    if document.missing:
        places = join_and([clause_place(checklist, clause_id) for clause_id in document.missing])
        yield f"not in the file: {places}"
    if document.unchanged:
        as_before = "as it was" if len(document.unchanged) == 1 else "as they were"
        yield f"{pluralize(len(document.unchanged), 'clause')} {as_before}"


def voice_counts(intake: Intake, author: str) -> str:
    """Return how many edits and comments are an author's ("3 edits and 2 comments"); empty for none."""
    edits = sum(edit.author == author for edit in intake.document.edits)
    comments = sum(comment.author == author for comment in intake.document.comments)
    counts = (pluralize(number, thing) for number, thing in ((edits, "edit"), (comments, "comment")) if number)
    return join_and(list(counts) or [""])


def voice_question(intake: Intake, author: str) -> str:
    """Return the question for whom an author speaks; who made what was not tracked, where the name is empty."""
    if not author:
        return "Who made the changes that are not tracked?"
    counts = voice_counts(intake, author)
    return f"Whom does {one_line_name(author)} speak for{f' ({counts})' if counts else ''}?"


def taken_in_before(intake: Intake) -> str:
    """Return a sentence where the very same file was taken in before; empty where it was not."""
    earlier = intake.earlier
    when = f"{long_date(earlier.at)}" if earlier else ""
    return f"This very file was taken in on {when}; what stands already is not taken in twice." if earlier else ""


def speaker(intake: Intake, workspace: WorkspaceContext, author: str) -> str:
    """Return who wrote something, and for which party."""
    name, party = one_line_name(author) or "somebody", intake.party_of(author)
    whose = party_in_sentence(workspace.checklist, workspace.session.party(party))
    return f"{name}, for {whose}" if party else name


def clause_place(checklist: Checklist, clause_id: str) -> str:
    """Return the number of a clause, or what else to call it."""
    if clause_id == OPENING:
        return "the opening"
    return checklist.number(clause_id) if clause_id in checklist else clause_id or "no clause"


def edit_name(edit: Edit, checklist: Checklist) -> str:
    """Return the clause an edit is about, with its label ("3.1 Command")."""
    name = capitalize_first(clause_place(checklist, edit.clause_id))
    if edit.clause_id in checklist:
        name = f"{name} {checklist.question(edit.clause_id).label}"
    return f"{name}, the wording of {edit.on}" if edit.on else name


def edit_state(edit: Edit) -> str:
    """Return in a word or two what is to become of an edit."""
    if edit.obstacle:
        return "fits nowhere" if edit.obstacle in HOMELESS else "as it is"
    if edit.is_doubtful:
        return "where?"
    return "take" if edit.is_taken else "leave out"


def outcome(intake: Intake) -> str:
    """Return what is taken in, as sentences; to be asked before it is done."""
    taken = sum(edit.is_taken for edit in intake.edits)
    choices = Counter(comment.choice for comment in intake.comments)
    where = "stands beside its clause" if taken == 1 else "stand beside their clauses"
    sentences = [f"{pluralize(taken, 'edit')} {where}." if taken else "No edit stands beside a clause."]
    if choices["note"]:
        sentences.append(f"{pluralize(choices['note'], 'comment')} noted in the history.")
    if choices["check"]:
        sentences.append(f"{pluralize(choices['check'], 'comment')} to check first.")
    if kept := len(intake.kept):
        sentences.append(f"{pluralize(kept, 'text')} kept with the session, under no clause.")
    return " ".join(sentences)


def as_object(intake: Intake, workspace: WorkspaceContext) -> Mapping[str, object]:
    """Return the account as data for other programs."""
    document, checklist = intake.document, workspace.checklist
    return {
        "file": document.name,
        "sha256": document.sha256,
        "format": document.format,
        "taken_in_before": intake.earlier.at if intake.earlier else None,
        "authors": [
            {
                "name": author,
                "party": intake.party_of(author) or None,
                "edits": sum(edit.author == author for edit in document.edits),
                "comments": sum(comment.author == author for comment in document.comments),
            }
            for author in document.authors
        ],
        "untracked": sum(not edit.author for edit in document.edits),
        "doubtful": sum(edit.is_doubtful for edit in intake.edits),
        "unplaced": len(document.unplaced),
        "missing": [clause_place(checklist, clause_id) for clause_id in document.missing],
        "unchanged": len(document.unchanged),
        "remarks": list(document.remarks),
        "edits": [
            {
                "clause": clause_place(checklist, edit.clause_id),
                "taken": edit.is_taken,
                "why_not": edit.obstacle or None,
            }
            for edit in intake.edits
        ],
        "kept": len(intake.kept),
    }
