"""Markup that word processors write around a change: formats, rows, lists, moves, boxes, odd names."""

from __future__ import annotations

import pytest

from mou_tui.exchange.returned.model import Reply, ReturnedComment, ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.session.model import Answer, Session
from tests.exchange.packages import word_package
from tests.strategies import EMPTY, SMALL

WORDING = "The officer greets *every* student.\n\nThe City pays."
BY = 'w:id="9" w:author="Ann" w:date="2026-12-04T10:00:00Z"'


def run(text: str, look: str = "", tag: str = "t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


HEAD = f'<w:p><w:bookmarkStart w:id="1" w:name="mou_clause_alpha"/>{run("About alpha")}</w:p>'
FIRST = f"<w:p>{run('The officer greets ')}{run('every', '<w:i/>')}{run(' student.')}</w:p>"
LAST = f"<w:p>{run('The City pays.')}</w:p>"


def read(body: str, text: str = WORDING, more: dict[str, str | bytes] | None = None) -> ReturnedDocument:
    session = Session(EMPTY.checklist, answers={"alpha": Answer(text)})
    return parse_returned(word_package(HEAD + body, more=more), "back.docx", SMALL, session)


def after(body: str, text: str = WORDING) -> list[tuple[str, str]]:
    return [(edit.author, edit.after) for edit in read(body, text).edits]


def test_a_clause_that_is_as_it_was_is() -> None:
    returned = read(FIRST + LAST)
    assert returned.unchanged == ("alpha",)
    assert not returned.edits and not returned.unplaced


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (run("The City pays.", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"), "**The City pays.**"),
        (f"<w:ins {BY}>{run('Now ')}</w:ins>{run('The City pays.')}", "Now The City pays."),
        (f"{run('The ')}<w:ins {BY}>{run('*old* ')}</w:ins>{run('City pays.')}", "The \\*old\\* City pays."),
        (f"{run('The ')}<w:ins {BY}>{run('old ', '<w:b/>')}</w:ins>{run('City pays.')}", "The **old** City pays."),
        (
            f"<w:del {BY}>{run('The City', tag='delText')}</w:del><w:ins {BY}>{run('It')}</w:ins>{run(' pays.')}",
            "It pays.",
        ),
    ],
)
def test_a_run_that_was_changed(last: str, expected: str) -> None:
    assert after(f"{FIRST}<w:p>{last}</w:p>") == [("Ann", WORDING.replace("The City pays.", expected))]


@pytest.mark.parametrize(
    "last",
    [
        run("The City pays.", '<w:rStyle w:val="Odd"/><w:color w:val="FF0000"/>'),
        "<w:r><w:t>The City</w:t></w:r><w:r><w:tab/><w:t>pays.</w:t></w:r>",
        f"<w:proofErr/>{run('The')}<w:lastRenderedPageBreak/>{run(' City pays.')}<w:r><w:softHyphen/></w:r>",
    ],
)
def test_a_run_that_reads_the_same(last: str) -> None:
    assert read(f"{FIRST}<w:p>{last}</w:p>").unchanged == ("alpha",)


def test_words_that_were_moved_left_one_place_and_came_to_another() -> None:
    left = f'<w:moveFromRangeStart w:id="7" w:name="m"/><w:moveFrom {BY}>{run(" pays")}</w:moveFrom>'
    came = f"<w:moveTo {BY}>{run('Pays ')}</w:moveTo>"
    body = f"<w:p>{came}{run('The City')}{left}{run('.')}</w:p>"
    assert after(FIRST + body) == [("Ann", WORDING.replace("The City pays", "Pays The City"))]


def test_what_one_struck_of_what_another_added_is_told() -> None:
    added = '<w:ins w:id="8" w:author="Bob" w:date="2026-12-03T10:00:00Z">'
    struck = f"<w:del {BY}>{run('or all ', tag='delText')}</w:del>"
    body = f"<w:p>{added}{run('Half ')}{struck}</w:ins>{run('The City pays.')}</w:p>"
    assert after(FIRST + body) == [
        ("Bob", WORDING.replace("The City", "Half or all The City")),
        ("Ann", WORDING.replace("The City", "Half The City")),
    ]


def test_rows_are_added_and_deleted_as_a_whole() -> None:
    def row(text: str, mark: str = "") -> str:
        properties = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
        run = "delText" if mark == "del" else "t"
        cell = f"<w:tc><w:p><w:r><w:{run}>{text}</w:{run}></w:r></w:p></w:tc>"
        return f"<w:tr>{properties}{cell}{cell}</w:tr>"

    table = f"<w:tbl>{row('a')}{row('b', 'del')}{row('c', 'ins')}{row('d')}</w:tbl><w:p/>"
    text = "| a | a |\n|---|---|\n| b | b |\n| d | d |"
    assert after(table, text) == [("Ann", text.replace("b", "c"))]


def test_an_item_that_was_set_in_below_another() -> None:
    def item(text: str, level: int, mark: str = "") -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{number}{mark}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    was = f'<w:pPrChange {BY}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    text = "I. one\nII. two\nIII. three"
    (edit,) = read(item("one", 0) + item("two", 1, was) + item("three", 0), text).edits
    assert (edit.before, edit.author) == (text, "Ann")
    assert edit.after.split("\n")[::2] == ["I. one", "II. three"]
    assert edit.after.split("\n")[1].startswith("   ")


def test_words_struck_by_hand_count_as_deleted_and_are_mentioned() -> None:
    returned = read(f"{FIRST}<w:p>{run('The City ')}{run('pays', '<w:strike/>')}{run('signs.')}</w:p>")
    assert [(edit.author, edit.after) for edit in returned.edits] == [("", WORDING.replace("pays", "signs"))]
    assert returned.remarks == ("Words are struck through by hand in it. They were read as deleted.",)


def test_content_controls_links_and_boxes_are_read_once() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    link = "<w:hyperlink><w:r><w:t>The City pays.</w:t></w:r></w:hyperlink>"
    body = f"<w:sdt><w:sdtContent>{FIRST}</w:sdtContent></w:sdt><w:p>{link}<w:r>{box}</w:r></w:p>"
    assert after(body) == [("", f"{WORDING}\n\nBoxed.")]


def test_the_strict_markup_of_word_is_read_as_well() -> None:
    package = word_package(HEAD + FIRST + LAST)
    strict = word_package(
        "",
        more={
            "word/document.xml": (
                '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
                f"{HEAD}{FIRST}{LAST}</w:body></w:document>"
            )
        },
    )
    session = Session(EMPTY.checklist, answers={"alpha": Answer(WORDING)})
    for data in (package, strict):
        assert parse_returned(data, "back.docx", SMALL, session).unchanged == ("alpha",)


def test_names_and_words_of_others_are_data() -> None:
    odd = BY.replace("Ann", "A\u202enn\n[b]x[/b]").replace("2026-12-04", "yesterday ")
    body = f"<w:p>{run('The City pays.')}<w:ins {odd}>{run(chr(0x202E) + 'now [/x]')}</w:ins></w:p>"
    (edit,) = read(FIRST + body).edits
    assert edit.author == "A\ufffdnn [b]x[/b]"
    assert edit.date == ""
    assert edit.after == f"{WORDING}\ufffdnow [/x]"


def comments(*entries: tuple[int, str, str, int | None]) -> dict[str, str | bytes]:
    """The parts that hold comments: number, author, text, and the number of the one that is replied to."""
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    texts = "".join(
        f'<w:comment w:id="{key}" w:author="{author}"><w:p w14:paraId="{key:08X}">{run(text)}</w:p></w:comment>'
        for key, author, text, _ in entries
    )
    links = "".join(
        f'<w15:commentEx w15:paraId="{key:08X}"' + (f' w15:paraIdParent="{parent:08X}"' if parent else "") + "/>"
        for key, _, _, parent in entries
    )
    return {
        "word/comments.xml": f"<w:comments {w} {w14}>{texts}</w:comments>",
        "word/commentsExtended.xml": f"<w15:commentsEx {w15}>{links}</w15:commentsEx>",
    }


def test_of_our_own_comments_only_replies_come_back() -> None:
    mark = f'<w:p>{run("The City pays.")}<w:r><w:commentReference w:id="3"/></w:r></w:p>'
    ours = "mou-tui"
    more = comments((3, ours, "The District objects.", None), (4, "Ann", "No more.", 3), (5, ours, "Open.", None))
    assert read(FIRST + mark, more=more).comments == (
        ReturnedComment("alpha", "No more.", "Ann", "", "The District objects."),
    )


def test_comments_that_reply_to_each_other_or_to_none_are_not_lost() -> None:
    more = comments((3, "Ann", "One.", 4), (4, "Bob", "Two.", 3), (5, "Cy", "Three.", 77))
    told = read(FIRST + LAST, more=more).comments
    assert {comment.text for comment in told} | {reply.text for comment in told for reply in comment.replies} == {
        "One.",
        "Two.",
        "Three.",
    }


def test_a_reply_to_a_reply_is_in_the_same_thread() -> None:
    more = comments((3, "Ann", "One.", None), (4, "Bob", "Two.", 3), (5, "Ann", "Three.", 4))
    (comment,) = read(FIRST + LAST, more=more).comments
    assert comment.replies == (Reply("Two.", "Bob"), Reply("Three.", "Ann"))


def test_footnotes_are_kept() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {w}><w:footnote w:type="separator"><w:p/></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>See the statute.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    returned = read(FIRST + LAST, more={"word/footnotes.xml": notes})
    assert returned.unplaced == (UnplacedText("See the statute.", "", "Note"),)


def test_an_edit_says_the_last_day_of_its_changes() -> None:
    earlier = BY.replace("2026-12-04", "2026-11-30")
    mark = f"<w:pPr><w:rPr><w:ins {earlier}/></w:rPr></w:pPr>"
    body = f"<w:p><w:ins {BY}>{run('So ')}</w:ins>{run('The City pays.')}</w:p>"
    body += f"<w:p>{mark}<w:ins {earlier}>{run('Now.')}</w:ins></w:p>"
    wording = WORDING.replace("The City", "So The City") + "\n\nNow."
    assert read(FIRST + body).edits == (ReturnedEdit("alpha", WORDING, wording, "Ann", "2026-12-04"),)
