"""Taking in what counsel sent back: what enters the session, what never does, and how it is taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.draft import candidate_texts
from mou_tui.exchange.returned.model import ReturnedComment, ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.language.text import short_hash
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import LEFT_OUT, Person, Position
from mou_tui.session.model import Answer, Session
from mou_tui.workspace.intake import NOT_OURS, Intake, Purpose
from mou_tui.workspace.intake_account import account, edit_name, outcome
from mou_tui.workspace.intake_texts import comment_words
from tests.strategies import SMALL, scraps, sessions
from tests.workspace.driver import WorkspaceDriver
from tests.workspace.returned import DOCUMENT, SESSION, STRANGE, WAITS, counsel_driver, intake_of


@pytest.fixture
def driver(quick: Path) -> Iterator[WorkspaceDriver]:
    driver = counsel_driver(quick)
    yield driver
    driver.workspace.store.close()


def wordings(session: Session, clause_id: str) -> list[tuple[str, str]]:
    """Who proposes what beside a clause."""
    return [(text.whose, text.text) for text in candidate_texts(session, session.answer(clause_id))][1:]


def files_with(folder: Path, words: tuple[str, ...]) -> list[tuple[Path, str]]:
    """The files under a folder that hold any of these words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(path, word) for path in files for word in words if word.encode() in path.read_bytes()]


