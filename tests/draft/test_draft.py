from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import assemble, session_title
from mou_tui.draft.markdown import passages, render
from mou_tui.draft.opening import opening_of
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Deferral, Party, Session, Signatory
from tests.draft.blank_cases import NOTHING_TO_FILL
from tests.strategies import EMPTY, SMALL, lines, sessions, texts

READER = MarkdownIt("commonmark").enable("table")

NAMED = replace(
    EMPTY,
    parties=(
        Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City USD", "the School District", "the Superintendent"),
    ),
)
FORBIDDEN = {
    *("heading_open", "html_block", "html_inline", "code_block", "fence", "blockquote_open", "hr"),
    *("link_open", "image", "code_inline", "strikethrough_open"),
}


def headings(markdown: str) -> list[tuple[str, str]]:
    """The headings a reader sees: their level, and their words."""
    tokens = READER.parse(markdown)
    return [(token.tag, words(inline)) for token, inline in pairwise(tokens) if token.type == "heading_open"]


def words(token: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )


def blocks(markdown: str) -> list[str]:
    """Every block of a document as HTML, in order."""
    tokens, rendered, start = READER.parse(markdown), [], 0
    for place, token in enumerate(tokens, start=1):
        if token.level == 0 and token.nesting <= 0:
            rendered.append(str(READER.renderer.render(tokens[start:place], READER.options, {})))
            start = place
    return rendered


def expected_headings(checklist: Checklist) -> list[tuple[str, str]]:
    sections = [("h2", f"{number}. {topic.title}") for number, topic in enumerate(checklist.topics, start=1)]
    counsel = [("h2", f"{len(sections) + 1}. Terms from counsel"), ("h2", "Matters left to counsel")]
    return [("h1", checklist.document_title), *sections, *counsel]


@given(sessions(SMALL), st.sampled_from(["show", "underline"]))
def test_a_reader_sees_exactly_our_headings_whatever_was_said(session: Session, blanks: str) -> None:
    markdown = render(assemble(SMALL, session), "underline" if blanks == "underline" else "show")
    assert headings(markdown) == expected_headings(SMALL)
    tokens = READER.parse(markdown)
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    assert {token.type for token in every} & FORBIDDEN == {"heading_open"}


@example("# ", "A ##")
@given(lines.filter(str.strip), lines.filter(str.strip))
def test_titles_and_labels_of_a_checklist_cannot_add_headings_either(title: str, label: str) -> None:
    (topic, *rest) = SMALL.topics
    question = replace(topic.questions[0], label=label)
    checklist = replace(
        SMALL,
        document_title=title,
        counsel=(title, label),
        topics=(replace(topic, title=title, questions=(question, *topic.questions[1:])), *rest),
    )
    seen = headings(render(assemble(checklist, EMPTY)))
    assert [(tag, text.split()) for tag, text in seen] == [
        (tag, text.split()) for tag, text in expected_headings(checklist)
    ]


@given(texts.filter(str.strip), texts)
def test_an_answer_leaves_every_other_clause_as_it_was(text: str, other: str) -> None:
    session = NAMED.with_answer("alpha", Answer("Plain words.")).with_answer("delta", Answer(other))
    plain = blocks(render(assemble(SMALL, session)))
    place = next(number for number, block in enumerate(plain) if "Plain words." in block)

    rendered_blocks = blocks(render(assemble(SMALL, session.with_answer("alpha", Answer(text)))))

    after = len(plain) - place - 1
    # The second block is the notice, which names the clauses still open.
    assert rendered_blocks[:1] + rendered_blocks[2:place] == plain[:1] + plain[2:place]
    assert rendered_blocks[len(rendered_blocks) - after :] == plain[len(plain) - after :]
    assert rendered_blocks[place].startswith("<p><strong>1.1 About alpha.</strong>")


