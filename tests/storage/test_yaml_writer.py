"""What is written comes back exactly, and reads as a person would have typed it."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.text import clean
from mou_tui.storage.yaml_reader import Limits, PlainData, read, write
from tests.examples import examples
from tests.storage.yaml_files import ROOT, SESSION, assert_comes_back, written


def test_the_file_is_what_a_person_would_have_typed() -> None:
    assert write(SESSION, header="MOU session.\nPlain text.") == (ROOT / "tests/data/session.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Lake City", "a: Lake City"),
        ("École, 2nd floor (east) [x] 'y' \"z\"", "a: École, 2nd floor (east) [x] 'y' \"z\""),
        ("", 'a: ""'),
        ("no", 'a: "no"'),
        ("Null", 'a: "Null"'),
        ("012", 'a: "012"'),
        ("2024-02-30", 'a: "2024-02-30"'),
        ("- x", 'a: "- x"'),
        ("a: b", 'a: "a: b"'),
        ("a #b", 'a: "a #b"'),
        ("a#b:c", "a: a#b:c"),
        ("ends:", 'a: "ends:"'),
        ("ends ", 'a: "ends "'),
        ("tab\t", 'a: "tab\\t"'),
        ("\n", 'a: "\\n"'),
        ('"q" \\ \ufeff', 'a: "\\"q\\" \\\\ \\ufeff"'),
        ("one\ntwo", "a: |-\n  one\n  two"),
        ("one\ntwo\n", "a: |\n  one\n  two"),
        ("one\n\n", "a: |+\n  one\n"),
        ("  one\ntwo", "a: |2-\n    one\n  two"),
        ("\n\none", "a: |2-\n\n\n  one"),
        ("one  \n \n\ttwo", "a: |-\n  one  \n   \n  \ttwo"),
        ("x " * 41, "a: |-\n  " + "x " * 41),
    ],
)
def test_text_is_written_plain_quoted_or_as_a_block(text: str, line: str) -> None:
    assert written({"a": text}) == line + "\n"
    assert_comes_back({"a": text})


def test_changing_one_word_changes_one_line() -> None:
    before = write({"a": {"text": "one two  \n\nthree four: five \n" * 20}, "b": "x"}).splitlines()
    after = write({"a": {"text": "one two  \n\nthree four: five \n" * 19 + "one 2  \n\nthree four: five \n"}, "b": "x"})
    assert len(before) == len(after.splitlines())
    assert sum(old != new for old, new in zip(before, after.splitlines(), strict=True)) == 1


@pytest.mark.parametrize("value", ["", "x", "one\ntwo\n", " ", [], {}, [[]], [{}], [[[["x"]]]], {"a": [[]]}])
def test_any_shape_may_be_a_whole_file(value: PlainData) -> None:
    assert_comes_back(value)


@pytest.mark.parametrize("key", ["", "k" * 201, "a\nb", "a\tb", "\ufeff", "\u202e"])
def test_a_key_that_would_be_refused_is_not_written(key: str) -> None:
    with pytest.raises(ValueError, match="a key"):
        write({key: "x"})


def test_what_would_be_refused_is_not_written() -> None:
    deep: PlainData = "x"
    for _ in range(12):
        deep = [deep]
    assert_comes_back(deep)
    with pytest.raises(ValueError, match="12 deep"):
        write([deep])
    with pytest.raises(ValueError, match="surrogate"):
        write("\ud800")


def contexts(text: str) -> Iterator[str]:
    yield text
    yield f"{text}after"
    yield f"before{text}"
    yield f"be{text}tween"
    yield f"above\n{text}\nbelow"
    yield f"{text} \n{text}\n{text}  "


def test_every_character_comes_back_from_every_place_in_a_text() -> None:
    every = dict.fromkeys(clean("".join(map(chr, range(sys.maxunicode + 1)))).text)
    alike = [code for code in every if code > "\xff" and unicodedata.category(code) in ("Lo", "Co", "Cn", "So", "Mn")]
    singled_out = every.keys() - set(alike)
    rest = "".join(alike)

    # Letters and the like go in a thousand at a time; `fuzz_reader.py --characters` tries each one by itself.
    texts = [placed for character in singled_out for placed in contexts(character)]
    texts += [f"{rest[start : start + 1000]}\n" for start in range(0, len(rest), 1000)]
    assert len(texts) > 40_000
    sample: PlainData = [{"text": text} for text in texts]
    data = write(sample).encode()
    assert read(data, "a.yaml", end_marker=True, limits=Limits(nodes=200_000)).value == sample
    assert yaml.load(data, yaml.CBaseLoader) == sample


CLEAN_TEXT = st.text(st.sampled_from("ab:#-\"'\\[]{}|>&*!%@`?,~=é語😀\ufeff\xa0 \n\t") | st.characters()).map(
    lambda text: clean(text).text
)


KEYS = st.text(st.sampled_from("ab:#-\"'\\[]{}|>&*!%@`?,~=é語 <"), min_size=1, max_size=20)


@examples(133)
@given(
    st.recursive(
        CLEAN_TEXT,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    )
)
def test_whatever_is_written_comes_back_exactly(value: PlainData) -> None:
    try:
        data = write(value).encode()
    except ValueError:
        return
    assert read(data, "a.yaml", end_marker=True).value == value
    assert yaml.load(data, yaml.CBaseLoader) == value
    assert yaml.load(data, yaml.SafeLoader) == value
