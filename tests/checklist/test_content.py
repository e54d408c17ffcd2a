"""The checklist that comes with the program keeps to the rules of `content/README.md`, each example as it is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mou_tui import paths
from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist, Example, Question
from mou_tui.draft.blanks import fact_names, fill_blanks, find_blanks, known_values
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import passages, render
from mou_tui.draft.opening import opening_of
from mou_tui.session.model import Answer, ChecklistRef, Party, Session
from tests.checklist.article import CONTROL, shared
from tests.draft.written_markdown import clause

SRO = load()
FILLED = Session(
    ChecklistRef(SRO.id, SRO.version),
    "full",
    (
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City School District", "the School District", "the Superintendent"),
    ),
    {
        "state": "Virginia",
        "schools": "Lake City High School and Birch Middle School",
        "start-date": "July 1, 2027",
        "end-date": "June 30, 2030",
    },
)
VALUES = known_values(SRO, FILLED)
LABELS = {question.label for question in SRO.questions()}
EXAMPLES = [
    pytest.param(question, example, id=f"{SRO.number(question.id)}-{example.id}")
    for question in SRO.questions()
    for example in question.examples
]
ORDERED = [pytest.param(question, id=SRO.number(question.id)) for question in SRO.questions() if question.order]

every_example = pytest.mark.parametrize(("question", "example"), EXAMPLES)

FORBIDDEN = (
    *("the administration", "as needed", "as necessary", "other duties as assigned", "reasonable request", "and/or"),
    *(
        "including but not limited to",
        "including, but not limited to",
        "consult",
        "reimburs",
        "endeavor",
        "best efforts",
    ),
    *("timely", "promptly", "as soon as possible", "immediately", "from time to time", "as appropriate", "regularly"),
    *("enforce school rules and", "enforce board polic", "enforcement of board polic", "enforce district polic"),
    *("hereby", "herein", "whereas", "shall make every effort", "may not be limited"),
)
CAPITALISED = (
    *("SROs?", "Principals?", "Police Department", "School District", "Schools?", "Superintendent", "Chief of Police"),
    *("Virginia", "FERPA", "CFR", "English", "Civil Rights Data Collection"),
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
ACTORS = re.compile(
    r"\b(Police Department|School District|SROs?|Principals?|Superintendent|Chief of Police|part(?:y|ies)|supervisors?"
    r"|officers?|heads|liaison|panel|contacts?|custodian|teams?|group|employees?|persons?|analyst|trainers?|substitute"
    r"|(?i:they|it|each|neither|the two))\b"
    r"|\[[^\]]*(?:stand-in|title|person|rank|custodian|officer)[^\]]*\]"
)
NO_ACTOR = re.compile(
    r"\b(agreement|clause|records?|costs?|data|information|training|notice|reports?|footage|cop(?:y|ies)|payments?"
    r"|programs?|polic(?:y|ies)|students?|guardians?|parents?|schedule|decision|there|this|that) shall\b"
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, and the items of its lists."""
    for sentence in re.split(r"(?<=[.?!])[”]?\s+|\n+", text):
        yield re.sub(r"^(?:- |\d+\. )", "", sentence)


def undefined(text: str) -> Iterator[str]:
    """Sentences that capitalise a word in their midst that is no name and no defined term; captions do not count."""
    for sentence in sentences(re.sub(r"“[^”]*”|\[[^\]]*\]|\(B\)", "it", text)):
        _, _, rest = sentence.partition(" ")
        if re.search(r"\b[A-Z]", re.sub(rf"\b(?:{'|'.join(CAPITALISED)})\b", "", rest)):
            yield sentence


def without_actor(text: str) -> Iterator[str]:
    """Sentences with a duty that, as far as can be told, nobody in particular has."""
    for sentence in sentences(text):
        # “The party that calls a parent shall” is a duty of the party.
        bare = re.sub(r"\b(?:that|who) [^,]*?(?= shall)", "who", sentence)
        passive = re.search(r"\bshall (?:not )?be \w+ed\b", sentence)
        if NO_ACTOR.search(bare) or passive or any(not ACTORS.search(before) for before in duties(sentence)):
            yield sentence


def duties(sentence: str) -> Iterator[str]:
    """What stands before each “shall” of a sentence."""
    yield from (sentence[: duty.start()] for duty in re.finditer(r"\bshall\b", sentence))


def guidance(question: Question) -> Iterator[str]:
    """All that is said about a question besides its examples."""
    yield from (question.label, question.ask, question.why, *question.discuss, question.order)
    yield from (point.text for point in question.points)
    yield from (standard.text for standard in question.standards)
    for example in question.examples:
        yield from (example.label, example.when, example.one_view, example.another_view)


