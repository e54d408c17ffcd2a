"""What tests draw from: any clean text, any session, and a checklist small enough to see through."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.model import Checklist, Example, PartyKind, PartyRole, Point, Question, Topic
from mou_tui.language.text import clean, clean_line, short_hash
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.history import Entry, History
from mou_tui.session.in_force import AmendedAgreement, InForce, RenewedAgreement
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position, Proposal
from mou_tui.session.model import Answer, ChecklistRef, Deferral, ExampleOrigin, Party, Session, Signatory
from mou_tui.session.parts import Exhibit
from mou_tui.session.proposals import OutsideProposal
from mou_tui.session.requirements import LayerRef, PointedSentence
from mou_tui.session.taken_in import TakenIn
from mou_tui.storage.yaml_writer import PlainData, key_fault
from tests.hostile import HOSTILE

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=12).map(
    lambda parts: clean("".join(parts)).text
)
"""Any clean text; most of it is out to spoil a Markdown document."""

lines = texts.map(lambda text: clean_line(text).text)
"""Any clean text on one line: a name, a title, a reason."""

# Drawn by the dozen for one session, so these are short.
scraps = st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join)
names = scraps.map(lambda text: clean_line(text).text)
keys = names.map(lambda text: f"x-{text}").filter(lambda key: not key_fault(key))
plain: st.SearchStrategy[PlainData] = st.recursive(
    scraps,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
    max_leaves=3,
)
extras: st.SearchStrategy[dict[str, PlainData]] = st.just({}) | st.dictionaries(keys, plain, max_size=2)
"""Fields another version of the program may have written."""

signatories = st.builds(Signatory, scraps, scraps, scraps, scraps, extras)
stances = st.sampled_from(["agrees", "can-live-with", "objects", "must-check", "no-position"])
days = st.sampled_from(["", "2026-12-04", "2027-01-08", "soon"])
people = st.builds(Person, names, scraps, scraps, names, extras)
meetings = st.builds(
    Meeting,
    names,
    scraps,
    scraps,
    st.lists(names, max_size=2).map(tuple),
    st.lists(names, max_size=2).map(tuple),
    st.just(()) | st.lists(names, max_size=2).map(tuple),
    caucus=st.just("") | names,
    extra=extras,
)
actions = st.builds(
    Action,
    names,
    scraps,
    st.sampled_from(["do", "check"]),
    scraps,
    names,
    names,
    names,
    names,
    names,
    on=days,
    proposes=st.none() | st.builds(Proposal, names, scraps),
    extra=extras,
)
alternatives = st.builds(Alternative, scraps, names, names, party=names, author=names, from_=names, extra=extras)
own_alternatives = st.integers(0, 2**32 - 1).map("alt-{:08x}".format)
taken_in = st.builds(
    TakenIn, names, scraps, names, names, names, st.lists(scraps | texts, max_size=2).map(tuple), extra=extras
)
proposals = st.builds(
    OutsideProposal,
    names,
    names,
    scraps,
    names,
    st.sampled_from(["parent", "teacher", "student", "other"]),
    names,
    st.sampled_from(["", "taken", "in part", "not"]),
    names,
    extras,
)
sent_copies = st.builds(SentCopy, names, names, names, st.dictionaries(keys, names, max_size=2), extras)
adoptions = st.builds(InForce, names, names, names, names, names, names, names, extras)
exhibits = st.builds(Exhibit, names, names, names, extras)
amended = st.builds(
    AmendedAgreement,
    names,
    names,
    names,
    names,
    texts,
    scraps,
    exhibits=st.just(()) | st.tuples(exhibits),
    extra=extras,
)
entries = st.builds(
    Entry,
    names,
    st.sampled_from(
        [
            *("wording", "position", "alternative", "choice", "set-aside"),
            *("decision", "note", "milestone", "attendance"),
        ]
    ),
    place=st.just("") | names | st.just("alpha"),
    party=names,
    stand=names,
    who=names,
    text=st.one_of(scraps, texts),
    meeting=names,
    id=names,
    corrects=names,
    via=names,
    speaker=names,
    extra=extras,
)


def parties(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Party]:
    """Any party with one of the ids."""
    return st.builds(
        Party,
        ids,
        kind=names,
        name=scraps,
        short=scraps,
        head=scraps,
        part=st.sampled_from(["signs", "consulted"]),
        signatories=st.lists(signatories, max_size=2).map(tuple),
        extra=extras,
    )


def as_taken(text: str) -> st.SearchStrategy[ExampleOrigin]:
    """An example taken into a wording, which was changed since or was not."""
    return st.builds(
        ExampleOrigin, names, st.sampled_from([short_hash(text), short_hash("other words")]), st.booleans(), extras
    )


def positions_on(text: str) -> st.SearchStrategy[Position]:
    """What a party said of a wording, or of an earlier one."""
    of = st.sampled_from([short_hash(text), short_hash("other words")])
    return st.builds(
        Position, stances, of, scraps, names, names, names, names, names, names, on=days, reported=names, extra=extras
    )


answers = st.one_of(scraps, texts).flatmap(
    lambda text: st.builds(
        Answer,
        text=st.just(text),
        taken=st.none() | as_taken(text),
        not_applicable=st.just("") | names,
        later=st.none() | st.builds(Deferral, names, names, days, extras),
        current=st.just("") | scraps,
        points=st.just(()) | st.lists(names, max_size=2).map(tuple),
        not_blanks=st.just(()) | st.lists(names, max_size=1).map(tuple),
        alternatives=st.just({}) | st.dictionaries(keys | own_alternatives, alternatives, max_size=2),
        positions=st.just({}) | st.dictionaries(keys, positions_on(text), max_size=2),
        gone_through=st.sampled_from(["", short_hash(text.strip()), short_hash("other words")]),
        extra=extras,
    )
)
"""Any answer: written, taken as offered, adopted, set aside, put off, disputed."""


def sessions(checklist: Checklist) -> st.SearchStrategy[Session]:
    """Any session that answers a checklist, or has answers to questions the checklist does not know."""
    question_ids = [question.id for question in checklist.questions()]
    party_ids = [role.id for role in checklist.parties]
    fact_ids = [fact.id for fact in checklist.facts]
    return st.builds(
        Session,
        checklist=st.builds(ChecklistRef, st.just(checklist.id), names, extras),
        depth=st.sampled_from(["essential", "full"]),
        parties=st.lists(
            parties(st.sampled_from([*party_ids, "parents"])), max_size=2, unique_by=lambda party: party.id
        ).map(tuple),
        facts=st.dictionaries(st.sampled_from([*fact_ids, "another"]), scraps, max_size=2),
        opening=st.just("") | scraps,
        answers=st.dictionaries(st.sampled_from([*question_ids, "unknown-question"]), answers, max_size=3),
        people=st.lists(people, max_size=1).map(tuple),
        meetings=st.lists(meetings, max_size=1).map(tuple),
        actions=st.lists(actions, max_size=1).map(tuple),
        history=st.lists(entries, max_size=3).map(lambda added: History(added=tuple(added))),
        taken_in=st.lists(taken_in, max_size=1).map(tuple),
        proposals=st.lists(proposals, max_size=1).map(tuple),
        agreement=st.just("") | names,
        sent=st.just(()) | st.tuples(sent_copies),
        copy=st.none() | st.builds(CopyOf, names, names, names, names, extras),
        layers=st.lists(st.builds(LayerRef, names, names, extras), max_size=1).map(tuple),
        requirements=st.lists(
            st.builds(PointedSentence, names, names, st.sampled_from(question_ids), scraps, extras), max_size=1
        ).map(tuple),
        extra=extras,
    )


def sessions_in_force(checklist: Checklist) -> st.SearchStrategy[Session]:
    """Any session whose agreement is in force, or that began from one that was."""
    return st.builds(
        lambda session, held, amends, renews: replace(session, in_force=held, amends=amends, renews=renews),
        sessions(checklist),
        st.none() | adoptions,
        st.none() | amended,
        st.none() | st.builds(RenewedAgreement, names, names, extras),
    )


def _question(name: str, *, essential: bool) -> Question:
    points = (Point("first", "says who decides"), Point("second", "gives a number of days"))
    offered = Example(
        "short", "Short", "the room is tired", "[Police agency] shall tell [school district].", ("first",)
    )
    other = Example(
        "long", "Long", "the room is awake", "The SRO shall wait [number] days.\n\n- one;\n- two.", ("second",)
    )
    return Question(
        name, f"About {name}", f"What of {name}?", f"{name} matters.", ("Who?",), points, (offered, other), essential
    )


SMALL = Checklist(
    id="small",
    version="1",
    title="Small",
    document_title="An agreement",
    opening="Between [legal name of the police agency] (“[police agency]”) and “[school district]”, from [start date].",
    closing="Each person who signs has authority.",
    disclaimer="Not legal advice.",
    counsel=("Insurance",),
    parties=(
        PartyRole(
            "agency",
            "Police agency",
            "Which agency?",
            "police agency",
            "legal name of the police agency",
            "head of the police agency",
            (
                PartyKind("police", "Police", "the Police Department", "the Chief of Police"),
                PartyKind("sheriff", "Sheriff", "the Sheriff’s Office", "the Sheriff", ("sheriff",)),
            ),
        ),
        PartyRole(
            "district",
            "School district",
            "Which district?",
            "school district",
            "legal name of the school district",
            "head of the school district",
            (PartyKind("district", "District", "the School District", "the Superintendent"),),
        ),
    ),
    facts=(FactSpec("state", "State", "Which?", "state"), FactSpec("start-date", "Start", "When?", "start date")),
    topics=(
        Topic("one", "First things", "s", (_question("alpha", essential=True), _question("beta", essential=False))),
        Topic("two", "Second things", "s", (_question("gamma", essential=True), _question("delta", essential=True))),
        Topic("three", "Third things", "s", (_question("epsilon", essential=True), _question("zeta", essential=False))),
    ),
)
"""Six questions in three topics, four of them essential."""

EMPTY = Session(ChecklistRef("small", "1"))
"""A session of the small checklist in which nothing was said yet."""