@given(texts)
def test_names_read_as_they_were_typed_above_the_line_to_sign_on(name: str) -> None:
    party = Party("agency", name=name, signatories=(Signatory(name, name),))
    session = replace(EMPTY, parties=(party, Party("district", part="consulted")))
    block = next(
        token
        for token in READER.parse(render(assemble(SMALL, session)))
        if "By: __" in token.content or "By: \\" in token.content
    )
    line, _by, signer, title, _date = words(block).split("\n")
    as_typed = name.split()
    assert line.split() == (as_typed or ["[legal", "name", "of", "the", "police", "agency]"])
    assert signer.removeprefix("Name:").split() == (as_typed or ["_" * 24])
    assert title.removeprefix("Title:").split() == (as_typed or ["_" * 24])


def test_clauses_carry_the_number_and_the_label_of_their_question() -> None:
    session = NAMED.with_answer("alpha", Answer("The SRO waits."))
    assert "**1.1 About alpha.** The SRO waits.\n" in render(assemble(SMALL, session))


def test_an_open_clause_says_so_and_one_left_out_is_reserved() -> None:
    markdown = render(assemble(SMALL, EMPTY.with_answer("gamma", Answer("Kept.", not_applicable="no cameras"))))
    assert "**1.1 About alpha.** [Not yet settled]" in markdown
    assert "**2.1 About gamma.** Reserved." in markdown
    assert "Kept." not in markdown
    assert "no cameras" not in markdown


def test_the_notice_names_every_clause_still_open() -> None:
    session = NAMED.with_answer("alpha", Answer("Settled.")).with_answer(
        "gamma", Answer("Settled.", later=Deferral("counsel"))
    )
    draft = assemble(SMALL, session)
    assert draft.open == ("2.1", "2.2", "3.1")
    assert "For discussion. Not approved by any party. Open: 2.1, 2.2, 3.1. Not legal advice." in render(draft)


def test_a_draft_with_nothing_open_says_that_too() -> None:
    session = NAMED
    for question in SMALL.questions("essential"):
        session = session.with_answer(question.id, Answer("Settled."))
    assert "No clause is marked open." in render(assemble(SMALL, session))


def test_depth_never_renumbers_a_clause() -> None:
    session = NAMED.with_answer("zeta", Answer("Said."))
    for depth in ("essential", "full"):
        clauses = [
            clause for section in assemble(SMALL, replace(session, depth=depth)).sections for clause in section.clauses
        ]
        assert [clause.number for clause in clauses if clause.question_id in ("alpha", "delta", "zeta")] == [
            *("1.1", "2.2", "3.2"),
        ]


def test_a_clause_that_begins_with_a_list_keeps_its_caption_apart() -> None:
    markdown = render(assemble(SMALL, EMPTY.with_answer("alpha", Answer("- one;\n- two."))))
    assert "**1.1 About alpha.**\n\n- one;\n- two.\n" in markdown


def test_an_opening_is_written_from_the_parties_until_the_room_writes_it() -> None:
    assert opening_of(SMALL, EMPTY) == SMALL.opening
    assert opening_of(SMALL, NAMED) == (
        "Between Lake City Police (“the Police Department”) and “the School District”, from [start date]."
    )
    assert opening_of(SMALL, replace(NAMED, opening="Ours.")) == "Ours."


def test_only_signers_sign_each_with_every_signatory() -> None:
    agency, district = NAMED.parties
    people = (Signatory("Pat Doe", "Chief of Police"), Signatory("Lee Roe", "Mayor"))
    session = replace(
        NAMED, parties=(replace(agency, signatories=people), district, Party("pta", name="PTA", part="consulted"))
    )
    assert [
        (signature.party, signature.name, signature.title) for signature in assemble(SMALL, session).signatures
    ] == [
        ("Lake City Police", "Pat Doe", "Chief of Police"),
        ("Lake City Police", "Lee Roe", "Mayor"),
        ("Lake City USD", "", "Superintendent"),
    ]


def test_parties_not_named_yet_have_their_place_to_sign() -> None:
    assert [signature.party for signature in assemble(SMALL, EMPTY).signatures] == [
        "[legal name of the police agency]",
        "[legal name of the school district]",
    ]


@pytest.mark.parametrize("name", ["", " ", "\n"])
def test_a_party_nobody_named_leaves_no_line_that_means_something_else(name: str) -> None:
    session = replace(NAMED, parties=(*NAMED.parties, Party("town", name=name)))
    assert assemble(SMALL, session).signatures[-1].party == "[legal name]"


