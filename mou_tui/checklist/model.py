"""What is asked: topics, their questions, and the guidance that goes with each.

Everything here is read from `content/` by the loader, is frozen, and knows nothing of sessions. Limits on length
are stated at the fields they bind (characters, unless words are named); the loader enforces them, because the
screen at 80 by 24 is drawn for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal

from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer, LayerLevel, LayerLine
from mou_tui.frozen import dataclass

Level = Literal["grant", "position", "law", "practice"]
"""Who asks for it: a federal grant, a professional body's position, a statute, or good practice."""

Depth = Literal["essential", "full"]
"""What a session asks: the essential questions, or all of them."""


@dataclass(frozen=True)
class Source:
    """Name a publication the guidance rests on."""

    title: str
    publisher: str
    date: str
    """As precise as the publication is, for example `2022` or `2019-08`."""
    place: str
    """Where it was read: a web address or a citation."""

    @property
    def citation(self) -> str:
        """Return one line that names the publication: publisher, title, date."""
        return f"{self.publisher}, “{self.title}” ({self.date})"


@dataclass(frozen=True)
class Standard:
    """State a requirement or recommendation that bears on a question."""

    level: Level
    text: str
    """At most 160; says who asks for what, with its year."""
    source: str
    """Id of the source."""
    state: str = ""
    """The state whose law it is, as its postal code; empty for every other level."""


@dataclass(frozen=True)
class Point:
    """State a checkable element of a good answer; advice, never a gate."""

    id: str
    text: str
    """At most 90; completes "A good answer ..." ("says who decides when they disagree")."""


@dataclass(frozen=True)
class Relation:
    """Relate an example to examples, or points, of other questions."""

    to: tuple[str, ...]
    """`question/example`, or `question/points/point`. What is needed is there once one of them is."""
    why: str
    """At most 160; one plain sentence, shown where the two conflict."""


@dataclass(frozen=True)
class Example:
    """Offer a wording that may be taken into an answer, with its facts still open as blanks."""

    id: str
    label: str
    """At most 24."""
    when: str
    """At most 120; completes "Fits when ..."."""
    text: str
    """At most 90 words, or 120 where the question says so; Markdown paragraphs and lists only."""
    covers: tuple[str, ...] = ()
    """Ids of the points this wording covers."""
    subjects: tuple[str, ...] = ()
    """What the wording settles that other clauses may settle too ("money"), so that they can be read together."""
    needs: tuple[Relation, ...] = ()
    """What this wording takes for granted and another clause has to provide."""
    excludes: tuple[Relation, ...] = ()
    """Wording that contradicts this one."""
    overlaps: tuple[Relation, ...] = ()
    """Wording that settles the same thing in another way, so that one of the two may have to give way."""
    one_view: str = ""
    """At most 120; why some want it. Given on every example of an ordered question, or on none."""
    another_view: str = ""
    """At most 120; why others do not, at about equal length."""


