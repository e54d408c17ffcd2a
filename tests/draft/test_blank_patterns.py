from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.blank_patterns import PATTERNS, BlankPattern
from tests.draft.blank_cases import NOTHING_TO_FILL, TO_FILL

SIGNS = st.text("0129_\\Xx[]$%.,/-#?{}<>«»()MmDdYyTtBbAaJuly of day\n…●", max_size=24)


def _begins(pattern: BlankPattern, text: str) -> set[str]:
    """The characters with which a pattern matches somewhere in a text, or would if it were looked for there."""
    expression = re.compile(pattern.expression)
    matches = filter(None, (expression.match(text, start) for start in range(len(text))))
    return {"0" if match[0][0].isdecimal() else match[0][0] for match in matches}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_blank_begins_as_its_pattern_says(pattern: BlankPattern) -> None:
    cases = [text for text, _blanks in TO_FILL] + [str(text) for text in NOTHING_TO_FILL]

    assert set().union(*(_begins(pattern, text) for text in cases)) <= set(pattern.begins)


@given(SIGNS)
def test_any_blank_begins_as_its_pattern_says(text: str) -> None:
    for pattern in PATTERNS:
        assert _begins(pattern, text) <= set(pattern.begins)