def test_the_topics_are_those_of_the_article_in_its_order() -> None:
    assert [topic.title for topic in SRO.topics] == [
        "Mission",
        "SRO roles and responsibilities",
        "SRO supervision and evaluation",
        "SRO selection",
        "Training",
        "Engagement with the community",
        "Information sharing",
        "Tracking SRO activities with data",
        "Expenses",
        "MOU review and revision",
        "Signatures",
    ]


def test_the_essential_questions_are_these_and_those_for_the_whole_room_these() -> None:
    essential = [SRO.number(question.id) for question in SRO.questions() if question.essential]
    together = [SRO.number(question.id) for question in SRO.questions() if question.together]
    assert essential == [
        *("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "3.3"),
        *("3.4", "4.1", "5.1", "6.1", "7.1", "7.2", "8.1", "9.1", "10.1", "10.2", "11.1"),
    ]
    assert together == ["1.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1", "3.4", "4.1", "7.1", "9.1"]
    assert (len(essential), len(together)) == (24, 12)


def test_a_published_question_never_changes_its_id_or_its_place() -> None:
    assert [question.id for question in SRO.questions("essential")] == [
        *("purpose", "scope"),
        *("duties", "not-discipline", "conduct-line", "arrest", "questioning", "searches", "force"),
        "nondiscrimination",
        *("command", "evaluation", "complaints", "removal", "who-chooses", "training", "families-partners"),
        *("records", "mutual-notice", "counting", "cost-share", "review", "term", "signers"),
    ]


def test_all_the_questions_are_there() -> None:
    assert [len(topic.questions) for topic in SRO.topics] == [4, 15, 7, 4, 4, 4, 6, 3, 4, 4, 3]


@pytest.mark.parametrize("number", ["1.1", "2.1", "2.2", "3.1", "7.1", "7.2", "11.1"])
def test_what_a_grant_asked_for_says_so_and_to_check_the_award(number: str) -> None:
    (question,) = (question for question in SRO.questions() if SRO.number(question.id) == number)
    lines = SRO.layer_lines(question.id)
    assert any(layer.level == "grant" and "check your award" in line.text for layer, line in lines)


def test_every_contested_question_shows_its_alternatives() -> None:
    unordered = [SRO.number(question.id) for question in SRO.questions() if question.together and not question.order]
    assert unordered == []
    assert all(len(question.examples) >= (3 if question.order else 2) for question in SRO.questions())


@pytest.mark.parametrize("question", ORDERED)
def test_both_views_have_about_the_same_length(question: Question) -> None:
    for example in question.examples:
        shorter, longer = sorted((len(example.one_view), len(example.another_view)))
        assert longer <= shorter * 1.25, (example.one_view, example.another_view)


@every_example
def test_an_example_reads_as_a_clause_of_the_draft(question: Question, example: Example) -> None:
    text = fill_blanks(example.text, VALUES)
    draft = assemble(SRO, FILLED.with_answer(question.id, Answer(text)))
    (clause,) = (passage.markdown for passage in passages(draft) if passage.key == SRO.number(question.id))
    assert clause == f"**{SRO.number(question.id)} {question.label}.** {text}"
    tokens = {token.type.removesuffix("_open").removesuffix("_close") for token in MarkdownIt().parse(text)}
    assert tokens <= {"paragraph", "inline", "bullet_list", "ordered_list", "list_item"}
    assert not re.search(r"[*`#<>|{}]|\w_\w|%[sd]|\]\(|https?:", text)


@every_example
def test_an_example_knows_every_party_and_fact_by_its_blank(question: Question, example: Example) -> None:
    text = fill_blanks(example.text, VALUES)
    assert not {blank.name for blank in find_blanks(text)} & fact_names(SRO)
    assert all(blank.name for blank in find_blanks(text)), "no $XX, ___ or TBD"
    # A filled blank brings its own article, and no one else's words are hard-wired.
    assert not re.search(r"\b(?:the|a|an|The|A|An) \[(?i:police agency|school district|head of)", example.text)
    outside = re.sub(r"\[[^\]]*\]", "", example.text)
    assert not re.search(r"\b(?:Chief|Superintendent|Sheriff|Department|District|Board|Mayor|Council)\b", outside)
    assert not re.search(r"\b(?:chief|superintendent|sheriff)\b(?! deput)", outside)


@every_example
def test_an_example_begins_its_sentences_large_and_capitalises_only_what_is_defined(
    question: Question, example: Example
) -> None:
    text = fill_blanks(example.text, VALUES)
    prose = re.sub(r"^(?:- |\d+\. ).*$", "", text, flags=re.MULTILINE)
    assert [sentence for sentence in re.split(r"(?<=[.?!])\s+|\n+", prose) if sentence[:1].islower()] == []
    assert list(undefined(text)) == []


@every_example
def test_an_example_avoids_what_real_agreements_got_wrong(question: Question, example: Example) -> None:
    lowered = example.text.casefold()
    assert [phrase for phrase in FORBIDDEN if phrase in lowered] == []


@every_example
def test_every_duty_has_a_named_actor(question: Question, example: Example) -> None:
    assert list(without_actor(fill_blanks(example.text, VALUES))) == []
    assert not re.search(r"\bmust\b", example.text)


@every_example
def test_a_clause_is_referred_to_by_a_caption_there_is(question: Question, example: Example) -> None:
    quoted = re.findall("“([^”]*)”", example.text)
    assert [words for words in quoted if words not in LABELS] == []
    assert not re.search(r"\b(?:clause|section|article|paragraph) \d", example.text, re.IGNORECASE)


@pytest.mark.parametrize(
    "question", [pytest.param(question, id=SRO.number(question.id)) for question in SRO.questions()]
)
def test_guidance_refers_to_clauses_that_there_are_and_keeps_to_ordinary_words(question: Question) -> None:
    for text in guidance(question):
        assert [
            words for words in re.findall("(?:[Uu]nder|[Cc]lause|fit|[Ss]ee|in) “([^”]*)”", text) if words not in LABELS
        ] == []
        assert find_blanks(text) == (), text
        assert "NASRO mandatory" not in text


@pytest.mark.parametrize(
    "text",
    [
        "The SRO waits. Then the Administration decides.",
        "The Student waits.",
        "- the Campus Officer waits;",
    ],
)
def test_a_capital_without_a_definition_would_be_found(text: str) -> None:
    assert list(undefined(text))


@pytest.mark.parametrize(
    "text",
    [
        "Records shall be kept.",
        "The SRO waits. A report shall follow.",
        "The Principal decides, and this agreement shall bind everyone.",
        "The SRO shall be trained.",
        "In June, shall tell the Principal.",
    ],
)
def test_a_duty_of_nobody_would_be_found(text: str) -> None:
    assert list(without_actor(text))


def test_captions_tell_questions_apart() -> None:
    assert len(LABELS) == len(list(SRO.questions()))


def test_the_opening_is_filled_and_defines_what_is_capitalised() -> None:
    opening = opening_of(SRO, FILLED)
    assert find_blanks(opening) == ()
    assert clause(opening) == opening
    for term in ("the Police Department", "the School District", "SRO", "the Schools", "Principal"):
        assert f"“{term}”" in opening


@pytest.mark.parametrize("choice", range(4))
def test_a_whole_draft_of_examples_has_our_headings_and_nothing_unsettled(choice: int) -> None:
    session = FILLED
    for question in SRO.questions():
        example = question.examples[choice % len(question.examples)]
        session = session.with_answer(question.id, Answer(fill_blanks(example.text, VALUES)))
    markdown = render(assemble(SRO, session))
    assert re.findall("^#.*$", markdown, re.MULTILINE) == [
        f"# {SRO.document_title}",
        *(f"## {number}. {topic.title}" for number, topic in enumerate(SRO.topics, start=1)),
        "## 12. Terms from counsel",
        "## Left to counsel, not discussed here",
    ]
    assert "Not yet settled" not in markdown
    assert "[police agency]" not in markdown.casefold()


def every_text(checklist: Checklist) -> Iterator[str]:
    yield from (checklist.opening, checklist.closing, checklist.disclaimer, *checklist.counsel)
    yield from (definition.text for definition in checklist.definitions)
    yield from (line.text for layer in checklist.layers for line in layer.lines)
    for topic in checklist.topics:
        yield topic.summary
        for question in topic.questions:
            yield from guidance(question)
            for example in question.examples:
                yield from (example.text, fill_blanks(example.text, VALUES))


def test_no_run_of_nine_words_is_shared_with_the_article() -> None:
    assert [run for text in every_text(SRO) for run in shared(text)] == []


def test_the_sample_shares_no_run_of_nine_words_with_the_article_either() -> None:
    assert shared((paths.content() / "sample.mou.yaml").read_text(encoding="utf-8")) == []


def test_a_shared_run_of_nine_words_would_be_found() -> None:
    assert len(shared(CONTROL)) == 4
    words = CONTROL.upper().replace(" ", "\n  ").split()
    assert len(shared(f"before {' '.join(words[2:11])} after")) == 1
    assert shared(" ".join(words[:8])) == []


def test_files_hold_no_leftovers_of_another_tongue() -> None:
    for path in Path(paths.content()).rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert "\t" not in text
        assert not re.search(r"[^\S\n]+$", text, re.MULTILINE), path
