"""Define what came back in a document: each edit and comment with its clause, and what fits under none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class ReturnedEdit:
    """Hold what one author changed in one clause, or what was changed there without a trace."""

    clause: str
    """Id of the question or own clause, or `OPENING`."""
    before: str
    """The wording of the clause as it was sent, Markdown."""
    after: str
    """The wording with the changes of this author alone, Markdown; empty where the clause was deleted."""
    author: str = ""
    """The name in the file; empty for changes that were not tracked."""
    date: str = ""
    """The day of the last change, `2026-12-04`; empty where the file does not tell."""
    candidates: tuple[str, ...] = ()
    """Ids of the clauses it may be about, the likeliest first; empty where that is certain."""
    alternative: str = ""
    """Id of the alternative that was changed, where several stand side by side; empty for the wording itself."""

    @property
    def is_tracked(self) -> bool:
        """Whether the program that changed the file kept track of it."""
        return bool(self.author)

    @property
    def is_deletion(self) -> bool:
        """Whether nothing of the clause is left."""
        return not self.after.strip()


@dataclass(frozen=True)
class Reply:
    """Hold one reply to a comment."""

    text: str
    author: str
    date: str = ""


@dataclass(frozen=True)
class ReturnedComment:
    """Hold one comment, with the replies to it."""

    clause: str
    """Id of the question or own clause, or `OPENING`; empty where it is on none."""
    text: str
    author: str
    date: str = ""
    """A day, `2026-12-04`; empty where the file does not tell."""
    quoted: str = ""
    """The words it is on; empty for a place."""
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class UnplacedText:
    """Hold text that came back and fits under no clause."""

    text: str
    author: str = ""
    """Who added it; empty where that was not tracked."""
    heading: str = ""
    """The heading it is under; empty for none."""


Kind = Literal["docx", "odt"]


@dataclass(frozen=True)
class ReturnedDocument:
    """Hold all that one file brought back."""

    name: str
    """Of the file, without its folder."""
    sha256: str
    """64 hex digits."""
    format: Kind
    edits: tuple[ReturnedEdit, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()
    unplaced: tuple[UnplacedText, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Ids of the clauses that came back as they were sent."""
    missing: tuple[str, ...] = ()
    """Ids of the clauses of the draft that are not in the file, without a tracked deletion."""
    remarks: tuple[str, ...] = ()
    """What a person should know of how it was read, one sentence each."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who changed, added or commented, in the order of the file."""
        names = (
            *(edit.author for edit in self.edits),
            *(text.author for text in self.unplaced),
            *(
                name
                for comment in self.comments
                for name in (comment.author, *(reply.author for reply in comment.replies))
            ),
        )
        return tuple(dict.fromkeys(filter(None, names)))
