"""Paragraphs are matched to topics and questions by structure and cues, with a reason, and surely enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.errors import InvalidFile
from mou_tui.exchange.canonical_names import Names
from mou_tui.exchange.cues import CueBook, CueIndex, load_cues, words_of
from mou_tui.exchange.matching import SURE, Match, Matcher
from mou_tui.exchange.reader import parse
from mou_tui.paths import content
from tests.exchange.agreements import agreements
from tests.exchange.figures import figures, headings_only, of_examples, without_headings


def matched(matcher: Matcher, text: str) -> list[tuple[str, Match]]:
    document = parse(text.encode(), "old.txt")
    return [(part.text, match) for part, match in zip(document.paragraphs, matcher.match(document), strict=True)]


@pytest.mark.parametrize("half", ["first", "second", "author"])
def test_topics_of_the_corpus_are_found(half: str, sro: Checklist, matcher: Matcher) -> None:
    counted = figures(half, sro, matcher, agreements(half))
    assert counted.macro_f1 >= 0.9
    assert counted.share_among_three >= 0.95
    assert counted.silent_precision >= 0.9
    assert counted.surest_half >= 0.95


@pytest.mark.parametrize("half", ["first", "second"])
def test_phrases_earn_their_place(half: str, sro: Checklist, cue_book: CueBook, matcher: Matcher) -> None:
    without = figures(half, sro, headings_only(sro, cue_book), agreements(half))
    assert figures(half, sro, matcher, agreements(half)).macro_f1 > without.macro_f1 + 0.1


@pytest.mark.parametrize("half", ["first", "second"])
def test_topics_are_found_without_any_heading(half: str, sro: Checklist, matcher: Matcher) -> None:
    counted = figures(half, sro, matcher, map(without_headings, agreements(half)))
    assert counted.macro_f1 >= 0.88
    assert counted.share_among_three >= 0.95
    assert counted.silent_precision >= 0.9


def test_the_part_by_a_hand_that_knew_no_cue_is_told(sro: Checklist, matcher: Matcher) -> None:
    counted = figures("third", sro, matcher, agreements("third"))
    assert counted.macro_f1 >= 0.9
    assert counted.share_right >= 0.95
    assert counted.share_among_three >= 0.97
    assert counted.silent_precision >= 0.95
    assert counted.surest_half >= 0.95


def test_the_part_that_no_cue_was_written_for_is_told(sro: Checklist, matcher: Matcher) -> None:
    counted = figures("fourth", sro, matcher, agreements("fourth"))
    assert counted.macro_f1 >= 0.78
    assert counted.share_right >= 0.85
    assert counted.share_among_three >= 0.95
    assert counted.silent_precision >= 0.87


def test_wording_that_nobody_wrote_for_the_corpus_is_told_without_headings(sro: Checklist, cue_book: CueBook) -> None:
    counted = of_examples("examples", sro, cue_book)
    # Each example is long, touches on much, and is counted as being about one question only.
    assert counted.macro_f1 >= 0.8
    assert counted.share_right >= 0.95
    assert counted.share_among_three >= 0.97


def test_a_heading_holds_for_what_is_below_it(matcher: Matcher) -> None:
    text = "ARTICLE IV: TRAINING\n\nForty of them are needed at first.\n\nARTICLE V: COSTS\n\nEach bears its own.\n"
    (_, _), (_, below), (_, _), (_, costs) = matched(matcher, text)
    assert below.topics == ("training",)
    assert below.reason == "heading: ARTICLE IV: TRAINING"
    assert costs.topics == ("expenses",)


def test_what_is_appended_does_not_land_below_the_last_section(matcher: Matcher) -> None:
    text = "SECTION 9. TRAINING\n\nAs the Chief requires.\n\nEXHIBIT A. SCHOOLS SERVED\n\nOak Elementary, Elm Middle.\n"
    assert matched(matcher, text)[-1][1].topics == ("mission",)


def test_a_caption_that_runs_into_a_paragraph_counts_as_its_heading(matcher: Matcher) -> None:
    [(_, match)] = matched(matcher, "3. Complaints. Whoever is unhappy with an officer may write to either office.")
    assert match.questions[0] == "complaints"


def test_a_paragraph_may_be_about_several_topics(matcher: Matcher) -> None:
    text = (
        "The SRO shall not discipline students and remains an employee of the City under the chain of command of the "
        "Chief; the District shall reimburse the City for half of the salary and benefits."
    )
    [(_, match)] = matched(matcher, text)
    assert {"roles", "supervision", "expenses"} & set(match.topics) == set(match.topics)
    assert len(match.topics) >= 2


def test_a_paragraph_without_a_cue_goes_where_its_words_are_used_and_says_so(matcher: Matcher) -> None:
    text = "Teenagers for whom a counselor vouches sit beside whoever decides which candidate it is."
    [(_, match)] = matched(matcher, text)
    assert match.topics == ("selection",)
    assert match.confidence < SURE


def test_a_heading_between_weakens_the_one_above_it(matcher: Matcher) -> None:
    text = "1. EVALUATION\n\nEach May.\n\nOTHER TERMS\n\nThe SRO wears the uniform of the day.\n"
    assert matched(matcher, text)[-1][1].topics == ("roles",)


@pytest.mark.parametrize("letterhead", ["CITY OF ELM POLICE DEPARTMENT", "PUBLIC SCHOOLS", "OFFICE OF THE SHERIFF"])
def test_a_letterhead_speaks_for_nothing(letterhead: str, matcher: Matcher) -> None:
    text = f"{letterhead}\n\n1. It is as before.\n\n2. It is much the same.\n"
    assert not any(match.topics for _, match in matched(matcher, text))


@pytest.mark.parametrize(
    ("defined", "name"),
    [
        ("The City furnishes two sworn personnel (each a “Liaison”).", "Liaison"),
        ("“Campus Peace Keeper” or “CPK” means a licensed peace officer.", "CPK"),
        ("The city provides a school resource deputy.", "school resource deputy"),
    ],
)
def test_an_officer_is_known_by_whatever_name_an_agreement_gives(defined: str, name: str, matcher: Matcher) -> None:
    text = f"1. It begins.\n\n2. {defined}\n\n3. The superintendent may ask for the removal of the {name}.\n"
    match = matched(matcher, text)[-1][1]
    assert match.questions[0] == "removal"
    assert "sro" not in match.reason
    assert name.casefold() in match.reason


def test_the_name_of_a_party_is_no_word_of_any_topic(sro: Checklist, cue_book: CueBook) -> None:
    text = "The Harmony Independent School District (“Harmony”) and the police agree.\n\nHarmony Harmony.\n"
    document = parse(text.encode(), "old.txt")
    assert Names(cue_book.names, document).usual("Harmony pays.") == "district pays."


def test_single_words_speak_together_though_none_does_alone(matcher: Matcher) -> None:
    together = "Anybody upset may put a letter about him into the captain's blue box, and a reply comes by phone."
    [(_, match)] = matched(matcher, together)
    assert "complaints" in match.questions
    assert match.confidence < SURE
    assert not matched(matcher, "There is a box.")[0][1].topics


def test_paragraphs_beside_an_unsure_one_say_what_it_is_about(matcher: Matcher) -> None:
    beside = "The District shall reimburse the City for half of the salary within thirty days of each invoice."
    unsure = "Whoever owes keeps a statement of it."
    alone = matched(matcher, f"9. {unsure}\n")[-1][1]
    amid = matched(matcher, f"1. {beside}\n\n2. {unsure}\n\n3. {beside.replace('half', 'a third')}\n")[1][1]
    assert dict(amid.topic_scores)["expenses"] > dict(alone.topic_scores).get("expenses", 0.0)
    assert amid.topics == ("expenses",)


def test_one_word_of_a_heading_without_a_cue_does_not_decide(matcher: Matcher) -> None:
    text = "ROVING\n\nIt is as before.\n\nOTHER\n\nIt is much the same.\n"
    assert not matched(matcher, text)[1][1].topics


def test_a_reason_names_the_words(matcher: Matcher) -> None:
    [(_, match)] = matched(
        matcher, "The SRO may see education records with a legitimate educational interest under FERPA."
    )
    assert match.topics == ("information",)
    assert match.reason.startswith("says: ")
    assert "education records" in match.reason
    assert match.confidence >= SURE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WHEREAS, the District desires to have an officer in its schools; and", "recitals"),
        ("This Agreement is made by and between the City of Elm and Elm Schools.", "parties"),
        ("“School day” means a day on which students attend.", "definitions"),
        ("Each party shall indemnify and hold harmless the other.", "liability"),
        ("The City shall maintain general liability insurance of $1,000,000 per occurrence.", "insurance"),
        ("This agreement is governed by the laws of the State, and venue lies in Elm County.", "governing-law"),
        ("Notices shall be in writing and sent by certified mail to the Superintendent.", "notices"),
    ],
)
def test_what_is_outside_the_topics_is_told_apart(text: str, kind: str, matcher: Matcher) -> None:
    [(_, match)] = matched(matcher, text)
    assert (match.outside, match.topics) == (kind, ())


def test_a_signature_block_is_outside_and_is_evidence_of_who_signs(matcher: Matcher) -> None:
    text = "The SRO teaches.\n\nThe SRO mentors students.\n\nBy: ______________ Chief of Police  Date: ________\n"
    match = matched(matcher, text)[-1][1]
    assert (match.outside, match.questions) == ("signatures", ("signers",))


def test_what_has_no_cue_is_placed_with_little_confidence_or_nowhere(matcher: Matcher) -> None:
    match = matched(matcher, "Bananas ripen faster beside apples.")[0][1]
    assert not match.topics
    assert match.confidence < 0.5


@pytest.mark.parametrize(
    ("cue", "text", "hit"),
    [
        ("probable cause", "There is probable cause.", True),
        ("probable cause", "The probable main cause.", False),
        ("probable ... cause", "The probable main cause.", True),
        ("arrest*", "He was arrested.", True),
        ("arrest", "He was arrested.", False),
        ("mother/father consents", "If the father consents.", True),
        ("student's file", "The student’s file is closed.", True),
        ("a ... b", "a 1 2 3 4 5 6 7 b", False),
    ],
)
def test_a_cue_is_met_as_it_is_written(cue: str, text: str, hit: bool) -> None:
    assert bool(list(CueIndex([("x", cue)]).hits(words_of(text)))) is hit


def test_cues_of_a_question_that_is_not_asked_are_a_mistake_with_its_line(tmp_path: Path, sro: Checklist) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "checklist.yaml").write_text("id: x\n", encoding="utf-8")
    (tmp_path / "cues.yaml").write_text("questions:\n  nobody-asks:\n    says:\n    - a word\n", encoding="utf-8")
    with pytest.raises(InvalidFile, match=r"cues.yaml:\d+: “nobody-asks” is not a question"):
        load_cues(sro, str(tmp_path))


def test_every_question_and_topic_has_cues(sro: Checklist, cue_book: CueBook) -> None:
    assert set(cue_book.questions) == {question.id for question in sro.questions()}
    assert set(cue_book.topics) == {topic.id for topic in sro.topics}
    lines = {kind.counsel for kind in cue_book.outside if kind.counsel}
    assert lines <= set(sro.counsel)
    assert (content() / "sro" / "cues.yaml").is_file()
