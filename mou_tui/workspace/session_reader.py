"""A session file together with the checklist it answers, for reports, exports and opening."""

from __future__ import annotations

from pathlib import Path

from mou_tui.checklist.loader import DEFAULT, available, load
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.own_layers import own_layers, with_own_layers
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.errors import CannotOpen
from mou_tui.language.text import for_display
from mou_tui.session.codec import LIMIT, Decoded, decode
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import read_bytes


class ChecklistCatalog:
    """The checklists at hand, each read once.

    Args:
        asked: the id or path of the one for new sessions, and for those whose own did not come with the program.
    """

    def __init__(self, asked: str = DEFAULT) -> None:
        self._asked = asked
        self._loaded: dict[str, Checklist] = {}
        self._layer_problems: dict[str, None] = {}

    @property
    def asked(self) -> Checklist:
        """The checklist that was asked for; raises as `loader.load` does."""
        return self._load(self._asked)

    @property
    def layer_problems(self) -> tuple[str, ...]:
        """A sentence for each layer of the person's own that was left out, of the checklists read so far."""
        return tuple(self._layer_problems)

    def for_session(self, session: Session) -> Checklist:
        """Return the checklist a session answers.

        Raises:
            CannotOpen: it did not come with the program and is not the one asked for.
        """
        wanted = session.checklist.id
        # By id alone: a session must not name a path on the reader's computer.
        if wanted == self.asked.id or wanted in available():
            checklist = self.asked if wanted == self.asked.id else self._load(wanted)
            return with_own_clauses(checklist, session.clauses)
        raise CannotOpen(
            f"This session answers the checklist “{for_display(wanted)}”, which did not come with this program. "
            "Open it with --checklist and the file of that checklist."
        )

    def _load(self, wanted: str) -> Checklist:
        if wanted not in self._loaded:
            checklist = load(wanted, defer_layers=True)
            own = own_layers(checklist)
            self._layer_problems |= dict.fromkeys(own.problems)
            self._loaded[wanted] = with_own_layers(checklist, own.layers)
        return self._loaded[wanted]


def read_session(path: Path, checklists: ChecklistCatalog, *, whole: bool = True) -> tuple[Checklist, Decoded]:
    """Read a session file without opening it for work.

    Args:
        path: the file.
        checklists: where to find what it answers.
        whole: whether to understand its history at once, as `decode` takes it.

    Raises:
        MouError: it is not there, not a session, or cannot be read; says which.
    """
    decoded = decode(read_bytes(path, LIMIT), for_display(path.name), whole=whole)
    return checklists.for_session(decoded.session), decoded
