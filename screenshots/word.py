"""What the README shows of Word files: pages of the draft and of a redline, as LibreOffice sets them.

    python screenshots/word.py

It needs LibreOffice (`soffice`), Poppler (`pdftoppm`), the Liberation fonts, and what the program needs for Word and
PDF.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pdfplumber

from mou_tui import paths
from mou_tui.checklist.loader import load
from mou_tui.exchange.export import export_file
from mou_tui.exchange.redline import export_redline
from mou_tui.session.codec import decode
from mou_tui.session.history import Entry
from mou_tui.session.model import Session

HERE = Path(__file__).parent
NOW = datetime(2027, 1, 14, 10, 42)
DOTS_PER_INCH = 64
REWORDED = {
    "complaints": (("within three school days", "within two school days"), ("within 45 days", "within 30 days")),
    "nondiscrimination": (("Spanish or Ukrainian ", "Spanish, Ukrainian or Somali "),),
    "command": ((" within two school days", " at their next weekly meeting"),),
    "evaluation": ((" The SRO may read the evaluation and add a reply.", ""),),
}
"""What is worded otherwise after the milestone, by question: words, and those in their place."""


class WordPicture(NamedTuple):
    """Say which page of which file is shown."""

    name: str
    document: bytes
    shows: str
    """What stands on that page."""


def main() -> None:
    """Make every picture."""
    checklist = load()
    session = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    redline = export_redline(checklist, reworded(session), "First reading", now=NOW)
    draft = export_file(checklist, session, "draft", "docx", now=NOW)
    for picture in (
        WordPicture("word-draft", draft, "4.1 Choice"),
        WordPicture("word-redline", redline, "3.3 Complaints"),
    ):
        draw(picture)


def reworded(session: Session) -> Session:
    """Return a session in which clauses read otherwise than at its milestone, as its history tells."""
    for question_id, changes in REWORDED.items():
        answer = session.answer(question_id)
        text = answer.text
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after)
        # Of a clause that was never noted, the history begins with what was there before.
        noted = Entry("", "wording", question_id, text=answer.text)
        changed = Entry(f"{NOW:%Y-%m-%d %H:%M}", "wording", question_id, text=text)
        session = session.with_answer(question_id, replace(answer, text=text))
        session = replace(session, history=session.history.add(noted, changed))
    return session


def draw(picture: WordPicture) -> None:
    """Draw one page of a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{picture.name}.docx"
        file.write_bytes(picture.document)
        office = ["soffice", "--headless", f"-env:UserInstallation={Path(folder).as_uri()}/profile"]
        subprocess.run([*office, "--convert-to", "pdf", "--outdir", folder, str(file)], check=True, capture_output=True)
        page = str(_page(file.with_suffix(".pdf"), picture.shows))
        words = ["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-f", page, "-l", page, "-singlefile"]
        subprocess.run([*words, str(file.with_suffix(".pdf")), str(file.with_suffix(""))], check=True)
        shutil.copy(file.with_suffix(".png"), HERE)
    print(f"{picture.name}.png")


def _page(file: Path, shows: str) -> int:
    with pdfplumber.open(file) as pages:
        return next(page.page_number for page in pages.pages if shows in page.extract_text())


if __name__ == "__main__":
    main()
