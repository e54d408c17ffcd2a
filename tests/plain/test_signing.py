"""What is open before signing, and who signs."""

from __future__ import annotations

from mou_tui.session.model import Signatory
from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_before_signing_one_hears_what_is_open_and_never_that_it_can_be_signed(begin: Begin) -> None:
    workspace = begin(purpose="For [number] days.")
    output = talk(workspace, "say 2 objects the fee", "act ask the insurer", "Pat", "Friday", "sign")
    text = " ".join(output.after("sign").split())
    assert text.startswith("Before you sign: what is still open. This page counts what was said in the room.")
    assert "Objections: 1.1 Purpose and goals: School District objects (the fee). Positions to confirm: none." in text
    assert "Blanks: Parties and definitions: start date, end date, schools. 1.1 Purpose and goals: number." in text
    assert "Open actions: Pat: ask the insurer, by Friday (November 20, 2026)." in text
    assert "Lake City Police Department: who signs, authority and date still missing." in text
    assert "Review date:" in text
    assert "ready" not in text


def test_who_signs_is_taken_down_with_the_authority(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace,
        *("signer 1", "Pat Doe", "", "city ordinance", "June 1, 2027", "signer district", "Ann Poe", ":end"),
        *("signer 1", "another", "Lee Roe", "Mayor", "", "", "signer 1", "1", "", "Chief", "", ":cancel", "sign"),
    )
    agency, district = workspace.session.parties
    assert agency.signatories == (
        Signatory("Pat Doe", "Chief of Police", "city ordinance", "June 1, 2027"),
        Signatory("Lee Roe", "Mayor"),
    )
    assert district.signatories == (Signatory("Ann Poe", "Superintendent"),)
    assert "For the Police Department: Pat Doe, Chief of Police; Lee Roe, Mayor." in output
    assert "Pat Doe, Chief of Police; authority: city ordinance; date: June 1, 2027." in output
    workspace.undo()
    assert len(workspace.session.parties[0].signatories) == 1


def test_who_is_consulted_does_not_sign(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "party", "Lake City Parents", ":end", "quit")
    output = talk(workspace, "signer 3", "signer 1", ":empty", ":empty", ":empty", ":empty", "quit")
    assert "Lake City Parents is consulted and does not sign." in output
    assert "For the Police Department: nobody yet." in output


def test_advice_on_the_wording_is_heard_where_it_is_asked_for(begin: Begin) -> None:
    workspace = begin(purpose="The SRO shall act as needed.", scope="At Lake High.")
    output = talk(workspace, "", "review", "review advice", "quit")
    assert "as needed" not in output.after("review")
    text = " ".join(output.after("review advice").split())
    assert "1.1 Purpose and goals: " in text
    assert "It reads: The SRO shall act as needed." in text
    assert "1.2" not in text
    assert talk(begin(), "review advice").after("review advice") == "There is no advice on the wording as it is."


def test_dates_and_deadlines_are_heard_the_earliest_first(begin: Begin) -> None:
    workspace = begin(counting="The District shall publish the figures by August 15 each year.")
    workspace.parties.update((), {"state": "Nebraska", "start-date": "July 1, 2027"})
    heard = talk(workspace, "deadlines", "quit")
    assert "August 15, 2027, then every year: 8.1 Counting and reporting: The District shall publish" in heard
    assert "Nebraska law, within 3 months after adoption: Nebraska requires the superintendent" in heard
    assert heard.output.index("With a day:") < heard.output.index("Without a day:")
