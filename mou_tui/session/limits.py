"""How much a session may hold, so that whatever it holds can always be saved.

New words are refused at the door, before they are part of the session: a session that could not be written any more
would lose what is said next. The reserve between `WORDS` and `FILE` is what leaving a question adds to the history, the
wording before and the wording after, at their largest.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.errors import TooLarge
from mou_tui.session.model import Session
from mou_tui.storage.yaml_reader import Path

FILE = 16 * 1024 * 1024
"""Bytes of a session file; a larger one is neither read nor written."""

WORDS = 10 * 1024 * 1024
"""Bytes of a session file from which on no more words are taken, only notes and positions of a usual length."""

ANSWER = 100_000
"""Characters of one wording, some fifty pages: in one paragraph of twice as many, each key would be waited for."""

LONGEST = 2 * ANSWER
"""Characters of the longest wording that is read from a file; steps may fill names into one, but not beyond that."""

SMALL = 4_000
"""Characters that one step may add to a session that is full."""

_PER_CHARACTER = 2
"""Bytes of a character in its file, with the indent of its line; words in other scripts have the reserve."""


def check_text(text: str, before: str, size: int) -> None:
    """Refuse a wording that is too long, or longer than before where the session is full.

    Args:
        text: The wording.
        before: The wording in whose place it comes.
        size: Bytes of the session file.

    Raises:
        TooLarge: It was not taken; says why.
    """
    if len(text) <= len(before):
        return
    if len(text) > ANSWER:
        raise TooLarge(
            f"That makes {len(text):,} characters; one answer may have {ANSWER:,}. It was not taken: put in less."
        )
    if size > WORDS:
        raise _full(size)


def check_step(before: Session, after: Session, size: int) -> None:
    """Refuse a step that adds more than a session that is nearly full can hold, or makes a wording too long to read.

    Args:
        before: The session.
        after: What it would be.
        size: Bytes of the session file before.

    Raises:
        TooLarge: It was not taken; says why.
    """
    was_overlong = dict(overlong_wordings(before))
    for path, length in overlong_wordings(after):
        if path not in was_overlong:
            raise TooLarge(f"That makes {length:,} characters of one wording, of at most {LONGEST:,}. It was not done.")
    added = _added(before, after)
    if added > SMALL and size + _PER_CHARACTER * added > WORDS:
        raise _full(size)


def overlong_wordings(session: Session) -> Iterator[tuple[Path, int]]:
    """Yield the path in the session file, and the length, of each wording that is too long to be worked on."""
    wordings: list[tuple[Path, str]] = [(("opening",), session.opening), (("counsel",), session.counsel)]
    for clause_id, answer in session.answers.items():
        wordings += [(("answers", clause_id, "text"), answer.text), (("answers", clause_id, "current"), answer.current)]
        for party, alternative in answer.alternatives.items():
            wordings.append((("answers", clause_id, "alternatives", party, "text"), alternative.text))
    return ((path, len(text)) for path, text in wordings if len(text) > LONGEST)


def _added(before: Session, after: Session) -> int:
    """Return how many characters a step writes anew: in answers, proposals, the history, and under no clause."""
    entries = after.history.added[len(before.history.added) :]
    changed = (answer for clause_id, answer in after.answers.items() if answer is not before.answers.get(clause_id))
    answers = sum(
        len(answer.text) + len(answer.current) + sum(len(other.text) for other in answer.alternatives.values())
        for answer in changed
    )
    known = frozenset(document.id for document in before.taken_in)
    kept = sum(len(text) for document in after.taken_in if document.id not in known for text in document.kept)
    earlier = {proposal.id: proposal for proposal in before.proposals}
    proposed = sum(
        len(proposal.text) + len(proposal.reason) + len(proposal.answer)
        for proposal in after.proposals
        if proposal != earlier.get(proposal.id)
    )
    return answers + kept + proposed + sum(len(entry.text) for entry in entries)


def _full(size: int) -> TooLarge:
    return TooLarge(
        f"The session file is full ({size // 1_048_576} MB of {FILE // 1_048_576} MB; most of it is earlier wordings). "
        "That was not taken. Export the draft and the record, and go on in a new session."
    )
