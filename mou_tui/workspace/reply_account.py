"""What came back in a copy of the session, in sentences and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.draft import one_line_name
from mou_tui.errors import UsageError
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first, for_display, pluralize
from mou_tui.merging import account as merge_account
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_changes import Kind, ReplyChange

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

WHOSE = "Whose copy is it?"
NOBODYS = "Nobody’s: this session, worked on elsewhere"
NOTHING_NEW = "Nothing in it is new."

_MARKS: dict[Kind, str] = {"them": "theirs", "both": "both", "said": "said of it", "elsewhere": "elsewhere"}
_IN_FULL: dict[Kind, str] = {
    "them": "changed by them",
    "both": "changed by both",
    "said": "something was said of it",
    "elsewhere": "comes in with the rest",
}


def source(reply: Reply, workspace: WorkspaceContext) -> str:
    """Return which file it is and whose ("lake-for-district.mou.yaml, from the School District")."""
    party = reply.party
    whose = f", from {one_line_name(party_in_sentence(workspace.checklist, party))}" if party else ""
    sent = f", who had the copy of {long_date(reply.copy.at)}" if reply.copy and reply.copy.at and whose else ""
    return f"{reply.file.name}{whose}{sent}."


def account(reply: Reply) -> str:
    """Return what is in it ("3 clauses changed by them, 2 by both, 1 decision; nothing lost.")."""
    if not reply.is_news:
        return NOTHING_NEW
    counts = Counter(change.kind for change in reply.changes)
    kinds: tuple[tuple[Kind, str], ...] = (("them", "by them"), ("both", "by both"))
    groups = [(counts[kind], by) for kind, by in kinds if counts[kind]]
    parts = [f"{pluralize(groups[0][0], 'clause')} changed {groups[0][1]}"] if groups else ["no clause changed"]
    parts += [f"{count} {by}" for count, by in groups[1:]]
    if counts["said"]:
        parts.append(f"something said of {pluralize(counts['said'], 'clause')}")
    parts += [pluralize(count, kind) for kind, count in reply.account.brought.items()]
    return f"{capitalize_first(', '.join(parts))}; nothing lost."


def remarks(reply: Reply) -> Iterator[str]:
    """Yield what must be known before it is taken in, a sentence or two each."""
    if reply.earlier:
        yield f"This very file was taken in on {long_date(reply.earlier.at)}; what is here already does not come twice."
    if reply.newer:
        yield older_copy(reply)
    elif reply.copy and not reply.sent:
        yield (
            "This session does not remember sending it, so whatever differs is kept from both sides, "
            "and the room chooses."
        )
    if reply.file.replaced:
        yield f"{pluralize(reply.file.replaced, 'control character')} in it replaced."
    outside = [place for place in reply.account.asked if not place.startswith("answers.")]
    if outside:
        yield f"Outside the clauses, {pluralize(len(outside), 'place')} to settle, which will be on the agenda."


def older_copy(reply: Reply) -> str:
    """Return that it answers a copy after which another one went out; empty where it does not."""
    if reply.newer is None or reply.sent is None:
        return ""
    old, new = long_date(reply.sent.at), long_date(reply.newer.at)
    when = f"of {old}; another one went out on {new}" if old != new else "before the last one, of the same day"
    return f"It answers an older copy, {when}. Look at each clause before you take it in."


def named_places(reply: Reply, names: Iterable[str]) -> list[str]:
    """Return the ids of clauses that a person names by number or id.

    Raises:
        UsageError: the copy would change no such clause.
    """
    ids = {change.name.split()[0]: change.place for change in reply.changes if change.place}
    ids |= {place: place for place in reply.places}
    if unknown := [name for name in names if name not in ids]:
        raise UsageError(f"“{for_display(unknown[0], 60)}” is no clause that this copy would change.")
    return [ids[name] for name in names]


def state_of(change: ReplyChange, reply: Reply) -> str:
    """Return in a word or two whose change it is, or that it waits."""
    return "waits" if change.place in reply.waiting else _MARKS[change.kind]


def change_sentence(change: ReplyChange, reply: Reply) -> str:
    """Return what would be different and whose change it is ("3.1 Command: changed by both.")."""
    return f"{change.name}: {'waits' if change.place in reply.waiting else _IN_FULL[change.kind]}."


def outcome(reply: Reply) -> str:
    """Return what is taken in, as sentences; to be asked before it is done."""
    taken = [change for change in reply.changes if change.place not in reply.waiting]
    clauses = sum(change.kind in ("them", "both") for change in taken)
    undecided = sum(bool(change.note) and change.kind != "elsewhere" for change in taken)
    sentences = [f"Took in {reply.file.name}: {pluralize(clauses, 'clause')} changed."]
    if undecided:
        have = "has" if undecided == 1 else "have"
        sentences.append(f"{pluralize(undecided, 'clause')} {have} wordings side by side to choose from.")
    if reply.waiting:
        waits = "waits" if len(reply.waiting) == 1 else "wait"
        sentences.append(f"{pluralize(len(reply.waiting), 'clause')} {waits}: take in the same file again.")
    return " ".join(sentences)


def as_object(reply: Reply) -> Mapping[str, object]:
    """Return the account as data for other programs."""
    return {
        "file": reply.file.name,
        "sha256": reply.file.sha256,
        "format": "session",
        "taken_in_before": reply.earlier.at if reply.earlier else None,
        "party": reply.party.id if reply.party else None,
        "copy": reply.copy.id if reply.copy else None,
        "older_copy": reply.newer is not None,
        "is_remembered": reply.sent is not None,
        "is_news": reply.is_news,
        "said_of": [change.place for change in reply.changes if change.kind == "said"],
        **merge_account.as_object(reply.account),
        "waiting": sorted(reply.waiting),
    }
