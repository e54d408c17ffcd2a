"""Text typed into a dialog and not submitted: kept for the next time, whatever closed the dialog.

One rule for every form: Esc closes it and says that what was typed is kept; the next time it is there again, and the
form says so; it is discarded once it is recorded, or once the lines say again what they said before. The only form
that keeps nothing is the one for words that are to be removed for good.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from textual.app import App

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean, clean_line
from mou_tui.workspace.workspace import Workspace

KEPT = "What you typed is kept for next time."
RESTORED = "What you typed last time is here again."


class FormKey(NamedTuple):
    """Identifies a form: what it asks, on which clause, for which party."""

    what: str
    """The id of the action that opens it; or `set-aside`, `check`, `propose`, `fill`, `assign`, `signatory`, `moves`,
    `new`, `revise`, or the id of the stance whose reason is asked."""
    clause_id: str = ""
    party: str = ""


CAPTURE = FormKey("capture")


class DraftStorage(Protocol):
    """Keeps the drafts of all forms as one text."""

    @property
    def form_drafts(self) -> str:
        """The drafts; empty if there are none."""

    def remember_form_drafts(self, text: str) -> None:
        """Keep the drafts."""


class DraftsInMemory:
    """Keeps drafts until the program ends: of forms that belong to no session that can be written."""

    def __init__(self) -> None:
        self.form_drafts = ""

    def remember_form_drafts(self, text: str) -> None:
        """Keep the drafts."""
        self.form_drafts = text


class FormDraft:
    """The unsubmitted text of one form, for the dialog that shows it.

    Args:
        storage: where it is kept: for a session on this computer, next to the recovery copy.
        key: the form.
    """

    def __init__(self, storage: DraftStorage, key: FormKey) -> None:
        self._storage = storage
        self._key = key

    @property
    def typed(self) -> Mapping[str, str]:
        """The text typed the last time, by field id; empty if there is none or it was recorded."""
        return parse(self._storage.form_drafts).get(self._key, {})

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep the typed text for the next time, by field id; nothing if there is none."""
        drafts = parse(self._storage.form_drafts)
        if drafts.get(self._key, {}) == typed:
            return
        if typed:
            drafts[self._key] = typed
        else:
            del drafts[self._key]
        self._storage.remember_form_drafts(_serialize(drafts))

    def clear(self) -> None:
        """Discard the text: it is recorded."""
        self.keep({})

    def announce_restored(self, app: App[object]) -> None:
        """Say in a form that opens that what was typed the last time is in it."""
        if self.typed:
            app.notify(RESTORED, markup=False)

    def announce_kept(self, app: App[object]) -> None:
        """Say as a form is closed that what was typed is kept."""
        if self.typed:
            app.notify(KEPT, markup=False)


def draft_of(workspace: Workspace, what: str, clause_id: str = "", party: str = "") -> FormDraft:
    """Return the draft of a form of a session; of one that is only read, nothing is kept on the disk."""
    storage = DraftsInMemory() if workspace.store.read_only else workspace.store.ui_state
    return FormDraft(storage, FormKey(what, clause_id, party))


def parse(form_drafts: str) -> dict[FormKey, Mapping[str, str]]:
    """Return the text typed into each form by field id, oldest first; what cannot be parsed was not typed here."""
    if not form_drafts:
        return {}
    import json

    drafts: dict[FormKey, Mapping[str, str]] = {}
    try:
        for *key, fields in json.loads(form_drafts):
            form = FormKey(*(clean_line(part).text for part in key))
            drafts[form] = {str(name): clean(text).text for name, text in fields.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return drafts


def _serialize(drafts: Mapping[FormKey, Mapping[str, str]]) -> str:
    import json

    return json.dumps([[*key, fields] for key, fields in drafts.items()]) if drafts else ""
