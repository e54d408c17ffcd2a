"""Where sessions are kept: starting one, opening one, listing them. What it gives out is a workspace."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui import paths
from mou_tui.checklist.model import Checklist, Depth
from mou_tui.errors import MouError, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import slug
from mou_tui.persistence import sample_files
from mou_tui.persistence.maintenance import recent
from mou_tui.persistence.store import SessionStore
from mou_tui.reports.checklist_updates import what_is_new
from mou_tui.session.codec import LIMIT, Decoded, decode
from mou_tui.session.model import ChecklistRef, Session
from mou_tui.session.standing import agreement_digest, kind_of_session, standing
from mou_tui.storage.atomic_file import modified, read_bytes
from mou_tui.workspace.identifiers import random_id
from mou_tui.workspace.requirements import with_layers
from mou_tui.workspace.session_reader import ChecklistCatalog, read_session
from mou_tui.workspace.unrecognized import unrecognized
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.draft.progress import Progress
    from mou_tui.workspace.parties import PartiesAndFacts

SUFFIX = ".mou.yaml"
SAMPLE = "sample.mou.yaml"
ALTERED = (
    "its words are not those that were adopted, for something else than this program changed them; “mou-tui restore” "
    "lists earlier versions of the file"
)


class SessionSummary(NamedTuple):
    """A session file, as the home screen shows it."""

    path: Path
    title: str
    changed: datetime | None
    progress: Progress | None
    """None where the file cannot be read; then the title says why."""
    standing: str = ""
    """Since when it is in force; empty for a draft."""
    kind: str = ""
    """What it is, other than a draft of its own ("Amendment")."""


class SessionRepository:
    """Starts, opens and lists sessions.

    Args:
        checklists: what sessions answer.
        clock: the time of day, local.
        new_id: gives ids nobody else has.
    """

    def __init__(
        self,
        checklists: ChecklistCatalog,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self._checklists = checklists
        self.clock = clock
        self._new_id = new_id

    @property
    def checklist(self) -> Checklist:
        """The checklist of new sessions."""
        return self._checklists.asked

    @property
    def layer_problems(self) -> tuple[str, ...]:
        """A sentence for each layer of the person's own that was left out; reads the checklist of new sessions."""
        _ = self._checklists.asked
        return self._checklists.layer_problems

    def start(self, names: PartiesAndFacts, *, path: Path | None = None, depth: Depth = "essential") -> Workspace:
        """Start a session: its file is written before anything is asked.

        Args:
            names: the parties and facts known so far.
            path: the file; by default a free name in the documents folder.
            depth: what to ask.

        Raises:
            AlreadyExists: the file is there already.
            CannotSave: the file could not be written.
        """
        reference = ChecklistRef(self.checklist.id, self.checklist.version)
        facts = {fact_id: wording for fact_id, wording in names.facts.items() if wording}
        session = Session(reference, depth, names.parties, facts)
        if names.layers is not None:
            session = with_layers(self.checklist, session, names.layers)
        return self._workspace(SessionStore.create(path or self.free_path(names), session, clock=self.clock))

    def open(self, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a session file.

        Raises:
            MouError: it is not there, not a session, or cannot be read; says which.
        """
        store = SessionStore.open(path, read_only=read_only, clock=self.clock, examine=self._notes)
        try:
            return self._workspace(store)
        except MouError:
            store.close()
            raise

    def sample(self) -> Workspace:
        """Open a scratch copy of the half-finished sample session.

        Raises:
            CannotSave: the copy could not be written.
        """
        sample_files.discard_left_over()
        data = read_bytes(paths.content() / SAMPLE, LIMIT)
        session = decode(data, SAMPLE).session
        path = sample_files.new_path(random_id())
        return self._workspace(SessionStore.create(path, session, clock=self.clock))

    def listing(self) -> list[SessionSummary]:
        """Return the sessions in the documents folder and those opened lately from elsewhere, newest first."""
        used: dict[Path, datetime] = {}
        for path in (*paths.documents().glob(f"*{SUFFIX}"), *recent()):
            # A file may be gone by now, lie where nobody may look, or behind links that lead in a circle.
            with contextlib.suppress(OSError, RuntimeError):
                seen = path.stat()
                if not sample_files.is_sample(path) and stat.S_ISREG(seen.st_mode):
                    used[path.resolve()] = modified(seen)
        newest_first = sorted(used.items(), key=lambda item: item[1], reverse=True)
        return [self._listed(path, changed) for path, changed in newest_first]

    def free_path(self, names: PartiesAndFacts) -> Path:
        """Return a file name nobody uses yet, in the documents folder, made from the names of the parties."""
        roles = [role.id for role in self.checklist.parties]
        parties = (party for party in reversed(names.parties) if party.id in roles)
        called = " ".join(party.name for party in parties if party.name) or "MOU"
        return self._free(paths.documents(), slug(called))

    def _free(self, folder: Path, stem: str) -> Path:
        candidates = (folder / f"{stem}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in count(1))
        return next(path for path in candidates if not path.exists())

    def _workspace(self, store: SessionStore) -> Workspace:
        return Workspace(self._checklists.for_session(store.session), store, self.clock, self._new_id)

    def _notes(self, decoded: Decoded, name: str) -> tuple[Problem, ...]:
        checklist = self._checklists.for_session(decoded.session)
        news = what_is_new(checklist, decoded.session)
        held = decoded.session.in_force
        is_altered = held is not None and held.digest not in ("", agreement_digest(decoded.session))
        notes = (news, ALTERED if is_altered else "")
        return (*(Problem(name, 0, note) for note in notes if note), *unrecognized(decoded, checklist, name))

    def _listed(self, path: Path, changed: datetime) -> SessionSummary:
        try:
            checklist, decoded = read_session(path, self._checklists)
        except MouError as error:
            return SessionSummary(path, f"Cannot be read: {error.message.splitlines()[0]}", changed, None)
        from mou_tui.draft.draft import session_title
        from mou_tui.draft.progress import assess_progress

        session = decoded.session
        state = standing(session, f"{self.clock():%Y-%m-%d}")
        title, progress = session_title(checklist, session), assess_progress(checklist, session)
        return SessionSummary(path, title, changed, progress, state, kind_of_session(session))
