"""Make the files of `corpus/returned`: drafts with edits of every kind, opened and saved by LibreOffice.

Run by hand, from the top of the checkout: `python -m tests.exchange.round_trip`. The suite reads the files.
"""

from __future__ import annotations

import random
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

from mou_tui.exchange.export import export_file
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session
from tests.exchange.any_edits import AUTHORS, CLAUSES, PARAGRAPHS, SESSION, WORDS, Edit, make
from tests.exchange.typed_lists import LISTS
from tests.exchange.word_edits import WordEditor
from tests.strategies import EMPTY, SMALL

FOLDER = Path(__file__).parent / "corpus" / "returned"
NOW = datetime(2027, 1, 14, 10, 42)
KINDS = ("replace", "delete", "insert", "add", "strike", "split")
TEXTS = ("new", "two words", "a * b", "5%", "[number]")
SEEDS = {"tracked": range(1, 7), "untracked": range(11, 14), "mixed": range(21, 24)}
COMMENTED = {"w001": ("Is this so?", "Ann Counsel"), "w421": ("And who pays?", "Bob Counsel")}


def scripted(name: str) -> list[Edit]:
    """The edits of the file with a name, such as `tracked-3`."""
    kind, _, seed = name.partition("-")
    chance = random.Random(int(seed))
    places = chance.sample([(clause, paragraph) for clause in CLAUSES for paragraph in range(PARAGRAPHS)], 12)
    authors = {"tracked": AUTHORS, "untracked": ("",), "mixed": ("", *AUTHORS)}[kind]
    return [
        Edit(
            chance.choice(authors),
            clause,
            paragraph,
            chance.choice(KINDS),
            chance.randrange(1, WORDS - 1),
            chance.choice(TEXTS),
        )
        for clause, paragraph in places
    ]


def names() -> list[str]:
    """The names of all files, without their endings."""
    return [f"{kind}-{seed}" for kind, seeds in SEEDS.items() for seed in seeds]


def draft(name: str) -> bytes:
    """A draft with the edits of its name, and comments where their words still are."""
    editor = WordEditor(export_file(SMALL, SESSION, "draft", "docx", now=NOW))
    for edit in scripted(name):
        make(editor, edit)
    for words, (text, author) in comments(name).items():
        editor.author = author
        editor.comment(words, text)
    return editor.saved()


def comments(name: str) -> dict[str, tuple[str, str]]:
    """The comments of a file, by the words they are on: those in paragraphs that nobody edits."""
    edited = {f"w{CLAUSES.index(edit.clause)}{edit.paragraph}" for edit in scripted(name)}
    return {words: comment for words, comment in COMMENTED.items() if words[:3] not in edited}


def rich() -> Session:
    """A session with lists, tables, emphasis and alternatives."""
    texts = {"alpha": LISTS[:3], "beta": LISTS[3:6], "gamma": LISTS[6:9], "delta": LISTS[9:]}
    answers = {clause: Answer("\n\n".join(parts)) for clause, parts in texts.items()}
    alternatives = {
        "agency": Alternative("| a | b |\n|---|---|\n| 1 | [number] |"),
        "district": Alternative("**No** fee.\n\n1. x\n2. y"),
        "alt-12345678": Alternative("Other.", party="district"),
    }
    answers["epsilon"] = Answer("Each pays.\n\n- a\n- b", alternatives=alternatives)
    answers["zeta"] = Answer("was", not_applicable="no")
    return Session(EMPTY.checklist, "full", answers=answers)


def main() -> None:
    """Write all files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / "rich.docx"]
        made[0].write_bytes(export_file(SMALL, rich(), "draft", "docx", now=NOW))
        for name in names():
            made.append(Path(folder) / f"{name}.docx")
            made[-1].write_bytes(draft(name))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        for kind in ("odt", "docx"):
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(FOLDER), *map(str, made)]
            subprocess.run(command, check=True, timeout=300, capture_output=True)


if __name__ == "__main__":
    main()
