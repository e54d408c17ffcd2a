"""Plain text becomes typed values and back; a wrong file tells every mistake at once, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from mou_tui.errors import InvalidFile
from mou_tui.storage.schema import from_plain, from_plain_in_part, to_plain
from mou_tui.storage.yaml_reader import Document
from tests.storage.questions import WHO, Example, Question, document_of


@dataclass(frozen=True)
class Strict:
    name: str
    inner: tuple[Example, ...] = ()


FULL = """\
id: who
label: Who chooses
essential: yes
together: no
days: 30
examples:
- id: agency
  one-view: Fast
  covers:
  - a
  - b
  leaning: agency
- id: both
facts:
  state: WA
by-name:
  first:
    id: x
chosen:
  id: y
asks-for: the room
follow-up:
  id: more
  label: ""
"""


def problems_of(cls: type, source: str, unknown: Literal["refuse", "keep"] = "refuse") -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        from_plain(cls, document_of(source), "q.yaml", unknown=unknown)
    return caught.value.message.splitlines()


def test_a_file_becomes_a_value_and_the_same_file_again() -> None:
    document = document_of(FULL)
    built = from_plain(Question, document, "q.yaml")
    assert built == WHO
    assert to_plain(built) == document.value


def test_what_is_left_out_has_its_default_and_is_left_out_again() -> None:
    built = from_plain(Question, document_of("id: a\nlabel: b\ntogether: TRUE\nexamples:\nfacts:\n"), "q.yaml")
    assert built == Question("a", "b")
    assert to_plain(built) == {"id": "a", "label": "b"}


def test_unknown_keys_are_kept_in_their_order_where_asked() -> None:
    source = "zeta: 1\nid: a\nalpha:\n- x\nlabel: b\nchosen:\n  id: c\n  since: 2030\n"
    built = from_plain(Question, document_of(source), "q.yaml", unknown="keep")
    assert built.extra == {"zeta": "1", "alpha": ["x"]}
    assert list(built.extra) == ["zeta", "alpha"]
    assert built.chosen is not None
    assert built.chosen.extra == {"since": "2030"}
    assert to_plain(built) == {
        "id": "a",
        "label": "b",
        "chosen": {"id": "c", "since": "2030"},
        "zeta": "1",
        "alpha": ["x"],
    }


def test_a_key_called_extra_is_a_key_like_any_other() -> None:
    built = from_plain(Example, document_of("id: a\nextra: b\n"), "q.yaml", unknown="keep")
    assert built.extra == {"extra": "b"}
    assert to_plain(built) == {"id": "a", "extra": "b"}


def test_no_unknown_key_is_lost_where_it_cannot_be_kept() -> None:
    assert problems_of(Strict, "name: a\nmore: b\n", unknown="keep") == ["q.yaml:2: unknown key “more”"]


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    source = """\
lable: x
essential: sometimes
days: thirty
id:
- a
examples:
- id: one
  covers:
  - a
  - - b
- one-view: y
  leaning: nobody
facts: none
by-name:
  first: x
chosen:
  - y
follow-up:
  id: z
