"""Say what becomes of a paragraph outside the topics: a term from counsel, or a clause of the room's own.

Both front ends work through it, and each change is one step that can be taken back. It shows nothing.
"""

from __future__ import annotations

from mou_tui.exchange import outside_text
from mou_tui.exchange.revision import ParagraphRef
from mou_tui.language.text import normalize_line
from mou_tui.session.limits import check_text
from mou_tui.session.parts import OwnClause
from mou_tui.workspace.revision import Revision


class OutsideParagraphs:
    """The paragraphs of an earlier agreement that answer no question of the checklist.

    Args:
        revision: the earlier agreements of the open session.
    """

    def __init__(self, revision: Revision) -> None:
        self._revision = revision
        self._workspace = revision.workspace
        self._lines = outside_text.counsel_lines(revision.book)

    def kinds(self) -> list[tuple[str, str]]:
        """Return the kinds that are left to counsel, each with its label."""
        return [(kind, self._revision.book.outside_label(kind)) for kind in self._lines]

    def kind_of(self, ref: ParagraphRef) -> str:
        """Return the kind of a paragraph, where it is left to counsel; else empty."""
        outside = self._revision.paragraph(ref).outside
        return outside if outside in self._lines else ""

    def give_to_counsel(self, ref: ParagraphRef, kind: str) -> bool:
        """Put the text of a paragraph among the terms from counsel, by its kind; whether that changes anything.

        Raises:
            TooLarge: The terms would be longer than a text may be, or the session is full.
        """
        session = self._workspace.session
        after = outside_text.with_counsel_terms(session, ref, kind, self._lines[kind])
        check_text(after.counsel, session.counsel, self._workspace.store.size)
        return self._workspace.commit(f"leaving {self._revision.name(ref)} to counsel", after)

    def proposed_caption(self, ref: ParagraphRef) -> str:
        """Return a caption for a clause of the room's own that begins with a paragraph; empty for none."""
        return outside_text.proposed_caption(self._revision.paragraph(ref))

    def make_own_clause(self, ref: ParagraphRef, topic_id: str, caption: str) -> bool:
        """Make a paragraph the first wording of a clause of the room's own; whether that changes anything.

        Args:
            ref: the paragraph.
            topic_id: the topic at whose end the clause is.
            caption: what it is called; without one nothing happens.

        Raises:
            TooLarge: The paragraph is longer than a wording may be, or the session is full.
        """
        caption = normalize_line(caption)
        if not caption:
            return False
        check_text(outside_text.wording_of(self._revision.paragraph(ref)), "", self._workspace.store.size)
        clause = OwnClause(f"own-{self._workspace.new_id()}", topic_id, caption)
        after = outside_text.with_own_clause(self._workspace.session, ref, clause)
        return self._workspace.commit(f"making {self._revision.name(ref)} the clause “{caption}”", after)
