"""What an earlier agreement covers and where nothing was found, as `mou-tui revise OLD` reports it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from mou_tui.checklist.model import Checklist
from mou_tui.cli import cli
from mou_tui.errors import UsageError
from mou_tui.exchange.cues import CueBook
from mou_tui.exchange.gap_report import as_markdown, as_object, gap_report
from mou_tui.exchange.matching import Matcher
from mou_tui.exchange.reader import parse
from tests.documents import TODAY
from tests.exchange.agreements import agreements, made


def revise(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["revise", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An agreement without a word on community, data or complaints."""
    agreement = next(item for item in agreements("first") if item.name == "hollow-creek")
    path = tmp_path / agreement.file_name
    path.write_bytes(made(agreement))
    return path


@pytest.fixture
def report(old: Path) -> dict[str, Any]:
    outcome = revise(old, "--json")
    assert outcome.exit_code == 0
    return dict(json.loads(outcome.stdout))


def test_the_report_as_json_has_exactly_the_keys_that_others_rely_on(report: dict[str, Any]) -> None:
    assert list(report) == ["file", "kind", "paragraphs", "topics", "unplaced"]
    assert report["file"] == "hollow-creek.txt"
    assert report["kind"] == "txt"
    assert set(report["paragraphs"][0]) == {
        "index", "text", "heading", "page", "questions", "topics", "outside", "confidence", "reason",
    }  # fmt: skip
    assert set(report["topics"][0]) == {"number", "id", "title", "paragraphs", "questions"}
    assert set(report["topics"][0]["questions"][0]) == {"id", "found", "paragraphs", "nearest"}


def test_the_paragraphs_in_order_are_the_text_of_the_document(report: dict[str, Any], old: Path) -> None:
    assert [paragraph["index"] for paragraph in report["paragraphs"]] == list(range(len(report["paragraphs"])))
    text = " ".join(paragraph["text"] for paragraph in report["paragraphs"])
    assert text.split() == old.read_bytes().decode("cp1252").split()


def test_every_topic_and_question_is_there_once(report: dict[str, Any], sro: Checklist) -> None:
    assert [topic["number"] for topic in report["topics"]] == list(range(1, 12))
    asked = [question["id"] for topic in report["topics"] for question in topic["questions"]]
    assert asked == [question.id for question in sro.questions()]


def test_what_is_placed_is_told_the_same_from_both_sides(report: dict[str, Any]) -> None:
    for topic in report["topics"]:
        placed = [part["index"] for part in report["paragraphs"] if topic["number"] in part["topics"]]
        assert topic["paragraphs"] == placed
    loose = {
        part["index"]
        for part in report["paragraphs"]
        if not part["topics"] and not part["outside"] and part["index"] in report["unplaced"]
    }
    assert loose == set(report["unplaced"])


def test_nothing_found_never_comes_without_the_nearest_paragraphs(report: dict[str, Any]) -> None:
    questions = [question for topic in report["topics"] for question in topic["questions"]]
    missing = [question for question in questions if question["found"] == "no"]
    assert {"complaints", "advisory-group", "data-review"} <= {question["id"] for question in missing}
    assert all(question["nearest"] and not question["paragraphs"] for question in missing)
    covered = {question["id"] for question in questions if question["found"] == "yes"}
    assert {"purpose", "not-discipline", "command", "training", "cost-share", "term"} <= covered


def test_the_report_in_words_quotes_what_covers_a_question(old: Path) -> None:
    words = revise(old, "--report").stdout
    assert "# What hollow-creek.txt covers" in words
    assert "### 3.1 Employment and command: covered, essential" in words
    assert "remain employees of the City" in words
    assert "Nearest, to look at:" in words
    assert "“Nothing found” means that these words were not found" in words


