"""Words that were typed into a dialog and not given: they stand there the next time, whatever ended the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

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


class Asked(NamedTuple):
    """What a form asks for: `later`, `set-aside` or `check`, or why a party takes a stand, by the name of that."""

    what: str
    place: str
    party: str = ""


class Begun:
    """What was begun around a session; this computer keeps it, as it is typed, beside the recovery copy.

    Args:
        store: of the session.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._captured = NOTHING
        self._proposals: dict[tuple[str, str], str] = {}
        self._forms: dict[Asked, Mapping[str, str]] = {}
        self._read()

    @property
    def captured(self) -> Captured:
        """What was about to be taken down."""
        return self._captured

    @property
    def is_empty(self) -> bool:
        """Whether nothing was begun."""
        return self._captured == NOTHING and not self._proposals and not self._forms

    @property
    def proposals(self) -> tuple[tuple[str, str], ...]:
        """The places and the parties that were about to propose something there."""
        return tuple(self._proposals)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The forms that were begun."""
        return tuple(self._forms)

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

    def form(self, asked: Asked) -> Mapping[str, str]:
        """What was typed into a form, by field id; empty if nothing was."""
        return self._forms.get(asked, {})

    def fill(self, asked: Asked, typed: Mapping[str, str] | None) -> None:
        """Keep what is typed into a form; None forgets it."""
        if typed is None:
            self._forms.pop(asked, None)
        else:
            self._forms[asked] = typed
        self._keep()

    def _keep(self) -> None:
        import json

        proposals = [[*key, wording] for key, wording in self._proposals.items()]
        forms = [[*asked, typed] for asked, typed in self._forms.items()]
        held = {"captured": asdict(self._captured), "proposals": proposals, "forms": forms}
        self._store.beside.remember_begun("" if self.is_empty else json.dumps(held))

    def _read(self) -> None:
        import json

        try:
            held = json.loads(self._store.beside.begun or "{}")
            captured = Captured(**held.get("captured", {}))
            proposals = {(place, party): clean(wording).text for place, party, wording in held.get("proposals", [])}
            forms: dict[Asked, Mapping[str, str]] = {
                Asked(what, place, party): {field: clean_line(words).text for field, words in typed.items()}
                for what, place, party, typed in held.get("forms", [])
            }
            words, who, due = (clean_line(one).text for one in (captured.words, captured.who, captured.due))
        except (ValueError, TypeError, AttributeError, RecursionError):
            # Somebody else wrote there; what cannot be understood was not begun here.
            return
        if captured.kind in KINDS:
            self._captured = Captured(captured.kind, words, who, due, captured.here is True)
        self._proposals, self._forms = proposals, forms
