"""Web pages as a real browser opened them: what `python -m tests.exchange.browser_findings` found, and of which pages.

If one of these fails because pages have changed, run that script again.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.exchange.browser_findings import DOCUMENTS, FINDINGS, WIDTHS, elements, pages, style

Findings = dict[str, Any]


@pytest.fixture(scope="module")
def findings() -> Findings:
    kept: Findings = json.loads(FINDINGS.read_text("utf-8"))
    return kept


def test_no_page_shuts_anybody_out_is_too_wide_or_asks_for_anything(findings: Findings) -> None:
    looked_at = {(page["page"], page["width"]) for page in findings["pages"]}
    assert {(document, width) for document in (*DOCUMENTS, "redline") for width in WIDTHS} <= looked_at
    for page in findings["pages"]:
        assert page["violations"] == [], page["page"]
        assert page["rules_passed"] > 10
        assert not page["is_too_wide"]
        assert page["asked_for"] == []


def test_what_was_looked_at_is_what_is_written_now(findings: Findings) -> None:
    assert findings["style"] == style()
    assert set().union(*map(elements, pages().values())) <= set(findings["elements"])
