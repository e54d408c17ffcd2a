"""Files are read strictly, and every refusal names its line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mou_tui.errors import InvalidFile
from mou_tui.storage.yaml_reader import Limits, PlainData, read, write
from tests.storage.yaml_files import ROOT, SESSION, assert_comes_back

MIB = 1 << 20


def problem_of(source: str | bytes, *, end_marker: bool = False) -> str:
    data = source.encode() if isinstance(source, str) else source
    with pytest.raises(InvalidFile) as caught:
        read(data, "a.yaml", end_marker=end_marker)
    return caught.value.message


def value_of(source: str) -> PlainData:
    return read(source.encode(), "a.yaml").value


def test_every_scalar_stays_the_text_it_is() -> None:
    words = ["no", "on", "~", "null", "012", "1_000", "12:30", "2024-02-30", "1e3", "0x1F", ".inf", "=", "", "Yes"]
    assert value_of("".join(f"- {word}\n" for word in words)) == words


def test_what_a_careful_hand_writes_is_read() -> None:
    source = (
        "\ufeff# comment\r\n---\r\nplain: text over\r\n  two lines\r\n"
        "'single': 'it''s'\r\n\"double\": \"tab\\t\"\r\n"
        "folded: >-\r\n  one\r\n  two\r\nliteral: |\r\n  one\r\n  two\r\n"
        "nothing:\r\nlist: []\r\nmapping: { }\r\n...\r\n"
    )
    assert value_of(source) == {
        "plain": "text over two lines",
        "single": "it's",
        "double": "tab\t",
        "folded": "one two",
        "literal": "one\ntwo\n",
        "nothing": "",
        "list": [],
        "mapping": {},
    }


def test_every_value_and_key_knows_its_line() -> None:
    document = read(b"# note\na: x\nb:\n\n  c: |\n    text\n  d:\n  - e: 1\n    f: 2\n", "a.yaml")
    assert document.lines == {
        (): 2,
        ("a",): 2,
        ("b",): 5,
        ("b", "c"): 5,
        ("b", "d"): 8,
        ("b", "d", 0): 8,
        ("b", "d", 0, "e"): 8,
        ("b", "d", 0, "f"): 9,
    }
    assert document.key_line(("b",)) == 3
    assert document.key_line(("b", "d")) == 7
    assert document.key_line(("a",)) == 2
    assert document.line(("nowhere",)) == document.key_line(("nowhere",)) == 0


@pytest.mark.parametrize(
    ("source", "line", "expected"),
    [
        ("a: x\nb: &name y\n", 2, "“&”, an anchor"),
        ("a: x\nb: *a\n", 2, "“*”, a reference"),
        ("a: x\n*a : y\n", 2, "a key must be a short text"),
        ("a: x\nb: !!int 3\n", 2, "“!”, a tag"),
        ("a: x\n!t b: y\n", 2, "“!”, a tag"),
        ("a: x\nb: ! y\n", 2, "“!”, a tag"),
        ("a: x\n<<: y\n", 2, "merges mappings"),
        ("a: x\nb: y\na: z\n", 3, "“a” stands here again; the first is on line 1"),
        ("a:\n  x: y\nb: y\na: z\n", 4, "“a” stands here again; the first is on line 1"),
        ("a: x\nb: [c, d]\n", 2, "starts with “[”"),
        ("a: x\nb: [number] school days\n", 2, "starts with “[”; put text in double quotes"),
        ("a: x\nb: [\n", 2, "starts with “[”"),
        ("a: x\nb: {c: d}\n", 2, "starts with “{”"),
        ("a: x\n---\nb: y\n", 2, "a second document"),
        ("a: x\n...\nb: y\n", 3, "after “...”, the end of the file"),
        ("%YAML 1.1\n---\na: x\n", 1, "a line starts with “%”"),
        ("\ufeff\ufeff%YAML 1.1\n---\na: x\n", 1, "U+FEFF"),
        ("a: x\n\ufeffb: y\n", 2, "U+FEFF"),
        ("a: x\n? - b\n: c\n", 2, "a key must be a short text"),
        ("a: x\n: c\n", 2, "indent"),
        ("a: x\n'': c\n", 2, "a key is empty"),
        (f"a: x\n{'k' * 201}: c\n", 2, "longer than 200"),
        ('a: x\n"k\\e[m": c\n', 2, "cannot be seen"),
        ('a: x\n"k\\ufeff": c\n', 2, "cannot be seen"),
        ("a: x\nb: c: d\n", 2, "a second “: ” on one line"),
        ("a: x\njust words\nb: y\n", 2, "neither “key: value” nor part of a text"),
        ("a: x\n b: y\n", 2, "“: ”"),
        ("a:\n    b: x\n  c: y\n", 3, "check the indent"),
        ("a:\n\tb: x\n", 2, "tab"),
        ('a: x\nb: "never closed\nc: y\n', 2, "never closed"),
        ("a: x\nb: 'it's'\n", 2, "quotes within quotes"),
        ("a: x\nb: @home\n", 2, "double quotes"),
        ('a: x\nb: "c:\\path"\n', 2, "backslash"),
        ("a: x\nb: \x1b[2J\n", 2, "U+001B"),
        ("a: x\nb: \x9b2J\n", 2, "U+009B"),
        ("a: x\nb: c\u2028d\n", 2, "U+2028"),
        ("a: x\nb: c\x85d\n", 2, "U+0085"),
        ("a: x\nb: c\ufffed\n", 2, "U+FFFE"),
        ("a: x\nb: c\x00d\n", 2, "U+0000"),
    ],
)
def test_what_plain_data_does_not_have_is_refused_with_its_line(source: str, line: int, expected: str) -> None:
    message = problem_of(source)
    assert message.startswith(f"a.yaml:{line}: ")
    assert expected in message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "a.yaml: is empty"),
        (b" \n\t\r\n", "a.yaml: is empty"),
        (b"# only\n# comments\n", "a.yaml: has nothing in it but comments"),
        (b"\0" * 4096, "a.yaml: holds nothing but zeros"),
        (b"a: b\nc: d\n" + b"\0" * 4096, "a.yaml:2: looks cut off after line 2: only zeros follow"),
        ("a: b".encode("utf-16"), "a.yaml: is saved as UTF-16"),
        ("a: b".encode("utf-16-le"), "a.yaml: is saved as UTF-16"),
        ("a: b".encode("utf-16-be"), "a.yaml: is saved as UTF-16"),
        ("a: b\nc: José".encode("cp1252"), "a.yaml:2: has a character here that is not UTF-8"),
        (b"a: \xed\xa0\x80", "a.yaml:1: has a character here that is not UTF-8"),
        (b"a: b\n<<<<<<< HEAD\nc: d\n=======\n", "a.yaml:2: unresolved git conflict at line 2"),
        (b"a: b\nc: d\n=======\nc: e\n>>>>>>> other\n", "a.yaml:3: unresolved git conflict at line 3"),
        (b"a: |-\n  x\n||||||| base\n", "a.yaml:3: unresolved git conflict at line 3"),
    ],
)
def test_a_damaged_file_is_named_for_what_happened_to_it(data: bytes, expected: str) -> None:
    assert problem_of(data).startswith(expected)


def test_signs_of_a_conflict_within_text_are_text() -> None:
    assert_comes_back({"a": "<<<<<<< HEAD\n=======\n>>>>>>> other"})


def test_too_much_of_anything_is_refused() -> None:
    with pytest.raises(InvalidFile, match="too large: 11 bytes, of at most 10"):
        read(b"a: 45678901", "a.yaml", limits=Limits(size=10))
    with pytest.raises(InvalidFile, match=r"a\.yaml:3: holds more than 3 entries"):
        read(b"- a\n- b\n- c\n", "a.yaml", limits=Limits(nodes=3))
    assert "nested more than 12 deep" in problem_of("- " * 13 + "a")
    assert value_of("- " * 12 + "a")


def test_a_file_that_lost_its_end_is_told_from_a_whole_one() -> None:
    assert problem_of("a: b\nc:\n  d: e\n\n", end_marker=True).startswith("a.yaml:3: looks cut off after line 3")
    assert problem_of("a: b\n...d\n", end_marker=True).startswith("a.yaml:2: looks cut off after line 2")
    for end in ("...", "...\n", "...\r\n\r\n", "... # end\n# end\n"):
        assert read(b"a: b\n" + end.encode(), "a.yaml", end_marker=True).value == {"a": "b"}


def test_no_prefix_of_a_session_passes_for_the_whole() -> None:
    data = write(SESSION, header="MOU session").encode()
    for end in range(len(data) - 1):
        with pytest.raises(InvalidFile):
            read(data[:end], "a.yaml", end_marker=True)
        with_no_traceback(data[:end])
    assert read(data[:-1], "a.yaml", end_marker=True).value == SESSION


def test_no_flipped_bit_brings_the_reader_down() -> None:
    data = bytearray(write(SESSION).encode())
    for position in range(len(data)):
        for bit in range(8):
            data[position] ^= 1 << bit
            with_no_traceback(bytes(data))
            data[position] ^= 1 << bit


def with_no_traceback(data: bytes) -> None:
    try:
        document = read(data, "a.yaml")
    except InvalidFile as refusal:
        assert refusal.problems
    else:
        assert read(write(document.value).encode(), "a.yaml").value == document.value


def test_without_the_c_parser_the_same_files_are_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # As where PyYAML was installed without libyaml.
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(write(SESSION).encode(), "a.yaml", end_marker=True).value == SESSION
    for source in ("a: [b", "a: &b c", "a: b: c", "- " * 13, 'a: "b', "a: !!timestamp x", "a: @", "a: x\nb\n"):
        problem_of(source)
    for beyond_unicode in ("00110000", "FFFFFFFF"):
        assert "cannot be read as YAML" in problem_of(f'a: "\\U{beyond_unicode}"')


ATTACKS = {
    "brackets": b"[" * MIB,
    "brackets on lines": b"a:\n" + b"[\n" * MIB,
    "braces": b"{" * (16 * MIB),
    "dashes": b"- " * (8 * MIB),
    "questions": b"? " * (8 * MIB),
    "nested mappings": b"".join(b" " * depth + b"a:\n" for depth in range(3000)),
    "alias bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "merge bomb": b"a: &a {x: y}\nb: {<<: [*a, *a]}\n",
    "merge lines": b"a: b\n" + b"<<: x\n" * MIB,
    "equal keys": b"a: b\n" * (3 * MIB),
    "tag directives": b"".join(b"%%TAG !a%d! b\n" % number for number in range(500_000)),
    "hidden tag directives": b"".join(b"\xc2\x85%%TAG !a%d! b" % number for number in range(500_000)),
    "long anchor": b"a: &" + b"x" * (15 * MIB),
    "long tag": b"a: !<" + b"%41" * (5 * MIB),
    "long key": b"x" * (15 * MIB) + b": a",
    "open quote": b'a: "' + b"x\n " * (5 * MIB),
    "zeros": bytes(16 * MIB),
    "documents": b"---\n" * (4 * MIB),
    "tabs": b"a:\n" + b"\t" * (15 * MIB) + b"b: c",
    "many marks": b"\xef\xbb\xbf" * (5 * MIB),
    "too large": b"a" * (17 * MIB),
    "entries": b"- a\n" * (4 * MIB),
    "keys": b"".join(b"key%d: v\n" % number for number in range(1_000_000)),
}


def test_hostile_files_are_refused_without_much_time_or_memory(tmp_path: Path) -> None:
    for name, data in ATTACKS.items():
        (tmp_path / name).write_bytes(data)
    script = """
import pathlib, resource, sys, time
from mou_tui.errors import InvalidFile
from mou_tui.storage.yaml_reader import read
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    data = path.read_bytes()
    started = time.process_time()
    try:
        read(data, path.name)
        print("accepted", path.name)
    except InvalidFile as refusal:
        took = time.process_time() - started
        if took > (2.0 if "entries" in refusal.message else 0.5):
            print(f"{path.name} took {took:.2f} s")
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.run(
        [sys.executable, "-c", script, tmp_path], env=environment, capture_output=True, text=True, timeout=60
    )
    assert (child.returncode, child.stdout, child.stderr) == (0, "", "")


def test_a_few_thousand_damaged_files_bring_nothing_down() -> None:
    child = subprocess.run(
        [sys.executable, ROOT / "tests/torture/fuzz_reader.py", "--count", "10000"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "0 tracebacks, 0 came back different" in child.stdout, child.stderr
    assert child.returncode == 0
