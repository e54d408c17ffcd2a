"""Clauses of the room's own: added at the end of a topic, and removed without changing the number of another."""

from __future__ import annotations

from mou_tui.workspace.agreement_parts import AgreementParts
from tests.workspace.driver import WorkspaceDriver


def test_a_clause_that_is_removed_leaves_the_others_their_numbers(driver: WorkspaceDriver) -> None:
    workspace, parts = driver.workspace, AgreementParts(driver.workspace)
    topic = workspace.checklist.topics[0]
    first, second = (parts.add_clause(topic.id, caption) for caption in ("Lunch duty", "Keys"))
    workspace.go(first)
    workspace.answers.write("No SRO supervises lunch.")
    number = workspace.checklist.number(second)

    assert parts.caption_clause(first, "")
    assert workspace.checklist.number(second) == number
    assert workspace.session.answer(first).text == ""
    assert workspace.session.answer(first).not_applicable == "removed"

    workspace.undo()
    assert workspace.session.answer(first).text == "No SRO supervises lunch."


def test_the_last_of_a_topic_goes_altogether(driver: WorkspaceDriver) -> None:
    parts = AgreementParts(driver.workspace)
    clause_id = parts.add_clause(driver.workspace.checklist.topics[0].id, "Keys")
    assert parts.caption_clause(clause_id, "")
    assert driver.session.clauses == ()
    assert clause_id not in driver.workspace.checklist
