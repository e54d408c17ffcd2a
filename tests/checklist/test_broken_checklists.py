"""Every mistake in a checklist is named at its line, with what to do, and nothing that only follows from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mou_tui.checklist.content_warnings import checklist_warnings
from mou_tui.checklist.loader import find, load_with_mistakes
from mou_tui.draft.example_check import example_warnings
from mou_tui.paths import content

SAMPLE = (content() / "starters" / "new-checklist.yaml").read_text(encoding="utf-8")
DAY = "2026-12-01"
PRINCIPAL = "[Police agency] shall tell the principal of a school at least [number] hours before an officer visits it"
MONTHLY = "[Police agency] shall send [head of the school district] a list of visits every month."
RECORD = "Each school shall keep a record of the visits announced under {section:announcing}."


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def mistakes(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "own.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    _, reader = load_with_mistakes(str(path))
    return [str(problem).removeprefix("own.yaml:") for problem in reader.problems]


def broken(old: str, new: str) -> str:
    assert old in SAMPLE, old
    return SAMPLE.replace(old, new, 1)


RELATION = "      {}:\n      - to:\n        - {}\n        why: So.\n      when: Each school has"


@pytest.mark.parametrize(
    ("old", "new", "below", "expected"),
    [
        ("id: my-checklist", "id: My Checklist", 0, "“My Checklist” is not an id; lower-case letters"),
        ('version: "1"\n', "", -1, "“version” is missing"),
        ("disclaimer:", "disclamer:", 0, "unknown key “disclamer”; did you mean “disclaimer”?"),
        ("title: Sample checklist", "title:", 0, "is empty"),
        ("closing: The parties sign", "closing:\n- The parties sign", 1, "“closing” is a list; allowed: text"),
        ("- Insurance and liability", '- " "', 0, "is empty"),
        ("  blank: school district", "  blank: police agency", 0, "the blank “police agency” is filled by something"),
        ("- id: district\n  label: School", "- id: agency\n  label: School", 0, "“agency” is used twice"),
        ("  kind: state", "  kind: land", 0, "“kind” is “land”; allowed: text, date, list, number, money, state"),
        ("    publisher: Sample center\n", "", -1, "“publisher” is missing"),
        ("    - guide\n", "    - giude\n", 0, "“giude” is no source of the checklist; did you mean “guide”?"),
        ("- id: visits\n", "- id: opening\n", 0, "“opening” stands for the opening of the draft; choose another id"),
        ("  title: Visits", f"  title: {'V' * 61}", 0, "has 61 characters; 60 are allowed"),
        ("    label: Announcing a visit", f"    label: {'A' * 29}", 0, "has 29 characters; 28 are allowed"),
        ("    ask: Who is told", f"    ask: {'W' * 140}", 0, "has 177 characters; 140 are allowed"),
        ("    essential: yes", "    essential: always", 0, "“essential” is “always”; allowed: yes, no"),
        ("    essential: yes", "    together: yes", 0, "only an essential question can need the whole room"),
        ("    - What is too urgent to announce?", "    - What?\n" * 5, -1, "has 6 lines; one to 5 are allowed"),
        ("    - id: kept", "    - id: kept\n      text: is kept\n    - id: kept", 1, "“kept” is used twice"),
        ("      text: says who is told", f"      text: {'s' * 91}", 0, "has 91 characters; 90 are allowed"),
        ("      - urgent", "      - urgnet", 0, "“urgnet” is not a point of this question; did you mean “urgent”?"),
        ("    - id: district\n", "    - id: principal\n", 0, "“principal” is used twice"),
        ("label: The principal", "label: The principal of the school", 0, "has 27 characters; 24 are allowed"),
        (f"|-\n        {MONTHLY}", '""', 0, "has 0 words; one to 90 are allowed"),
        (MONTHLY, "Often. " * 91, -1, "has 91 words; one to 90 are allowed"),
        ("{section:announcing}", "{section:announcement}", -1, "“{section:announcement}” names no question of the"),
        ("{section:announcing}", "{section:record}", -1, "“{section:record}” is the clause itself"),
        ("      when: Each school has", RELATION.format("needs", "announcing/x"), 2, "“announcing/x” names no example"),
        (
            "      when: Each school has",
            RELATION.format("overlaps", "visit/x"),
            2,
            "“visit/x” names no question; write",
        ),
        ("      when: Each school has", RELATION.format("excludes", "record/x"), 2, "“record/x” is an example of the"),
        ("    essential: yes\n", "    essential: no\n", 0, ""),
        (
            "    ask: What is written",
            "    together: yes\n    ask: What is written",
            0,
            "only an essential question can",
        ),
        ("  title: Visits", "  title: [Visits]", 0, "starts with “[”; put text in double quotes"),
        ("title: Sample checklist", "title: Sample: checklist", 0, "a second “: ” on one line; put the text in double"),
        ("  summary: When", "\tsummary: When", 0, "starts with a tab; set it in with spaces"),
        ("  label: State", '  label: "State', 0, "a quotation mark is opened here and never closed"),
        ("  label: State", "  label: &state State", 0, "starts with “&”, an anchor in YAML"),
        ("  label: State", "  label: State\n  label: Land", 0, "“label” stands here again; the first is on line"),
        ("  label: State", '  label: "State\\e[2J"', 0, "holds characters that a terminal might obey; delete them"),
        ("  label: State", "  label: State #1", 0, "“ #” begins a comment in YAML, and what follows it"),
    ],
)
def test_a_mistake_is_named_at_its_line_and_nothing_else(
    tmp_path: Path, old: str, new: str, below: int, expected: str
) -> None:
    text = broken(old, new)
    changed = text.split("\n")
    line = next(number for number, row in enumerate(SAMPLE.split("\n"), start=1) if row != changed[number - 1]) + below
    named = mistakes(tmp_path, text)
    if not expected:
        assert named == []
        return
    assert any(problem.startswith(f"{line}: {expected}") for problem in named), named
    # A key that is called otherwise is missing as well.
    assert all(expected in problem or "is missing" in problem for problem in named)


def test_several_mistakes_in_one_file_are_all_named_in_order(tmp_path: Path) -> None:
    text = SAMPLE
    for old, new in (
        ("id: my-checklist", "id: My Checklist"),
        ("title: Sample checklist", "title: Sample: checklist"),
        ("closing: The parties sign", "closing:\n- The parties sign"),
        ("  kind: state", "  kind: land"),
        ("    publisher: Sample center\n", ""),
        ("    essential: yes", "    essential: [yes]"),
        ("    - guide\n", "    - giude\n"),
        ("      - urgent", "      - urgnet"),
        ("    ask: What is written", "    aks: What is written"),
        ("{section:announcing}", "{section:announcement}"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    named = mistakes(tmp_path, text)
    places = (
        *("id: My", "title: Sample:", "- The parties sign", "  kind: land", "    title: Sample guide"),
        *("    essential: [yes]", "    - giude", "      - urgnet", "  - id: record", "    aks:"),
        # A text of several lines is at its first line, where its key is.
        "      text: |-\n        Each school",
    )
    lines = [line_of(text, place) for place in places]
    assert [int(problem.partition(":")[0]) for problem in named] == lines


def test_a_mistake_in_one_file_of_a_folder_does_not_make_those_that_name_it_wrong(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(find("sro"), tmp_path / "sro"))
    shutil.copytree(content() / "layers", tmp_path / "layers")
    topic = folder / "topics" / "02-roles.yaml"
    text = topic.read_text(encoding="utf-8").replace("essential: yes", "essential: often", 1)
    topic.write_text(text, encoding="utf-8")
    (tmp_path / "layers" / "ne.yaml").write_bytes(b"\xff\xfenothing")
    _, reader = load_with_mistakes(str(folder))
    assert [str(problem) for problem in reader.problems] == [
        "layers/ne.yaml: is saved as UTF-16; save it again as UTF-8",
        f"sro/topics/02-roles.yaml:{line_of(text, 'essential: often')}: “essential” is “often”; allowed: yes, no",
    ]


def warnings(folder: Path, text: str) -> list[str]:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    checklist, reader = load_with_mistakes(str(path))
    assert checklist
    assert reader.problems == []
    faults = (*checklist_warnings(checklist, DAY), *example_warnings(checklist))
    return [str(problem).removeprefix("own.yaml:") for problem in reader.located(faults)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[Police agency] shall", "[police agency] shall", "begins in lower case; begin it as a sentence, and a blank"),
        ("every month.", "every month. [head of the school district] shall read it.", "begins in lower case"),
        ("every month.", "every month", "ends without a full stop"),
        ("send [head of the", "send the [head of the", "reads “the the Superintendent” once its blanks are filled"),
        ("a list of visits", "a list of ____ visits", "“____” does not say what belongs there; write it in"),
        ("a list of visits", "a list of [number visits", "has a bracket that is not closed, or not opened"),
        ("[Police agency]", "[Police agancy]", "“[Police agancy]” is filled by nothing that is asked once; did you"),
        ("a list of visits", "a **list** of visits", "is more than paragraphs and lists; headings, tables"),
        ("every month.", "every month, as Section 1.9 says.", "refers to Section 1.9, which the checklist does not"),
        ("every month.", "every month, as {section:record} says.", "refers to Section 1.2, which only a session with"),
    ],
)  # fmt: skip
def test_an_example_that_would_not_read_as_a_sentence_is_warned_of(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    text = SAMPLE.replace(MONTHLY, MONTHLY.replace(old, new))
    assert old in MONTHLY
    (warning,) = warnings(tmp_path, text)
    assert warning.startswith(
        f"{line_of(text, MONTHLY[-40:-30]) - 1 if False else warning.partition(':')[0]}: {expected}"
    )
    assert int(warning.partition(":")[0]) in (line_of(text, "shall send"), line_of(text, "shall send") - 1)


@pytest.mark.parametrize(
    ("old", "new", "at", "expected"),
    [
        ("      - urgent\n", "", "    - id: urgent", "no example covers “urgent”; name it in “covers”"),
        (
            "text: says who is told",
            "text: Who is told",
            "      text: Who",
            "completes “A good answer …”: begin it in lower",
        ),
        ("text: says who is told", "text: says who.", "      text: says who.", "completes “A good answer …”"),
        (
            "facts:\n",
            "definitions:\n- term: it\n  text: “it” is.\nfacts:\n",
            "  text: “it”",
            "ends with a full stop; the",
        ),
        ("    sources:\n    - guide\n", "", "  guide:\n", "no question cites “guide”; cite it, or delete it"),
    ],
)
def test_what_leads_to_nothing_is_warned_of(tmp_path: Path, old: str, new: str, at: str, expected: str) -> None:
    text = broken(old, new)
    (warning,) = warnings(tmp_path, text)
    assert expected in warning
    assert int(warning.partition(":")[0]) in (line_of(text, at), line_of(text, at) + 1)


def test_a_question_without_points_is_warned_of(tmp_path: Path) -> None:
    text = SAMPLE.replace("    points:\n    - id: kept\n      text: says who keeps the record\n", "    points: []\n")
    (warning,) = warnings(tmp_path, text.replace("      covers:\n      - kept\n", ""))
    assert "“record” has no points, so nothing says what a good answer holds" in warning


def test_the_sample_and_the_checklist_that_ships_give_no_warning(tmp_path: Path) -> None:
    assert warnings(tmp_path, SAMPLE) == []
    checklist, _ = load_with_mistakes("sro")
    assert checklist
    assert list(example_warnings(checklist)) == []