def test_a_session_is_called_by_its_parties_on_one_line() -> None:
    assert session_title(SMALL, EMPTY) == "[school district] and [police agency]"
    assert session_title(SMALL, NAMED) == "Lake City USD and Lake City Police"
    assert session_title(SMALL, NAMED.with_party(Party("agency", name="Two\nlines"))) == "Lake City USD and Two lines"


def test_blanks_show_or_become_lines_to_write_on() -> None:
    session = EMPTY.with_answer("alpha", Answer("The SRO waits [number] days, ___ or TBD, and [x] it is [a link](b)."))
    show, underline = (render(assemble(SMALL, session), blanks) for blanks in ("show", "underline"))
    line = "_" * 12
    assert "[number] days" in show or r"\[number\] days" in show
    assert f"waits {line} days, {line} or {line}, and" in underline
    assert "[number]" not in underline


@pytest.mark.parametrize("wording", NOTHING_TO_FILL)
def test_lines_to_write_on_take_the_place_of_blanks_alone(wording: str) -> None:
    session = EMPTY.with_answer("alpha", Answer(wording))
    show, underline = (render(assemble(SMALL, session), blanks) for blanks in ("show", "underline"))
    clause = show.index("1.1 About alpha")
    assert underline[underline.index("1.1 About alpha") :].split("1.2")[0] == show[clause:].split("1.2")[0]


def test_what_is_no_blank_stays_as_it_is_among_alternatives_too() -> None:
    answer = Answer("Fill [form 7] in [number] days.", not_blanks=("[form 7]",))
    line = "_" * 12
    written = render(assemble(SMALL, EMPTY.with_answer("alpha", answer)), "underline")
    assert f"**1.1 About alpha.** Fill [form 7] in {line} days.\n" in written

    disputed = replace(answer, alternatives={"agency": Alternative("Never fill [form 7], nor [form 8].")})
    written = render(assemble(SMALL, EMPTY.with_answer("alpha", disputed)), "underline")
    assert f"Fill [form 7] in {line} days.\n" in written
    assert f"Never fill [form 7], nor {line}.\n" in written


def test_passages_are_keyed_by_clause_and_make_the_whole() -> None:
    draft = assemble(SMALL, NAMED)
    shown = list(passages(draft))
    assert [passage.key for passage in shown] == [
        *(
            "title",
            "opening",
            "section-1",
            "1.1",
            "section-2",
            "2.1",
            "2.2",
            "section-3",
            "3.1",
            "counsel-text",
            "signatures",
            "counsel",
        ),
    ]
    assert render(draft) == "\n\n".join(passage.markdown for passage in shown) + "\n"


def test_what_is_left_to_counsel_is_a_list_at_the_end() -> None:
    assert render(assemble(SMALL, EMPTY)).endswith("## Matters left to counsel\n\n- Insurance\n")


def test_whoever_else_signs_is_named_in_the_opening_and_has_a_place_to_sign() -> None:
    city = Party("city", name="Lake City", short="the City", head="the Mayor")
    county = Party("county", name="Lake County")
    parents = Party("parents", name="Lake City Parents", part="consulted")
    checklist = replace(SMALL, opening="Between the two.\n\nWords mean things.")

    with_city = assemble(checklist, replace(EMPTY, parties=(city, parents)))
    assert with_city.opening == (
        "Between the two.\n\nLake City (“the City”) is also a party to this agreement.\n\nWords mean things."
    )
    assert [(signature.party, signature.title) for signature in with_city.signatures][:1] == [("Lake City", "Mayor")]

    two = replace(EMPTY, parties=(city, county))
    assert "Lake City (“the City”) and Lake County are also parties" in opening_of(checklist, two)
    three = replace(EMPTY, parties=(city, county, Party("state", short="the State")))
    assert "Lake City (“the City”), Lake County and the State are also" in opening_of(checklist, three)
    assert opening_of(checklist, replace(two, opening="Ours.")) == "Ours."
