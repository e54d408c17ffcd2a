"""A redline in Markdown and on a web page says the new text with all changes accepted, and the old one with none."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.errors import CannotSave
from mou_tui.exchange.marked_text import MarkedKind, marked_lines
from mou_tui.exchange.redline import OldText, check_marked, export_redline, write_redline
from mou_tui.exchange.writers.html_redline import html_redline
from mou_tui.exchange.writers.line_changes import changed_lines
from mou_tui.exchange.writers.markdown_redline import markdown_redline
from mou_tui.exchange.writers.paper import Paper
from mou_tui.exchange.writers.printed import Printed, printed
from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from tests.examples import examples
from tests.exchange.web_pages import WebPage
from tests.strategies import texts

NOW = datetime(2027, 1, 14, 10, 42)
SENTENCES = (
    "The SRO shall wait [number] days before a search.",
    "The SRO shall wait ten days before any search, of a locker.",
    "(a) *The* Principal decides.",
    "1. The Principal and the Chief of Police decide together.",
    "# Each party pays half; see Section 2.4.",
)
lines = st.lists(st.sampled_from(SENTENCES) | texts.map(lambda text: text.replace("\n", " ")), max_size=6)
every_kind = pytest.mark.parametrize("kind", ["md", "html"])


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def marked(kind: MarkedKind, old: tuple[str, ...], new: tuple[Printed, ...]) -> bytes:
    if kind == "md":
        return markdown_redline("A *title*", "What it means.", changed_lines(old, new))
    return html_redline(Paper("T", "S", "", NOW, ()), "A title", "What it means.", changed_lines(old, new))


def normal(read: tuple[str, ...]) -> list[str]:
    return [" ".join(line.split()) for line in read if line.strip()]


def as_github(markdown: str, gone: str) -> str:
    """All letters as GitHub shows them, without what is within a tag."""
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, cmarkgfm.Options.CMARK_OPT_UNSAFE)
    body = re.sub(rf"<{gone}>.*?</{gone}>", "", page.partition("<hr />")[2], flags=re.DOTALL)
    return "".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


@every_kind
@examples(25)
@given(old=lines, typed=lines)
def test_accepted_it_is_the_new_text_and_rejected_the_old(kind: MarkedKind, old: list[str], typed: list[str]) -> None:
    new = tuple(printed(parse("\n\n".join(typed))))
    before = tuple(line for line in old if line.strip())
    data = marked(kind, before, new)
    assert normal(marked_lines(data, kind, "accepted")) == normal(tuple(line.text for line in new))
    assert normal(marked_lines(data, kind, "rejected")) == normal(before)
    if kind == "md":
        for gone, wanted in (("del", [line.text for line in new]), ("ins", before)):
            assert as_github(data.decode(), gone) == "".join("".join(wanted).split())


def test_only_the_words_that_changed_are_marked() -> None:
    new = tuple(printed(parse(SENTENCES[0].replace("search", "**citation**"))))
    for kind, word in (("md", "citation"), ("html", "<strong>citation</strong>")):
        page = marked("md" if kind == "md" else "html", (SENTENCES[0],), new).decode()
        assert f"days before a <del>search</del><ins>{word}</ins>." in page


@every_kind
def test_the_draft_is_compared_with_a_milestone(sro: Checklist, sample: Session, kind: MarkedKind) -> None:
    page = export_redline(sro, sample, "first", kind=kind, now=NOW).decode()
    assert "changes from First reading" in page
    assert "What is gone is struck through, what is new is underlined." in page
    assert "Open: 2.3, 2.4" in page


@every_kind
@pytest.mark.parametrize("reading", ["accepted", "rejected"])
def test_a_redline_that_reads_otherwise_is_not_written(kind: MarkedKind, reading: str) -> None:
    old, new = ("The officer may go.",), tuple(printed(parse("The officer shall go.")))
    data = marked(kind, old, new)
    check_marked(data, kind, old, [line.text for line in new])
    wrong = ["The officer shall stay."]
    with pytest.raises(CannotSave, match=f"with all changes {reading}, it does not say what it should near “The off"):
        check_marked(
            data,
            kind,
            wrong if reading == "rejected" else old,
            wrong if reading == "accepted" else [line.text for line in new],
        )


def test_nothing_typed_runs_or_loads_anything(sro: Checklist, sample: Session) -> None:
    hostile = ("<script>alert(1)</script>", "<img src=http://a.example>", "a</del></p><b>", "&lt;b&gt;")
    data = write_redline(sro, sample, OldText("<b>old</b>", hostile), kind="html", now=NOW)
    page = WebPage(data)
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "b", "a"})
    assert "<script>alert(1)</script>" in page.text
    assert not page.open
