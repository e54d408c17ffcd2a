"""Feed the strict YAML reader damaged and hostile files, and see that it either takes them or says why not.

    python tests/torture/fuzz_reader.py [--characters | --count 1000000 --seed 7]

Accepted files must mean the same to PyYAML and come back from a round trip; with `--characters`, so must every
character, from six places in a text. Prints figures; exits with 1 if anything failed or raised but `InvalidFile`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import yaml

from mou_tui.errors import InvalidFile
from mou_tui.language.text import clean
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import Document, PlainData, read, write

SESSION = """\
# MOU session. Plain text, safe to read.
format: "1"
checklist:
  id: sro
  version: "2025.1"
parties:
- id: agency
  name: "Lake City: Police Department"
  signatories: []
- id: district
  name: Lake City Unified School District
facts: {}
answers:
  purpose.goals:
    text: |-
      The Department shall assign one officer “José” to each school.

      * trailing space\x20
      * tab\there, colon: here, [number] days # no comment
    positions:
      agency: agrees
      district: objects
  command:
    text: |2-
        indented first line
      then not
    taken: "no"
    note: "ends with\\ttab \\"quoted\\" \\ufeff"
  empty:
    text: ""
history:
- who: chair
  text: |+
    kept line ends

- - nested
  - - deeper
    - list
...
"""

CONTENT = """\
id: selection
title: 'SRO selection: who''s in'
questions:
- id: who-chooses
  label: Who chooses the SRO
  ask: >
    Who has the final word
    on the officer?

    And who is heard?
  essential: yes
  discuss:
  - first
  - "second: with colon"
  examples:
  -
    id: agency
    text: |-
      The Chief shall choose. [schools]
    covers: [ ]
  - id: both
    text: plain text over
      two lines
    since: 2019-08-01
