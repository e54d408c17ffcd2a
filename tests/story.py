"""Two meetings of an invented town about its agreement: prepared, argued, taken home, and settled as far as it goes.

The story is told through the workspace, as both front ends tell theirs, with a clock and ids of its own. Every chapter
opens the session file anew and leaves it saved; stop after any to have the file at that stage, nobody in it:

    story = Story(path)
    story.prepare()
    story.meet_first()
    story.work_between()
    story.meet_again()
    session = story.close()

To go on from there through its workspace, open it: `story.open("2027-02-10 19:30")`. The documents made from it are
kept in `data/`; `python -m tests.story` writes them anew.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import TextDocument, markdown
from mou_tui.session.model import Session
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name, read_signatories
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests import story_texts as texts
from tests.story_helpers import SetClock, attendance, ids_in_order

DATA = Path(__file__).parent / "data"
DOCUMENTS: tuple[TextDocument, ...] = ("record", "draft", "signing")

AGENCY, DISTRICT = "agency", "district"


class Story:
    """The story, told into a session file that is not there yet."""

    def __init__(self, path: Path) -> None:
        self.clock = SetClock()
        ids = ids_in_order()
        self.repository = SessionRepository(ChecklistCatalog(), self.clock, lambda: next(ids))
        agency, district = self.repository.checklist.parties
        parties = (
            party_from_legal_name(agency, "Harlow Bend Police Department"),
            party_from_legal_name(district, "Harlow Bend City School District"),
            texts.COUNCIL,
        )
        self.path = path
        self.workspace = self.repository.start(PartiesAndFacts(parties, texts.FACTS, ("oh",)), path=path)
        self._has_left = False

    @property
    def checklist(self) -> Checklist:
        """The checklist it answers."""
        return self.workspace.checklist

    def tell(self) -> Session:
        """All of it, to the end."""
        self.prepare()
        self.meet_first()
        self.work_between()
        self.meet_again()
        return self.close()

    def prepare(self) -> None:
        """The facilitator writes what can be prepared, from examples, nine days before anybody meets."""
        self.open("2027-01-04 09:00")
        for place, example in texts.PREPARED.items():
            self._take(place, example)
            self.workspace.answers.accept_example()
        self.workspace.go("review")
        self.workspace.answers.write(self.workspace.text.replace("[review date]", "June 1"))
        self.workspace.go("purpose")
        self.workspace.answers.write(
            "The SRO program is to make the Schools safer and to build trust between students, families, staff and "
            "police. The parties look each June at three figures: fights with injury, weapons found, and students who "
            "say in the spring survey that they would report a threat."
        )
        self.close()

    def meet_first(self) -> None:
        """The first meeting, an evening in January."""
        self.open("2027-01-13 18:02")
        self.workspace.meetings.begin(
            attendance(
                self.workspace.meetings.attendance(),
                {
                    AGENCY: "Renata Kowalski, Chief of Police; Tom Adeyemi, Sergeant, School Unit",
                    DISTRICT: "Helen Marsh, Superintendent; Luis Ortega, Principal, Harlow Bend High School",
                    texts.PARENTS: "Priya Nair, Chair",
                    "": "Walt Brenner, City Attorney",
                },
            )
        )
        self._settle_discipline()
        self._check_the_line()
        self._object_to_questioning()
        self._disagree_on_removal()
        self.clock.set("2027-01-13 19:20")
        self.workspace.go("searches")
        self.workspace.answers.defer("Walt Brenner, City Attorney", "February 5")
        self.workspace.go("cost-share")
        self.workspace.minutes.capture(
            "note",
            "The School District can name a share only after the levy vote of February 2; the 2026 share was half.",
        )
        self.workspace.minutes.act(
            "whether the city’s insurance covers an SRO at evening events",
            "Walt Brenner",
            "February 5",
            here=False,
            check=True,
        )
        self.clock.set("2027-01-13 19:34")
        self.workspace.meetings.end()
        self.close()

    def work_between(self) -> None:
        """What came of it in the four weeks until they met again."""
        self.open("2027-01-28 15:10")
        (notice,) = (action for action in self.workspace.session.actions if action.kind == "do")
        self.workspace.minutes.finish(notice.id)
        self.clock.set("2027-02-05 11:25")
        self.workspace.go("conduct-line")
        self.workspace.locks.unlock(self.workspace.clause_id)
        self.workspace.answers.write(texts.AND_WHO_DECIDES)
        self.workspace.minutes.capture(
            "note", "The City Attorney has no objection if small amounts of drugs are reported on the same school day."
        )
        self.workspace.go("removal")
        self.workspace.positions.propose(DISTRICT, texts.MEET_THEN_DECIDE)
        self.close()

    def meet_again(self) -> None:
        """The second meeting, an evening in February, on the agenda the first one left."""
        self.open("2027-02-10 18:00")
        self.workspace.meetings.begin(
            attendance(
                self.workspace.meetings.attendance(),
                {
                    AGENCY: "Renata Kowalski, Chief of Police",
                    DISTRICT: "Helen Marsh, Superintendent; Luis Ortega, Principal, Harlow Bend High School",
                    "": "Walt Brenner, City Attorney; Joan Petrak, Member of the City Council",
                },
            )
        )
        self.workspace.positions.confirm_prepared(progress.id for progress in self.workspace.positions.prepared())
        self._settle_the_line()
        self._settle_removal()
        self.clock.set("2027-02-10 18:55")
        self.workspace.go("searches")
        self.workspace.answers.defer(
            "Walt Brenner, City Attorney", "February 26, once the county prosecutor has answered"
        )
        self._name_the_signatories()
        self.workspace.minutes.capture(
            "decision", "Both attorneys read this draft before the next meeting.", here=False
        )
        self.workspace.minutes.act(
            "put the draft on the agenda of the City Council", "Renata Kowalski", "March 2", here=False
        )
        self.workspace.minutes.mark("First reading complete")
        self.clock.set("2027-02-10 19:21")
        self.workspace.meetings.end()
        self.close()

    def close(self) -> Session:
        """Have all of it in the file, let others have that, and return the session."""
        if not self._has_left:
            self.workspace.close()
            self._has_left = True
        return self.workspace.session

    def open(self, at: str) -> None:
        """Go on at a time, with what the file holds."""
        self.clock.set(at)
        if self._has_left:
            self.workspace = self.repository.open(self.path)
            self._has_left = False

    def _take(self, place: str, example_id: str) -> None:
        self.workspace.go(place)
        assert self.workspace.question
        example = next(item for item in self.workspace.question.examples if item.id == example_id)
        self.workspace.answers.insert_example(example, self.workspace.answers.example_text(example))

    def _settle_discipline(self) -> None:
        """2.2: an objection, a wording proposed instead, a choice, a decision, an action."""
        self._take("not-discipline", "informal")
        self.workspace.answers.accept_example()
        positions = self.workspace.positions
        self.clock.set("2027-01-13 18:11")
        positions.take(AGENCY, "agrees")
        positions.take(
            DISTRICT, "objects", "an officer who may remind students of rules will soon be asked to enforce them"
        )
        assert self.workspace.question
        standby = next(example for example in self.workspace.question.examples if example.id == "standby")
        positions.propose(DISTRICT, self.workspace.answers.example_text(standby))
        self.clock.set("2027-01-13 18:24")
        positions.choose(DISTRICT)
        positions.take(DISTRICT, "agrees")
        positions.take(AGENCY, "can-live-with", "if staff are told before school starts")
        positions.take(texts.PARENTS, "agrees")
        self.workspace.minutes.capture(
            "decision", "The SRO stays out of school discipline, in both Schools, from the first day."
        )
        self.workspace.minutes.act("write the notice to staff on when to call the SRO", "Luis Ortega", "January 29")

    def _check_the_line(self) -> None:
        """2.3: the agency must check first."""
        self.clock.set("2027-01-13 18:40")
        self.workspace.go("conduct-line")
        self.workspace.answers.write(texts.CONFER_FIRST)
        self.workspace.positions.take(DISTRICT, "agrees")
        self.workspace.positions.take(texts.PARENTS, "can-live-with")
        self.workspace.positions.take(
            AGENCY,
            "must-check",
            "whether Ohio law lets an officer leave a small amount of drugs to the school",
            "the City Attorney",
            "February 5",
        )

    def _object_to_questioning(self) -> None:
        """2.5: a party that is consulted objects, and that stays so."""
        self.clock.set("2027-01-13 18:58")
        self._take("questioning", "adult-present")
        self.workspace.answers.write(
            self.workspace.text.replace("[number] minutes", "30 minutes").replace(
                "[title of employee]", "an assistant principal"
            )
        )
        self.workspace.positions.take(
            texts.PARENTS,
            "objects",
            "thirty minutes are too few for a parent who works out of town; the council asks for two hours",
        )
        self.workspace.positions.all_can_live_with()

    def _disagree_on_removal(self) -> None:
        """3.4: two wordings, and no choice yet."""
        self.clock.set("2027-01-13 19:08")
        self._take("removal", "agency")
        self.workspace.answers.accept_example()
        self.workspace.positions.take(AGENCY, "agrees")
        self.workspace.positions.take(
            DISTRICT, "objects", "the Superintendent answers for every adult in the Schools and cannot wait ten days"
        )
        self.workspace.positions.propose(DISTRICT, texts.WITHDRAWAL)

    def _settle_the_line(self) -> None:
        self.clock.set("2027-02-10 18:15")
        self.workspace.go("conduct-line")
        self.workspace.positions.take(AGENCY, "agrees")
        self.workspace.positions.take(
            DISTRICT, "can-live-with", "the first year will show whether the same day is enough time"
        )

    def _settle_removal(self) -> None:
        self.clock.set("2027-02-10 18:34")
        self.workspace.go("removal")
        self.workspace.positions.choose(DISTRICT)
        self.workspace.positions.take(DISTRICT, "agrees")
        self.workspace.positions.take(AGENCY, "can-live-with", "because the two meet first")
        self.workspace.minutes.capture(
            "decision", "The Superintendent may have an SRO withdrawn, after meeting the Chief of Police."
        )

    def _name_the_signatories(self) -> None:
        session = self.workspace.session
        (chief,) = read_signatories("Renata Kowalski, Chief of Police")
        (superintendent,) = read_signatories("Helen Marsh, Superintendent")
        agency, district = session.party(AGENCY), session.party(DISTRICT)
        self.workspace.parties.update(
            (
                replace(
                    agency, signatories=(replace(chief, authority="vote of the City Council", date="March 2, 2027"),)
                ),
                replace(district, signatories=(superintendent,)),
            ),
            {},
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOU_TUI_HOME"] = folder
        story = Story(Path(folder) / "story.mou.yaml")
        session = story.tell()
    for document in DOCUMENTS:
        (DATA / f"story-{document}.md").write_text(
            markdown(story.checklist, session, document, now=story.clock()), encoding="utf-8"
        )
