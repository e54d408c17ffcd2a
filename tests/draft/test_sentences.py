"""Sentences of a clause: where they end, and what leads to the items of a list."""

from __future__ import annotations

import pytest

from mou_tui.draft.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("From 7:30 a.m. to 3:30 p.m. By May, all.", ["From 7:30 a.m. to 3:30 p.m.", "By May, all."]),
        ("At 8 a.m. Monday it opens.", ["At 8 a.m. Monday it opens."]),
        ("Under 34 CFR 99.31(a)(1)(i)(B) it may. It shall.", ["Under 34 CFR 99.31(a)(1)(i)(B) it may.", "It shall."]),
        ("As RSMo. 162.215 and Neb. Rev. Stat. 79-2703 say. So.", None),
        ("Mr. Doe and Dr. J. Roe sign. Then all do.", ["Mr. Doe and Dr. J. Roe sign.", "Then all do."]),
        ("It says “wait.” Then it goes on.", ["It says “wait.”", "Then it goes on."]),
        ("Within [number] days. [Title of employee] answers.", None),
        ("One line\nof two lines.", ["One line of two lines."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str] | None) -> None:
    read = [sentence.text for sentence in sentences(text)]
    if expected is not None:
        assert read == expected
    assert " ".join(read) == " ".join(text.split())


def test_an_item_of_a_list_keeps_what_leads_to_it_and_only_its_first_sentence_does() -> None:
    text = "The SRO shall:\n\n- wear a badge. It shall be seen;\n- tell the Principal.\n\nAfter that, all."
    assert [(sentence.lead, sentence.text) for sentence in sentences(text)] == [
        ("", "The SRO shall:"),
        ("The SRO shall:", "wear a badge."),
        ("", "It shall be seen;"),
        ("The SRO shall:", "tell the Principal."),
        ("", "After that, all."),
    ]


def test_lists_within_lists_lead_on() -> None:
    text = "Each party shall:\n\n1. tell:\n   - the SRO;\n   - the Principal;\n2. wait."
    wholes = [sentence.whole for sentence in sentences(text) if not sentence.leads_on]
    assert wholes == [
        "Each party shall: tell: the SRO;",
        "Each party shall: tell: the Principal;",
        "Each party shall: wait.",
    ]


def test_a_colon_within_a_paragraph_that_no_list_follows_leads_nowhere() -> None:
    (sentence,) = sentences("Three things matter:")
    assert (sentence.text, sentence.leads_on) == ("Three things matter:", False)