"""

FRAGMENTS = """
[ { ] } & * ! | > ' " ` @ % # , : ? - &a *a !!int !!python/object:os.system !x <<: ? --- ... |2- |9 >+ |0 ~
null no 012 1e3 0x1F 2024-02-30 12:30:45 .inf = %TAG %YAML <<<<<<< ======= >>>>>>>
"""
LINE_STARTS = ("\n", "\r", "\r\n", "\t", "\n\t", "\n  ", "\n- ", "\n...\n", "\n---\n", "\0", "\x1b[2J", "\x7f", "\v")
ODD_CHARACTERS = "\x85\u2028\u2029\ufeff\ufffe\ufdd0\u202e\x9bé語😀\U0010ffff"
NOT_UTF_8 = (b"\xed\xa0\x80", b"\xc0\xaf", b"\xff\xfe", b"\xf4\x90\x80\x80", b"\xe2\x80")
ESCAPES = (rb"\ud800", rb"\x00", rb"\N\L\P\_\e", b"\\")

SPLICES: tuple[bytes, ...] = (
    *(lead + fragment.encode() + tail for fragment in FRAGMENTS.split() for lead, tail in ((b"", b""), (b"\n", b" "))),
    *(text.encode() for text in (*LINE_STARTS, *ODD_CHARACTERS)),
    *NOT_UTF_8,
    *ESCAPES,
)
"""What YAML, terminals and decoders trip over, inserted anywhere."""


@dataclass(frozen=True)
class Answer:
    text: str = ""
    taken: bool | None = None
    positions: Mapping[str, Literal["agrees", "objects"]] = field(default_factory=dict)
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Party:
    id: str
    name: str = ""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Session:
    format: int
    parties: tuple[Party, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass
class Figures:
    """What happened to the files."""

    accepted: int = 0
    refused: int = 0
    shaped: int = 0
    tracebacks: int = 0
    different: int = 0
    worst: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.accepted + self.refused + self.tracebacks:,} files: {self.accepted:,} accepted "
            f"({self.shaped:,} fit a session), {self.refused:,} refused, {self.tracebacks:,} tracebacks, "
            f"{self.different:,} came back different; worst {self.worst * 1000:.1f} ms"
        )


def flip_bits(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 5, 50))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def insert(data: bytearray, chance: random.Random) -> None:
    position = chance.randrange(len(data))
    repeated = chance.choice((1,) * 20 + (2, 3, 13, 13, 300, 3000))
    data[position:position] = chance.choice(SPLICES) * repeated


def delete(data: bytearray, chance: random.Random) -> None:
    position = chance.randrange(len(data))
    del data[position : position + chance.choice((1, 1, 2, 5, 40))]


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def repeat_piece(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(80)]
    position = chance.randrange(len(data))
    data[position:position] = piece * chance.choice((1, 1, 2, 20))


def shift_line(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = chance.choice((b" ", b"  ", b"    ", b"\t", b"- ")) + lines[number].lstrip()
    data[:] = b"\n".join(lines)


def swap_lines(data: bytearray, chance: random.Random) -> None:
    lines = data.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    data[:] = b"\n".join(lines)


def zero_tail(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:] = bytes(len(data) - start)


def change_line_ends(data: bytearray, chance: random.Random) -> None:
    data[:] = data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n\r")))


MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(flip_bits, flip_bits, insert, insert, insert, delete, delete, repeat_piece),
    *(shift_line, swap_lines, truncate, zero_tail, change_line_ends),
)


def damaged(chance: random.Random) -> bytes:
    data = bytearray(chance.choice((SESSION, CONTENT)).encode())
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        chance.choice(MUTATIONS)(data, chance)
        if not data:
            break
    return bytes(data)


def fuzz(count: int, seed: int) -> Figures:
    figures = Figures()
    chance = random.Random(seed)
    for _ in range(count):
        data = damaged(chance)
        # Time on the processor: other programs on the machine say nothing about the reader.
        started = time.process_time()
        try:
            document = read(data, "fuzzed.yaml", end_marker=chance.random() < 0.2)
        except InvalidFile as refusal:
            figures.refused += 1
            assert refusal.message
            continue
        except Exception:
            figures.tracebacks += 1
            traceback.print_exc()
            print(f"from {data!r}", file=sys.stderr)
            continue
        finally:
            figures.worst = max(figures.worst, time.process_time() - started)
        figures.accepted += 1
        if not comes_back(document, data):
            figures.different += 1
            print(f"different: {data!r}", file=sys.stderr)
        figures.shaped += fits_a_session(document)
    return figures


def comes_back(document: Document, data: bytes) -> bool:
    try:
        if document.value != yaml.load(data, yaml.CBaseLoader):
            return False
    except yaml.YAMLError:
        return False
    written = write(document.value).encode()
    return read(written, "written.yaml", end_marker=True).value == document.value


def fits_a_session(document: Document) -> bool:
    try:
        session = from_plain(Session, document, "fuzzed.yaml", unknown="keep")
    except InvalidFile as refusal:
        assert refusal.problems
        return False
    again = Document(to_plain(session), {})
    assert from_plain(Session, again, "again.yaml", unknown="keep") == session
    return True


def try_every_character() -> Figures:
    """Write and read each character alone, first, last, within a line, on its own line, and before trailing spaces."""
    figures = Figures()
    for start in range(0, 0x110000, 1024):
        characters = sorted(set(clean("".join(map(chr, range(start, start + 1024)))).text))
        texts = [
            text
            for char in characters
            for text in (char, f"{char}a", f"a{char}", f"a{char}b", f"a\n{char}\nb", f"{char} \n{char}\n{char}  ")
        ]
        sample: PlainData = [{"text": text} for text in texts]
        data = write(sample).encode()
        document = read(data, "characters.yaml", end_marker=True)
        figures.accepted += len(texts)
        figures.different += document.value != sample or yaml.load(data, yaml.CSafeLoader) != sample
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="how many files")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same files")
    parser.add_argument("--characters", action="store_true", help="try every character instead")
    chosen = parser.parse_args()
    figures = try_every_character() if chosen.characters else fuzz(chosen.count, chosen.seed)
    print(figures)
    return 1 if figures.tracebacks or figures.different else 0


if __name__ == "__main__":
    sys.exit(main())
