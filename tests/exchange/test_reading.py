"""Every word of an agreement is read, in its order, whatever the format; numbers stand as printed."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.exchange.document import CannotRead, Document
from mou_tui.exchange.reader import parse, read_document
from tests.exchange.agreements import Agreement, agreements, made
from tests.exchange.figures import PARTS
from tests.exchange.packages import odt, word, word_package

CORPUS = [agreement for part in PARTS for agreement in agreements(part)]


def body(document: Document, *, has_furniture: bool = True) -> list[str]:
    """The words of a document in order, without the running heads that its format has added."""
    kept = (part.text for part in document.paragraphs if part.kind != "furniture" or not has_furniture)
    return " ".join(kept).split()


@pytest.mark.parametrize("agreement", CORPUS, ids=lambda agreement: agreement.file_name)
def test_no_word_of_an_agreement_is_lost_added_or_moved(agreement: Agreement) -> None:
    data = made(agreement)
    document = parse(data, agreement.file_name)
    assert document.format == agreement.format
    expected = agreement.text.split()
    if "flattened" in agreement.style:
        expected = data.decode("cp1252").split()
    labels = {part.label for part in document.paragraphs if part.kind == "heading"}
    words = body(document, has_furniture=bool(agreement.style & {"pages", "header-footer"}))
    if "numbered-headings" in agreement.style:
        # Word prints these numbers, and they are in no text.
        assert {"I.", "II.", "III."} <= labels
        assert [word_ for word_ in words if word_ not in labels] == expected
    else:
        assert words == expected


@pytest.mark.parametrize("agreement", CORPUS, ids=lambda agreement: agreement.file_name)
def test_headings_are_told_from_paragraphs(agreement: Agreement) -> None:
    if "flattened" in agreement.style or "plain-headings" in agreement.style:
        pytest.skip("nothing in this file tells them apart for certain")
    document = parse(made(agreement), agreement.file_name)
    wanted = {part.text for part in agreement.parts if part.level}
    headings = {part.text for part in document.paragraphs if part.kind == "heading"}
    met = {title for title in wanted if any(heading.endswith(title) for heading in headings)}
    assert len(met) >= 0.9 * len(wanted)


@pytest.mark.parametrize("blank", ["________", r"\_\_\_\_\_\_\_\_"])
def test_a_line_to_write_on_is_no_emphasis(blank: str) -> None:
    clause = "**Purpose.** The *officer* of snake_case_high **is** here."
    text = f"# AGREEMENT\n\n{clause}\n\n- one\n\nBy: {blank} Date: {blank}\n"
    texts = [part.text for part in parse(text.encode(), "any.md").paragraphs]
    assert texts[1] == "Purpose. The officer of snake_case_high is here."
    assert texts[-1] == "By: ________ Date: ________"


TEXTS = st.text(alphabet="abcdefgh ,.;:XYZ()-0123456789'“”", min_size=1, max_size=60)


@given(st.lists(TEXTS.filter(lambda text: text.split()), min_size=1, max_size=30), st.sampled_from(["\n", "\n\n"]))
def test_every_word_of_any_plain_text_comes_out_once(paragraphs: list[str], between: str) -> None:
    text = between.join(["An agreement about an officer at school", *paragraphs])
    document = parse(text.encode(), "any.txt")
    read = " ".join(part.text for part in document.paragraphs)
    # A word cut at the end of a line is put together again, hyphen and all.
    assert "".join(sorted(read.split())) == "".join(sorted(text.split())) or "-" in text
    assert sorted(read.replace(" ", "")) == sorted("".join(text.split()))


@given(st.lists(TEXTS.filter(lambda text: text.split()), min_size=1, max_size=8))
def test_a_long_line_without_breaks_keeps_every_word(sentences: list[str]) -> None:
    text = " ".join([*sentences * 40, "end"])
    document = parse(f"School resource officers. {text}".encode(), "flat.txt")
    assert " ".join(part.text for part in document.paragraphs).split() == f"School resource officers. {text}".split()


def test_the_kind_is_told_by_content_and_not_by_the_name(tmp_path: Path) -> None:
    path = tmp_path / "attachment.txt"
    path.write_bytes(word([("DUTIES", 1), ("The SRO teaches a class on traffic safety.", 0)]))
    document = read_document(path)
    assert document.format == "docx"
    assert document.name == "attachment.txt"
    assert [part.kind for part in document.paragraphs] == ["heading", "paragraph"]


def test_automatic_numbers_of_lists_and_headings_are_as_word_prints_them() -> None:
    document = parse(
        word([("DUTIES", 1), ("Of the SRO", 2), ("Text.", 0), ("COSTS", 1)], style=["numbered-headings"]), "x"
    )
    assert [part.text for part in document.paragraphs] == ["I. DUTIES", "A. Of the SRO", "Text.", "II. COSTS"]
    assert document.paragraphs[2].heading == "I. DUTIES › A. Of the SRO"


TRACKED = (
    '<w:p><w:r><w:t xml:space="preserve">The SRO shall </w:t></w:r><w:del w:id="1" w:author="A"><w:r>'
    "<w:delText>not </w:delText></w:r></w:del>"
    '<w:ins w:id="2" w:author="A"><w:r><w:t xml:space="preserve">never </w:t></w:r></w:ins>'
    "<w:r><w:t>discipline students.</w:t></w:r></w:p>"
)


def test_tracked_changes_are_said_and_taken_either_way() -> None:
    accepted = parse(word_package(TRACKED), "old.docx")
    rejected = parse(word_package(TRACKED), "old.docx", tracked="rejected")
    assert accepted.paragraphs[0].text == "The SRO shall never discipline students."
    assert rejected.paragraphs[0].text == "The SRO shall not discipline students."
    assert "read as accepted" in accepted.remarks[0]
    assert parse(word([("Text without changes.", 0)]), "old.docx").tracked is None


def test_what_is_in_a_content_control_is_read() -> None:
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Inside a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert parse(word_package(control), "x").paragraphs[0].text == "Inside a control."


def test_notes_and_tables_are_read() -> None:
    page = (
        "<html><body><p>Costs are shared.</p><table><tr><td>Salary</td><td>50%</td></tr></table>"
        "<h2>End</h2><ul><li>One</li></ul></body></html>"
    )
    document = parse(page.encode(), "page")
    assert [(part.kind, part.text) for part in document.paragraphs] == [
        ("paragraph", "Costs are shared."),
        ("table", "Salary | 50%"),
        ("heading", "End"),
        ("item", "One"),
    ]


def test_running_heads_and_page_numbers_are_kept_apart_from_the_text() -> None:
    pages = "\f".join(
        f"Lake City MOU\n\nSection {number}. Costs\n\nThe District pays for year {number}, and the\n\nPage {number}\n"
        for number in range(1, 5)
    )
    document = parse(pages.encode(), "old.txt")
    assert [part.text for part in document.paragraphs if part.kind == "furniture"].count("Lake City MOU") == 4
    assert document.paragraphs[1].page == 1


def test_what_windows_wrote_is_read() -> None:
    document = parse("The Chief’s officer – “SRO” – serves.".encode("cp1252"), "old.txt")
    assert document.paragraphs[0].text == "The Chief’s officer – “SRO” – serves."
    wide = parse("The Chief’s officer serves.".encode("utf-16"), "old.txt")
    assert wide.paragraphs[0].text == "The Chief’s officer serves."


def test_control_characters_become_visible() -> None:
    document = parse(b"The SRO \x1b[31mshall\x07 serve the school.", "old.txt")
    assert "\x1b" not in document.paragraphs[0].text
    assert "\x07" not in document.paragraphs[0].text


def test_the_same_file_has_the_same_digest() -> None:
    data = odt([("Text.", 0)])
    assert parse(data, "a").sha256 == parse(data, "b").sha256
    assert len(parse(data, "a").sha256) == 64


@pytest.mark.parametrize(("missing", "package"), [("pypandoc", "pypandoc-binary"), ("pdfplumber", "pdfplumber")])
def test_without_its_reader_one_is_told_which_command_installs_it(
    missing: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else find_spec(name))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data = word([("Text.", 0)]) if missing == "pypandoc" else b"%PDF-1.7"
    with pytest.raises(CannotRead, match=f"-m pip install {package}"):
        parse(data, "old")
    assert parse(b"The SRO teaches.", "old").paragraphs
    assert parse(b"{\\rtf1 The SRO teaches.}", "old").paragraphs


def test_lines_broken_to_a_great_width_are_put_together() -> None:
    line = "The SRO shall be assigned to a school on a full-time basis of eight hours on those days and the hours that "
    text = "\n".join(["AGREEMENT", *(f"{number}. {line}\nschool is in session." for number in range(1, 9))])
    document = parse(text.encode(), "wide.txt")
    assert [part.text.endswith("school is in session.") for part in document.paragraphs] == [False, *[True] * 8]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join(f"The Village shall furnish officer {number} to the District for a year." for number in range(12))
    assert len(parse(text.encode(), "one-a-line.txt").paragraphs) == 12
