"""Actions on a question or the session that first ask the person for details.

Most ask on an app, change a workspace, and return a sentence to show; None if the person cancelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.app import App

from mou_tui import paths
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.errors import MouError
from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display
from mou_tui.reports.comparison import compare_sessions
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.dialogs.rename import Change, RenameDialog
from mou_tui.workspace.forms import DEFERRAL, NOT_APPLICABLE, FieldSpec
from mou_tui.workspace.our_notes import notes_left_behind
from mou_tui.workspace.parties import (
    PartiesAndFacts,
    fills_sentence,
    left_alone,
    parties_and_facts,
    rename_hits_for,
)
from mou_tui.workspace.workspace import Workspace

Where = Literal["append", "replace", "cursor"]

INSERT_CHOICES: tuple[tuple[Where, str], ...] = (
    ("append", "Add it after your words"),
    ("replace", "Put it in place of your words"),
    ("cursor", "Put it at the cursor"),
)


async def recovery(app: App[None], workspace: Workspace) -> bool:
    """Offer the recovery copy of unsaved work; return whether it was accepted."""
    recovered = workspace.store.recovered
    if recovered is None:
        return False
    when = f"{time_of_day(recovered.at)} on {recovered.at:%b} {recovered.at.day}"
    title = f"There are words from {when} that are not in the file."
    explanation = "Whichever you choose, the other stays among the backups."
    if not recovered.matches_file:
        explanation = f"The file was changed after they were typed. {explanation}"
    choices = [
        ("take", "Go on with those words"),
        ("compare", "Compare first"),
        ("leave", "Go on with the file as it is"),
    ]
    while True:
        chosen = await app.push_screen_wait(ChoiceDialog(title, choices, explanation))
        if chosen == "compare":
            differences = compare_sessions(workspace.checklist, workspace.session, recovered.session)
            await app.push_screen_wait(MessageDialog("The file, and the words not in it", differences))
        elif chosen == "take":
            try:
                workspace.store.accept_recovery()
            except MouError as error:
                await app.push_screen_wait(MessageDialog("Nothing was changed", error.message))
            else:
                return True
        elif chosen == "leave":
            workspace.store.decline_recovery()
            return False


async def save_elsewhere(app: App[None], workspace: Workspace) -> str | None:
    """Ask for another path, and save the session there from now on."""
    fields = [FieldSpec("path", "Save to", str(workspace.sample.usual_copy()), is_suggestion=True)]
    draft = draft_of(workspace, "save_elsewhere")
    title = "Keep a copy of the sample" if workspace.sample.is_open else "Save elsewhere"
    values = await app.push_screen_wait(FormDialog(title, fields, "Save", draft=draft))
    if values is None or not values["path"].strip():
        return None
    path, notes = paths.typed(values["path"]), notes_left_behind(workspace)
    try:
        workspace.sample.save_elsewhere(path)
    except MouError as error:
        await app.push_screen_wait(MessageDialog("It was not saved there", error.message))
        return None
    draft.clear()
    return f"Saved. You are now working in {for_display(path)}. {notes}".strip()


async def defer(app: App[None], workspace: Workspace) -> str | None:
    """Defer the question and ask who checks; or resume it."""
    if workspace.answer.later:
        workspace.answers.resume()
        return "The check is no longer needed."
    title = f"Later: someone must check {workspace.clause_name()} first"
    draft = draft_of(workspace, "later", workspace.clause_id)
    values = await app.push_screen_wait(
        FormDialog(title, DEFERRAL, "Put off", draft=draft, today=workspace.history.today).add_class("-above")
    )
    if values is None:
        return None
    workspace.answers.defer(values["who"], values["by"])
    draft.clear()
    return f"{workspace.clause_name()} is put off and stays open."


async def mark_not_applicable(app: App[None], workspace: Workspace) -> str | None:
    """Mark the question as not applicable and ask why; or mark it as applicable again."""
    if workspace.answer.not_applicable:
        workspace.answers.mark_applicable()
        return "It applies again."
    explanation = "It will stand as “Reserved” in the draft. The answer is kept."
    title = f"{workspace.clause_name()} does not apply"
    draft = draft_of(workspace, "set-aside", workspace.clause_id)
    dialog = FormDialog(title, NOT_APPLICABLE, "Set aside", explanation, draft=draft)
    values = await app.push_screen_wait(dialog.add_class("-above"))
    if values is None:
        return None
    workspace.answers.mark_not_applicable(values["reason"])
    draft.clear()
    return f"{workspace.clause_name()} is set aside: it does not apply."


async def edit_parties(app: App[None], workspace: Workspace) -> str | None:
    """Change the parties and facts; show every occurrence of an old name before it changes."""
    names, draft = parties_and_facts(workspace.checklist, workspace.session), draft_of(workspace, "names")
    while True:
        values = await app.push_screen_wait(
            PartiesDialog(
                workspace.checklist,
                names,
                title="Parties and facts",
                done="Done",
                draft=draft,
                today=workspace.history.today,
            )
        )
        if values is None:
            return None
        hits = sorted(
            rename_hits_for(workspace.session, values),
            key=lambda change: workspace.navigation.order(change[0].clause_id),
        )
        chosen = await _where_to_rename(app, workspace, values, hits)
        if chosen is not None:
            is_changed = workspace.parties.update(values.parties, values.facts, chosen, values.layers)
            draft.clear()
            message = f"Parties and facts are set. {left_alone(workspace.checklist, hits, chosen)}".rstrip()
            return message if is_changed else None


async def _where_to_rename(
    app: App[None], workspace: Workspace, values: PartiesAndFacts, hits: Sequence[Change]
) -> list[Change] | None:
    """Ask which occurrences to rename, showing which agreed clauses that changes; None to go back."""

    def reach(chosen: Sequence[Change]) -> str:
        return asked_again_sentence(
            workspace.checklist, workspace.parties.asked_again_by(values.parties, values.facts, chosen)
        )

    filled = fills_sentence(workspace.checklist, workspace.parties.fills_by(values.parties, values.facts))
    if hits:
        return await app.push_screen_wait(RenameDialog(workspace.checklist, hits, reach, filled))
    if not (by_blanks := reach(())):
        return []
    choices = [("set", "Set them"), ("back", "Back to the form")]
    title = "These names fill blanks in agreed clauses."
    chosen = await app.push_screen_wait(ChoiceDialog(title, choices, f"{by_blanks} {filled}"))
    return [] if chosen == "set" else None


async def where_to_put(app: App[None], workspace: Workspace) -> Where | None:
    """Return where to insert an example; ask if the answer has text of its own."""
    if not workspace.answers.has_own_text:
        return "replace"
    title, undo = "There are words in the answer already.", "Ctrl+Z in the answer takes it back."
    chosen = await app.push_screen_wait(ChoiceDialog(title, INSERT_CHOICES, undo))
    return next((where for where, _ in INSERT_CHOICES if where == chosen), None)
