"""Words that were typed into a dialog and not given: they stand there the next time, whatever ended the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mou_tui.persistence.store import SessionStore
from mou_tui.text import clean, clean_line


class FormKey(NamedTuple):
    """What a dialog asks."""

    what: str
    """`capture`, `propose`, `later`, `set-aside` or `check`; or why a party takes a stand, by the name of that."""
    place: str = ""
    party: str = ""


CAPTURE = FormKey("capture")


class FormDrafts:
    """What was begun around a session; this computer keeps it, as it is typed, beside the recovery copy.

    Args:
        store: of the session.
    """

    def __init__(self, store: SessionStore) -> None:
        self._beside = store.ui_state
        self._typed = _understood(self._beside.form_drafts)

    @property
    def asked(self) -> tuple[FormKey, ...]:
        """What was asked when something was begun, in the order it was."""
        return tuple(self._typed)

    def typed(self, asked: FormKey) -> Mapping[str, str]:
        """What was typed, by the name of its field; empty if nothing was."""
        return self._typed.get(asked, {})

    def keep(self, asked: FormKey, typed: Mapping[str, str] | None) -> None:
        """Keep what is typed; None forgets it."""
        if typed is None:
            self._typed.pop(asked, None)
        else:
            self._typed[asked] = typed
        self._beside.remember_form_drafts(_written(self._typed))


class FormDraft(NamedTuple):
    """What was begun of one thing that is asked, for the dialog that asks it."""

    form_drafts: FormDrafts
    asked: FormKey

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed the last time, by the name of its field; empty if nothing was, or it was given."""
        return self.form_drafts.typed(self.asked)

    def keep(self, typed: Mapping[str, str] | None) -> None:
        """Keep what is typed, that it be there the next time; None forgets it."""
        self.form_drafts.keep(self.asked, typed)


def _written(typed: Mapping[FormKey, Mapping[str, str]]) -> str:
    import json

    return json.dumps([[*asked, fields] for asked, fields in typed.items()]) if typed else ""


def _understood(form_drafts: str) -> dict[FormKey, Mapping[str, str]]:
    import json

    try:
        return {
            FormKey(*(clean_line(part).text for part in asked)): {
                name: clean(words).text for name, words in fields.items()
            }
            for *asked, fields in json.loads(form_drafts or "[]")
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        # Somebody else wrote there; what cannot be understood was not begun here.
        return {}
