from __future__ import annotations

from dataclasses import replace

from mou_tui.reports.open_items import OpenItem
from mou_tui.reports.signing import before_signing
from mou_tui.session.model import Party, Session, Signatory
from tests.strategies import EMPTY, SMALL
from tests.workspace.parties import OpenWorkspace

PAT = Signatory("Pat Doe", "Chief", "the charter", "March 3", {"pen": "blue"})
LEE = Signatory("Lee Roe", "Mayor")
POLICE = Party("agency", "police", "Lake City Police", "the Police", "the Chief of Police", signatories=(PAT, LEE))
PARENTS = Party("parents", name="Parents", part="consulted")
SAID = replace(EMPTY, parties=(POLICE, PARENTS))


def who_signs(session: Session) -> list[OpenItem]:
    parts = {part.heading: list(part.lines) for part in before_signing(SMALL, session)}
    return parts["Who signs"]


def test_every_line_of_who_signs_says_whose_it_is() -> None:
    lines = [(line.party, line.signatory) for line in who_signs(SAID)]
    assert lines == [("agency", 0), ("agency", 1), ("district", None)]


def test_a_signatory_is_changed_and_what_else_is_known_is_kept(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    workspace.signatories.write("agency", 0, " Pat  Doe ", "Chief of Police", "vote of the council", "")
    assert workspace.session.party("agency").signatories == (
        Signatory("Pat Doe", "Chief of Police", "vote of the council", "", {"pen": "blue"}),
        LEE,
    )
    taken_back = workspace.undo()
    assert taken_back is not None
    assert workspace.session == SAID


def test_a_signatory_is_added_and_one_without_words_goes_away(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    workspace.signatories.write("agency", None, "Kim Low")
    assert [signatory.name for signatory in workspace.session.party("agency").signatories] == [
        "Pat Doe",
        "Lee Roe",
        "Kim Low",
    ]
    workspace.signatories.write("agency", 1, "")
    assert [item.name for item in workspace.session.party("agency").signatories] == ["Pat Doe", "Kim Low"]
    before = workspace.session
    workspace.signatories.write("agency", None, "", "Clerk")
    assert workspace.session == before


def test_a_party_of_the_checklist_nobody_named_yet_can_have_a_signatory(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    assert [party.id for party in workspace.signatories.parties] == ["agency", "district"]
    workspace.signatories.write("district", None, "Lee Roe")
    assert workspace.session.party("district") == Party("district", signatories=(Signatory("Lee Roe"),))


def test_the_first_to_sign_for_a_party_is_taken_for_its_head(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(SAID, parties=(replace(POLICE, signatories=()),)))
    assert workspace.signatories.signatory("agency", None) == Signatory(title="Chief of Police")
