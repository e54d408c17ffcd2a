"""The words in which wordings that stand side by side differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from mou_tui.draft.wording_differences import MOST_WORDS, differing_text


def marked(*texts: str) -> list[list[str]]:
    return [
        [text[start:end] for start, end in ranges] for text, ranges in zip(texts, differing_text(texts), strict=True)
    ]


def test_what_one_has_and_the_other_has_not_is_marked_in_whole_words() -> None:
    assert marked("Safe schools.", "Safe and calm schools.") == [[], ["and calm"]]
    assert marked("By May 10\nof each year.", "By June 1\nof each year.") == [["May 10"], ["June 1"]]
    assert marked("Old.", "New words.") == [["Old."], ["New words."]]
    assert marked("The same.", "The same.") == [[], []]


def test_the_first_of_several_is_marked_where_any_other_differs() -> None:
    assert marked("We meet in May.", "We meet in June.", "We talk in May.") == [["meet", "May."], ["June."], ["talk"]]


def test_one_wording_or_none_differs_from_nothing() -> None:
    assert marked("Safe schools.") == [[]]
    assert marked() == []


def test_of_very_long_wordings_all_that_is_not_alike_at_the_ends_is_marked() -> None:
    long, other = " ".join(map(str, range(MOST_WORDS))), " ".join(f"x{number}" for number in range(MOST_WORDS))
    assert marked(f"We {long} agree.", f"We {other} agree.") == [[long], [other]]


words = some.lists(some.sampled_from(["a", "b", "c", "d"]), max_size=12).map(" ".join)


@given(words, words)
def test_without_the_marked_words_both_read_the_same(first: str, second: str) -> None:
    def common(text: str, parts: tuple[tuple[int, int], ...]) -> list[str]:
        for start, end in reversed(parts):
            text = text[:start] + text[end:]
        return text.split()

    ours, theirs = differing_text((first, second))
    assert common(first, ours) == common(second, theirs)
