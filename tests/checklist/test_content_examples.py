"""Each example of the checklist, as it is taken, keeps to the rules of `content/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from mou_tui.checklist.model import Example, Question
from mou_tui.draft.blanks import fact_names, fill_blanks, find_blanks
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import passages
from mou_tui.session.model import Answer
from tests.checklist.content import FILLED, LABELS, SRO, VALUES, every_example

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
    *("Section", "Virginia", "FERPA", "CFR", "English", "Civil Rights Data Collection"),
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
    """What is before each “shall” of a sentence."""
    yield from (sentence[: duty.start()] for duty in re.finditer(r"\bshall\b", sentence))


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
def test_a_clause_is_referred_to_by_its_number_and_never_by_its_caption(question: Question, example: Example) -> None:
    assert [words for words in re.findall("“([^”]*)”", example.text) if words in LABELS] == []
    numbers = {SRO.number(other.id) for other in SRO.questions() if other.id != question.id}
    assert set(re.findall(r"\bSection (\S*\d)", example.text)) <= numbers
    assert not re.search(r"\b(?:[Cc]lause|section|[Aa]rticle|[Pp]aragraph) \d|[{}]", example.text)


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


@pytest.mark.parametrize("question", SRO.questions(), ids=lambda question: question.id)
def test_every_bracket_of_an_example_is_seen_as_a_blank(question: Question) -> None:
    for example in question.examples:
        brackets = re.findall(r"\[[^\]]+\]", example.text)
        assert [blank.text for blank in find_blanks(example.text) if blank.text in brackets] == brackets
