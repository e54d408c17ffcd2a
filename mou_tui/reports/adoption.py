"""Say what was recorded of the adoption of the agreement, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.language.dates import long_date
from mou_tui.reports.open_items import OpenItem, OpenSection
from mou_tui.session.model import Session
from mou_tui.session.standing import standing

HEADING = "In force"


def adoption_section(session: Session, today: str = "") -> tuple[OpenSection, ...]:
    """Return the section on the adoption; none for an agreement that is not in force."""
    lines = tuple(map(OpenItem, _lines(session, today)))
    return (OpenSection(HEADING, lines),) if lines else ()


def _lines(session: Session, today: str) -> Iterator[str]:
    held = session.in_force
    if held is None:
        return
    yield standing(session, today)
    by = f": {held.resolution}" if held.resolution.strip() else ""
    yield f"Adopted {long_date(held.adopted.strip())}{by}"
    for label, words in (
        ("Last signature", held.signed),
        ("The signed copy", held.kept_at),
        ("Posted", held.posted),
        ("Filed", held.filed),
    ):
        yield f"{label}: {words.strip() or 'not recorded yet'}"
