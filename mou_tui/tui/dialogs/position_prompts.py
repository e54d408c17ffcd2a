"""Actions on positions and minutes that first ask the person for details.

Most ask, change the session, and return a sentence to show; None if the person cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from mou_tui.draft.agreement import Agreement, party_in_sentence, position_words, with_prior_objection
from mou_tui.draft.draft import candidate_texts, letter_on_table
from mou_tui.draft.question_state import count_wordings
from mou_tui.draft.state_labels import STANCES, brief_undecided_label
from mou_tui.language.text import capitalize_first
from mou_tui.session.format import is_own_alternative
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import OPENING, Party
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.dialogs.capture import CaptureDialog
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.dialogs.proposal import ProposeDialog
from mou_tui.tui.widgets.agreement_layout import name_on_line
from mou_tui.workspace.forms import CHECK, reason_field
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

_RECORDED = {
    "decision": "The decision is recorded.",
    "note": "The note is recorded.",
    "action": "The action is recorded. It comes back on the next agenda.",
    "check": "Recorded. It comes back on the next agenda.",
}


async def ask_stance(app: App[None], workspace: Workspace, party: str) -> Stance | None:
    """Ask what a party thinks of the current wording; at first nothing is chosen, so that Enter records nothing."""
    name = party_in_sentence(workspace.checklist, workspace.session.party(party))
    choices = [(stance, capitalize_first(labels.label)) for stance, labels in STANCES.items()]
    letter = letter_on_table(workspace.answer)
    subject = f"{letter}, the wording of {workspace.clause_name()} on the table" if letter else workspace.clause_name()
    dialog = ChoiceDialog(f"What does {name} think of {subject}?", choices, begins_chosen=False)
    chosen = await app.push_screen_wait(dialog.add_class("-above"))
    return next((stance for stance in STANCES if stance == chosen), None)


def _subject(workspace: Workspace) -> str:
    """Return the number of the current clause, with the letter of the wording on the table if there are others."""
    return f"{workspace.clause_name()} {letter_on_table(workspace.answer)}".rstrip()


async def explain(app: App[None], workspace: Workspace, party: str) -> bool:
    """Ask why a party takes the position it has on the current wording; the reason is optional.

    Returns:
        Whether a reason was typed and left, and is there the next time.
    """
    stance = next(stance for stance in workspace.positions.agreement.stances if stance.party.id == party)
    if stance.current_stance is None or stance.position is None:
        return False
    says = STANCES[stance.current_stance].says
    known = stance.position.reason
    name = party_in_sentence(workspace.checklist, stance.party, begins=True)
    title = f"{_subject(workspace)} · {name} {says}: that is recorded."
    fields = [reason_field(stance.current_stance, known)]
    explanation = f"Add a short reason, or press Enter to skip. {READERS}"
    draft = draft_of(workspace, stance.current_stance, workspace.clause_id, party)
    values = await app.push_screen_wait(
        FormDialog(title, fields, "Add the reason", explanation, draft=draft, leave="No reason").add_class("-above")
    )
    if values is None:
        return bool(draft.typed)
    if values["reason"].strip() != known:
        workspace.positions.give_reason(party, values["reason"])
    draft.clear()
    return False


async def check(app: App[None], workspace: Workspace, party: str) -> str | None:
    """Ask with whom a party must check first and by when, and record it."""
    title = f"{party_in_sentence(workspace.checklist, workspace.session.party(party), begins=True)} must check first"
    draft = draft_of(workspace, "check", workspace.clause_id, party)
    dialog = FormDialog(f"{_subject(workspace)} · {title}", CHECK, "Record", draft=draft, today=workspace.history.today)
    values = await app.push_screen_wait(dialog.add_class("-above"))
    if values is None:
        return None
    workspace.positions.take(party, "must-check", values["reason"], values["who"], values["by"])
    draft.clear()
    return f"{title}." if values["reason"].strip() else f"{title}. What it must check was left open."


def recorded_message(
    app: App[None], workspace: Workspace, party_id: str, before: Position | None, asked_now: str
) -> str:
    """Return sentences on what was recorded for a party, what it replaced, how to take it back, and who is asked now.

    Args:
        app: has the keys.
        workspace: the open session, in which it is recorded.
        party_id: the party.
        before: the position it had.
        asked_now: id of the party that the next letter is about.
    """

    def name(party: str, *, begins: bool = False) -> str:
        return party_in_sentence(workspace.checklist, workspace.session.party(party), begins=begins)

    position = workspace.answer.positions.get(party_id)
    recorded = position_words(position) if position else "is not asked yet"
    # A reason that is added to what a party said replaces nothing.
    is_replaced = before is not None and not (position and recorded.startswith(position_words(before)))
    replaced = f", in place of “{position_words(before)}”" if before and is_replaced else ""
    letter = letter_on_table(workspace.answer)
    subject = f"On {letter}: {name(party_id)}" if letter else name(party_id, begins=True)
    if asked_now != party_id:
        proceeding = f"Now {name(asked_now)}." if asked_now else ""
    else:
        is_against = position is not None and position.stand == "objects"
        is_everybody_asked = all(stance.current_stance for stance in workspace.positions.agreement.stances)
        proceeding = f"Everyone was asked. {key_of(app, 'next')}: next question." if is_everybody_asked else ""
        if is_against:
            proceeding = f"{key_of(app, 'proposes')} proposes its own wording."
    taken_back = f"{key_of(app, 'undo_step')} takes it back."
    return " ".join(filter(None, (f"{subject} {recorded}{replaced}.", taken_back, proceeding)))


def acceptance_message(
    accepted: Iterable[Party], before: Agreement, absent: Iterable[Party] = (), letter: str = ""
) -> str:
    """Return sentences on who can live with it, whose objections remain, who must still check, and who is absent.

    Args:
        accepted: the parties that can live with it now.
        before: the positions before.
        absent: the parties that are not at the table.
        letter: that of the wording, while another is next to it; empty if there is only one.
    """
    ids, absent_ids = {party.id for party in accepted}, {party.id for party in absent}
    sentences = []
    for label, stances in (
        ("Can live with it", [stance for stance in before.stances if stance.party.id in ids]),
        ("The objection stands", before.objections),
        ("Must still check", before.checks),
        ("Not at the table, so not asked", [stance for stance in before.stances if stance.party.id in absent_ids]),
    ):
        if stances:
            names = (with_prior_objection(name_on_line(stance), stance) for stance in stances)
            sentences.append(f"{label}: {', '.join(names)}.")
    beginning = [f"On {letter}, the wording on the table:"] if letter else []
    return " ".join([*beginning, *([] if ids else ["Everyone at the table has said what they think."]), *sentences])


async def propose(app: App[None], workspace: Workspace, party: str) -> str | None:
    """Ask for the wording that a party proposes, and keep it as an alternative to the current one."""
    stances, answer = workspace.positions.agreement.stances, workspace.answer
    named = [(stance.party.id, name_on_line(stance)) for stance in stances]
    taken_in = [
        (candidate.id, f"Withdraw {candidate.letter}: {candidate.whose}")
        for candidate in candidate_texts(workspace.session, answer)
        if is_own_alternative(candidate.id) and party in ("", candidate.party)
    ]
    if not party or taken_in:
        choices = [*(choice for choice in named if party in ("", choice[0])), *taken_in]
        chosen = await app.push_screen_wait(ChoiceDialog("Who wants another wording?", choices))
        if chosen is None:
            return None
        if is_own_alternative(chosen):
            workspace.positions.withdraw(chosen)
            return "The proposal is withdrawn."
        party = chosen
    proposed = answer.alternatives[party].text if party in answer.alternatives else ""
    name = party_in_sentence(workspace.checklist, workspace.session.party(party))
    title = f"What should {workspace.clause_name()} say, for {name}?"
    draft = draft_of(workspace, "propose", workspace.clause_id, party)
    text = await app.push_screen_wait(ProposeDialog(title, proposed or answer.text, draft))
    if text is None:
        return None
    is_the_present = bool(text.strip()) and text.strip() == answer.text.strip()
    is_new = not is_the_present and text.strip() != proposed.strip()
    if is_new:
        workspace.positions.propose(party, text)
    draft.clear()
    if is_the_present:
        app.notify("That is the wording on the table already.", markup=False)
    if not is_new:
        return None
    if not text.strip():
        return "The proposal is withdrawn."
    wordings = brief_undecided_label(count_wordings(workspace.answer))
    return f"{workspace.clause_name()} has {wordings} now: choose one with “Choose”, below the answer."


async def capture(app: App[None], workspace: Workspace, clause_id: str) -> str | None:
    """Ask for a decision, action, note or check, on a clause or on none, and record it."""
    about = ""
    if clause_id == OPENING:
        about = "the opening"
    elif clause_id in workspace.checklist:
        about = f"{workspace.checklist.number(clause_id)} {workspace.checklist.question(clause_id).label}"
    draft = draft_of(workspace, "capture")
    captured = await app.push_screen_wait(CaptureDialog(about, draft, workspace.history.today))
    if captured is None:
        return None
    clause_id = clause_id if captured.here else ""
    if captured.kind == "decision" or captured.kind == "note":
        workspace.minutes.capture(captured.kind, captured.text, here=False, clause_id=clause_id)
    else:
        is_check = captured.kind == "check"
        clause_id = clause_id if clause_id in workspace.checklist else ""
        workspace.minutes.act(
            captured.text, captured.who, captured.due, here=False, clause_id=clause_id, check=is_check
        )
    draft.clear()
    return _RECORDED[captured.kind]
