"""Open our web pages in a real browser, look at each for what shuts people out, and take pictures of them.

Run by hand from the top folder: `python -m tests.exchange.browser_findings [FOLDER]`, where Chromium is installed, with
`pip install playwright axe-playwright-python`. Each page is opened at 320 and at 1,280 pixels; axe-core looks for
faults, and it is noted whether the page is wider than the screen and whether it asked for anything. What it found goes
to `tests/exchange/corpus/pages/findings.json`, which the suite reads; the pictures go to FOLDER, if one is named. Exits
1 if anything was found.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from mou_tui import paths
from mou_tui.checklist.loader import load
from mou_tui.exchange.export import TextDocument, export_file
from mou_tui.exchange.redline import export_redline
from mou_tui.exchange.writers.html_style import STYLE
from mou_tui.language.text import short_hash
from mou_tui.session.codec import decode
from mou_tui.session.model import Answer
from tests.exchange.web_pages import WebPage

OLD = Path(__file__).parents[2] / "screenshots" / "old-agreement.txt"
TABLE = "| Who | What | When |\n|---|---|---|\n| The SRO | may search | at once* |\n\n* if the law permits"
FINDINGS = Path(__file__).parent / "corpus" / "pages" / "findings.json"
WIDTHS = (320, 1280)
DOCUMENTS: tuple[TextDocument, ...] = ("draft", "families", "staff", "board", "record", "worksheet", "signing")
NOW = datetime(2027, 1, 14, 10, 42)
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def pages() -> dict[str, bytes]:
    """Return every page that is looked at, by name: documents of the sample, one with tables, and a redline."""
    session = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    checklist = load()
    made: dict[str, bytes] = {
        document: export_file(checklist, session, document, "html", now=NOW) for document in DOCUMENTS
    }
    with_tables = session.with_answer("searches", Answer(TABLE)).with_answer("force", Answer(TABLE))
    made["draft with tables"] = export_file(checklist, with_tables, "draft", "html", now=NOW)
    made["redline"] = export_redline(checklist, session, str(OLD), kind="html", now=NOW)
    return made


def elements(page: bytes) -> set[str]:
    """Return the kinds of elements of a page: their tags, each with the names of its attributes and its class."""
    return {
        " ".join((tag, *sorted(attributes), attributes.get("class") or ""))
        for tag, attributes in WebPage(page).tags
        if tag != "meta"
    }


def style() -> str:
    """Return what tells the style sheet of pages from any other."""
    return short_hash(STYLE)


def main(folder: str = "") -> None:
    """Look at every page, write what was found, and exit."""
    with tempfile.TemporaryDirectory() as scratch:
        findings = list(_look_at(pages(), Path(scratch), Path(folder) if folder else None))
    every = sorted(set().union(*map(elements, pages().values())))
    tools = {"browser": findings[0].pop("browser"), "axe": findings[0].pop("axe")}
    for finding in findings[1:]:
        del finding["browser"], finding["axe"]
    FINDINGS.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**tools, "style": style(), "elements": every, "pages": findings}, indent=1, ensure_ascii=False)
    FINDINGS.write_text(text + "\n", encoding="utf-8")
    for finding in findings:
        print(finding["page"], finding["width"], finding["violations"] or "nothing found")
    sys.exit(any(finding["violations"] or finding["is_too_wide"] or finding["asked_for"] for finding in findings))


def _look_at(made: Mapping[str, bytes], scratch: Path, folder: Path | None) -> Iterator[dict[str, Any]]:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, data in made.items():
            file = scratch / f"{name}.html"
            file.write_bytes(data)
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 800})
                asked_for: list[str] = []
                page.on("request", lambda request, urls=asked_for: urls.append(request.url))
                page.goto(file.as_uri())
                if folder:
                    folder.mkdir(parents=True, exist_ok=True)
                    page.screenshot(path=folder / f"{name}-{width}.png")
                result = Axe().run(page).response
                yield {
                    "page": name,
                    "width": width,
                    "violations": [
                        {
                            "id": fault["id"],
                            "impact": fault["impact"],
                            "elements": [node["html"][:160] for node in fault["nodes"][:3]],
                        }
                        for fault in result["violations"]
                    ],
                    "undecided": sorted(fault["id"] for fault in result["incomplete"]),
                    "rules_passed": len(result["passes"]),
                    "is_too_wide": page.evaluate("document.documentElement.scrollWidth > window.innerWidth"),
                    "asked_for": [url for url in asked_for if url != file.as_uri()],
                    "browser": browser.version,
                    "axe": result["testEngine"]["version"],
                }
                page.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
