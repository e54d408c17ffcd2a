"""Actions of the room that need a word from the person first: ask, then do, then say what was done.

Each returns a sentence, or None if the person thought better of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from mou_tui.draft.agreement import Agreement, party_in_sentence, with_prior_objection
from mou_tui.draft.labels import STANCES
from mou_tui.session.model import OPENING, Party
from mou_tui.tui.dialogs.capture import CaptureDialog
from mou_tui.tui.dialogs.form_drafts import CAPTURE, FormDraft, FormDrafts, FormKey
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.dialogs.proposal import ProposeDialog
from mou_tui.tui.widgets.agreement_layout import name_on_line
from mou_tui.workspace.forms import CHECK, reason_field
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

_TAKEN_DOWN = {
    "decision": "The decision is taken down.",
    "note": "The note is taken down.",
    "action": "The action is taken down. It comes back on the next agenda.",
    "check": "Taken down. It comes back on the next agenda.",
}


async def explain(app: App[None], workspace: Workspace, party: str, form_drafts: FormDrafts) -> str | None:
    """Ask why a party thinks what it has said of the wording as it is now. That stands without a reason."""
    standing = next(one for one in workspace.positions.agreement.stances if one.party.id == party)
    if standing.stand is None or standing.position is None:
        return None
    says = STANCES[standing.stand].says
    known = standing.position.reason
    title = f"{party_in_sentence(workspace.checklist, standing.party, begins=True)} {says}: that is recorded."
    fields = [reason_field(standing.stand, known)]
    explanation = f"A few words help the next meeting. Enter alone leaves them out. {READERS}"
    unfinished = FormDraft(form_drafts, FormKey(standing.stand, workspace.clause_id, party))
    given = await app.push_screen_wait(FormDialog(title, fields, "Done", explanation, unfinished=unfinished))
    if given is None or given["reason"].strip() == known:
        return None
    workspace.positions.give_reason(party, given["reason"])
    return "The reason is recorded."


async def check(app: App[None], workspace: Workspace, party: str, form_drafts: FormDrafts) -> str | None:
    """Ask with whom a party must check first and by when, and record it."""
    title = f"{party_in_sentence(workspace.checklist, workspace.session.party(party), begins=True)} must check first"
    unfinished = FormDraft(form_drafts, FormKey("check", workspace.clause_id, party))
    given = await app.push_screen_wait(FormDialog(title, CHECK, "Record", unfinished=unfinished))
    if given is None:
        return None
    workspace.positions.take(party, "must-check", given["reason"], given["who"], given["by"])
    return f"{title}."


def accepted_words(accepted: Iterable[Party], before: Agreement) -> str:
    """For whom "can live with it" was recorded, with what else it had said, and who said something that stands."""
    ids = {party.id for party in accepted}
    sentences = []
    for words, standings in (
        ("Can live with it", [one for one in before.stances if one.party.id in ids]),
        ("The objection stands", before.objections),
        ("Must still check", before.checks),
    ):
        if standings:
            names = (with_prior_objection(name_on_line(one), one) for one in standings)
            sentences.append(f"{words}: {', '.join(names)}.")
    return " ".join(sentences if ids else ["Everyone at the table has said what they think.", *sentences])


async def propose(app: App[None], workspace: Workspace, party: str, form_drafts: FormDrafts) -> str | None:
    """Ask what a party wants instead, and put it beside the wording on the table."""
    standings = workspace.positions.agreement.stances
    if not party:
        choices = [(one.party.id, name_on_line(one)) for one in standings]
        chosen = await app.push_screen_wait(ChoiceDialog("Who wants another wording?", choices))
        if chosen is None:
            return None
        party = chosen
    answer = workspace.answer
    held = answer.alternatives[party].text if party in answer.alternatives else ""
    name = party_in_sentence(workspace.checklist, workspace.session.party(party))
    title = f"What should {workspace.clause_name()} say, for {name}?"
    unfinished = FormDraft(form_drafts, FormKey("propose", workspace.clause_id, party))
    text = await app.push_screen_wait(ProposeDialog(title, held or answer.text, unfinished))
    if text is None:
        return None
    if text.strip() == answer.text.strip() and text.strip():
        app.notify("That is the wording on the table already.", markup=False)
        return None
    if text.strip() == held.strip():
        return None
    workspace.positions.propose(party, text)
    return "It stands beside the wording now, until one is chosen." if text.strip() else "The proposal is withdrawn."


async def capture(app: App[None], workspace: Workspace, place: str, form_drafts: FormDrafts) -> str | None:
    """Ask what to take down, on a place or on none, and do so."""
    about = ""
    if place == OPENING:
        about = "the opening"
    elif place in workspace.checklist:
        about = f"{workspace.checklist.number(place)} {workspace.checklist.question(place).label}"
    captured = await app.push_screen_wait(CaptureDialog(about, FormDraft(form_drafts, CAPTURE)))
    if captured is None:
        return None
    place = place if captured.here else ""
    if captured.kind == "decision" or captured.kind == "note":
        workspace.minutes.capture(captured.kind, captured.words, here=False, place=place)
    else:
        is_check = captured.kind == "check"
        place = place if place in workspace.checklist else ""
        workspace.minutes.act(captured.words, captured.who, captured.due, here=False, place=place, check=is_check)
    return _TAKEN_DOWN[captured.kind]
