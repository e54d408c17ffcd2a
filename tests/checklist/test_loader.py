from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.checklist.loader import available, find, load
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen, InvalidFile

HEAD = """\
id: tiny
version: 1
title: Tiny
document-title: An agreement
opening: "[police agency]"
closing: Signed.
disclaimer: Not legal advice.
counsel:
- Insurance
parties:
- id: agency
  label: Agency
  ask: Which?
  blank: police agency
  name-blank: name of the agency
  head-blank: head of the agency
  kinds:
  - id: police
    label: Police
    short: the Police
    head: the Chief
facts:
- id: state
  label: State
  ask: Which?
  blank: state
"""

TOPIC = """\
id: mission
title: Mission
summary: What for.
questions:
- id: purpose
  label: Purpose
  ask: What for?
  essential: yes
  why: It matters.
  discuss:
  - Who?
  points:
  - id: owner
    text: says who
  sources:
  - seed
  examples:
  - id: one
    label: One
    when: it fits
    covers:
    - owner
    text: "[Police agency] shall."
  - id: two
    label: Two
    when: it fits better
    text: |-
      The SRO may.

      - one;
      - two.
"""

SOURCES = """\
sources:
  seed:
    title: A source
    publisher: A publisher
    date: 2019
    place: somewhere
"""

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the folder of a checklist."""

    def make(head: str = HEAD, topics: tuple[str, ...] = (TOPIC,), sources: str = SOURCES) -> Path:
        folder = tmp_path / "tiny"
        (folder / "topics").mkdir(parents=True)
        (folder / "checklist.yaml").write_text(head)
        (folder / "sources.yaml").write_text(sources)
        for number, topic in enumerate(topics, start=1):
            (folder / "topics" / f"{number:02}.yaml").write_text(topic)
        return folder

    return make


def mistakes(place: Path) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        load(str(place))
    return [str(problem) for problem in caught.value.problems]


def test_a_folder_is_a_checklist(make: Make) -> None:
    checklist = load(str(make()))
    (question,) = checklist.questions()
    assert (checklist.id, checklist.version, checklist.number("purpose")) == ("tiny", "1", "1.1")
    assert question.essential
    assert question.examples[0].covers == ("owner",)
    assert question.examples[1].text == "The SRO may.\n\n- one;\n- two."
    assert checklist.sources["seed"].citation == "A publisher, “A source” (2019)"


def test_topics_come_in_the_order_of_their_names(make: Make) -> None:
    other = TOPIC.replace("mission", "second").replace("purpose", "other")
    assert [topic.id for topic in load(str(make(topics=(TOPIC, other)))).topics] == ["mission", "second"]


def test_one_file_is_a_checklist_too(tmp_path: Path) -> None:
    topic = "\n".join(f"  {line}" for line in TOPIC.replace("  sources:\n  - seed\n", "").splitlines())
    path = tmp_path / "one.yaml"
    path.write_text(f"{HEAD}topics:\n- {topic[2:]}\n")
    assert [question.id for question in load(str(path)).questions()] == ["purpose"]


def test_the_head_of_a_folder_names_the_folder(make: Make) -> None:
    folder = make()
    assert find(str(folder / "checklist.yaml")) == folder


def test_the_checklist_that_comes_with_the_program_is_found_by_its_id(sro: Checklist) -> None:
    assert available() == ("sro",)
    assert load() == load("sro") == load(str(paths.content() / "sro")) == sro


@pytest.mark.parametrize("name", ["nothing", "", "\x1b[31m", "a" * 5000])
def test_a_checklist_that_is_not_there_is_said_so(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotOpen) as caught:
        load(name)
    assert "\x1b" not in caught.value.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("label: Purpose", f"label: {'x' * 29}", "topics/01.yaml:6: has 29 characters; 28 are allowed"),
        ("ask: What for?", f"ask: {'x' * 141}", "topics/01.yaml:7: has 141 characters; 140 are allowed"),
        ("why: It matters.", f"why: {'x' * 221}", "topics/01.yaml:9: has 221 characters; 220 are allowed"),
        ("- Who?", f"- {'x' * 141}", "topics/01.yaml:11: has 141 characters; 140 are allowed"),
        ("- Who?", "- Who?\n" + "  - Who else?\n" * 5, "topics/01.yaml:11: has 6 lines; one to 5 are allowed"),
        ("text: says who", f"text: {'x' * 91}", "topics/01.yaml:14: has 91 characters; 90 are allowed"),
        ("label: One", f"label: {'x' * 25}", "topics/01.yaml:19: has 25 characters; 24 are allowed"),
        ("when: it fits\n", f"when: {'x' * 121}\n", "topics/01.yaml:20: has 121 characters; 120 are allowed"),
        ('"[Police agency] shall."', "x " * 91, "topics/01.yaml:23: has 91 words; one to 90 are allowed"),
        ('"[Police agency] shall."', '""', "topics/01.yaml:23: has 0 words; one to 90 are allowed"),
        ("summary: What for.", f"summary: {'x' * 161}", "topics/01.yaml:3: has 161 characters; 160 are allowed"),
        ("title: Mission", f"title: {'x' * 61}", "topics/01.yaml:2: has 61 characters; 60 are allowed"),
        ("- owner", "- other", "topics/01.yaml:22: “other” is not a point of this question"),
        ("- seed", "- elsewhere", "topics/01.yaml:16: “elsewhere” is no source of the checklist"),
        ("id: two", "id: one", "topics/01.yaml:24: “one” is used twice"),
        ("id: purpose", "id: The Purpose", "topics/01.yaml:5: “The Purpose” is not an id"),
        ("id: purpose", "id: opening", "topics/01.yaml:5: “opening” stands for the opening"),
        ("essential: yes", "together: yes", "topics/01.yaml:8: only an essential question can need the whole room"),
        ("essential: yes", "essential: maybe", "topics/01.yaml:8: “essential” is “maybe”; allowed: yes, no"),
        ("essential: yes", "order: From A to B.", "topics/01.yaml:18: an example of an ordered question has"),
        ("why: It matters.", "what: It matters.", "topics/01.yaml:5: “why” is missing"),
        ("why: It matters.", "what: It matters.", "topics/01.yaml:9: unknown key “what”"),
        ("questions:", "questions: none\nmore:", "topics/01.yaml:4: “questions” is “none”; allowed: a list"),
    ],
)
def test_a_mistake_is_told_with_its_file_its_line_and_what_is_allowed(
    make: Make, old: str, new: str, expected: str
) -> None:
    assert old in TOPIC
    problems = mistakes(make(topics=(TOPIC.replace(old, new, 1),)))
    assert any(line.startswith(f"tiny/{expected}") for line in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: state", "id: State", "tiny/checklist.yaml:23: “State” is not an id"),
        ("blank: state", "blank: Police agency", "tiny/checklist.yaml:26: the blank “Police agency” is filled by"),
        ("title: Tiny", "title:\n- Tiny", "tiny/checklist.yaml:4: “title” is a list; allowed: text"),
    ],
)
def test_mistakes_in_the_head_are_told_too(make: Make, old: str, new: str, expected: str) -> None:
    problems = mistakes(make(head=HEAD.replace(old, new, 1)))
    assert any(line.startswith(expected) for line in problems), problems


def test_a_party_needs_a_kind_and_a_checklist_a_topic(make: Make) -> None:
    head = (
        HEAD[: HEAD.index("  - id: police")].rstrip().removesuffix("kinds:")
        + "kinds: []\n"
        + HEAD[HEAD.index("facts:") :]
    )
    problems = mistakes(make(head=head, topics=()))
    assert problems == [
        "tiny/checklist.yaml:1: a checklist needs at least one topic",
        "tiny/checklist.yaml:17: party “agency” has no kind; at least one is needed",
    ]


def test_every_mistake_in_every_file_is_told_at_once_in_order(make: Make) -> None:
    long = TOPIC.replace("mission", "second").replace("purpose", "other").replace("label: One", f"label: {'x' * 25}")
    misshapen = TOPIC.replace("why: It matters.", "what: It matters.").replace("essential: yes", "essential: maybe")
    problems = mistakes(make(topics=(misshapen, long)))
    assert [line.split(": ")[0] for line in problems] == [
        *("tiny/topics/01.yaml:5", "tiny/topics/01.yaml:8", "tiny/topics/01.yaml:9"),
        "tiny/topics/02.yaml:19",
    ]


def test_sources_with_a_mistake_do_not_make_every_citation_one(make: Make) -> None:
    assert mistakes(make(sources=SOURCES.replace("date:", "day:"))) == [
        "tiny/sources.yaml:3: “date” is missing",
        "tiny/sources.yaml:5: unknown key “day”",
    ]


def test_what_is_no_yaml_is_told_with_its_line(make: Make) -> None:
    problem, *_ = mistakes(make(topics=(TOPIC.replace("title: Mission", "title: One: two"),)))
    assert problem.startswith("tiny/topics/01.yaml:2: a second “: ” on one line")


def test_an_essential_question_after_a_further_one_is_a_mistake(make: Make) -> None:
    questions = TOPIC[TOPIC.index("- id: purpose") :]
    further = questions.replace("purpose", "further").replace("  essential: yes\n", "")
    head = TOPIC[: TOPIC.index("- id: purpose")]
    (problems,) = mistakes(make(topics=(head + further + questions,)))
    assert "essential questions come first in their topic" in problems


@pytest.mark.parametrize("level", ["level: law", "level: grant\n    state: OH"])
def test_a_law_names_its_state_and_nothing_else_does(make: Make, level: str) -> None:
    standard = f"  standards:\n  - {level}\n    text: Someone asks.\n    source: seed\n  sources:\n"
    (problems,) = mistakes(make(topics=(TOPIC.replace("  sources:\n", standard),)))
    assert "a law names its state, and nothing else does" in problems


def test_a_checklist_finds_its_questions(sro: Checklist) -> None:
    assert "purpose" in sro
    assert "nothing" not in sro
    assert sro.number("purpose") == "1.1"
    assert sro.topic_of("purpose").id == "mission"
    with pytest.raises(KeyError):
        sro.question("nothing")