def test_the_report_goes_to_a_file_and_never_over_one(old: Path, tmp_path: Path) -> None:
    target = tmp_path / "gaps.md"
    assert revise(old, "--report", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("# What hollow-creek.txt covers")
    before = old.read_bytes()
    assert CliRunner().invoke(cli, ["revise", str(old), "--report", "-o", str(target)]).exit_code == 1
    assert old.read_bytes() == before


def test_advice_on_wording_runs_over_the_old_text(sro: Checklist, cue_book: CueBook, matcher: Matcher) -> None:
    text = (
        "The SRO shall not discipline students.\n\nThe SRO shall enforce the school rules and Board policies.\n\n"
        "The SRO shall perform such other duties as may be assigned, as needed.\n"
    )
    document = parse(text.encode(), "old.txt")
    report = gap_report(sro, document, matcher.match(document))
    about = {advice.about for advice in report.advice}
    assert {"When?", "How much more?", "Discipline or not?"} <= about
    assert "## Wording to look at" in as_markdown(sro, cue_book, report, now=TODAY)


def test_points_whose_words_are_there_are_only_suggested(sro: Checklist, cue_book: CueBook, matcher: Matcher) -> None:
    text = (
        "The SRO is employed by the City. The chain of command by title: Sergeant, the SRO's supervisor, then Chief.\n"
    )
    document = parse(text.encode(), "old.txt")
    report = gap_report(sro, document, matcher.match(document))
    assert "chain" in report.coverage.question("command").points
    words = as_markdown(sro, cue_book, report, now=TODAY)
    assert "- ☑ names the SRO’s supervisor and the chain of command by title (these words appear)" in words


def test_names_telephones_and_salaries_are_counted_before_anybody_takes_them(
    sro: Checklist, cue_book: CueBook, matcher: Matcher
) -> None:
    text = "The SRO is Officer Jane Doe, 555-123-4567, jane@city.example, paid $61,200. The alarm code is kept apart.\n"
    document = parse(text.encode(), "old.txt")
    words = as_markdown(sro, cue_book, gap_report(sro, document, matcher.match(document)), now=TODAY)
    assert "Seen here: 1 name, 1 telephone number, 1 e-mail address, 1 amount of money and 1 security detail." in words


HOSTILE = "# [x](javascript:a) <script>\n\n| a | b |\n\n<!-- ![i](http://x/y.png) The SRO shall search lockers `now`."


def test_the_old_text_cannot_change_the_report(sro: Checklist, cue_book: CueBook, matcher: Matcher) -> None:
    document = parse(HOSTILE.encode(), "a#b<i>.txt")
    words = as_markdown(sro, cue_book, gap_report(sro, document, matcher.match(document)), now=TODAY)
    tokens = MarkdownIt("commonmark", {"html": True}).parse(words)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "image", "link_open", "code_inline"} & set(inline)
    assert "html_block" not in [token.type for token in tokens]


def test_thirty_thousand_words_are_reported_within_three_seconds(
    sro: Checklist, cue_book: CueBook, matcher: Matcher
) -> None:
    texts = [agreement.text for half in ("first", "second") for agreement in agreements(half)]
    text = "\n\n".join("\n\n".join(item.split("\n")) for item in texts)
    data = "\n\n".join([text] * 40).split(" ")
    document = parse(" ".join(data[:30_000]).encode(), "long.txt")
    assert document.word_count > 29_000
    began = time.process_time()
    document = parse(" ".join(data[:30_000]).encode(), "long.txt")
    report = gap_report(sro, document, matcher.match(document))
    as_markdown(sro, cue_book, report, now=TODAY)
    as_object(sro, report)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_what_cannot_be_read_is_said_without_a_traceback(name: str, tmp_path: Path) -> None:
    outcome = CliRunner().invoke(cli, ["revise", str(tmp_path / name), "--report"])
    assert outcome.exit_code == 1
    assert "Cannot open" in str(outcome.exception)


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_it_is_written_in_every_kind(tmp_path: Path, kind: str) -> None:
    old = tmp_path / "old.txt"
    old.write_text(HOSTILE, encoding="utf-8")
    target = tmp_path / f"gaps.{kind}"
    done = CliRunner().invoke(cli, ["revise", str(old), "--report", "-o", str(target)])
    assert done.exit_code == 0, done.output
    data = target.read_bytes()
    assert data.startswith({"html": b"<!doctype html>", "docx": b"PK", "pdf": b"%PDF"}[kind])
    if kind == "html":
        page = data.decode()
        assert page.count("<h1>") == 1
        assert "nothing found" in page
        assert "<script" not in page and "<img" not in page


def test_a_report_never_gets_a_name_of_another_kind(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text(HOSTILE, encoding="utf-8")
    for words in (("--report", "-o", str(tmp_path / "gaps.odt")), ("--json", "-o", str(tmp_path / "gaps.html"))):
        assert isinstance(CliRunner().invoke(cli, ["revise", str(old), *words]).exception, UsageError)
    assert list(tmp_path.iterdir()) == [old]
