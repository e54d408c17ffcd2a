"""Runs of words of the source article, which the checklist must not share.

The article is not in this repository. `data/article-runs.txt` holds, sorted, the digests of all its runs of nine words
and those of one made-up sentence that shows that the detection works. To make it again from the article's text:

    python -m tests.checklist.article ARTICLE.txt > tests/data/article-runs.txt
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

DIGESTS = Path(__file__).parents[1] / "data" / "article-runs.txt"
LENGTH = 9
CONTROL = "Seven patient librarians counted yellow umbrellas while the harbor clock struck noon."
"""Stands in no article and in no checklist; its runs are in the file as well."""


def runs(text: str) -> Iterator[str]:
    """Every run of nine words in a text: letters and digits only, all small, apostrophes dropped."""
    words = re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold()))
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def digest(run: str) -> str:
    """Twelve characters that stand for a run and do not give it away."""
    return hashlib.sha256(run.encode()).hexdigest()[:12]


def shared(text: str) -> list[str]:
    """The runs a text shares with the article."""
    known = frozenset(DIGESTS.read_text(encoding="ascii").split())
    return [run for run in runs(text) if digest(run) in known]


if __name__ == "__main__":
    article = Path(sys.argv[1]).read_text(encoding="utf-8")
    print("\n".join(sorted({digest(run) for text in (article, CONTROL) for run in runs(text)})))
