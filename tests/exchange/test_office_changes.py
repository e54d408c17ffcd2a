"""Redlines as LibreOffice settled them: all changes accepted is the new text, all rejected the old.

`python -m tests.exchange.office_changes` keeps what it said. If a redline is written otherwise now, run it again.
"""

from __future__ import annotations

import json

import pytest

from tests.exchange.office_changes import FOLDER, Pair, pairs

PAIRS = {pair.name: pair for pair in pairs()}


def normal(lines: list[str]) -> list[str]:
    """Lines as they read, each line of a paragraph by itself."""
    return [" ".join(line.split()) for text in lines for line in text.split("\n") if line.strip()]


def test_there_are_twenty_pairs_and_every_one_was_settled() -> None:
    assert len(PAIRS) >= 20
    assert {path.stem for path in FOLDER.glob("*.json")} == set(PAIRS)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=list(PAIRS))
def test_accepted_it_is_the_new_text_and_rejected_the_old(pair: Pair) -> None:
    kept = json.loads((FOLDER / f"{pair.name}.json").read_text("utf-8"))
    assert normal(kept["accepted"]) == normal([line.text for line in pair.new])
    assert normal(kept["rejected"]) == normal(list(pair.old))


@pytest.mark.parametrize("pair", PAIRS.values(), ids=list(PAIRS))
def test_the_redline_that_was_settled_is_the_one_that_is_written(pair: Pair) -> None:
    kept = json.loads((FOLDER / f"{pair.name}.json").read_text("utf-8"))
    assert pair.digest == kept["redline"]
