"""Starting a session that revises an earlier agreement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mou_tui.checklist.model import Checklist, Depth
from mou_tui.exchange.cues import CueBook
from mou_tui.exchange.document import Document
from mou_tui.exchange.matching import Matcher
from mou_tui.exchange.parties import proposed
from mou_tui.exchange.revision import check_capacity
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace


def proposed_names(checklist: Checklist, book: CueBook, document: Document) -> PartiesAndFacts:
    """Return the parties and facts that an agreement seems to give, for a person to confirm.

    Its dates are left out: they are those of the agreement that is being replaced.
    """
    proposal = proposed(checklist, document, Matcher(checklist, book).match(document))
    parties = tuple(party_from_legal_name(role, proposal.parties.get(role.id, "")) for role in checklist.parties)
    facts = {fact: wording for fact, wording in proposal.facts.items() if not fact.endswith("-date")}
    return PartiesAndFacts(parties, facts)


def start_revision(
    repository: SessionRepository,
    book: CueBook,
    documents: Sequence[Document],
    names: PartiesAndFacts,
    *,
    path: Path | None = None,
    depth: Depth = "essential",
) -> Workspace:
    """Start a session with earlier agreements read into it.

    Args:
        repository: where sessions are kept.
        book: the cues of its checklist.
        documents: the agreement first, its amendments after it.
        names: the parties and facts known so far.
        path: the session file; by default a free name in the documents folder.
        depth: what to ask.

    Raises:
        MouError: the file is there already or could not be written, or the session cannot hold the documents.
    """
    # Before the file of the session is written.
    check_capacity(sum(len(document.paragraphs) for document in documents), documents[-1].name)
    workspace = repository.start(names, path=path, depth=depth)
    revision = Revision(workspace, book)
    for document in documents:
        revision.read_in(document)
    return workspace
