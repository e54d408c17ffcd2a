"""A web page says what the document says, loads nothing and runs nothing, whatever was typed."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import TextDocument, export_file, paper
from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.draft.part_words import part_words, without_bullets, without_rules
from tests.examples import examples
from tests.exchange.web_pages import WebPage
from tests.strategies import SMALL, sessions
from tests.tui.hostile import hostile_session

NOW = datetime(2027, 1, 14, 10, 42)
DOCUMENTS: tuple[TextDocument, ...] = get_args(TextDocument)
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "div", "h1", "h2", "h3"),
    *("h4", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "span", "br", "mark", "em", "strong", "del", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "id", "href", "class", "role", "scope", "tabindex"),
    *("aria-label", "aria-labelledby"),
}


@pytest.fixture(scope="module")
def story() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def page_of(checklist: Checklist, session: Session, document: TextDocument) -> WebPage:
    return WebPage(export_file(checklist, session, document, "html", now=NOW))


def assert_harmless(page: WebPage) -> None:
    assert {tag for tag, _ in page.tags} <= OURS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert all(re.fullmatch(r"#section-\d+", link) for link in page.values("href"))
    assert all(re.fullmatch(r"(section|clause)-[\d.]+", name) for name in page.values("id"))
    assert len(set(page.values("id"))) == len(page.values("id"))
    assert not page.open


@examples(10)
@given(sessions(SMALL))
def test_whatever_people_typed_a_page_reads_as_the_document(session: Session) -> None:
    for document in DOCUMENTS:
        page = page_of(SMALL, session, document)
        assert_harmless(page)
        pages = paper(SMALL, session, document, now=NOW)
        is_draft = session.in_force is None and document in ("draft", "amendment")
        assert bool(pages.standing) == (is_draft or document in ("board", "families", "staff", "feedback"))
        parts = without_bullets(pages.parts)
        assert letters(page.text) == letters(" ".join((pages.standing, *part_words(parts, ""))))


def letters(text: str) -> str:
    return "".join(without_rules(text))


@pytest.mark.parametrize("document", ["draft", "record", "worksheet", "signing", "board", "families", "staff"])
def test_hostile_texts_are_texts(document: TextDocument, tmp_path: Path) -> None:
    repository = SessionRepository(ChecklistCatalog(), lambda: NOW)
    workspace = repository.start(PartiesAndFacts((), {}), path=tmp_path / "hostile.mou.yaml")
    page = page_of(workspace.checklist, hostile_session(workspace), document)
    assert_harmless(page)
    assert "[@click=app.quit]" in page.text


def test_its_policy_allows_its_own_style_sheet_and_nothing_else(sro: Checklist, story: Session) -> None:
    data = export_file(sro, story, "draft", "html", now=NOW).decode()
    style = data[data.index("<style>") + 7 : data.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in data
    assert data.index("Content-Security-Policy") < data.index("<style>")
    assert "url(" not in style and "@import" not in style and "//" not in style


def test_a_screen_reader_finds_its_way(sro: Checklist, story: Session) -> None:
    page = page_of(sro, story, "draft")
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en-US"}) in page.tags
    assert [tags.count(tag) for tag in ("header", "nav", "main", "h1", "title")] == [1, 1, 1, 1, 1]
    ranks = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(page.values("id"))
    assert set(page.values("aria-labelledby")) <= set(page.values("id"))
    assert {"clause-1.1", "section-11", "section-12"} <= set(page.values("id"))
