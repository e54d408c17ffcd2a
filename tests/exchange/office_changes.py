"""Accept and reject all tracked changes of our redlines in LibreOffice, and keep what each then says.

Run by hand from the top folder, where LibreOffice is installed: `python -m tests.exchange.office_changes`. Of each pair
of texts a redline is written; a macro opens it twice, accepts all in one and rejects all in the other, and saves both
as text. What they say goes to `corpus/redlines`, which the suite reads.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Span
from mou_tui.exchange.writers import word
from mou_tui.exchange.writers.paper import Paper
from mou_tui.exchange.writers.printed import Printed, printed
from mou_tui.exchange.writers.word_redline import Redline
from mou_tui.language.text import short_hash

FOLDER = Path(__file__).parent / "corpus" / "redlines"
AGREEMENTS = Path(__file__).parent / "corpus"
NOW = datetime(2027, 1, 14, 10, 42)
EDITS = ("replace", "insert word", "delete word", "delete line", "insert line", "move", "join", "split", "rewrite")
WORDS = ("the", "Principal", "shall", "[number]", "days;", "a * b", "“notice”", "5%", "–", "Muñoz", "<b>", "& co.")

MACRO = """\
Sub AcceptAndReject(Folder As String)
  Dim Name As String
  Name = Dir(Folder & "*.docx")
  Do While Name <> ""
    Settle Folder, Name, ".uno:AcceptAllTrackedChanges", ".accepted.txt"
    Settle Folder, Name, ".uno:RejectAllTrackedChanges", ".rejected.txt"
    Name = Dir()
  Loop
End Sub

Sub Settle(Folder As String, Name As String, Command As String, Ending As String)
  Dim NoArguments()
  Dim Filter(1) As New com.sun.star.beans.PropertyValue
  Document = StarDesktop.loadComponentFromURL(ConvertToURL(Folder & Name), "_blank", 0, NoArguments())
  Dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dispatcher.executeDispatch(Document.getCurrentController().getFrame(), Command, "", 0, NoArguments())
  Filter(0).Name = "FilterName"
  Filter(0).Value = "Text (encoded)"
  Filter(1).Name = "FilterOptions"
  Filter(1).Value = "UTF8,LF"
  Document.storeToURL(ConvertToURL(Folder & Name & Ending), Filter())
  Document.close(True)
End Sub
"""


class Pair(NamedTuple):
    """Hold two texts: the old one as lines, and the new one as it is printed."""

    name: str
    old: tuple[str, ...]
    new: tuple[Printed, ...]

    @property
    def markup(self) -> str:
        """Return the markup of the redline from one to the other."""
        return Redline("mou-tui", "2027-01-14T10:42:00Z").markup(self.old, self.new)

    @property
    def digest(self) -> str:
        """Return what tells that markup from any other."""
        return short_hash(self.markup)


def pairs() -> Iterator[Pair]:
    """Yield every pair: two agreements that others take the place of, and edits of every kind at random."""
    for before, after in (("alder-bay", "brook-county"), ("dunmore", "hollow-creek")):
        new = tuple(map(_as_printed, agreement(f"first/{after}")))
        yield Pair(f"{before}-to-{after}", agreement(f"first/{before}"), new)
    for index, place in enumerate(("brook-county", "cold-spring", "elk-ridge", "flint-hills") * 6):
        chance = random.Random(index)
        old = agreement(f"first/{place}")
        start = chance.randrange(max(1, len(old) - 14))
        old = old[start : start + 14]
        yield Pair(f"edits-{index:02}", old, tuple(printed(parse("\n\n".join(edited(old, chance))))))


def _as_printed(line: str) -> Printed:
    """Return a line as it is printed; short ones as headings."""
    return Printed((Span(line),), "Heading2" if len(line) < 60 else "")


def agreement(name: str) -> tuple[str, ...]:
    """Return the lines of an agreement of the tests, without their labels."""
    lines = (AGREEMENTS / f"{name}.txt").read_text("utf-8").splitlines()
    texts = (line.removeprefix("== ").removeprefix("= ") for line in lines if line and not line.startswith("@"))
    return tuple(text.partition("] ")[2] if text.startswith("[") else text for text in texts)


def edited(lines: tuple[str, ...], chance: random.Random) -> list[str]:
    """Return lines with five edits of any kinds."""
    made = list(lines)
    for _ in range(5):
        kind, at = chance.choice(EDITS), chance.randrange(len(made))
        words = made[at].split()
        place = chance.randrange(len(words)) if words else 0
        if kind == "replace":
            words[place : place + 2] = [chance.choice(WORDS)]
        elif kind == "insert word":
            words.insert(place, chance.choice(WORDS))
        elif kind == "delete word":
            del words[place : place + 1]
        made[at] = " ".join(words) or "Reserved."
        if kind == "delete line" and len(made) > 2:
            del made[at]
        elif kind == "insert line":
            made.insert(at, " ".join(chance.choices(WORDS, k=9)))
        elif kind == "move":
            made.append(made.pop(at))
        elif kind == "join" and at + 1 < len(made):
            made[at] += " " + made.pop(at + 1)
        elif kind == "split" and len(words) > 4:
            made[at : at + 1] = [" ".join(words[:place]) or "First.", " ".join(words[place:])]
        elif kind == "rewrite":
            made[at] = " ".join(chance.choices(WORDS, k=14))
    return made


def main() -> None:
    """Have LibreOffice settle every redline, and keep what each says."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, profile = Path(scratch) / "redlines", Path(scratch) / "profile"
        folder.mkdir()
        made = list(pairs())
        for pair in made:
            title = Heading((Span("T"),), 1)
            document = word.write_redline(Paper("T", "S", "", NOW, (title,)), pair.markup)
            (folder / f"{pair.name}.docx").write_bytes(document)
        _settle(folder, profile)
        FOLDER.mkdir(parents=True, exist_ok=True)
        for pair in made:
            kept: dict[str, str | list[str]] = {"redline": pair.digest}
            for ending in ("accepted", "rejected"):
                text = (folder / f"{pair.name}.docx.{ending}.txt").read_text("utf-8-sig")
                kept[ending] = [line for line in text.split("\n") if line.strip()]
            text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
            (FOLDER / f"{pair.name}.json").write_text(text, encoding="utf-8")
    print(f"{len(made)} redlines")


def _settle(folder: Path, profile: Path) -> None:
    """Run the macro over a folder, in a profile of its own."""
    office = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*office, "--terminate_after_init"], check=True, timeout=120)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    heads = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE {} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{}.dtd">\n'
    )
    (library / "Module1.xba").write_text(
        heads.format("script:module", "module")
        + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        + f'script:language="StarBasic">{escape(MACRO)}'
        + "</script:module>\n",
        encoding="utf-8",
    )
    (library / "script.xlb").write_text(
        heads.format("library:library", "library")
        + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
        + 'library:readonly="false" library:passwordprotected="false">'
        + '<library:element library:name="Module1"/></library:library>\n',
        encoding="utf-8",
    )
    subprocess.run([*office, f'macro:///Standard.Module1.AcceptAndReject("{folder}/")'], check=True, timeout=400)


if __name__ == "__main__":
    main()
