"""Markup in a checklist shows literally."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.checklist.model import Checklist, Example, Question
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.harmless import assert_harmless, assert_literal
from tests.tui.hostile import MARKUP
from tests.tui.interview_app import WIDE, open_interview


async def test_a_checklist_with_markup_in_every_prompt_is_shown_literally(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.checklist = marked(workspace.checklist)
    async with open_interview(repository, workspace, size=WIDE) as person:
        for _ in range(5):
            assert_literal(person, "[@click=app.quit]x[/]")
            await person.press("f4")
        await person.press("ctrl+d")
        assert_literal(person, "[@click=app.quit]x[/]")
        await person.press("escape")
        await person.does("names")
        assert_literal(person, "[@click=app.quit]x[/]")
        await person.press("escape", "ctrl+r", "p")
        assert_literal(person, "[@click=app.quit]x[/]")
        await person.press("escape", "ctrl+f")
        await person.types("click")
        assert_literal(person, "[@click=app.quit]x[/]")
        await person.press("escape")
        await person.does("later")
        assert_harmless(person)


def marked(checklist: Checklist) -> Checklist:
    """A checklist with markup in all that it says."""

    def example(example: Example) -> Example:
        return replace(example, label=MARKUP, when=MARKUP, text=MARKUP, one_view=MARKUP, another_view=MARKUP)

    def question(question: Question) -> Question:
        return replace(
            question,
            label=MARKUP,
            ask=MARKUP,
            why=MARKUP,
            discuss=(MARKUP,),
            points=tuple(replace(point, text=MARKUP) for point in question.points),
            standards=tuple(replace(standard, text=MARKUP) for standard in question.standards),
            examples=tuple(map(example, question.examples)),
            order=MARKUP,
        )

    return replace(
        checklist,
        title=MARKUP,
        document_title=MARKUP,
        opening=MARKUP,
        closing=MARKUP,
        disclaimer=MARKUP,
        counsel=(MARKUP,),
        parties=tuple(replace(role, label=MARKUP, ask=MARKUP) for role in checklist.parties),
        facts=tuple(replace(fact, label=MARKUP, ask=MARKUP, hint=MARKUP) for fact in checklist.facts),
        topics=tuple(
            replace(topic, title=MARKUP, summary=MARKUP, questions=tuple(map(question, topic.questions)))
            for topic in checklist.topics
        ),
        sources={
            name: replace(source, title=MARKUP, publisher=MARKUP, date=MARKUP, place=MARKUP)
            for name, source in checklist.sources.items()
        },
    )
