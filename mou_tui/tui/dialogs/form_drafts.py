"""Text typed into a dialog and not submitted: kept for the next time, whatever closed the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mou_tui.persistence.store import SessionStore
from mou_tui.text import clean, clean_line


class FormKey(NamedTuple):
    """Identifies a form: what it asks, on which clause, for which party."""

    what: str
    """`capture`, `propose`, `later`, `set-aside` or `check`; or the id of the stance whose reason is key."""
    clause_id: str = ""
    party: str = ""


CAPTURE = FormKey("capture")


class FormDrafts:
    """Keeps the unsubmitted text of a session's forms, on this computer, next to the recovery copy.

    Args:
        store: the store of the session.
    """

    def __init__(self, store: SessionStore) -> None:
        self._ui_state = store.ui_state
        self._typed = _parse(self._ui_state.form_drafts)

    @property
    def keys(self) -> tuple[FormKey, ...]:
        """The forms with unsubmitted text, oldest first."""
        return tuple(self._typed)

    def typed(self, key: FormKey) -> Mapping[str, str]:
        """Return the text typed into a form, by field id; empty if there is none."""
        return self._typed.get(key, {})

    def keep(self, key: FormKey, typed: Mapping[str, str] | None) -> None:
        """Keep the text typed into a form, by field id; None discards it."""
        if typed is None:
            self._typed.pop(key, None)
        else:
            self._typed[key] = typed
        self._ui_state.remember_form_drafts(_serialize(self._typed))


class FormDraft(NamedTuple):
    """The unsubmitted text of one form, for the dialog that shows it."""

    form_drafts: FormDrafts
    key: FormKey

    @property
    def typed(self) -> Mapping[str, str]:
        """The text typed the last time, by field id; empty if there is none or it was submitted."""
        return self.form_drafts.typed(self.key)

    def keep(self, typed: Mapping[str, str] | None) -> None:
        """Keep the typed text for the next time; None discards it."""
        self.form_drafts.keep(self.key, typed)


def _serialize(typed: Mapping[FormKey, Mapping[str, str]]) -> str:
    import json

    return json.dumps([[*key, fields] for key, fields in typed.items()]) if typed else ""


def _parse(form_drafts: str) -> dict[FormKey, Mapping[str, str]]:
    import json

    try:
        return {
            FormKey(*(clean_line(part).text for part in key)): {name: clean(text).text for name, text in fields.items()}
            for *key, fields in json.loads(form_drafts or "[]")
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        # Another program wrote there: what cannot be parsed was not typed here.
        return {}