"""
    assert problems_of(Question, source) == [
        "q.yaml:1: “label” is missing",
        "q.yaml:1: unknown key “lable”; did you mean “label”?",
        "q.yaml:2: “essential” is “sometimes”; allowed: yes, no",
        "q.yaml:3: “days” is “thirty”; allowed: a whole number",
        "q.yaml:5: “id” is a list; allowed: text",
        "q.yaml:10: entry 2 of “covers” is a list; allowed: text",
        "q.yaml:11: “id” is missing",
        "q.yaml:12: “leaning” is “nobody”; allowed: agency, both, district",
        "q.yaml:13: “facts” is “none”; allowed: lines of “key: value”",
        "q.yaml:15: “first” is “x”; allowed: lines of “key: value”",
        "q.yaml:17: “chosen” is a list; allowed: lines of “key: value”",
        "q.yaml:19: “label” is missing",
    ]


def test_an_unknown_key_is_told_on_its_own_line() -> None:
    assert problems_of(Example, "id: a\nentirely-new:\n\n  b: c\n") == ["q.yaml:2: unknown key “entirely-new”"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("id: a\nlabel: b\nfacts: []\n", "q.yaml:3: “facts” is a list; allowed: lines of “key: value”"),
        (
            "id: a\nlabel: b\nexamples: {}\n",
            "q.yaml:3: “examples” is a mapping; allowed: a list, one entry a line, each after “- ”",
        ),
        ("- a\n", "q.yaml:1: the file is a list; allowed: lines of “key: value”"),
        ("text\n", "q.yaml:1: the file is “text”; allowed: lines of “key: value”"),
        ("id:\nlabel: b\nessential:\n", "q.yaml:3: “essential” is empty; allowed: yes, no"),
        ("id: a\nlabel: b\ndays: 1_000\n", "q.yaml:3: “days” is “1_000”; allowed: a whole number"),
        ("id: a\nlabel: b\ndays: ٣\n", "q.yaml:3: “days” is “٣”; allowed: a whole number"),
        (f"id: a\nlabel: b\ndays: {'9' * 5000}\n", f"q.yaml:3: “days” is “{'9' * 59}…”; allowed: a whole number"),
        ("id: a\nlabel: b\ndays: 13\n", "q.yaml:1: the file does not hold: days may not be 13"),
        (
            'id: a\nlabel: b\nessential: "\\e[2J\\u202e"\n',
            "q.yaml:3: “essential” is “␛[2J\ufffd”; allowed: yes, no",
        ),
        (
            "id: a\nlabel: b\nexamples: x\n",
            "q.yaml:3: “examples” is “x”; allowed: a list, one entry a line, each after “- ”",
        ),
    ],
)
def test_a_wrong_value_is_quoted_with_what_is_allowed(source: str, expected: str) -> None:
    assert problems_of(Question, source) == [expected]


def test_a_hostile_file_is_not_told_at_full_length() -> None:
    problems = problems_of(Strict, "name: a\n" + "".join(f"nam{number}: x\n" for number in range(5000)))
    assert len(problems) == 101
    assert problems[-1] == "q.yaml: and 4,900 more mistakes"
    problems = problems_of(Example, "id: a\ncovers:\n" + "- []\n" * 5000)
    assert problems[-2:] == [
        "q.yaml:102: entry 100 of “covers” is a list; allowed: text",
        "q.yaml: and 4,900 more mistakes",
    ]


def test_a_document_without_lines_still_tells_what_is_wrong() -> None:
    with pytest.raises(InvalidFile, match=r"^q\.yaml: “id” is missing$"):
        from_plain(Example, Document({}, {}), "q.yaml")
    with pytest.raises(InvalidFile, match=r"^q\.yaml:1: entry 1 of “covers” is a list"):
        from_plain(Example, Document({"id": "a", "covers": [[]]}, {(): 1}), "q.yaml")


def test_a_type_that_no_file_can_hold_is_a_mistake_of_the_program() -> None:
    @dataclass(frozen=True)
    class Weighed:
        weight: float

    with pytest.raises(TypeError, match="float"):
        from_plain(Weighed, document_of("weight: 1\n"), "q.yaml")
    with pytest.raises(TypeError, match="plain form"):
        to_plain(1.5)


def test_what_has_a_mistake_is_empty_where_the_rest_is_wanted_all_the_same() -> None:
    source = "label: x\nessential: sometimes\ndays: thirty\nexamples:\n- id: one\n- words\nchosen:\n- y\nmore: z\n"
    value, errors = from_plain_in_part(Question, document_of(source), "q.yaml")
    assert (value.id, value.label, value.essential, value.days) == ("", "x", False, 0)
    assert [example.id for example in value.examples] == ["one", ""]
    assert value.chosen == Example("")
    assert errors.paths == {("id",), ("essential",), ("days",), ("examples", 1), ("chosen",), ("more",)}
    assert [problem.line for problem in errors.problems] == [1, 2, 3, 6, 8, 9]
