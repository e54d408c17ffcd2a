"""A file that is not quite YAML is read as far as it goes, and each of its mistakes is named at its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.storage import mended_yaml
from mou_tui.storage.mended_yaml import LARGEST, MOST_MENDED, read_mended
from mou_tui.storage.yaml_comments import Comments
from mou_tui.storage.yaml_reader import Document, read

BROKEN = """\
id: a
text: [Police agency] shall.
lines:
- id: one
  questions: &all
  - review
  text: One: two
  text: again
  binds:
  - *all
\tread: 3
- id: "two
  long: |-
    kept

    as it is
  just words
- @home
end: 1
"""


def test_every_mistake_is_named_and_the_rest_is_read() -> None:
    document, problems, lines = read_mended(BROKEN.encode(), "a.yaml")
    assert sorted(problem.line for problem in problems) == [2, 5, 7, 8, 10, 11, 12, 17, 18]
    assert document
    assert document.value == {
        "id": "a",
        "text": "",
        "lines": [
            {"id": "one", "questions": "", "text": "", "binds": [""], "read": "3"},
            {"id": "", "long": "kept\n\nas it is"},
            "",
        ],
        "end": "1",
    }
    assert lines >= {2, 5, 7, 8, 10, 12, 17, 18}


def test_no_line_moves_so_that_what_follows_is_named_where_it_is() -> None:
    document, _, _ = read_mended(BROKEN.encode(), "a.yaml")
    assert document
    assert document.line(("end",)) == BROKEN.splitlines().index("end: 1") + 1


def test_a_file_without_mistakes_is_read_as_it_is() -> None:
    source = b'\xef\xbb\xbfa: x\r\nb:\r\n- "y"\r\n'
    assert read_mended(source, "a.yaml") == (read(source, "a.yaml"), (), frozenset())


def test_line_ends_of_windows_and_bytes_that_are_no_text_are_mended_too() -> None:
    document, problems, _ = read_mended("a: x: y\r\nb: José\r\nc: z\r\n".encode("cp1252"), "a.yaml")
    assert sorted(problem.line for problem in problems) == [1, 2]
    assert document
    assert document.value == {"a": "", "b": "", "c": "z"}


def test_more_mistakes_than_anybody_reads_end_the_search() -> None:
    document, problems, _ = read_mended(b"a: x: y\n" + b"".join(b"k%d: x: y\n" % n for n in range(100)), "a.yaml")
    assert document is None
    assert len(problems) == MOST_MENDED + 1


def test_of_what_is_no_file_of_keys_only_the_first_mistake_is_named() -> None:
    document, problems, _ = read_mended(
        b"Dear all,\nhere: is it: a letter\n- with a list\nand more: of: it\n", "a.yaml"
    )
    assert document is None
    assert len(problems) == 1


@given(
    st.lists(
        st.sampled_from([*BROKEN.splitlines(), "", "  - x", "a: 'b", "%x", "---", "...", "<<<<<<< a"]), max_size=12
    )
)
def test_whatever_stands_in_a_file_each_line_is_named_at_most_once(rows: list[str]) -> None:
    _, problems, _ = read_mended("\n".join(rows).encode(), "a.yaml")
    lines = [problem.line for problem in problems if problem.line]
    assert len(lines) == len(set(lines))
    assert all(1 <= line <= len(rows) + 1 for line in lines)


@pytest.mark.parametrize(
    "source",
    [
        b"id: a\n" + b'k: "x\n' * 40_000,
        b"id: a\n" + b"\tk: x\n" * 40_000,
        b"id: a\ntext: |-\n" + b"  word word\n" * 30_000 + b"k: x: y\n" * 40,
        b"".join(b"  " * depth + b"a:\n" for depth in range(700)),
        b"id: a\nb: " + b"[x " * 100_000,
        b"a: *b\n" * 10_000,
    ],
    ids=["quotes", "tabs", "late", "deep", "brackets", "references"],
)
def test_a_hostile_file_is_looked_at_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch, source: bytes) -> None:
    readings: list[int] = []

    def counted(data: bytes, name: str, comments: Comments) -> Document:
        readings.append(len(data))
        return read(data, name, comments=comments)

    monkeypatch.setattr(mended_yaml, "read", counted)
    assert read_mended(source, "a.yaml").problems
    assert len(readings) <= 3 * MOST_MENDED


def test_a_file_that_nobody_wrote_by_hand_is_read_once() -> None:
    document, problems, _ = read_mended(b"a: x: y\nb: x: y\n" + b"#" * LARGEST, "a.yaml")
    assert (document, len(problems)) == (None, 1)
