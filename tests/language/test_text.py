"""Text is safe to store and show once it is through the door, and good text comes through untouched."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from mou_tui.language.text import clean, clean_line, for_display, short_hash, slug

ANY_TEXT = st.text(st.characters(codec=None))
LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
BIDI_CONTROLS = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def is_forbidden(character: str) -> bool:
    code = ord(character)
    return (
        (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t")
        or code in BIDI_CONTROLS
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def test_every_character_is_either_kept_or_replaced_by_one_that_may_be_shown() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        cleaned = clean(character)
        if is_forbidden(character):
            assert not is_forbidden(cleaned.text), hex(code)
            assert cleaned.replaced == (character not in LINE_ENDS), hex(code)
        else:
            assert (cleaned.text, cleaned.replaced) == (character, 0), hex(code)


@given(ANY_TEXT)
def test_cleaned_text_holds_nothing_a_terminal_obeys(text: str) -> None:
    assert not any(map(is_forbidden, clean(text).text))
    assert not any(map(is_forbidden, clean_line(text).text))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for cleaner in (clean, clean_line):
        once = cleaner(text).text
        assert cleaner(once).text == once
        assert cleaner(once).replaced == 0


@given(ANY_TEXT)
def test_a_cleaned_line_is_one_line(text: str) -> None:
    line = clean_line(text).text
    assert len(line.splitlines()) <= 1
    assert "\t" not in line


@given(ANY_TEXT)
def test_the_count_is_the_number_of_replacements(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.replaced == sum(character not in LINE_ENDS and is_forbidden(character) for character in text)


@pytest.mark.parametrize("line_end", ["\r\n", *LINE_ENDS])
def test_every_line_end_becomes_a_line_feed_and_is_not_counted(line_end: str) -> None:
    cleaned = clean(f"one{line_end}two{line_end}{line_end}three")
    assert (cleaned.text, cleaned.replaced) == ("one\ntwo\n\nthree", 0)
    assert clean_line(f"one{line_end}two").text == "one two"


def test_control_characters_are_shown_as_what_they_were() -> None:
    cleaned = clean("\x1b]52;c;ZWNobw==\x07 \x00\x7f\x9b2J \u202eevil\ud800")
    assert cleaned.text == "␛]52;c;ZWNobw==␇ ␀␡\ufffd2J \ufffdevil\ufffd"
    assert cleaned.replaced == 7


@pytest.mark.parametrize(
    "text",
    [
        "Superintendent\tJosé Ñandú, O’Brien — “quoted” §3",
        "e\u0301 stays two characters, é one",
        "👩\u200d👩\u200d👧\u200d👦 and نامه\u200cای and x\xa0y",
        "\ufeffstart",
    ],
)
def test_names_emoji_and_accents_are_left_alone(text: str) -> None:
    assert (clean(text).text, clean(text).replaced) == (text, 0)


def test_a_message_shows_outside_text_clean_and_short() -> None:
    assert for_display(Path("a\x1b[2J\nb.yaml")) == "a␛[2J b.yaml"
    assert for_display(os.fsdecode(b"caf\xe9.yaml")) == "caf\ufffd.yaml"
    assert for_display("x" * 100, at_most=10) == "xxxxxxxxx…"


@given(ANY_TEXT)
def test_a_slug_is_a_file_name_everywhere(text: str) -> None:
    name = slug(text)
    assert 1 <= len(name) <= 90
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name[0] != "-" != name[-1]
    assert slug(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lincoln USD & Harbor Police", "lincoln-usd-harbor-police"),
        ("São José/../../etc/passwd", "sao-jose-etc-passwd"),
        ("Straße", "strasse"),
        ("", "untitled"),
        ("Полиция", "untitled"),
        ("CON", "con-file"),
        ("nul.", "nul-file"),
        ("lpt1", "lpt1-file"),
        ("console", "console"),
        ("x" * 100, "x" * 80),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_slugs_a_person_would_expect(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_digest_is_short_and_takes_any_text() -> None:
    assert short_hash("") == "e3b0c44298fc"
    assert len({short_hash(text) for text in ("a", "b", "a\n", "\ud800")}) == 4


@given(st.characters(codec=None))
def test_what_a_key_types_needs_no_cleaning(character: str) -> None:
    if events.Key("x", character).is_printable:
        assert clean(character) == (character, 0)
