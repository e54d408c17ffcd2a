"""Documents made to do harm, and files that are none: refused or read in bounded time and memory, touching nothing."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen
from mou_tui.exchange import archive, reader
from mou_tui.exchange.child_process import Failed, run
from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.reader import parse
from mou_tui.session.codec import HEADER
from tests.exchange.packages import odt, odt_package, packed, word, word_package

TOP = Path(__file__).parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
SECRET = "the-secret-of-this-computer"


def refusal(data: bytes, name: str = "old.docx") -> str:
    with pytest.raises(CannotRead) as caught:
        parse(data, name)
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "what", "to_do"),
    [
        (b"", "is empty", ""),
        (b"  \r\n\t ", "is empty", ""),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)", "save it as .docx"),
        (OLE + "Workbook".encode("utf-16-le"), "a spreadsheet", "Copy the agreement"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password", "without the password"),
        (OLE, "of an old Office kind", "save it as .docx"),
        (packed({"xl/workbook.xml": "<x/>"}), "a spreadsheet", "Copy the agreement"),
        (packed({"ppt/presentation.xml": "<x/>"}), "a slide show", "Copy the agreement"),
        (packed({"Index/Document.iwa": "x"}), "a Pages document", "Export it"),
        (packed({"one.docx": "x", "two.docx": "x"}), "an archive of other files", "Unpack it"),
        (odt([("x", 0)], manifest="<manifest><m:encryption-data/></manifest>"), "locked with a password", "without"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a picture", "text recognition"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 99, "a picture", "text recognition"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML", "save it as a Word document"),
        (b"From: a@b.org\nTo: c@d.org\nMIME-Version: 1.0\n\ntext", "an e-mail", "Save the agreement"),
        (b"MZ\x90\0\x03" + bytes(range(256)) * 9, "not a document", "save it as"),
        (f"# {HEADER}\nformat: 1\n".encode(), "a session of mou-tui", "mou-tui open"),
        (b"%PDF-1.7\nnothing", "damaged", "choose that file"),
    ],
)
def test_what_is_no_agreement_is_named_and_one_is_told_what_to_do(data: bytes, what: str, to_do: str) -> None:
    message = refusal(data)
    assert what in message
    assert to_do in message
    assert "\n" not in message


def test_a_scan_is_called_one() -> None:
    import typst

    page = typst.compile(
        b"#set page(width: 8in, height: 11in)\n#rect(width: 3in, height: 2in, fill: black)\n#pagebreak()\n"
    )
    assert "is a scan" in refusal(bytes(page), "scan.pdf")


def bomb(name: str, size: int) -> bytes:
    """An archive with an entry of so many bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package, package.open(name, "w") as entry:
        for _ in range(size // 1_000_000):
            entry.write(b" " * 1_000_000)
    return stream.getvalue()


def test_an_archive_that_unpacks_to_far_too_much_is_not_opened() -> None:
    data = bomb("word/document.xml", 300_000_000)
    assert len(data) < 1_000_000
    assert "far more than an agreement" in refusal(data)


def test_an_archive_that_lies_about_its_size_is_not_believed() -> None:
    data = bytearray(bomb("word/document.xml", 100_000_000))
    # The size in the directory at the end, of which the program hears first.
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 1000)
    message = refusal(bytes(data))
    assert "damaged" in message or "far more" in message


def test_thousands_of_entries_are_not_looked_at() -> None:
    data = packed({f"word/part{number}.xml": "x" for number in range(archive.MOST_ENTRIES + 1)})
    assert "far more than an agreement" in refusal(data)


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{TOP}/pyproject.toml">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
    ids=["external", "billion laughs"],
)
def test_entities_are_refused(declaration: str) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
    document = f'<?xml version="1.0"?>{declaration}<w:document {space}>{text}</w:document>'
    assert "not opened" in refusal(word_package("", more={"word/document.xml": document}))
    assert "not opened" in refusal(word_package("", more={"word/document.xml": document.encode("utf-16")}))
    assert "not opened" in refusal(odt_package("<text:p>&e;</text:p>", prolog=declaration))


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<ul><li>" * 30_000 + b"x",
        b"<html>" + b"<div>" * 200_000,
        b"{\\rtf1" + b"{" * 300_000 + b"x" + b"}" * 300_000 + b"}",
        word_package("<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000),
        b"> " * 400_000 + b"x\n# a\n# b\n",
        b"(" * 3_000_000,
        b"1. " * 300_000,
        b"a" * 900_000,
        b"**" * 400_000 + b"\n# a\n# b\n",
        b"A" * 100 + b" WHEREAS, x" * 60_000,
    ],
    ids=["lists", "divs", "rtf groups", "tables", "quotes", "brackets", "numbers", "one word", "stars", "recitals"],
)
def test_deep_or_endless_text_is_read_or_refused_in_bounded_time_and_memory(data: bytes, tmp_path: Path) -> None:
    measured(data, tmp_path)


