"""Describe bringing an earlier wording back: what it replaces, whose support it affects, what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import agreement_of, party_in_sentence
from mou_tui.language.text import capitalize_first, for_display, join_and
from mou_tui.reports.wording_history import Moment, moment_words
from mou_tui.reports.wording_versions import WordingVersions, support_words
from mou_tui.session.model import OPENING, Session

_MOST_WORDS = 4000
"""The most words in which differences are looked for."""
_LONGEST = 60
"""The most characters that are quoted of a wording."""


def wording_now(session: Session, clause_id: str) -> str:
    """Return the current wording of a clause or of a rewritten opening; empty while the opening is not rewritten."""
    return session.opening if clause_id == OPENING else session.answer(clause_id).text


def replaced_words(checklist: Checklist, session: Session, clause_id: str, text: str) -> str:
    """Return a sentence each on what bringing a wording back replaces and who is asked again.

    Args:
        checklist: knows what the parties are called.
        session: as it is now.
        clause_id: question id, or `opening`.
        text: the wording to bring back.

    Returns:
        Empty if it reads so already.
    """
    reads_now = wording_now(session, clause_id)
    if reads_now.strip() == text.strip():
        return ""
    if not reads_now.strip():
        return "It replaces nothing: no words stand there now."
    replaced = f"It replaces what stands there now: “{for_display(reads_now.strip(), _LONGEST)}”."
    stances = () if clause_id == OPENING else agreement_of(session, clause_id).stances
    supporters = [party_in_sentence(checklist, stance.party) for stance in stances if stance.is_in_favor]
    if not supporters:
        return replaced
    support = "supports" if len(supporters) == 1 else "support"
    return f"{replaced} {capitalize_first(join_and(supporters))} {support} that wording and will be asked again."


def support_of(session: Session, clause_id: str, text: str) -> str:
    """Return the support a wording had when parties last spoke on it ("as supported at 10:42 a.m. by ...").

    Returns:
        Empty if nobody spoke on it.
    """
    versions = [version for version in WordingVersions(session).of(clause_id) if version.positions]
    newest = next((version for version in reversed(versions) if version.reads_as(text)), None)
    return support_words(session, newest) if newest else ""


def as_at(moment: Moment) -> str:
    """Describe a clause at a moment ("as at the end of January 13, 2027")."""
    description = moment_words(moment)
    return description.removeprefix(f"{moment.name} ") if moment.kind == "supported" else f"as at {description}"


def word_changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of replaced and new words; either may be empty. Yields nothing for very long wordings."""
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    if len(old) + len(new) > _MOST_WORDS:
        return
    for kind, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(old[start:end]), " ".join(new[from_:to])
