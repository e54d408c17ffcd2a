from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.advice import advice, on_wording
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.session.codec import decode
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, ChecklistRef, Party, Session
from tests.examples import examples
from tests.story import Story
from tests.strategies import EMPTY, SMALL, sessions, texts

NAMED = Session(
    ChecklistRef("sro", "1"),
    parties=(
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City Unified Schools", "the School District", "the Superintendent"),
    ),
)
OFFICE = replace(
    NAMED,
    parties=(
        Party("agency", "sheriff", "Lake County Sheriff", "the Sheriff's Office", "the Sheriff"),
        Party("district", "charter", "Lake Charter School", "the Charter School", "the Head of School"),
    ),
)
KEPT_OUT = "The SRO shall not be involved in school discipline."


def phrases(text: str) -> list[tuple[str, str]]:
    """What is said of one wording: what about, and which words."""
    return [(about, text[start:end]) for start, end, about, _ in on_wording(text)]


def advised_on(sro: Checklist, session: Session = NAMED, **answers: str) -> list[tuple[str, str, str]]:
    """What is said of a session: where, what about, and which words."""
    given_answers = {place.replace("_", "-"): Answer(text) for place, text in answers.items()}
    return [(item.clause_id, item.about, item.phrase) for item in advice(sro, replace(session, answers=given_answers))]


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("The SRO shall report to the Administration each day.", "Who acts?", "the Administration"),
        ("The school administration may ask for help.", "Who acts?", "The school administration"),
        ("School officials shall call the parents.", "Who acts?", "School officials"),
        ("The SRO shall tell the appropriate authorities.", "Who acts?", "the appropriate authorities"),
        ("The SRO shall train staff as appropriate.", "Who acts?", "staff as appropriate"),
        ("The committee shall meet as needed.", "When?", "as needed"),
        ("The committee meets as-needed.", "When?", "as-needed"),
        ("The SRO shall inform families where appropriate.", "When?", "where appropriate"),
        ("The parties shall review it from time to time.", "When?", "from time to time"),
        ("The SRO shall perform other duties as assigned.", "How much more?", "other duties as assigned"),
        (
            "The Officer shall perform such other duties as the principal may reasonably request.",
            "How much more?",
            "such other duties as the principal may reasonably request",
        ),
        (
            "The SRO should not refuse any reasonable request by the Principal.",
            "May one say no?",
            "should not refuse any reasonable request",
        ),
        ("The SRO shall comply with reasonable requests.", "May one say no?", "shall comply with reasonable requests"),
        ("The Chief shall assign the SRO in consultation with the Superintendent.", "Who decides?", "in consultation"),
        ("The SRO shall consult with the Principal.", "Who decides?", "shall consult with"),
        ("Parents shall be notified of an arrest.", "Who does it?", "shall be notified"),
        ("Records must be kept for three years.", "Who does it?", "must be kept"),
        ("A report shall then be sent by June 1.", "Who does it?", "shall then be sent"),
        ("A report shall be sent by [report date].", "Who does it?", "shall be sent"),
    ],
)
def test_words_that_leave_something_open_are_found(text: str, about: str, words: str) -> None:
    assert phrases(text) == [(about, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The Principal shall call a parent or guardian at once.",
        "Parents shall be notified by the Principal of an arrest.",
        "The Principal shall ensure that parents are told and that records shall be kept.",
        "The SRO shall be trained, certified and employed before the first day.",
        "Nothing here shall be construed to limit the law.",
        "The administration of medicine is for the nurse; so is the Administration Building.",
        "The SRO is a school official under 34 CFR 99.31; other school officials with educational interest may see it.",
        "The SRO may use force only as necessary to prevent harm.",
        "The agency keeps a recording longer if needed as evidence.",
        "The Chief shall assign the SRO after consultation with the Superintendent, who answers within ten days.",
        "The SRO shall consult the Principal. If they disagree, the supervisor decides.",
        "The SRO shall take on a duty that this agreement does not name only if both heads agree in writing.",
        "The SRO waits [as needed] days, and [the appropriate staff] may ask.",
    ],
)
def test_words_that_leave_nothing_open_are_let_be(text: str) -> None:
    assert phrases(text) == []