class TestForBothParties:
    def test_each_edit_stands_beside_its_clause_as_the_proposal_of_the_party_its_author_speaks_for(
        self, driver: WorkspaceDriver
    ) -> None:
        assert intake_of(driver).finish()
        assert wordings(driver.session, "alpha") == [
            ("the School District (Ann Poe)", "The SRO waits inside."),
            ("Lee Roe", "The SRO never waits."),
        ]
        assert wordings(driver.session, "beta") == [("somebody not known", "The SRO is trained yearly.")]
        assert driver.session.answer("alpha").text == WAITS
        assert [(entry.kind, entry.party, entry.who) for entry in driver.entries if entry.kind == "alternative"] == [
            ("alternative", "district", "Ann Poe"),
            ("alternative", "", "Lee Roe"),
            ("alternative", "", ""),
        ]

    def test_comments_are_left_out_unless_one_is_taken_and_none_becomes_an_objection(
        self, driver: WorkspaceDriver
    ) -> None:
        intake = intake_of(driver)
        intake.decide(1, "check")
        intake.finish()
        assert [action.what for action in driver.session.actions] == [comment_words(DOCUMENT.comments[1])]
        assert driver.session.actions[0].kind == "check" and not driver.session.actions[0].who
        assert b"okapi" not in encode(driver.session)

        driver.undo_message()
        intake.decide(0, "note")
        intake.finish()
        notes = [entry for entry in driver.entries if entry.kind == "note"]
        assert [(note.place, note.text) for note in notes] == [
            ("alpha", "Ann Poe commented on “waits”: Is this okapi?\n\nLee Roe replied: It is.")
        ]
        assert all(not answer.positions for answer in driver.session.answers.values())

    def test_what_fits_nowhere_is_kept_and_so_is_what_nobody_has_placed(self, driver: WorkspaceDriver) -> None:
        intake_of(driver).finish()
        (document,) = driver.session.taken_in
        assert (document.name, document.sha256, document.party) == ("counsel.docx", DOCUMENT.sha256, "")
        assert document.kept == (
            "Under “Insurance”, from Ann Poe: Each party carries axolotl insurance.",
            "Perhaps 2.1, from Ann Poe: Fees are zebra.",
            "The opening, from Ann Poe: Between us quagga.",
        )
        assert decode(encode(driver.session), "a.mou.yaml").session == driver.session

    def test_a_doubtful_edit_stands_where_somebody_says_it_belongs(self, driver: WorkspaceDriver) -> None:
        intake = intake_of(driver)
        assert [question.id for question in intake.places(3)][:2] == ["gamma", "delta"]
        assert intake.place(3, "delta")
        intake.finish()
        assert [held.text for held in driver.session.answer("delta").alternatives.values()] == ["Fees are zebra."]
        assert not any("zebra" in text for text in driver.session.taken_in[0].kept)

    def test_an_edit_can_be_left_out(self, driver: WorkspaceDriver) -> None:
        intake = intake_of(driver)
        intake.leave(0)
        intake.finish()
        assert wordings(driver.session, "alpha") == [("Lee Roe", "The SRO never waits.")]

    def test_a_clause_that_counsel_deleted_is_proposed_to_be_reserved(self, driver: WorkspaceDriver) -> None:
        edit = ReturnedEdit("alpha", WAITS, "", "Ann Poe")
        intake_of(driver, document=replace(DOCUMENT, edits=(edit,))).finish()
        assert wordings(driver.session, "alpha") == [("the School District (Ann Poe)", LEFT_OUT)]

    def test_what_reads_so_already_or_has_no_clause_is_not_taken(self, driver: WorkspaceDriver) -> None:
        edits = (
            ReturnedEdit("alpha", "Old.", f" {WAITS}\n", "Ann Poe"),
            ReturnedEdit("own-00000001", "Old.", "New.", "Ann Poe"),
        )
        intake = intake_of(driver, document=replace(DOCUMENT, edits=edits))
        assert [(edit.is_taken, edit.obstacle) for edit in intake.edits] == [
            (False, "The clause reads so already."),
            (False, "Its clause is not in this session any more."),
        ]
        assert not intake.take(0)
        intake.finish()
        assert wordings(driver.session, "alpha") == []
        assert driver.session.taken_in[0].kept[-1] == "own-00000001, from Ann Poe: New."

    def test_the_same_file_again_is_known_and_adds_nothing_twice(self, driver: WorkspaceDriver) -> None:
        intake_of(driver).finish()
        before = encode(driver.session)
        again = intake_of(driver)
        assert again.earlier == driver.session.taken_in[0]
        again.take_all()
        assert not again.finish()
        assert encode(driver.session) == before

    def test_a_file_older_than_a_wording_does_not_bring_the_old_one_back(self, driver: WorkspaceDriver) -> None:
        driver.workspace.navigation.go("alpha")
        driver.workspace.answers.write("The SRO waits at the gate.")
        driver.workspace.history.log_wordings()
        edits = (
            ReturnedEdit("alpha", "The SRO waits at the gate.", WAITS),
            ReturnedEdit("alpha", WAITS, "The SRO waits inside.", "Ann Poe"),
        )
        intake = intake_of(driver, document=replace(DOCUMENT, edits=edits))
        assert [(edit.obstacle, intake.changed_since(edit)) for edit in intake.edits] == [
            ("The clause read so before it was changed here.", ""),
            ("", "The clause was changed here since it was sent."),
        ]
        assert "1 of them is here already" in account(intake, driver.workspace)
        intake.finish()
        assert [text for _, text in wordings(driver.session, "alpha")] == ["The SRO waits inside."]

    def test_a_wording_beside_another_may_be_changed_and_is_not_struck(self, driver: WorkspaceDriver) -> None:
        driver.workspace.navigation.go("alpha")
        driver.workspace.positions.propose("agency", "The SRO waits a day.")
        edits = (
            ReturnedEdit("alpha", "The SRO waits a day.", "The SRO waits a week.", "Ann Poe", alternative="agency"),
            ReturnedEdit("alpha", "The SRO waits a day.", "", "Lee Roe", alternative="agency"),
        )
        intake = intake_of(driver, document=replace(DOCUMENT, edits=edits))
        assert edit_name(intake.edit(0), SMALL) == "1.1 About alpha, the wording of the Police Department"
        intake.finish()
        assert wordings(driver.session, "alpha") == [
            ("the Police Department", "The SRO waits a day."),
            ("the School District (Ann Poe)", "The SRO waits a week."),
        ]
        assert driver.session.taken_in[0].kept[-1] == "1.1, from Lee Roe: strike “The SRO waits a day.”"

    def test_control_characters_reach_neither_a_screen_nor_the_session(self, driver: WorkspaceDriver) -> None:
        hostile = replace(
            DOCUMENT,
            name="a\x1b]0;b.docx",
            edits=(ReturnedEdit("alpha", "\x1b[2J", "New\x1b[31m.", "Ann\nPoe\x07"),),
            comments=(ReturnedComment("alpha", "\x1bNo\x00.", "Lee\x1b", quoted="a\x1bb"),),
            unplaced=(UnplacedText("\x1bLoose.", "\x1b", "\x1bHead"),),
            remarks=("Re\x1bmark.",),
        )
        intake = intake_of(driver, document=hostile)
        intake.decide(0, "note")
        told = f"{account(intake, driver.workspace)}{intake.edits}{intake.comments}{intake.document}"
        assert "\\x" not in told and "\x1b" not in told
        assert intake.finish()
        assert decode(encode(driver.session), "a.mou.yaml").replaced == 0

    def test_an_agreed_clause_stays_locked_and_worded_as_it_is(self, quick: Path) -> None:
        agreed = {party: Position("agrees", short_hash(WAITS)) for party in ("agency", "district")}
        session = SESSION.with_answer("alpha", Answer(WAITS, positions=agreed))
        driver = counsel_driver(quick, session)
        intake_of(driver).finish()
        assert driver.workspace.locks.holders("alpha")
        assert (driver.session.answer("alpha").text, driver.session.answer("alpha").positions) == (WAITS, agreed)
        driver.workspace.store.close()

    def test_a_person_of_the_session_speaks_for_their_party(self, driver: WorkspaceDriver) -> None:
        driver.begin("district")
        driver.workspace.commit("it", replace(driver.session, people=(Person("p", "lee roe", "", "agency"),)))
        intake = Intake(driver.workspace, DOCUMENT)
        intake.purpose = "both"
        assert [intake.party_of(author) for author in intake.voices] == ["", "agency", ""]


