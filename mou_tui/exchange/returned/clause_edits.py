"""Tell what was changed in one wording of a file that came back, by whom, and what without a trace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mou_tui.draft.blocks import Span
from mou_tui.draft.markdown import Blanks
from mou_tui.exchange.returned.model import ReturnedEdit
from mou_tui.exchange.returned.tracked_body import Change, Entry, changes_of, paragraphs_of
from mou_tui.exchange.returned.tracked_reading import Accepts, by_author, nothing, reading
from mou_tui.exchange.returned.wording_lines import UNDERLINE, Line, are_alike, is_visible, leveled, shown_lines
from mou_tui.exchange.returned.wording_lines import Entry as PrintedEntry
from mou_tui.exchange.returned.wording_patch import rewritten


@dataclass(frozen=True)
class SentWording:
    """Hold a wording as the session has it."""

    clause: str
    text: str
    placeholder: str = ""
    """What is printed while it has no wording; empty where it has one."""
    alternative: str = ""
    """Id of the alternative it is; empty for the wording of the clause."""
    not_blanks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedWording:
    """Hold where a wording is in the file."""

    entries: Sequence[Entry]
    deleted: Change | None = None
    """Who deleted all of it at once, such as a row of a table."""
    candidates: tuple[str, ...] = ()


def edits_of(sent: SentWording, changed: ChangedWording) -> Iterator[ReturnedEdit]:
    """Yield the edits of one wording: first what was not tracked, then those of each author."""

    def read(accepts: Accepts) -> tuple[PrintedEntry, ...]:
        if changed.deleted and accepts(changed.deleted):
            return ()
        return leveled(_without_placeholder(reading(changed.entries, accepts), sent.placeholder))

    def edit(before: str, after: str, author: str = "", date: str = "") -> ReturnedEdit:
        return ReturnedEdit(sent.clause, before, after, author, date, changed.candidates, sent.alternative)

    as_sent = read(nothing)
    blanks = _blanks_in(as_sent, sent)
    before = rewritten(sent.text, as_sent, blanks=blanks, not_blanks=sent.not_blanks)
    if before != sent.text:
        yield edit(sent.text, before)
    changes = [*filter(None, (changed.deleted,)), *changes_of(changed.entries)]
    for author in dict.fromkeys(change.author for change in changes):
        wanted = read(by_author(author))
        if are_alike(wanted, as_sent):
            # Who strikes what another added has changed nothing alone.
            amended_authors = _amended_by(author, changed.entries)
            wanted = read(by_author(author, *amended_authors)) if amended_authors else as_sent
            if not amended_authors or are_alike(wanted, read(by_author(*amended_authors))):
                continue
        date = max(change.date for change in changes if change.author == author)
        after = rewritten(before, wanted, blanks=blanks, not_blanks=sent.not_blanks)
        yield edit(before, after, author, date)


def _amended_by(author: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return whose added words an author struck."""
    return tuple(
        dict.fromkeys(
            run.inserted.author
            for paragraph in paragraphs_of(entries)
            for run in paragraph.runs
            if run.inserted and run.deleted and run.deleted.author == author != run.inserted.author
        )
    )


def _blanks_in(as_sent: Sequence[PrintedEntry], sent: SentWording) -> Blanks:
    """Return how the blanks of a wording were printed."""
    shown = shown_lines(sent.text, sent.not_blanks, "show")
    if are_alike(as_sent, shown) or not any(UNDERLINE in entry.text for entry in as_sent):
        return "show"
    rules = shown_lines(sent.text, sent.not_blanks, "underline")
    has_blanks = not are_alike(rules, shown)
    had_rules = any(UNDERLINE in entry.text for entry in shown)
    return "underline" if has_blanks and (are_alike(as_sent, rules) or not had_rules) else "show"


def _without_placeholder(entries: Sequence[PrintedEntry], placeholder: str) -> tuple[PrintedEntry, ...]:
    """Return what is printed without the words that stand for a wording there is not."""
    if not placeholder:
        return tuple(entries)
    for index, entry in enumerate(entries):
        if isinstance(entry, Line) and placeholder in entry.text:
            content = (Span(entry.text.replace(placeholder, "", 1).strip()),)
            rest = replace(entry, content=content) if content[0].text else None
            kept = (*entries[:index], *filter(None, (rest,)), *entries[index + 1 :])
            return tuple(filter(is_visible, kept))
    return tuple(entries)
