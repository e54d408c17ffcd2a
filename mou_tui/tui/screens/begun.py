"""Words that were typed into a dialog and not given: they stand there the next time, whatever ended the dialog."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from mou_tui.session.store import Store
from mou_tui.text import clean, clean_line

CaptureKind = Literal["decision", "action", "note", "check"]
KINDS: tuple[CaptureKind, ...] = ("decision", "action", "note", "check")


@dataclass(frozen=True)
class Captured:
    """What was taken down, or was about to be."""

    kind: CaptureKind = "decision"
    words: str = ""
    who: str = ""
    due: str = ""
    here: bool = True
    """Whether it belongs to the question on the screen."""


NOTHING = Captured()


class Begun:
    """What was begun around a session; this computer keeps it, as it is typed, beside the recovery copy.

    Args:
        store: of the session.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._captured = NOTHING
        self._proposals: dict[tuple[str, str], str] = {}
        self._read()

    @property
    def captured(self) -> Captured:
        """What was about to be taken down."""
        return self._captured

    @property
    def is_empty(self) -> bool:
        """Whether nothing was begun."""
        return self._captured == NOTHING and not self._proposals

    def capture(self, captured: Captured) -> None:
        """Keep what is about to be taken down; without any words it is forgotten."""
        has_words = captured.words or captured.who or captured.due
        self._captured = captured if has_words else NOTHING
        self._keep()

    def proposal(self, place: str, party: str) -> str | None:
        """The wording a party was about to propose at a place; None if it was not."""
        return self._proposals.get((place, party))

    def propose(self, place: str, party: str, wording: str | None) -> None:
        """Keep the wording a party is about to propose at a place; None forgets it."""
        if wording is None:
            self._proposals.pop((place, party), None)
        else:
            self._proposals[place, party] = wording
        self._keep()

    def _keep(self) -> None:
        import json

        proposals = [[*key, wording] for key, wording in self._proposals.items()]
        held = {"captured": asdict(self._captured), "proposals": proposals}
        self._store.remember_begun("" if self.is_empty else json.dumps(held))

    def _read(self) -> None:
        import json

        try:
            held = json.loads(self._store.begun or "{}")
            captured = Captured(**held.get("captured", {}))
            proposals = {(place, party): clean(wording).text for place, party, wording in held.get("proposals", [])}
            words, who, due = (clean_line(one).text for one in (captured.words, captured.who, captured.due))
        except (ValueError, TypeError, AttributeError, RecursionError):
            # Somebody else wrote there; what cannot be understood was not begun here.
            return
        if captured.kind in KINDS:
            self._captured = Captured(captured.kind, words, who, due, captured.here is True)
        self._proposals = proposals