class TestAdvice:
    @pytest.mark.parametrize("purpose", ["ours", "unsure"])
    def test_only_what_is_adopted_enters_as_our_own_proposal(
        self, driver: WorkspaceDriver, purpose: Purpose, home: Path
    ) -> None:
        intake = intake_of(driver, purpose)
        assert not intake.comments and not intake.kept
        assert not any(edit.is_taken for edit in intake.edits)
        intake.decide(0, "note")
        assert intake.take(0) and intake.take(1)
        assert intake.finish()
        assert wordings(driver.session, "alpha") == [
            ("the School District", "The SRO waits inside."),
            ("the School District", "The SRO never waits."),
        ]
        assert not driver.session.taken_in and not driver.session.actions
        others = tuple(word for word in STRANGE if word not in ("inside", "never waits"))
        driver.workspace.close()
        folder = driver.workspace.store.path.parent
        assert files_with(home, others) == files_with(folder, others) == []
        assert files_with(folder, ("waits inside",))

    @pytest.mark.parametrize("purpose", ["ours", "unsure", "theirs"])
    def test_nothing_of_it_is_in_any_file_where_nothing_is_adopted(
        self, driver: WorkspaceDriver, purpose: Purpose, home: Path
    ) -> None:
        before = encode(driver.session)
        assert not intake_of(driver, purpose).finish()
        driver.workspace.answers.write("Typed since.")
        driver.workspace.undo()
        driver.workspace.close()
        assert encode(driver.session) == before
        assert files_with(home, STRANGE) == files_with(driver.workspace.store.path.parent, STRANGE) == []

    def test_the_other_sides_advice_is_not_shown(self, driver: WorkspaceDriver) -> None:
        intake = Intake(driver.workspace, DOCUMENT)
        assert not intake.may_be_shown
        intake.purpose = "theirs"
        assert not intake.may_be_shown and not intake.finish()
        assert "the sender may want it back" in NOT_OURS


def test_the_account_counts_and_says_none_of_the_words(driver: WorkspaceDriver) -> None:
    intake = intake_of(driver)
    told = account(intake, driver.workspace)
    assert told == (
        "3 edits and 1 comment from Ann Poe, for the School District; 1 edit and 1 comment from Lee Roe; "
        "1 change that is not tracked; 1 of them may belong to another clause; 1 text that fits under no clause; "
        "not in the file: 3.2; 2 clauses as they were."
    )
    assert outcome(intake) == "3 edits stand beside their clauses. 3 texts kept with the session, under no clause."


clauses = st.sampled_from([*(question.id for question in SMALL.questions()), "opening", "own-0123abcd"])
authors = st.sampled_from(["", "Ann Poe", "Lee Roe"])
documents = st.builds(
    ReturnedDocument,
    scraps,
    st.just("cd" * 32),
    st.just("docx"),
    st.lists(st.builds(ReturnedEdit, clauses, scraps, scraps, authors), max_size=4).map(tuple),
    st.lists(st.builds(ReturnedComment, clauses | st.just(""), scraps, authors), max_size=2).map(tuple),
    st.lists(st.builds(UnplacedText, scraps, authors), max_size=2).map(tuple),
)


@given(sessions(SMALL), documents, st.sampled_from(["both", "ours", "unsure"]), st.booleans())
def test_undone_nothing_of_it_is_left(
    session: Session, document: ReturnedDocument, purpose: Purpose, are_noted: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = counsel_driver(Path(folder), session)
        before = encode(driver.session)
        intake = intake_of(driver, purpose, document)
        for edit in intake.edits:
            intake.take(edit.index)
        for comment in intake.comments:
            intake.decide(comment.index, "note" if are_noted else "check")
        if intake.finish():
            assert decode(encode(driver.session), "a.mou.yaml").session == driver.session
            driver.undo_message()
        assert encode(driver.session) == before
        driver.workspace.store.close()
