"""Several wordings of one party, each under an id of its own: shown, chosen, withdrawn and noted rightly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mou_tui.draft.draft import candidate_texts
from mou_tui.language.text import short_hash
from mou_tui.reports.meeting_log import Outcomes
from mou_tui.session.codec import decode, encode
from mou_tui.session.earlier import Origin
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session
from mou_tui.session.redaction import Redaction
from mou_tui.session.taken_in import TakenIn
from mou_tui.workspace.parties import is_referenced
from tests.workspace.driver import NAMED, WorkspaceDriver

FIRST, SECOND, THIRD = "alt-0123abcd", "alt-89abcdef", "alt-00000001"
ALTERNATIVES = {
    "district": Alternative("The SRO waits a day."),
    FIRST: Alternative(
        "The SRO waits a week.", "2026-12-04 09:00", party="district", author="Ann Poe", from_="00c0ffee"
    ),
    SECOND: Alternative("The SRO never waits.", "2026-12-04 09:00", party="district", from_="00c0ffee"),
    THIRD: Alternative("No SRO.", "2026-12-04 09:00", author="Lee Roe", from_="00c0ffee"),
}
DOCUMENT = TakenIn("00c0ffee", "counsel.docx", "ab" * 32, "parents", "2026-12-04 09:00", ("Insurance of Ann Poe.",))


def disputed(driver: WorkspaceDriver) -> Session:
    """A session in which counsel proposes several wordings beside the current one."""
    stamp = "2026-12-04 09:00"
    entries = [
        Entry(stamp, "alternative", "alpha", held.proposer(key), who=held.author, text=held.text, id=own_id(key))
        for key, held in ALTERNATIVES.items()
    ]
    session = NAMED.with_answer("alpha", Answer("The SRO waits.", alternatives=ALTERNATIVES))
    driver.workspace.navigation.go("alpha")
    session = replace(session, taken_in=(DOCUMENT,), history=driver.session.history.add(*entries))
    driver.workspace.commit("it", session)
    return driver.session


def own_id(key: str) -> str:
    return key if key.startswith("alt-") else ""


def test_each_stands_with_its_letter_and_who_proposes_it(driver: WorkspaceDriver) -> None:
    session = disputed(driver)
    assert [
        (text.letter, text.id, text.whose, text.party) for text in candidate_texts(session, session.answer("alpha"))
    ] == [
        ("A", "", "the wording on the table", ""),
        ("B", "district", "the School District", "district"),
        ("C", FIRST, "the School District (Ann Poe)", "district"),
        ("D", SECOND, "the School District", "district"),
        ("E", THIRD, "Lee Roe", ""),
    ]


def test_one_is_chosen_and_the_history_says_which(driver: WorkspaceDriver) -> None:
    disputed(driver)
    driver.workspace.positions.choose(FIRST)
    answer = driver.workspace.answer
    assert (answer.text, answer.alternatives) == ("The SRO waits a week.", {})
    assert answer.origin == Origin(
        "taken-in", "00c0ffee", short_hash(answer.text), driver.workspace.history.timestamp.at
    )
    assert not answer.is_unreviewed and driver.workspace.progress().written == 1

    outcomes = Outcomes(driver.session)
    entries = [(number, entry) for number, entry in enumerate(driver.entries) if entry.kind == "alternative"]
    told = [outcomes.of_alternative(number, entry) for number, entry in entries]
    other = "Not chosen: the wording of the School District (Ann Poe) was, on "
    assert [sentence.startswith(other) for sentence in told] == [True, False, True, True]
    assert told[1].startswith("Chosen on ")
    driver.undo_message()
    assert driver.workspace.answer.alternatives == ALTERNATIVES and driver.workspace.answer.origin is None


def test_what_a_merge_put_beside_says_so_once_it_is_chosen(driver: WorkspaceDriver) -> None:
    driver.workspace.commit("it", replace(disputed(driver), taken_in=()))
    driver.workspace.positions.choose(FIRST)
    origin = driver.workspace.answer.origin
    assert origin and (origin.kind, origin.ref) == ("merged", "00c0ffee")


def test_one_is_withdrawn_and_the_others_of_the_party_stay(driver: WorkspaceDriver) -> None:
    disputed(driver)
    driver.workspace.positions.withdraw(FIRST)
    assert list(driver.workspace.answer.alternatives) == ["district", SECOND, THIRD]
    outcomes = Outcomes(driver.session)
    told = [
        outcomes.of_alternative(number, entry)[:9]
        for number, entry in enumerate(driver.entries)
        if entry.text and entry.kind == "alternative"
    ]
    assert told == ["Not decid", "Withdrawn", "Not decid", "Not decid"]


def test_a_party_proposes_beside_what_its_counsel_wrote(driver: WorkspaceDriver) -> None:
    disputed(driver)
    driver.workspace.positions.propose("district", "The SRO waits an hour.")
    assert {key: held.text for key, held in driver.workspace.answer.alternatives.items()} == {
        FIRST: "The SRO waits a week.",
        SECOND: "The SRO never waits.",
        THIRD: "No SRO.",
        "district": "The SRO waits an hour.",
    }


def test_what_came_in_goes_through_the_file_and_asks_for_format_2(driver: WorkspaceDriver) -> None:
    session = disputed(driver)
    data = encode(session)
    assert b'format: "2"' in data and b"\ntaken-in:\n" in data
    assert decode(data, "a.mou.yaml").session == session


def test_striking_for_good_reaches_texts_authors_and_what_fits_nowhere(driver: WorkspaceDriver) -> None:
    struck = Redaction("Ann Poe", date(2026, 12, 5)).session(disputed(driver))
    assert b"Ann Poe" not in encode(struck)
    assert struck.answer("alpha").alternatives[FIRST].from_ == "00c0ffee" == struck.taken_in[0].id
    assert struck.taken_in[0].kept == ("Insurance of [removed 2026-12-05].",)


def test_a_party_that_something_came_from_is_referred_to(driver: WorkspaceDriver) -> None:
    session = replace(disputed(driver), history=NAMED.history)
    assert is_referenced(session, "district") and is_referenced(session, "parents")
    assert not is_referenced(session, "agency")