@dataclass(frozen=True)
class Question:
    """Ask one thing the partners must settle; its answer is one clause of the draft."""

    id: str
    label: str
    """At most 28; the caption of the clause."""
    ask: str
    """At most 140; plain wording, as one would say it aloud."""
    why: str
    """At most 220; why it matters."""
    discuss: tuple[str, ...]
    """One to five lines of at most 140; what the parties should talk about."""
    points: tuple[Point, ...]
    examples: tuple[Example, ...]
    essential: bool = False
    together: bool = False
    """An essential question that must be written together; the other essentials can be prepared beforehand."""
    order: str = ""
    """At most 80; set where partners really disagree, and says how the examples are ordered."""
    long_examples: bool = False
    """Whether its examples may have 120 words; few subjects need so many."""
    standards: tuple[Standard, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of the sources the guidance rests on."""


@dataclass(frozen=True)
class Topic:
    """Group questions; the position of a topic is its section number in the draft."""

    id: str
    title: str
    summary: str
    """At most 160; what the topic settles."""
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Definition:
    """Define a term; the definition is in the opening of a draft that uses the term."""

    term: str
    text: str
    """The whole sentence without its period ("“substitute” means ..."), with blanks."""
    forms: tuple[str, ...] = ()
    """Other words that stand for it, such as its plural."""
    always: bool = False
    """Whether it is in every draft."""


@dataclass(frozen=True)
class Change:
    """Describe what a version of the checklist brought, for sessions made with an earlier one."""

    version: str
    text: str
    """A sentence that says what is new, without its period."""


@dataclass(frozen=True)
class PartyKind:
    """Describe a kind of party ("sheriff's office") and the names that usually go with it."""

    id: str
    label: str
    short: str
    """What the agreement calls such a party, with its article ("the Police Department")."""
    head: str
    """The title of its head, with its article ("the Chief of Police")."""
    words: tuple[str, ...] = ()
    """Words in a legal name that give this kind away ("sheriff")."""


@dataclass(frozen=True)
class PartyRole:
    """Describe a party the checklist knows: whom to ask for, and the blanks its names fill."""

    id: str
    label: str
    ask: str
    blank: str
    """The blank filled by the party's short name ("police agency")."""
    name_blank: str
    """The blank filled by its legal name ("legal name of the police agency")."""
    head_blank: str
    """The blank filled by the title of its leader ("head of the police agency")."""
    kinds: tuple[PartyKind, ...]

    def kind_for(self, name: str) -> PartyKind:
        """Return the kind whose telltale words are in a legal name, or the first kind."""
        lowered = name.casefold()
        fitting = (kind for kind in self.kinds if any(word in lowered for word in kind.words))
        return next(fitting, self.kinds[0])


@dataclass(frozen=True)
class Checklist:
    """Hold everything that is asked, in order."""

    id: str
    version: str
    title: str
    document_title: str
    """The title of the draft, with blanks."""
    opening: str
    """The opening of the draft (parties, definitions), with blanks."""
    closing: str
    """The sentence above the signature blocks."""
    disclaimer: str
    """Says once that this is not legal advice."""
    counsel: tuple[str, ...]
    """What is left to counsel and not discussed here."""
    parties: tuple[PartyRole, ...]
    facts: tuple[FactSpec, ...]
    definitions: tuple[Definition, ...] = ()
    """In the order in which the opening lists them."""
    changes: tuple[Change, ...] = ()
    """Its published versions, the oldest first."""
    layers: Sequence[Layer] = ()
    """What states and funders ask of the agreement; of the program's own checklists, read when it is asked for."""
    topics: tuple[Topic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Id of the source to the source."""

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, int]]:
        return {
            question.id: (topic_number, question_number)
            for topic_number, topic in enumerate(self.topics, start=1)
            for question_number, question in enumerate(topic.questions, start=1)
        }

    def fact(self, fact_id: str) -> FactSpec | None:
        """Return the fact with this id; None if the checklist does not ask for it."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    @cached_property
    def _questions(self) -> tuple[Question, ...]:
        return tuple(question for topic in self.topics for question in topic.questions)

    def questions(self, depth: Depth = "full") -> tuple[Question, ...]:
        """Return the questions asked at a depth, in order."""
        if depth == "full":
            return self._questions
        return tuple(question for question in self._questions if question.essential)

    def question(self, question_id: str) -> Question:
        """Return the question with this id; raises KeyError if the checklist has none."""
        topic_number, question_number = self._numbers[question_id]
        return self.topics[topic_number - 1].questions[question_number - 1]

    def topic_of(self, question_id: str) -> Topic:
        """Return the topic a question belongs to; raises KeyError as `question` does."""
        return self.topics[self._numbers[question_id][0] - 1]

    def number(self, question_id: str) -> str:
        """Return the clause number of a question, for example `3.1`; raises KeyError as `question` does."""
        return "{}.{}".format(*self._numbers[question_id])

    def news_since(self, version: str) -> tuple[Change, ...]:
        """Return the changes after a published version; none if it is the newest, or was never published."""
        published = [change.version for change in self.changes]
        return self.changes[published.index(version) + 1 :] if version in published else ()

    def layer_lines(self, question_id: str, level: LayerLevel | None = None) -> Iterator[tuple[Layer, LayerLine]]:
        """Return what states and funders ask about a question, layer by layer; with a level, only its layers."""
        layers = self.layers
        terms = (question_id, level) if level else (question_id,)
        for layer in layers.mentioning(*terms) if isinstance(layers, LayerFiles) else layers:
            if level in (None, layer.level):
                yield from ((layer, line) for line in layer.lines if question_id in line.questions)

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._numbers
