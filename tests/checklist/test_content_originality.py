"""The checklist and the sample share no run of nine words with the article."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import fill_blanks
from tests.checklist.article import CONTROL, shared
from tests.checklist.content import SRO, VALUES, guidance


def every_text(checklist: Checklist) -> Iterator[str]:
    yield from (checklist.opening, checklist.closing, checklist.disclaimer, *checklist.counsel)
    yield from (definition.text for definition in checklist.definitions)
    yield from (line.text for layer in checklist.layers for line in layer.lines)
    for topic in checklist.topics:
        yield topic.summary
        for question in topic.questions:
            yield from guidance(question)
            for example in question.examples:
                yield from (example.text, fill_blanks(example.text, VALUES))


def test_no_run_of_nine_words_is_shared_with_the_article() -> None:
    assert [run for text in every_text(SRO) for run in shared(text)] == []


def test_the_sample_shares_no_run_of_nine_words_with_the_article_either() -> None:
    assert shared((paths.content() / "sample.mou.yaml").read_text(encoding="utf-8")) == []


def test_a_shared_run_of_nine_words_would_be_found() -> None:
    assert len(shared(CONTROL)) == 4
    words = CONTROL.upper().replace(" ", "\n  ").split()
    assert len(shared(f"before {' '.join(words[2:11])} after")) == 1
    assert shared(" ".join(words[:8])) == []
