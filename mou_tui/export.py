"""Writing a document made from a session to a file a person names."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import Blanks, render
from mou_tui.draft.worksheet import worksheet
from mou_tui.session.session import Session

Document = Literal["draft", "worksheet"]
"""What can be made from a session: the agreement, or the blank checklist to print before the meeting."""


def default_path(session_path: Path, document: Document = "draft") -> Path:
    """Where a document goes unless somebody says otherwise: beside the session."""
    name = session_path.name
    for suffix in (".mou.yaml", ".yaml", ".yml"):
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    return session_path.with_name(f"{name}.md" if document == "draft" else f"{name}-{document}.md")


def markdown(checklist: Checklist, session: Session, document: Document = "draft", blanks: Blanks = "show") -> str:
    """A document as Markdown, whatever is still open in it."""
    if document == "worksheet":
        return worksheet(checklist, session)
    return render(assemble(checklist, session), blanks)
