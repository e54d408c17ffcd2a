"""Writing the finished draft to a file a person names."""

from __future__ import annotations

from pathlib import Path

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import Blanks, render
from mou_tui.files import write
from mou_tui.session.session import Session


def draft_path(session_path: Path) -> Path:
    """Where the draft of a session goes unless somebody says otherwise: beside it."""
    name = session_path.name
    for suffix in (".mou.yaml", ".yaml", ".yml"):
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    return session_path.with_name(f"{name}.md")


def draft_markdown(checklist: Checklist, session: Session, blanks: Blanks = "show") -> str:
    """The draft as Markdown."""
    return render(assemble(checklist, session), blanks)


def export_draft(
    checklist: Checklist, session: Session, path: Path, *, blanks: Blanks = "show", replace: bool = False
) -> None:
    """Write the draft as Markdown, whatever is still open in it.

    Raises:
        AlreadyExists: the file is there, and `replace` does not allow to replace it.
        CannotSave: it could not be written.
    """
    write(path, draft_markdown(checklist, session, blanks).encode(), exclusive=not replace)
