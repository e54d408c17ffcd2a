"""A wording is changed to read otherwise, and what reads as before keeps its very characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.exchange.returned.wording_lines import are_alike, leveled, shown_lines
from mou_tui.exchange.returned.wording_patch import rewritten
from tests.examples import examples

TEXTS = (
    "Plain words here, at [number] schools.",
    "Some **bold** and *slanted* words, and 5 \\* 3.",
    "1. first\n2. second\n3. third",
    "(a) outer\n   (i) inner\n   (ii) more\n(b) last",
    "* star\n* another",
    "Lead:\n- one\n- two\n\nTail.",
    "| a | b |\n|---|---|\n| [number] | d |",
    "Fee\tAmount\nYear\t5\nDay\t2",
)
wordings = st.lists(st.sampled_from(TEXTS), max_size=4, unique=True).map("\n\n".join)


@examples(40)
@given(wordings, st.data())
def test_it_reads_as_it_should(source: str, data: st.DataObject) -> None:
    entries = list(shown_lines(source, (), "show"))
    others = shown_lines("\n\n".join(TEXTS[:6]), (), "show")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(entries)))
        if data.draw(st.booleans()) and at < len(entries):
            del entries[at]
        else:
            entries.insert(at, data.draw(st.sampled_from(others)))
    wanted = leveled(entries)
    assert are_alike(shown_lines(rewritten(source, wanted), (), "show"), wanted)


def test_a_star_in_a_paragraph_makes_no_note_of_an_item_below() -> None:
    source = "Some *slanted* words, and 5 \\* 3.\n\n* star\n* another"
    entries = list(shown_lines(source, (), "show"))
    entries.insert(2, shown_lines(TEXTS[3], (), "show")[1])
    wanted = leveled(entries)
    assert are_alike(shown_lines(rewritten(source, wanted), (), "show"), wanted)


@given(wordings | st.sampled_from(("", "\xa0", "  \n\n")))
def test_what_reads_the_same_is_the_same(source: str) -> None:
    assert rewritten(source, shown_lines(source, (), "show")) == source


@pytest.mark.parametrize(
    ("source", "read", "expected"),
    [
        ("*  odd   spaces\n*  it is here", "* odd spaces\n* it is there", "*  odd   spaces\n*  it is there"),
        ("One.\n\n\n\nTwo.", "One.\n\nThree.\n\nTwo.", "One.\n\nThree.\n\nTwo."),
        ("a) x\nb) y", "a) x\nb) z\nc) y", "a) x\nb) z\nc) y"),
        ("5. x\n6. y\n\n9. z", "5. x\n6. n\n7. y\n\n9. z", "5. x\n6. n\n7. y\n\n9. z"),
        ("- x\n- y", "- x\n- new\n- y", "- x\n- new\n- y"),
        ("See *here* and \\*there\\*.", "See *here* or \\*there\\*.", "See *here* or \\*there\\*."),
        ("Pay [amount] now.", "Pay [amount] later.", "Pay [amount] later."),
        ("  indented\n", "indented words", "  indented words\n"),
    ],
)
def test_what_was_typed_stays(source: str, read: str, expected: str) -> None:
    assert rewritten(source, shown_lines(read, (), "show")) == expected


def test_blanks_that_were_printed_as_lines_stay_blanks() -> None:
    wanted = shown_lines("Pay $____________ to ____________ by June.", (), "show")
    assert (
        rewritten("Pay $[amount] to [name] by May.", wanted, blanks="underline") == "Pay $[amount] to [name] by June."
    )
