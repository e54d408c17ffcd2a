"""The checklist that comes with the program keeps to the rules of `content/README.md`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.checklist.model import Question
from mou_tui.draft.blanks import fill_blanks, find_blanks
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import render
from mou_tui.draft.opening import opening_of
from mou_tui.session.model import Answer
from tests.checklist.content import FILLED, LABELS, SRO, VALUES, guidance
from tests.draft.written_markdown import clause

ORDERED = [pytest.param(question, id=SRO.number(question.id)) for question in SRO.questions() if question.order]


def test_the_topics_are_those_of_the_article_in_its_order() -> None:
    assert [topic.title for topic in SRO.topics] == [
        "Mission",
        "SRO roles and responsibilities",
        "SRO supervision and evaluation",
        "SRO selection",
        "Training",
        "Engagement with the community",
        "Information sharing",
        "Tracking SRO activities with data",
        "Expenses",
        "MOU review and revision",
        "Signatures",
    ]


def test_the_essential_questions_are_these_and_those_for_the_whole_room_these() -> None:
    essential = [SRO.number(question.id) for question in SRO.questions() if question.essential]
    together = [SRO.number(question.id) for question in SRO.questions() if question.together]
    assert essential == [
        *("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "3.3"),
        *("3.4", "4.1", "5.1", "6.1", "7.1", "7.2", "8.1", "9.1", "10.1", "10.2", "11.1"),
    ]
    assert together == ["1.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1", "3.4", "4.1", "7.1", "9.1"]
    assert (len(essential), len(together)) == (24, 12)


def test_a_published_question_never_changes_its_id_or_its_place() -> None:
    assert [question.id for question in SRO.questions("essential")] == [
        *("purpose", "scope"),
        *("duties", "not-discipline", "conduct-line", "arrest", "questioning", "searches", "force"),
        "nondiscrimination",
        *("command", "evaluation", "complaints", "removal", "who-chooses", "training", "families-partners"),
        *("records", "mutual-notice", "counting", "cost-share", "review", "term", "signers"),
    ]


def test_all_the_questions_are_there() -> None:
    assert [len(topic.questions) for topic in SRO.topics] == [4, 15, 7, 4, 4, 4, 6, 3, 4, 4, 3]


@pytest.mark.parametrize("number", ["1.1", "2.1", "2.2", "3.1", "7.1", "7.2", "11.1"])
def test_what_a_grant_asked_for_says_so_and_to_check_the_award(number: str) -> None:
    (question,) = (question for question in SRO.questions() if SRO.number(question.id) == number)
    lines = SRO.layer_lines(question.id)
    assert any(layer.level == "grant" and "check your award" in line.text for layer, line in lines)


def test_every_contested_question_shows_its_alternatives() -> None:
    unordered = [SRO.number(question.id) for question in SRO.questions() if question.together and not question.order]
    assert unordered == []
    assert all(len(question.examples) >= (3 if question.order else 2) for question in SRO.questions())


@pytest.mark.parametrize("question", ORDERED)
def test_both_views_have_about_the_same_length(question: Question) -> None:
    for example in question.examples:
        shorter, longer = sorted((len(example.one_view), len(example.another_view)))
        assert longer <= shorter * 1.25, (example.one_view, example.another_view)


@pytest.mark.parametrize(
    "question", [pytest.param(question, id=SRO.number(question.id)) for question in SRO.questions()]
)
def test_guidance_refers_to_clauses_that_there_are_and_keeps_to_ordinary_words(question: Question) -> None:
    for text in guidance(question):
        assert [
            words for words in re.findall("(?:[Uu]nder|[Cc]lause|fit|[Ss]ee|in) “([^”]*)”", text) if words not in LABELS
        ] == []
        assert find_blanks(text) == (), text
        assert "NASRO mandatory" not in text


def test_captions_tell_questions_apart() -> None:
    assert len(LABELS) == len(list(SRO.questions()))


def test_the_opening_is_filled_and_defines_what_is_capitalised() -> None:
    opening = opening_of(SRO, FILLED)
    assert find_blanks(opening) == ()
    assert clause(opening) == opening
    for term in ("the Police Department", "the School District", "SRO", "the Schools", "Principal"):
        assert f"“{term}”" in opening


@pytest.mark.parametrize("choice", range(4))
def test_a_whole_draft_of_examples_has_our_headings_and_nothing_unsettled(choice: int) -> None:
    session = FILLED
    for question in SRO.questions():
        example = question.examples[choice % len(question.examples)]
        session = session.with_answer(question.id, Answer(fill_blanks(example.text, VALUES)))
    markdown = render(assemble(SRO, session))
    assert re.findall("^#.*$", markdown, re.MULTILINE) == [
        f"# {SRO.document_title}",
        *(f"## {number}. {topic.title}" for number, topic in enumerate(SRO.topics, start=1)),
        "## 12. Terms from counsel",
        "## Matters left to counsel",
    ]
    assert "Not yet settled" not in markdown
    assert "[police agency]" not in markdown.casefold()


def test_files_hold_no_leftovers_of_another_tongue() -> None:
    for path in Path(paths.content()).rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert "\t" not in text
        assert not re.search(r"[^\S\n]+$", text, re.MULTILINE), path
