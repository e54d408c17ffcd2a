"""Find two names for one party: its legal name, or a shorter one, next to the name the agreement gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.session.model import Party, Session

_BODIES = ("Department", "Office", "Agency", "Bureau", "Force", "Division")
_ALONE = r"(?! of\b)(?! [A-Z])(?!-)"
"""A capital or “of” after a name makes it the start of another name ("the District Attorney")."""


def find_aliases(text: str, session: Session, opening: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the passages where a party goes by another name than the agreement gives it.

    Yields:
        The offsets of the passage in characters, the subject, and the reason.
    """
    shorts = {_bare(party) for party in session.parties}
    for party in session.parties:
        for pattern in _alias_patterns(party, shorts, f"{opening}\n{text}"):
            for match in re.finditer(pattern, text):
                why = (
                    f"this agreement calls it “{party.short}”. Use one name for one party: two names are read as two "
                    "parties."
                )
                yield match.start(), match.end(), "Which party?", why


def _alias_patterns(party: Party, shorts: set[str], defined_in: str) -> Iterator[str]:
    short, name = _bare(party), party.name.strip()
    if not short:
        return
    if " " in name and name.casefold() not in short.casefold():
        yield rf"\b{re.escape(name)}\b(?! [A-Z])"
    *first, last = short.split()
    if not first:
        return
    if last not in shorts and not _is_defined(last, defined_in):
        yield rf"\b[Tt]he {re.escape(last)}\b{_ALONE}"
    bodies = "|".join(body for body in _BODIES if body != last and f"{' '.join(first)} {body}" not in shorts)
    if last in _BODIES:
        yield rf"\b[Tt]he {re.escape(' '.join(first))} (?:{bodies})\b{_ALONE}"


def _bare(party: Party) -> str:
    return re.sub(r"^[Tt]he ", "", party.short.strip())


def _is_defined(name: str, text: str) -> bool:
    return bool(re.search(rf"[“\"](?:[Tt]he )?{re.escape(name)}[”\"]", text))
