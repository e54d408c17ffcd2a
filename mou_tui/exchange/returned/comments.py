"""Put each comment of a file under its clause, with the words it is on and the replies to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mou_tui.exchange.returned.clause_ranges import ClauseRange, commented
from mou_tui.exchange.returned.model import Reply, ReturnedComment
from mou_tui.exchange.returned.tracked_body import FileComment, Run
from mou_tui.language.text import clean

_LONGEST_QUOTATION = 1_000


def comments_of(comments: Sequence[FileComment], ranges: Iterable[ClauseRange], ours: str) -> Iterator[ReturnedComment]:
    """Yield the comments of a file, in its order.

    Args:
        comments: those of the file, replies among them.
        ranges: what it is divided into.
        ours: the author whose comments went out with it; only the replies to them came back.
    """
    places: dict[str, str] = {}
    runs: dict[str, list[Run]] = {}
    for part, paragraph in commented(ranges):
        for key in (*paragraph.comments, *(key for run in paragraph.runs for key in sorted(run.comments))):
            places.setdefault(key, part.clause)
        for run in paragraph.runs:
            for key in run.comments:
                runs.setdefault(key, []).append(run)
    firsts = _firsts(comments)
    replies: dict[str, list[FileComment]] = {}
    for comment in comments:
        if firsts[comment.id] != comment.id:
            replies.setdefault(firsts[comment.id], []).append(comment)
    order = {key: index for index, key in enumerate(places)}
    for comment in sorted(comments, key=lambda comment: order.get(comment.id, len(order))):
        if firsts[comment.id] != comment.id or not (comment.text or replies.get(comment.id)):
            continue
        clause, answered = places.get(comment.id, ""), replies.get(comment.id, [])
        if comment.author == ours:
            for reply in answered:
                yield ReturnedComment(clause, reply.text, reply.author, reply.date, comment.text)
            continue
        quoted = _quotation(runs.get(comment.id, ()))
        thread = tuple(Reply(reply.text, reply.author, reply.date) for reply in answered)
        yield ReturnedComment(clause, comment.text, comment.author, comment.date, quoted, thread)


def _firsts(comments: Iterable[FileComment]) -> dict[str, str]:
    """Return for each comment the one that its thread begins with."""
    parents = {comment.id: comment.parent for comment in comments}
    firsts: dict[str, str] = {}
    for key in parents:
        seen: dict[str, None] = {}
        at = key
        while at not in firsts and at not in seen and parents.get(at) in parents:
            seen[at] = None
            at = parents[at]
        firsts |= dict.fromkeys([*seen, at], firsts.get(at, at))
    return firsts


def _quotation(runs: Iterable[Run]) -> str:
    """Return the words that a comment is on: those that are there now, or else those that were deleted."""
    held = list(runs)
    there = "".join(run.text for run in held if not run.deleted)
    text = there if there.strip() else "".join(run.text for run in held)
    return " ".join(clean(text).text.split())[:_LONGEST_QUOTATION]
