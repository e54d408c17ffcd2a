"""Merging session files: read whole, merged, read back, and written only then."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from mou_tui.draft.agreement import party_name
from mou_tui.errors import AlreadyExists, CannotSave, NewerFormat, UsageError
from mou_tui.language.text import for_display
from mou_tui.merging.sessions import Merged, merge
from mou_tui.session.codec import LIMIT, decode, encode
from mou_tui.session.model import Party, Session
from mou_tui.storage.atomic_file import read_bytes, write_atomically


def merge_files(
    ours: Path,
    theirs: Path,
    output: Path,
    base: Path | None = None,
    *,
    now: datetime,
    parties: tuple[str, str] = ("", ""),
    replace: bool = False,
) -> tuple[Merged, tuple[Session, Session]]:
    """Merge two session files into a third.

    Args:
        ours: one side.
        theirs: the other.
        output: where to write.
        base: what both began with, if it is at hand; an empty file stands for none.
        now: when it is done.
        parties: whose each side is, by id or name, where no copy says so; empty where nobody knows.
        replace: whether what is at `output` may be replaced.

    Returns:
        What came of it, and both sides as they were read.

    Raises:
        MouError: a file cannot be read, or nothing could be written; says which and why.
    """
    if output.exists() and not replace:
        what_to_do = "Name another file with -o, or say --force."
        raise AlreadyExists(f"“{for_display(output)}” is already there, so nothing was merged. {what_to_do}")
    sides = _read(ours), _read(theirs)
    before = _read(base) if base is not None and not _is_empty(base) else None
    known = (*sides[0].parties, *sides[1].parties)
    whose = (_party_id(known, parties[0]), _party_id(known, parties[1]))
    merged = merge(*sides, before, at=f"{now:%Y-%m-%d %H:%M}", parties=whose)
    data = encode(merged.session)
    if len(data) > LIMIT:
        raise CannotSave(f"Together they make more than {LIMIT // 1_048_576} MB, so nothing was written.")
    decode(data, "what came of the merge", whole=False)
    write_atomically(output, data, exclusive=not replace)
    return merged, sides


def _party_id(parties: tuple[Party, ...], name: str) -> str:
    """Return the id of the party that a person names by its id, its legal name or its short name."""
    wanted = name.strip().casefold().removeprefix("the ")
    for party in parties if wanted else ():
        if wanted in (party.id.casefold(), party.name.casefold(), party_name(party).casefold()):
            return party.id
    if wanted:
        ids = ", ".join(dict.fromkeys(party.id for party in parties)) or "none is named yet"
        raise UsageError(f"“{for_display(name, 60)}” is not a party of these sessions. Their parties: {ids}.")
    return ""


def _is_empty(path: Path) -> bool:
    # git has an empty file for what two branches added apart.
    return path.is_file() and path.stat().st_size == 0


def _read(path: Path) -> Session:
    name = for_display(path.name)
    decoded = decode(read_bytes(path, LIMIT), name)
    if decoded.newer:
        raise NewerFormat(f"{name} was written by a newer mou-tui. Update mou-tui to merge it; nothing was written.")
    return decoded.session