def measured(data: bytes, folder: Path) -> str:
    """Read in a process of its own with 1.5 GB of address space, and 15 seconds for the reader's 10."""
    path = folder / "hostile"
    path.write_bytes(data)
    script = (
        "import resource, sys; from pathlib import Path; from mou_tui.errors import MouError\n"
        "from mou_tui.exchange.reader import read_document\n"
        "try:\n    document = read_document(Path(sys.argv[1])); print('read', len(document.paragraphs))\n"
        "except MouError as error: print(error.message)\n"
        "status = Path('/proc/self/status')\n"
        "own = status.read_text().split('VmHWM:')[1].split()[0] if status.exists() else 0\n"
        "print(max(int(own), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))"
    )
    # Not the ru_maxrss of the process itself: there it begins with what the tests that started it hold.
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=TOP, capture_output=True, text=True, timeout=15, check=False
    )
    assert done.returncode == 0, done.stderr
    output, memory = done.stdout.strip().rsplit("\n", 1)
    if sys.platform == "linux":
        assert int(memory) < 600 * 1024
    assert [entry.name for entry in folder.iterdir() if entry.name != "home"] == ["hostile"]
    return output


def test_a_hundred_megabytes_of_text_are_refused_unread(tmp_path: Path) -> None:
    assert "larger than" in measured(b"The SRO shall serve the school. " * 3_200_000, tmp_path)


def test_more_text_than_an_agreement_holds_is_refused(tmp_path: Path) -> None:
    assert "far more text" in measured(b"The SRO shall serve the school.\n" * 40_000, tmp_path)


def test_macros_and_links_are_neither_run_nor_followed(tmp_path: Path) -> None:
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" TargetMode="External" Target="http://127.0.0.1:9/x"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    )
    more: dict[str, str | bytes] = {
        "word/vbaProject.bin": b"\0" * 99,
        "word/_rels/settings.xml.rels": relations,
        "../../escape.txt": "out",
    }
    document = parse(word_package("<w:p><w:r><w:t>The SRO teaches.</w:t></w:r></w:p>", more=more), "old.docx")
    assert [part.text for part in document.paragraphs] == ["The SRO teaches."]
    page = (
        b'<html><body><p>Text</p><img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe></body>'
    )
    assert [part.text for part in parse(page, "page").paragraphs] == ["Text"]


def test_a_program_for_reading_cannot_write_or_linger(tmp_path: Path) -> None:
    target = tmp_path / "written"
    script = f"open({str(target)!r}, 'wb', buffering=0).write(b'x' * 99)"
    if sys.platform == "linux":
        with pytest.raises(Failed):
            run([sys.executable, "-c", script], b"")
        assert not target.exists() or not target.read_bytes()
    with pytest.raises(Failed) as caught:
        run([sys.executable, "-c", "while True: pass"], b"", seconds=1)
    assert caught.value.timed_out


def test_a_program_for_reading_does_not_see_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOMETHING_PRIVATE", SECRET)
    output = run([sys.executable, "-c", "import os; print(dict(os.environ))"], b"")
    assert SECRET.encode() not in output


def test_a_name_made_to_mislead_is_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "old\x1b[2J\u202etxt.docx"
    path.write_bytes(word([("The SRO teaches.", 0)]))
    name = reader.read_document(path).name
    assert "\x1b" not in name
    assert "\u202e" not in name


def test_a_pipe_or_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CannotOpen):
            reader.read_document(tmp_path / "pipe")
    with pytest.raises(CannotOpen):
        reader.read_document(tmp_path)
