"""Every mistake in a layer is named at its line, with what to do, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.checklist.content_warnings import layer_warnings
from mou_tui.checklist.layer_reader import read_layer
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen
from tests.checklist.layer_text import LAYER

DAY = "2026-12-01"


def mistakes(sro: Checklist, folder: Path, text: str | bytes) -> list[str]:
    path = folder / "wy.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    _, reader = read_layer(path, "wy.yaml", {"sro": sro}, {"ne"})
    return [str(problem).removeprefix("wy.yaml:") for problem in reader.problems]


def warnings(sro: Checklist, folder: Path, text: str) -> list[str]:
    path = folder / "wy.yaml"
    path.write_text(text, encoding="utf-8")
    layer, reader = read_layer(path, "wy.yaml", {"sro": sro})
    assert layer
    assert reader.problems == []
    return [str(problem).removeprefix("wy.yaml:") for problem in reader.located(layer_warnings(layer, DAY))]


def broken(old: str, new: str) -> str:
    assert old in LAYER, old
    return LAYER.replace(old, new, 1)


def test_a_layer_without_mistakes_has_none(sro: Checklist, tmp_path: Path) -> None:
    assert mistakes(sro, tmp_path, LAYER) == []
    assert warnings(sro, tmp_path, LAYER) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: wy-center", "id: Wyoming Center", "2: “Wyoming Center” is not an id; lower-case letters, digits and"),
        ("id: wy-center", "id: ne", "2: “ne” is the id of another layer; choose one of your own, as “ne-own”"),
        ("id: wy-center\n", "", "2: “id” is missing"),
        ("title: Wyoming\n", "tilte: Wyoming\n", "3: unknown key “tilte”; did you mean “title”?"),
        ("title: Wyoming\n", "title:\n", "3: is empty"),
        ("checklist: sro", "checklist: srro", "4: “srro” is no checklist that is known here; name its file with"),
        ("level: law", "level: statute", "6: “level” is “statute”; allowed: law, grant"),
        ("level: law", "level: grant", "7: only a layer of law belongs to a state"),
        ("state: WY", "state: Wyoming", "7: “Wyoming” is no state of the checklist; write WY"),
        ("state: WY", "state: ZZ", "7: “ZZ” is no state of the checklist; write its postal code, as VA"),
        ("    official: wyoleg.example.gov\n", "", "10: “official” is missing"),
        ("official: wyoleg.example.gov", 'official: " "', "11: names no official address; write where"),
        ("copy: copy.example.gov/wy", "copy:", "12: does not say where the text was read"),
        ("title: Wyoming Code 1-2-3", "title:\n    - a", "11: “title” is a list; allowed: text"),
        ("  lines:\n  - review", "  lines:\n  - revue", "17: “revue” is no line of this layer; did you mean “review”?"),
        ("- id: posting", "- id: review", "35: “review” is used twice"),
        ("  questions:\n  - review\n", "  questions:\n  - revew\n", "21: “revew” is no question of the checklist; did"),
        ("  questions:\n  - review\n", "  questions:\n", "20: bears on no question; name one or more"),
        ("  questions:\n  - review\n", "  questions: review\n", "20: “questions” is “review”; allowed: a list, one"),
        (
            "review/cycle",
            "review/cycles",
            "23: “review/cycles” is no point of the checklist; write question/point; did",
        ),
        ("review/cycle", "term/dates", "23: “term/dates” is a point of a question that the line does not name; add it"),
        ("text: Wyoming asks that", f"text: {'x' * 140} asks that", "24: has 195 characters; 160 are allowed"),
        ("asks: duty", "asks: must", "25: “asks” is “must”; allowed: duty, encouragement, context"),
        ("  - agency\n", "  - police\n", "27: entry 1 of “binds” is “police”; allowed: agreement, agency, district"),
        ("  - agency\n", "", "26: binds nobody; name one or more of: agreement, agency"),
        ("condition: Where", f"condition: {'x' * 150}", "28: has 171 characters; 160 are allowed"),
        ('since: "2024-07"', "since: July 2024", "29: “July 2024” is no time; write 2026, 2026-07 or 2026-07-01"),
        ('since: "2024-07"', "since: 2024-02-31", "29: “2024-02-31” is no time"),
        ('until: "2029"', 'until: "2023"', "30: is before the line begins, which is 2024-07"),
        ("section: Wyoming Code 1-2-3", "section:", "31: names no section; write it as it is cited"),
        ('read: "2026-11-30"', "read: November 30, 2026", "32: “November 30, 2026” is not a day; write 2026-11-30"),
        ('read: "2026-11-30"', 'read: "2026-11-31"', "32: “2026-11-31” is not a day; write 2026-11-30"),
        ('  read: "2026-11-30"\n', "", "19: “read” is missing"),
        ("certainty: whole", "certainty: certain", "33: “certainty” is “certain”; allowed: whole, part, summary, ea"),
        ("source: statute", "source: statue", "34: “statue” is no source of this layer; did you mean “statute”?"),
        (LAYER[LAYER.index("\nlines:") :], "\nlines: []\n", "18: asks for nothing; write at least one line"),
        ("title: Wyoming\n", "title: Wyoming: ours\n", "3: a second “: ” on one line; put the text in double quotes"),
        ("  asks: duty", "\tasks: duty", "25: starts with a tab"),
        ("title: Wyoming\n", "title: &name Wyoming\n", "3: starts with “&”, an anchor"),
        ("title: Wyoming\n", "title: *name\n", "3: starts with “*”, a reference"),
        ("title: Wyoming\n", "title: !!str Wyoming\n", "3: starts with “!”, a tag"),
        ("title: Wyoming\n", "title: [Wyoming]\n", "3: starts with “[”; put text in double quotes"),
        ("level: law\n", "level: law\nlevel: grant\n", "7: “level” stands here again; the first is on line 6"),
        ("title: Wyoming\n", "title: Wyoming #1\n", "3: “ #” begins a comment in YAML, and what follows it"),
        ("title: Wyoming\n", 'title: "Wyoming\n', "3: a quotation mark is opened here and never closed"),
        ("title: Wyoming\n", 'title: "Wyo\\e[31mming"\n', "3: holds characters that a terminal might obey; delete"),
        ("title: Wyoming\n", "title: Wyo\x1bming\n", "3: a character that cannot be seen (U+001B); delete it"),
        ("level: law\n", "<<<<<<< ours\nlevel: law\n", "6: unresolved git conflict at line 6"),
    ],
)
def test_a_mistake_is_named_at_its_line_and_nothing_else(
    sro: Checklist, tmp_path: Path, old: str, new: str, expected: str
) -> None:
    first, *others = mistakes(sro, tmp_path, broken(old, new))
    assert first.startswith(expected) or any(other.startswith(expected) for other in others)
    # What is called otherwise is missing, too; nothing else may follow from one mistake.
    assert all("is missing" in problem for problem in {first, *others} if not problem.startswith(expected))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", " is empty"),
        (b"# nothing yet\n", " has nothing in it but comments"),
        (LAYER.encode("utf-16"), " is saved as UTF-16; save it again as UTF-8"),
        (b"\0" * 5000, " holds nothing but zeros"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1: has a character here that is not UTF-8"),
        (b"- id: one\n- id: two\n", "1: the file is a list; allowed: lines of “key: value”"),
        (b"Dear colleague,\nhere is the layer.\n", "1: the file is “Dear colleague, here is the layer.”; allowed"),
        (b"id: " + b"[" * 100_000, "1: starts with “[”"),
        (b"a: &a x\n" + b"b: *a\n" * 3, "1: starts with “&”, an anchor"),
        (LAYER.encode() + b"- id: x\n" * 15_000, " holds more than 20,000 entries"),
        (b"a:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 200)), " is nested more than"),
    ],
)
def test_what_is_no_layer_at_all_is_refused_in_a_sentence(
    sro: Checklist, tmp_path: Path, data: bytes, expected: str
) -> None:
    assert any(expected in problem for problem in mistakes(sro, tmp_path, data))


def test_a_file_that_is_too_large_is_not_read(sro: Checklist, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="larger than 4,096 KB"):
        mistakes(sro, tmp_path, b"#" * (4 * 1024 * 1024 + 1))


def test_several_mistakes_of_every_kind_are_all_named_in_order(sro: Checklist, tmp_path: Path) -> None:
    text = LAYER
    for old, new in (
        ("title: Wyoming\n", "title: Wyoming: ours\n"),
        ("level: law", "level: statute"),
        ("state: WY", "state: ZZ"),
        ("copy: copy.example.gov/wy", "copy:"),
        ("  questions:\n  - review\n", "  questions:\n  - revew\n"),
        ("asks: duty", "asks: *duty"),
        ('  read: "2026-11-30"\n', ""),
        ("source: statute", "sauce: statute"),
        ("  - publication", "  - [publication]"),
        ("certainty: part", "certainty: part\n  certainty: whole"),
    ):
        text = text.replace(old, new, 1)
    named = mistakes(sro, tmp_path, text)
    assert [problem.partition(":")[0] for problem in named] == [
        *("3", "6", "7", "12", "19", "19", "21", "25", "33", "36", "44"),
    ]
    assert not any("publication" in problem for problem in named)


def test_a_thousand_mistakes_are_cut_short_with_their_number(sro: Checklist, tmp_path: Path) -> None:
    named = mistakes(sro, tmp_path, LAYER + "".join(f"key{number}: x\n" for number in range(1000)))
    assert len(named) == 101
    assert "and 900 more mistakes" in named[0] + named[-1]


def test_what_a_mistake_quotes_is_cut_and_harmless(sro: Checklist, tmp_path: Path) -> None:
    named = mistakes(sro, tmp_path, broken("source: statute", f'source: "\\e[31m{"x" * 5000}"'))
    assert all(len(problem) < 500 and "\x1b" not in problem for problem in named)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("text: Wyoming asks that", "text: asks that", "24: begins in lower case"),
        ("agreement every year.", "agreement every year", "24: ends without a full stop"),
        ("Wyoming asks that the", "Wyoming asks that [agency] and the", "24: holds “[”; the text is shown as it is"),
        ('read: "2026-11-30"', 'read: "2025-05-31"', "32: “review” (Wyoming Code 1-2-3) was read on 2025-05-31, more"),
        ('read: "2026-11-30"', 'read: "2026-12-02"', "32: “review” was read on 2026-12-02, which is still to come"),
        ('until: "2029"', 'until: "2025"', "30: “review” ended with 2025; say what holds now, or delete it"),
        ("official: wyoleg.example.gov", "official: the library", "11: “the library” is no address; write where"),
        (
            "changes:",
            "  other:\n    title: T\n    official: o.gov\n    copy: c.gov\nchanges:",
            "14: no line rests on “ot",
        ),
    ],
)
def test_what_wants_a_second_look_is_warned_of_at_its_line(
    sro: Checklist, tmp_path: Path, old: str, new: str, expected: str
) -> None:
    (warning,) = warnings(sro, tmp_path, broken(old, new))
    assert warning.startswith(expected)


@pytest.mark.parametrize(("read", "is_old"), [("2025-06-01", False), ("2025-05-31", True)])
def test_a_reading_is_old_after_eighteen_months(sro: Checklist, tmp_path: Path, read: str, is_old: bool) -> None:
    assert bool(warnings(sro, tmp_path, broken('read: "2026-11-30"', f'read: "{read}"'))) is is_old
