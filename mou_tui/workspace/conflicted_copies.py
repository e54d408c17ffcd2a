"""Offers what is in the copies of a session that a program for shared folders left next to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mou_tui.errors import MouError
from mou_tui.language.text import for_display, join_and, pluralize
from mou_tui.persistence.conflicted_copies import conflicted_copies
from mou_tui.session.model import Session
from mou_tui.workspace.reply_file import ReplyFile, read_back
from mou_tui.workspace.workspace import Workspace

NOT_NOW = "Not now"
EXPLANATION = (
    "OneDrive, Dropbox and the like leave such a copy when two computers changed the file. "
    "Choose one to see what it holds; nothing is taken in before you say so. The files stay as they are."
)


class ConflictedCopies:
    """Finds the copies of an open session that are worth asking about.

    Args:
        workspace: the open session.
        declined: those that nobody wants to be asked about again while the program runs; it is added to.
    """

    def __init__(self, workspace: Workspace, declined: set[Path]) -> None:
        self._workspace = workspace
        self._declined = declined

    def read(self) -> tuple[tuple[Path, ReplyFile], ...]:
        """Return the copies that hold something else than the session, and that nobody has said no to yet.

        Nothing is read where no file is named as a copy.
        """
        store, declined = self._workspace.store, self._declined
        if self._workspace.read_only or self._workspace.sample.is_open:
            return ()
        return tuple(self._worth_asking([path for path in conflicted_copies(store.path) if path not in declined]))

    def _worth_asking(self, paths: list[Path]) -> Iterator[tuple[Path, ReplyFile]]:
        session = self._workspace.session
        taken_in = {document.sha256 for document in session.taken_in}
        for path in paths:
            try:
                file = read_back(path, self._workspace)
            except MouError:
                # One that is damaged, or is another agreement after all, can be opened by itself.
                continue
            if isinstance(file, ReplyFile) and file.sha256 not in taken_in and _is_changed_copy(file.session, session):
                yield path, file

    def decline(self, copies: tuple[tuple[Path, ReplyFile], ...]) -> None:
        """Do not ask about these again while the program runs."""
        self._declined.update(path for path, _ in copies)


def question(copies: tuple[tuple[Path, ReplyFile], ...]) -> str:
    """Return what to ask about copies."""
    names = join_and([f"“{for_display(path.name, 80)}”" for path, _ in copies])
    verb = "looks like a copy" if len(copies) == 1 else "look like copies"
    return f"{pluralize(len(copies), 'file')} beside this session {verb} of it: {names}."


def _is_changed_copy(copy: Session, session: Session) -> bool:
    """Return whether a session began as another did, and is different by now."""
    first = session.history.entries[:1]
    is_same = (
        (session.agreement and session.agreement == copy.agreement)
        or (first and first == copy.history.entries[:1])
        or any(answer.text.strip() and copy.answer(key).text == answer.text for key, answer in session.answers.items())
    )
    return bool(is_same) and copy != session
