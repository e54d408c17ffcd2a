"""The story of two meetings, told through workspace and room: every document made from it reads as it was approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.exchange.export import TextDocument, markdown
from mou_tui.reports.wording_history import changed_today
from mou_tui.session.codec import decode
from tests.story import DATA, DOCUMENTS, Story


@pytest.fixture
def story(quick: Path) -> Story:
    return Story(quick / "story.mou.yaml")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_of_the_story_reads_as_it_was_approved(story: Story, document: TextDocument) -> None:
    approved = (DATA / f"story-{document}.md").read_text(encoding="utf-8")
    assert markdown(story.checklist, story.tell(), document, now=story.clock()) == approved, (
        "if this is meant: python -m tests.story"
    )


def test_the_second_meeting_begins_with_the_agenda_the_first_one_left(story: Story) -> None:
    story.prepare()
    story.meet_first()
    story.work_between()
    story.open("2027-02-10 17:55")
    sections = [
        (heading, [item.text for item in items]) for heading, items in story.workspace.meetings.agenda().sections
    ]
    assert sections[:4] == [
        (
            "Someone was to check",
            [
                "Searches: Walt Brenner, City Attorney to check first, overdue since February 5",
                "Walt Brenner: whether the city’s insurance covers an SRO at evening events, overdue since February 5",
            ],
        ),
        (
            "Objections",
            [
                "Questioning students: Parent Council objects (thirty minutes are too few for a parent who works out "
                "of town; the council asks for two hours)",
                "Removal and replacement: School District objects (the Superintendent answers for every adult in the "
                "Schools and cannot wait ten days)",
            ],
        ),
        ("Alternatives to choose from", ["Removal and replacement: 2 wordings"]),
        (
            "Essential questions to settle together",
            [
                *("Arrests and citations: empty", "Searches: empty", "Force and restraint: empty"),
                *("Employment and command: empty", "Choice of the SRO: empty", "Student records: empty"),
                "Cost share: empty",
            ],
        ),
    ]
    assert sections[4:] == [
        (
            "Positions to confirm, because the wording changed",
            [
                "School matter or crime: Police Department (earlier: must check first, with the City Attorney, by "
                "February 5: whether Ohio law lets an officer leave a small amount of drugs to the school), "
                "School District, Parent Council"
            ],
        ),
        ("Blanks to fill", ["Complaints: [title]"]),
    ]
    assert [progress.id for progress in story.workspace.positions.prepared()] == ["evaluation", "review"]
    story.close()


def test_text_and_agreement_are_counted_at_every_stage(story: Story) -> None:
    counts = []
    for chapter in (story.prepare, story.meet_first, story.work_between, story.meet_again):
        chapter()
        done = story.workspace.progress()
        counts.append((done.written, done.agreed, done.objections, done.to_confirm, done.later, done.actions_open))
    assert counts == [(3, 0, 0, 0, 0, 0), (6, 2, 2, 0, 3, 1), (6, 2, 2, 3, 2, 0), (7, 6, 1, 1, 2, 1)]


def test_what_changed_in_the_second_meeting_can_be_told_the_same_evening(story: Story) -> None:
    session = story.tell()
    assert [change.number for change in changed_today(story.checklist, session, "2027-02-10")] == ["3.4"]


def test_the_file_of_every_chapter_holds_all_of_it(story: Story) -> None:
    for chapter in (story.prepare, story.meet_first, story.work_between, story.meet_again):
        chapter()
        assert decode(story.path.read_bytes(), "story.mou.yaml").session == story.workspace.session