def test_every_hit_says_where_it_is_and_why(sro: Checklist) -> None:
    text = "First of all, before anything else is done, they shall meet\nas needed, or so it is commonly said."
    (advised,) = advice(sro, NAMED.with_answer("purpose", Answer(text)))
    assert text[advised.start : advised.end] == advised.phrase == "as needed"
    assert (advised.number, advised.label) == ("1.1", "Purpose and goals")
    assert (advised.before, advised.after) == ("… else is done, they shall meet", ", or so it is commonly said.")
    assert advised.message == (
        "1.1 Purpose and goals: “as needed”: nobody can say when it is due, or that it was not done. "
        "Give an event, a date or a number of days."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Department shall pay.", "The Department"),
        ("The SRO shall tell the District’s counsel.", "the District"),
        ("Lake City Police Department shall pay.", "Lake City Police Department"),
        ("The Police Division shall pay.", "The Police Division"),
    ],
)
def test_a_second_name_of_a_party_is_found(sro: Checklist, text: str, words: str) -> None:
    assert advised_on(sro, purpose=text) == [("purpose", "Which party?", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The Police Department and the School District shall pay.",
        "The District Attorney and the Department of Education may ask.",
        "A department or district may ask.",
        "Lake City Police Department Policy 12 applies.",
        "In this clause “Department” means a department of a School. The Department shall pay.",
    ],
)
def test_what_is_no_second_name_is_let_be(sro: Checklist, text: str) -> None:
    assert advised_on(sro, purpose=text) == []


def test_a_defined_term_is_no_second_name(sro: Checklist) -> None:
    assert advised_on(sro, OFFICE, purpose="The School shall tell the Sheriff's Office.") == []
    assert advised_on(sro, OFFICE, purpose="The Sheriff's Department shall pay.") == [
        ("purpose", "Which party?", "The Sheriff's Department")
    ]


@pytest.mark.parametrize(
    "duty",
    [
        "The SRO shall enforce school rules in the halls.",
        "The School Resource Officer shall assist the Principal in maintaining order and enforcing Board policies.",
        "The SRO may help with the enforcement of the code of conduct.",
    ],
)
def test_no_discipline_next_to_school_rules_to_enforce_is_found(sro: Checklist, duty: str) -> None:
    assert [(place, about) for place, about, _ in advised_on(sro, duties=duty, not_discipline=KEPT_OUT)] == [
        ("duties", "Discipline or not?")
    ]
    assert advised_on(sro, duties=duty) == []


def test_the_contradiction_names_the_clause_that_says_otherwise(sro: Checklist) -> None:
    session = NAMED.with_answer("duties", Answer("The SRO shall enforce school rules.")).with_answer(
        "not-discipline", Answer(KEPT_OUT)
    )
    (advised,) = advice(sro, session)
    assert advised.why.startswith("2.2 Outside the SRO’s role keeps the SRO out of discipline")


def test_a_clause_may_contradict_itself(sro: Checklist) -> None:
    text = "The SRO is not a school disciplinarian. The SRO shall enforce Board policies regarding student conduct."
    assert advised_on(sro, duties=text) == [("duties", "Discipline or not?", "shall enforce Board policies")]


@pytest.mark.parametrize(
    "text",
    [
        "The SRO shall not enforce school rules.",
        "The SRO may talk with students, and shall leave the enforcement of school rules to employees.",
        "Employees of the School District shall enforce school rules. The SRO shall not.",
        "The Principal shall tell the SRO who enforces school rules.",
    ],
)
def test_keeping_out_of_discipline_is_no_contradiction(sro: Checklist, text: str) -> None:
    assert advised_on(sro, duties=text, not_discipline=KEPT_OUT) == []


def test_only_wording_that_is_in_the_draft_is_advised_on(sro: Checklist) -> None:
    vague = "The committee shall meet as needed."
    aside = NAMED.with_answer("purpose", Answer(vague, not_applicable="no committee"))
    disputed = NAMED.with_answer("purpose", Answer(vague, alternatives={"agency": Alternative("Never.")}))
    assert advice(sro, NAMED) == advice(sro, aside) == advice(sro, disputed) == ()


def test_advice_on_every_example_is_silent(sro: Checklist) -> None:
    """Real words that were chosen with care: whatever is said of them would be a false alarm."""
    values = known_values(sro, NAMED)
    for filled in (True, False):
        for index in range(4):
            examples = {
                question.id: question.examples[min(index, len(question.examples) - 1)] for question in sro.questions()
            }
            answers = {
                place: Answer(fill_blanks(example.text, values) if filled else example.text)
                for place, example in examples.items()
            }
            assert [item.message for item in advice(sro, replace(NAMED, depth="full", answers=answers))] == []


def test_advice_on_the_sample_and_on_the_story_is_silent_but_where_it_is_right(sro: Checklist, tmp_path: Path) -> None:
    sample = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    assert advice(sro, sample) == ()
    story = Story(tmp_path / "a.mou.yaml").tell()
    assert [(item.number, item.phrase) for item in advice(sro, story)] == []


@examples(33)
@given(sessions(SMALL))
def test_whatever_is_written_every_hit_is_in_it(session: Session) -> None:
    for item in advice(SMALL, session):
        text = session.answer(item.clause_id).text
        assert text[item.start : item.end] == item.phrase
        assert item.phrase.strip()


@given(texts)
def test_advice_depends_on_nothing_but_the_words(text: str) -> None:
    session = EMPTY.with_answer("alpha", Answer(text))
    assert advice(SMALL, session) == advice(SMALL, session)
