from __future__ import annotations

import re

import pytest

from mou_tui.language.lazy_pattern import LazyPattern

LAZY, EAGER = LazyPattern("a+", re.IGNORECASE), re.compile("a+", re.IGNORECASE)


@pytest.mark.parametrize("text", ["", "b", "Aa", "baab A"])
def test_it_finds_what_a_compiled_pattern_finds(text: str) -> None:
    def span(match: re.Match[str] | None) -> tuple[int, int] | None:
        return match and match.span()

    assert span(LAZY.search(text)) == span(EAGER.search(text))
    assert span(LAZY.search(text, 2)) == span(EAGER.search(text, 2))
    assert span(LAZY.match(text)) == span(EAGER.match(text))
    assert span(LAZY.fullmatch(text)) == span(EAGER.fullmatch(text))
    assert [match.span() for match in LAZY.finditer(text)] == [match.span() for match in EAGER.finditer(text)]
    assert LAZY.split(text) == EAGER.split(text)
    assert LAZY.sub("-", text, count=1) == EAGER.sub("-", text, count=1)
    assert LAZY.subn(lambda match: match[0].upper(), text) == EAGER.subn(lambda match: match[0].upper(), text)


def test_a_wrong_expression_is_found_when_it_is_used_and_not_before() -> None:
    wrong = LazyPattern("(")
    with pytest.raises(re.error):
        wrong.search("a")
