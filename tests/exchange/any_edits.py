"""Edits of every kind by several people, and how each of them should come back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hypothesis import strategies as st

from mou_tui.session.model import Answer, Session
from tests.exchange.word_edits import WordEditor
from tests.strategies import EMPTY, SMALL

AUTHORS = ("Ann Counsel", "Bob Counsel", "Cy Counsel")
CLAUSES = [question.id for question in SMALL.questions()]
PARAGRAPHS, WORDS = 3, 5
SIGNS = ("", "**bold** ", "*slanted* ", "[number] ", "5% ", "“quoted” ", "a_b ", "5 \\* 3 ")


class Edit(NamedTuple):
    """One edit of one paragraph, at one of its words."""

    author: str
    clause: str
    paragraph: int
    kind: str
    word: int
    text: str


def typed(clause: int, paragraph: int) -> str:
    """A paragraph whose words are nowhere else, with signs that mean something to Markdown."""
    sign = SIGNS[(clause * PARAGRAPHS + paragraph) % len(SIGNS)]
    return sign + " ".join(f"w{clause}{paragraph}{word}" for word in range(WORDS)) + "."


TEXTS = {clause: [typed(index, paragraph) for paragraph in range(PARAGRAPHS)] for index, clause in enumerate(CLAUSES)}
SESSION = Session(EMPTY.checklist, "full", answers={key: Answer("\n\n".join(text)) for key, text in TEXTS.items()})
edits = st.lists(
    st.builds(
        Edit,
        st.sampled_from(("", *AUTHORS)),
        st.sampled_from(CLAUSES),
        st.integers(0, PARAGRAPHS - 1),
        st.sampled_from(("replace", "delete", "insert", "add", "strike", "split")),
        st.integers(1, WORDS - 2),
        st.sampled_from(("new", "two words", "a * b", "5%", "[number]")),
    ),
    max_size=12,
    unique_by=lambda edit: (edit.clause, edit.paragraph),
)


def word_of(edit: Edit, word: int) -> str:
    return f"w{CLAUSES.index(edit.clause)}{edit.paragraph}{word}"


def make(editor: WordEditor, edit: Edit) -> None:
    """Do in the file what an edit says."""
    editor.author = edit.author
    word, whole = word_of(edit, edit.word), word_of(edit, 0)
    if edit.kind == "replace":
        editor.replace(word, edit.text)
    elif edit.kind == "delete":
        editor.replace(f"{word} ", "")
    elif edit.kind == "insert":
        editor.insert(word, f" {edit.text}")
    elif edit.kind == "add":
        editor.add_paragraph(whole, f"Added {edit.text}")
    elif edit.kind == "strike":
        editor.delete_paragraph(whole)
    else:
        editor.split(word)


def after(paragraph: str, edit: Edit) -> list[str]:
    """What an edit makes of a paragraph."""
    word = word_of(edit, edit.word)
    if edit.kind == "replace":
        return [paragraph.replace(word, edit.text)]
    if edit.kind == "delete":
        return [paragraph.replace(f"{word} ", "")]
    if edit.kind == "insert":
        return [paragraph.replace(word, f"{word} {edit.text}")]
    if edit.kind == "add":
        return [paragraph, f"Added {edit.text}"]
    if edit.kind == "strike":
        return []
    start, end = paragraph.split(word)
    return [start.rstrip(), word + end]


def wording(clause: str, made: Iterable[Edit]) -> str:
    """The wording of a clause with some edits."""
    by_paragraph = {edit.paragraph: edit for edit in made if edit.clause == clause}
    paragraphs = (
        after(text, by_paragraph[index]) if index in by_paragraph else [text]
        for index, text in enumerate(TEXTS[clause])
    )
    return "\n\n".join(line for lines in paragraphs for line in lines)


def expected(made: list[Edit]) -> set[tuple[str, str, str, str]]:
    """Every edit as it should come back: clause, author, before and after."""
    untracked = [edit for edit in made if not edit.author]
    told = set()
    for edit in made:
        sent = wording(edit.clause, untracked)
        if edit.author:
            own = [other for other in made if other.author in ("", edit.author)]
            told.add((edit.clause, edit.author, sent, wording(edit.clause, own)))
        else:
            told.add((edit.clause, "", wording(edit.clause, []), sent))
    return told
