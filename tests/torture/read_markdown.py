"""Write clauses out to spoil a document as Markdown, and see that other readers read what was typed.

    nice python -m tests.torture.read_markdown --count 200000 --seed 7

GitHub's reader reads every clause, and CommonMark without tables does; pandoc reads them in batches. Prints the
figures, the shortest clauses that were misread, and exits with 1 if there were any.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence

from mou_tui.draft.block_parser import parse
from mou_tui.draft.markdown_writer import write
from tests.draft.clause_texts import INDENTS, STARTS, WORDS
from tests.draft.markdown_readers import expected, read_by_github, read_by_pandoc, read_without_tables, same

ENDS = ("\n", "\n", "\n", "\n\n", "\n \n", "  \n", "\\\n")
TABLES = (
    "| Who | When |\n|---|---|\n| SRO | [date] |",
    "Who\tWhen\nSRO\ttoday",
    "# 9. Other | x\n--|--\n1 | 2",
    "a|\n---",
)


def clause(chance: random.Random) -> str:
    """One clause of up to seven lines."""
    return "".join(_line(chance) + chance.choice(ENDS) for _ in range(chance.randint(1, 7)))


def _line(chance: random.Random) -> str:
    if chance.random() < 0.08:
        return chance.choice(TABLES)
    words = " ".join(chance.choices(WORDS, k=chance.randint(0, 4)))
    return chance.choice(INDENTS) + chance.choice(STARTS) + words


def misread_by_github(text: str) -> bool:
    """Whether GitHub's reader, or one without tables, reads anything else than our own parse."""
    blocks = parse(text)
    markdown = write(blocks)
    reading = read_by_github(markdown)
    return bool(reading.strange or not same(reading.lines, expected(blocks)) or read_without_tables(markdown).strange)


def misread_by_pandoc(texts: Sequence[str]) -> Iterator[str]:
    """Yield the clauses that pandoc reads otherwise, all of them in one document."""
    passages, wanted = [], []
    for number, text in enumerate(texts):
        passages += [f"Clause {number}.", write(parse(text))]
        wanted += [(0, ("Clause", f"{number}.")), *expected(parse(text))]
    reading = read_by_pandoc("\n\n".join(filter(None, passages)))
    if reading.strange or not same(reading.lines, wanted):
        if len(texts) == 1:
            yield texts[0]
        else:
            yield from misread_by_pandoc(texts[: len(texts) // 2])
            yield from misread_by_pandoc(texts[len(texts) // 2 :])


def main() -> int:
    """Read as many clauses as are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--batch", type=int, default=400, help="clauses that pandoc reads at once; 0 for no pandoc")
    asked = options.parse_args()
    chance, started = random.Random(asked.seed), time.perf_counter()
    texts = [clause(chance) for _ in range(asked.count)]
    misread = {text: "GitHub" for text in texts if misread_by_github(text)}
    for at in range(0, len(texts) if asked.batch else 0, asked.batch or 1):
        misread |= dict.fromkeys(misread_by_pandoc(texts[at : at + asked.batch]), "pandoc")
    print(f"{len(texts)} clauses, {len(misread)} misread, {time.perf_counter() - started:.0f} s")
    for text in sorted(misread, key=len)[:5]:
        print(f"{misread[text]}: {text!r}\n    {write(parse(text))!r}")
    return 1 if misread else 0


if __name__ == "__main__":
    sys.exit(main())
