"""Every value comes back from its plain form, and every other shape is taken or refused with its line."""

from __future__ import annotations

from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from mou_tui.errors import InvalidFile
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import Document, PlainData, write
from tests.storage.questions import WHO, Example, Question, document_of

TEXT = st.text(max_size=5)
KEY = st.text("abcxyz-", min_size=1, max_size=4)
EXAMPLES = st.builds(
    Example,
    id=TEXT,
    one_view=TEXT,
    covers=st.lists(TEXT, max_size=3).map(tuple),
    leaning=st.sampled_from(["agency", "both", "district"]),
    extra=st.dictionaries(KEY, TEXT | st.lists(TEXT), max_size=2),
)


QUESTIONS = st.builds(
    Question,
    id=TEXT,
    label=TEXT,
    essential=st.booleans(),
    together=st.booleans(),
    days=st.none() | st.integers(14, 10**14) | st.integers(-(10**14), 12),
    examples=st.lists(EXAMPLES, max_size=3).map(tuple),
    facts=st.dictionaries(KEY, TEXT, max_size=3),
    by_name=st.dictionaries(KEY, EXAMPLES, max_size=2),
    chosen=st.none() | EXAMPLES,
    extra=st.dictionaries(KEY, TEXT, max_size=2),
)


@given(QUESTIONS)
def test_every_value_comes_back_from_its_plain_form(question: Question) -> None:
    document = Document(to_plain(question), {})
    again = from_plain(Question, document, "q.yaml", unknown="keep")
    assert again == question
    assert to_plain(again) == document.value


SHAPES: list[PlainData] = ["", "x", [], ["x"], {}, {"x": "y"}, [["x"]]]


@st.composite
def with_one_value_swapped(draw: st.DrawFn) -> str:
    """A right file in which one value is of another shape."""
    value = to_plain(WHO)
    place: PlainData = value
    while True:
        assert isinstance(place, dict | list)
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = draw(st.sampled_from(steps))
        inner = place[step]  # type: ignore[index, call-overload]
        if not inner or isinstance(inner, str) or draw(st.booleans()):
            other: PlainData = draw(st.sampled_from(SHAPES))
            place[step] = other  # type: ignore[index, call-overload]
            return write(value)
        place = inner


@given(with_one_value_swapped(), st.sampled_from(["refuse", "keep"]))
def test_a_value_of_another_shape_is_taken_or_told_with_its_line(
    source: str, unknown: Literal["refuse", "keep"]
) -> None:
    try:
        from_plain(Question, document_of(source), "q.yaml", unknown=unknown)
    except InvalidFile as refusal:
        assert all(problem.line > 0 for problem in refusal.problems)
