"""Prompts about an earlier agreement: its file, what a paragraph is about, and what becomes of it."""

from __future__ import annotations

import re

from textual.app import App
from textual.content import Content

from mou_tui.exchange.revision import ParagraphRef
from mou_tui.language.text import pluralize
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.outside_paragraphs import OutsideParagraphs
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=\S)")


async def ask_file(app: App[None], workspace: Workspace) -> str | None:
    """Ask for the path of an earlier agreement; return it as typed, or None."""
    label = "Path of the earlier agreement, or of an amendment"
    field = FieldSpec("path", label, hint="~/Documents/sro-2014.docx", required=True)
    draft = draft_of(workspace, "earlier")
    values = await app.push_screen_wait(FormDialog("Read in an earlier agreement", [field], "Read", draft=draft))
    if not values:
        return None
    draft.clear()
    return values["path"]


async def ask_questions(app: App[None], revision: Revision, ref: ParagraphRef) -> tuple[str, ...] | None:
    """Ask which questions a paragraph is about; return their ids, or None to leave it where it is."""
    checklist = revision.workspace.checklist
    lines = [
        (question.id, Content(f"{checklist.number(question.id)} {question.label}"))
        for question in checklist.questions()
    ]
    title = f"What is {revision.name(ref)} about?"
    text = "Its words are shown as the current wording of each."
    dialog = MultiSelectDialog(title, text, lines, revision.paragraph(ref).questions, "Done")
    return await app.push_screen_wait(dialog)


async def ask_outside_kind(app: App[None], revision: Revision) -> str | None:
    """Ask what kind of text outside the topics a paragraph is; return the id of the kind, or None."""
    kinds = [(kind.id, kind.label) for kind in revision.book.outside if kind.id != "furniture"]
    return await app.push_screen_wait(ChoiceDialog("It stands outside the topics. As what?", kinds))


async def ask_counsel_kind(app: App[None], outside: OutsideParagraphs, ref: ParagraphRef) -> str | None:
    """Return of what kind a paragraph is that goes to counsel; ask where that is not known; None to leave it."""
    known = outside.kind_of(ref)
    return known or await app.push_screen_wait(ChoiceDialog("To counsel, as what?", outside.kinds()))


async def ask_own_clause(
    app: App[None], revision: Revision, outside: OutsideParagraphs, ref: ParagraphRef
) -> tuple[str, str] | None:
    """Ask for the topic and the caption of a clause that begins with a paragraph; return both, or None."""
    topics = [
        (topic.id, f"{number}. {topic.title}")
        for number, topic in enumerate(revision.workspace.checklist.topics, start=1)
    ]
    topic_id = await app.push_screen_wait(ChoiceDialog("A clause at the end of which topic?", topics))
    if topic_id is None:
        return None
    caption = FieldSpec(
        "caption", "Caption", outside.proposed_caption(ref), "Lunch duty", required=True, is_suggestion=True
    )
    draft = draft_of(revision.workspace, "earlier_clause", party=revision.name(ref))
    values = await app.push_screen_wait(FormDialog("A clause of your own", [caption], "Add", draft=draft))
    if values is None:
        return None
    draft.clear()
    return topic_id, values["caption"]


async def ask_cut(app: App[None], text: str) -> int | None:
    """Ask after which sentence to cut a text; return how many characters are before, or None.

    Returns 0 for a single sentence, without asking.
    """
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)]
    if not cuts:
        return 0
    choices = [
        (str(cut), f"… {' '.join(text[start:cut].split())[-64:]}") for start, cut in zip([0, *cuts], cuts, strict=False)
    ]
    chosen = await app.push_screen_wait(ChoiceDialog("Cut it after which sentence?", choices))
    return None if chosen is None else int(chosen)


async def ask_first_wordings(
    app: App[None], revision: Revision, questions: list[str], here: tuple[str, ...]
) -> list[str]:
    """Ask which answers start with the earlier wording; return the ids of their questions.

    Args:
        app: shows the dialog.
        revision: the earlier agreements.
        questions: those that have earlier wording and no answer.
        here: those of the current row, which are offered first.
    """
    checklist, session = revision.workspace.checklist, revision.workspace.session
    in_order = sorted(questions, key=lambda question: (question not in here, questions.index(question)))
    choices = [
        ("all", f"Start {pluralize(len(questions), 'answer')} with it"),
        *((each, f"Only {checklist.number(each)} {checklist.question(each).label}") for each in in_order),
        ("none", "Leave the answers empty"),
    ]
    remarks = " ".join(filter(None, (revision.sensitive(number) for number in range(len(session.earlier)))))
    remarks = remarks or "No names, numbers or salaries were seen in it."
    explanation = f"{remarks} It stands in the draft, and counts as nothing until somebody has looked at it."
    chosen = await app.push_screen_wait(ChoiceDialog("Start with the earlier wording?", choices, explanation))
    return questions if chosen == "all" else [question for question in questions if question == chosen]
