"""The texts of a file that came back: made clean before anybody sees them, and put as the session keeps them."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.draft import one_line_name
from mou_tui.exchange.returned.model import Reply, ReturnedComment, ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.language.text import clean


def cleaned(document: ReturnedDocument) -> ReturnedDocument:
    """Return a document without control characters, its names each on one line."""
    return replace(
        document,
        name=one_line_name(document.name),
        edits=tuple(map(_clean_edit, document.edits)),
        comments=tuple(map(_clean_comment, document.comments)),
        unplaced=tuple(map(_clean_unplaced, document.unplaced)),
        remarks=tuple(map(one_line_name, document.remarks)),
    )


def _clean_edit(edit: ReturnedEdit) -> ReturnedEdit:
    before, after = clean(edit.before).text, clean(edit.after).text
    return replace(edit, before=before, after=after, author=one_line_name(edit.author))


def _clean_comment(comment: ReturnedComment) -> ReturnedComment:
    replies = (Reply(clean(reply.text).text, one_line_name(reply.author), reply.date) for reply in comment.replies)
    text, quoted = clean(comment.text).text, one_line_name(comment.quoted)
    return replace(comment, text=text, quoted=quoted, author=one_line_name(comment.author), replies=tuple(replies))


def _clean_unplaced(text: UnplacedText) -> UnplacedText:
    return UnplacedText(clean(text.text).text, one_line_name(text.author), one_line_name(text.heading))


def comment_words(comment: ReturnedComment) -> str:
    """Return a comment as it is noted: who said what of which words, and what was replied."""
    on = f" on “{comment.quoted}”" if comment.quoted else ""
    paragraphs = [f"{comment.author or 'Somebody'} commented{on}: {comment.text.strip()}"]
    paragraphs += [f"{reply.author or 'Somebody'} replied: {reply.text.strip()}" for reply in comment.replies]
    return "\n\n".join(paragraphs)


def kept_words(place: str, author: str, text: str) -> str:
    """Return a text that fits under no clause as it is kept: where it was, whose it is, and what it says."""
    source = ", ".join(filter(None, (place, f"from {author}" if author else "")))
    return f"{source}: {text}" if source else text
