"""Describes where to find text typed into dialogs and not submitted."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.agreement import party_label
from mou_tui.tui.dialogs.form_drafts import FormKey, parse
from mou_tui.workspace.workspace import Workspace

_OF_A_PARTY = {"check": "must_check", "propose": "proposes", "speaks": "speaks"}
_ELSEWHERE = {
    **{
        action: action
        for action in ("capture", "correct", "frame", "contracting", "in_force", "milestone", "names", "proposals")
    },
    **{"fill": "blanks", "assign": "blanks", "signatory": "sign"},
}
"""Forms that belong to no question, with the actions that lead to them."""
_MOST = 3
"""Locations named in the sentence at most."""


def describe_drafts(workspace: Workspace, key_of: Callable[[str], str]) -> str:
    """Return a sentence with the keys that show unsubmitted text; empty if none can still are submitted.

    Args:
        workspace: the session, whose store keeps the text.
        key_of: returns the key of an action, given its id; for one without a key, how to find it.
    """
    drafts = parse(workspace.store.ui_state.form_drafts)
    locations = list(dict.fromkeys(place for form in drafts if (place := _location(form, workspace, key_of))))
    if not locations:
        return ""
    named = [*locations[:_MOST], *([f"{len(locations) - _MOST} more"] if len(locations) > _MOST else [])]
    return f"Words you had started to type were kept. To see them: {'; '.join(named)}."


def _location(form: FormKey, workspace: Workspace, key_of: Callable[[str], str]) -> str:
    """Return the clause and keys that open the form again; empty if its clause, party or action is gone."""
    if form.what in _ELSEWHERE:
        return key_of(_ELSEWHERE[form.what])
    if form.what in ("meeting", "moves"):
        meeting = workspace.meetings.current
        return key_of("meeting") if form.clause_id == (meeting.id if meeting else "") else ""
    action = _action(form, workspace) if form.clause_id in workspace.checklist else ""
    if not action:
        return ""
    where = f"in {workspace.checklist.number(form.clause_id)}"
    if not form.party:
        return f"{where}, {key_of(action)}"
    parties = {party.id: party_label(workspace.checklist, party) for party in workspace.session.parties}
    if form.party not in parties:
        return ""
    return f"{where}, {key_of('positions')} and then {key_of(action)} at {parties[form.party]}"


def _action(form: FormKey, workspace: Workspace) -> str:
    """Return the id of the action that opens the form again; empty if none does by now."""
    answer = workspace.session.answer(form.clause_id)
    position = answer.positions.get(form.party)
    if form.what == "later":
        return "" if answer.later else "later"
    if form.what == "set-aside":
        return "" if answer.not_applicable else "set_aside"
    if form.what == "speaks" and not position:
        return ""
    if form.what in _OF_A_PARTY:
        return _OF_A_PARTY[form.what]
    return "explains" if position and position.stand == form.what else ""
