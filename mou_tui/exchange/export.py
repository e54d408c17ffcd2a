"""Export a document made from a session to a file a person names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block, Paragraph
from mou_tui.draft.composition import emphasized, paragraph
from mou_tui.draft.draft import assemble, session_title
from mou_tui.draft.markdown import Blanks, draft_blocks
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.file_kinds import DocumentKind, FileKind, ending
from mou_tui.frozen import NamedTuple
from mou_tui.paths import typed
from mou_tui.reports.document_date import dated
from mou_tui.session.model import Session

if TYPE_CHECKING:
    from mou_tui.draft.structure import Part
    from mou_tui.exchange.writers.paper import Paper

TextDocument = Literal[
    "draft",
    "record",
    "worksheet",
    "agenda",
    "signing",
    "changes",
    "board",
    "families",
    "staff",
    "requirements",
    "duties",
    "deadlines",
    "amendment",
    "feedback",
]
"""What can be made from a session to be read: the agreement; the minutes of the meetings; the blank checklist to print
before one; what the next one has to settle; what is still open before anybody signs; what changed from an earlier
agreement; the cover for a board; the page for families; the card for staff; what the law asks next to our words; the
register of duties; the deadlines; the amendment; the form in which people outside the room propose other words."""

Document = TextDocument | Literal["copy", "calendar"]
"""What can be made from a session: a text; the copy to sign, once nothing is open; the review as an entry for a
calendar."""


class WordLook(NamedTuple):
    """Say what a Word document looks like."""

    reference: Path | None = None
    """A Word document whose look it takes."""
    has_notes: bool = False
    """Whether objections and open points go out with it, as comments."""


PLAIN_LOOK = WordLook()


def word_look(reference: Path | None = None, *, has_notes: bool = False) -> WordLook:
    """Return the look of Word documents: of the reference that is given, or else of the one in the settings."""
    from mou_tui.settings import load as load_settings

    usual = load_settings().settings.reference
    return WordLook(reference or (typed(usual) if usual else None), has_notes)


def default_path(session_path: Path, document: Document = "draft", kind: DocumentKind = "md") -> Path:
    """Return where a document goes by default: next to the session."""
    name = session_path.name
    for suffix in (".mou.yaml", ".yaml", ".yml"):
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    suffix = ending(file_kind(document, kind))
    return session_path.with_name(f"{name}{suffix}" if document == "draft" else f"{name}-{document}{suffix}")


def file_kind(document: Document, kind: DocumentKind) -> FileKind:
    """Return the kind of file that a document is written as, where a kind of page is asked for."""
    if document == "calendar":
        return "ics"
    # Nobody signs a text that anybody can type into.
    return "docx" if document == "copy" and kind == "md" else kind


def export_file(
    checklist: Checklist,
    session: Session,
    document: Document = "draft",
    kind: DocumentKind = "md",
    blanks: Blanks = "show",
    *,
    now: datetime,
    look: WordLook = PLAIN_LOOK,
) -> bytes:
    """Return the file of a document, whatever is still open in it.

    Args:
        checklist: what the session answers.
        session: the session.
        document: which of its documents.
        kind: of file; the entry for a calendar has its own, and only some documents are data as well.
        blanks: how the blanks of the draft print.
        now: when it is made, which it says.
        look: what a Word document looks like, and whether comments go out with it.

    Raises:
        CannotOpen: the document whose look is to be taken cannot be read.
        CannotSave: it is for a calendar, and no day of the review can be read; it is the copy to sign, and something
            is open; or what writes the kind is missing.
        UsageError: it is not a document that can be data.
    """
    if kind in ("csv", "json"):
        from mou_tui.exchange.data_file import data_file

        return data_file(checklist, session, document, kind)
    if document == "copy":
        from mou_tui.exchange.signing_copy import signing_copy

        return write_pages(signing_copy(checklist, session, now=now), file_kind(document, kind), look)
    if document == "calendar":
        from mou_tui.exchange.calendar_file import calendar_file

        return calendar_file(checklist, session, now).encode()
    if kind == "md":
        return markdown(checklist, session, document, blanks, now=now).encode()
    pages = paper(checklist, session, document, blanks, now=now)
    if look.has_notes and document == "draft":
        from mou_tui.exchange.clause_notes import clause_notes

        pages = replace(pages, notes=clause_notes(checklist, session))
    return write_pages(pages, kind, look)


def write_pages(pages: Paper, kind: FileKind, look: WordLook = PLAIN_LOOK) -> bytes:
    """Return the file of a document as Word, PDF or a web page; errors are those of `export_file`."""
    from mou_tui.exchange.libraries import require

    if kind == "docx":
        require("docx")
        from mou_tui.exchange.writers.word import write_word
        from mou_tui.exchange.writers.word_reference import read_reference

        return write_word(pages, read_reference(look.reference) if look.reference else b"")
    if kind == "pdf":
        require("pdf")
        from mou_tui.exchange.writers.pdf import write_pdf

        return write_pdf(pages)
    from mou_tui.exchange.writers.html import write_html

    return write_html(pages)


def paper(
    checklist: Checklist, session: Session, document: TextDocument = "draft", blanks: Blanks = "show", *, now: datetime
) -> Paper:
    """Return a document as the writers of Word, web pages and PDF take it; arguments are those of `export_file`."""
    from mou_tui.draft.structure import draft_parts
    from mou_tui.exchange.writers.paper import FOR_DISCUSSION, Paper, title_of, with_boxes

    is_draft = document == "draft"
    title, *body = (
        draft_parts(assemble(checklist, session), blanks)
        if is_draft
        else _undated(checklist, session, document, blanks, now)
    )
    parts: tuple[Part, ...] = (title, _date_line(document, session, now), *(body if is_draft else with_boxes(body)))
    is_open = session.in_force is None and document in ("draft", "amendment")
    standing = FOR_DISCUSSION if is_open or _quotes_draft(checklist, session, document, now) else ""
    subject, is_card = session_title(checklist, session), document == "staff"
    return Paper(title_of(parts), subject, standing, now, parts, is_card=is_card)


def _quotes_draft(checklist: Checklist, session: Session, document: TextDocument, now: datetime) -> bool:
    """Tell whether a document for those who were not in the room quotes what nobody has signed."""
    if document not in ("board", "families", "staff", "feedback"):
        return False
    from mou_tui.reports.settled_clauses import last_signature

    return not last_signature(checklist, session, now.date().isoformat())


def markdown(
    checklist: Checklist, session: Session, document: TextDocument = "draft", blanks: Blanks = "show", *, now: datetime
) -> str:
    """Return a document as Markdown, whatever is still open in it."""
    return write(blocks(checklist, session, document, blanks, now=now)) + "\n"


def blocks(
    checklist: Checklist, session: Session, document: TextDocument = "draft", blanks: Blanks = "show", *, now: datetime
) -> tuple[Block, ...]:
    """Return a document as blocks, from which the writer of any format makes a file.

    Args:
        checklist: what the session answers.
        session: the session.
        document: which of its documents.
        blanks: how the blanks of the draft print; the other documents show them as they are.
        now: when it is made; the line below its title says the day.
    """
    title, *body = _undated(checklist, session, document, blanks, now)
    return (title, _date_line(document, session, now), *body)


def _date_line(document: TextDocument, session: Session, now: datetime) -> Paragraph:
    return paragraph(emphasized(dated(document, session, now.date().isoformat())))


def _undated(
    checklist: Checklist, session: Session, document: TextDocument, blanks: Blanks, now: datetime
) -> tuple[Block, ...]:
    today = now.date().isoformat()
    # Each is imported on demand, so that the draft, exported most, does not wait for the others.
    if document == "worksheet":
        from mou_tui.reports.worksheet import worksheet

        return worksheet(checklist, session)
    if document == "agenda":
        from mou_tui.reports.agenda_document import agenda_document

        return agenda_document(checklist, session, today)
    if document == "record":
        from mou_tui.reports.record import record

        return record(checklist, session)
    if document == "changes":
        from mou_tui.reports.changes import changes

        return changes(checklist, session)
    if document == "signing":
        from mou_tui.reports.signing import signing

        return signing(checklist, session, today)
    if document == "requirements":
        from mou_tui.reports.requirements import requirements_document

        return requirements_document(checklist, session)
    if document == "amendment":
        from mou_tui.reports.amendment import amendment

        return amendment(checklist, session)
    if document == "duties":
        from mou_tui.reports.duties import duties_document

        return duties_document(checklist, session)
    if document == "deadlines":
        from mou_tui.reports.obligations import obligations_document

        return obligations_document(checklist, session)
    if document == "feedback":
        from mou_tui.reports.feedback import feedback_form

        return feedback_form(checklist, session)
    if document == "board":
        from mou_tui.reports.board_cover import board_cover

        return board_cover(checklist, session, today)
    if document == "families":
        from mou_tui.reports.family_page import family_page

        return family_page(checklist, session, today)
    if document == "staff":
        from mou_tui.reports.staff_card import staff_card

        return staff_card(checklist, session, today)
    return draft_blocks(assemble(checklist, session), blanks)
