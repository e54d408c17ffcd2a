"""What the record tells of one sitting: who was there, what was said, proposed, decided and taken on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.calendar_day import time_written, written
from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.agenda import action_words
from mou_tui.draft.agreement import first_words, name_of
from mou_tui.draft.contain import contain, escape, run_in
from mou_tui.draft.past import Wordings, change_of
from mou_tui.draft.sittings import STOOD, Course, Sitting, ended, sittings, stood
from mou_tui.draft.still_open import NOTHING
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting, Person
from mou_tui.session.session import OPENING, Session
from mou_tui.text import capital, listed


class Minutes:
    """The minutes of every sitting, as Markdown.

    Args:
        checklist: what the session answers.
        session: the session.
    """

    def __init__(self, checklist: Checklist, session: Session) -> None:
        self._checklist = checklist
        self._session = session
        self._course = Course(session)
        self._wordings = Wordings(session)
        self.sittings = sittings(session)
        self._shown = {
            (place, text)
            for sitting in self.sittings
            for place in {entry.place for _, entry in sitting.of_kind("wording")}
            for _, text in self._readings(sitting, place)
        }

    def of(self, sitting: Sitting) -> Iterator[str]:
        """The passages on a sitting, without its heading."""
        if sitting.meeting:
            yield _times(sitting.meeting)
            yield from self._present(sitting.meeting)
        sections = {
            "Decisions": self._said(sitting, "decision"),
            "Positions": self._positions(sitting),
            "Objections": self._objections(sitting),
            "Wordings proposed": self._alternatives(sitting),
            "Wordings chosen": self._choices(sitting),
            "Wording changed": self._wording(sitting),
            "Put off": self._put_off(sitting),
            "Set aside": self._set_aside(sitting),
            "Actions": self._actions(sitting, "do"),
            "Notes": self._said(sitting, "note"),
            "Milestones": self._milestones(sitting),
        }
        filled = {heading: passages for heading, lines in sections.items() if (passages := list(lines))}
        if not filled:
            yield "Nothing else was noted."
        for heading, passages in filled.items():
            yield f"### {heading}"
            yield from passages

    def _present(self, meeting: Meeting) -> Iterator[str]:
        people = [person for person in self._session.people if person.id in meeting.people]
        lines = []
        for party in self._session.parties:
            if party.id in meeting.parties:
                names = _names(person for person in people if person.party == party.id)
                lines.append(f"- **{escape(name_of(party))}:** {names or 'nobody was named'}")
        at_the_table = {party.id for party in self._session.parties}.intersection(meeting.parties)
        others = _names(person for person in people if person.party not in at_the_table)
        lines += [f"- **Others:** {others}"] if others else []
        yield "### Present"
        yield "\n".join(lines) or NOTHING
        absent = [escape(name_of(party)) for party in self._session.parties if party.id not in meeting.parties]
        if absent:
            yield f"Not present: {', '.join(absent)}."

    def _said(self, sitting: Sitting, kind: str) -> Iterator[str]:
        for _, entry in sitting.of_kind(kind):
            yield run_in(self._caption(entry, sitting), contain(entry.text))

    def _positions(self, sitting: Sitting) -> Iterator[str]:
        """What each party said last of each clause, and who said it before the wording was changed.

        Between meetings, what was said on another day stands by itself.
        """
        last: dict[tuple[str, str], dict[str, tuple[int, Entry]]] = {}
        for number, entry in sitting.of_kind("position"):
            day = "" if sitting.meeting else entry.at[:10]
            last.setdefault((entry.place, day), {})[entry.party] = number, entry
        for (place, _), of_party in last.items():
            alike: dict[str, list[str]] = {}
            for party, (_, entry) in of_party.items():
                said = STOOD["objects"] if entry.stand == "objects" else stood(entry)
                alike.setdefault(said, []).append(self._course.name(party))
            sentences = [f"{listed(names)} {words}" for words, names in alike.items()]
            spoke = {self._course.name(party): number for party, (number, _) in of_party.items()}
            if before := [name for name, number in spoke.items() if self._changed(sitting, number, place)]:
                sentences.append(f"the wording was changed after {listed(before)} had spoken")
            _, entry = next(iter(of_party.values()))
            said = " ".join(escape(ended(capital(sentence))) for sentence in sentences)
            yield f"{self._caption(entry, sitting)} {said}"

    def _changed(self, sitting: Sitting, number: int, place: str) -> bool:
        """Whether a place reads otherwise at the end of a sitting than it did after so many entries."""
        last, _ = sitting.entries[-1]
        return self._wordings.after(last + 1, place).strip() != self._wordings.after(number, place).strip()

    def _objections(self, sitting: Sitting) -> Iterator[str]:
        said_next = _said_next(sitting)
        for number, entry in sitting.of_kind("position"):
            if entry.stand == "objects" and not _repeated(entry, said_next.get(number)):
                reason = entry.text if entry.text.strip() else "no reason was given"
                objected = ended(capital(f"{self._course.name(entry.party)} objected: {reason}"))
                outcome = self._course.of_objection(number, entry)
                yield f"{self._caption(entry, sitting)} {escape(objected)} {escape(outcome)}"
                objected_to = self._wordings.after(number, entry.place)
                if objected_to.strip() and (entry.place, objected_to) not in self._shown:
                    yield "It was about this wording:"
                    yield _quoted(objected_to)

    def _alternatives(self, sitting: Sitting) -> Iterator[str]:
        for number, entry in sitting.of_kind("alternative"):
            name = capital(self._course.name(entry.party))
            caption = self._caption(entry, sitting)
            if entry.text.strip():
                outcome = self._course.of_alternative(number, entry)
                yield f"{caption} {escape(name)} proposed the following. {escape(outcome)}"
                yield _quoted(entry.text)
            else:
                yield f"{caption} {escape(name)} withdrew what it had proposed."

    def _choices(self, sitting: Sitting) -> Iterator[str]:
        for _, entry in sitting.of_kind("choice"):
            chosen = self._course.chosen(entry)
            yield f"{self._caption(entry, sitting)} {escape(ended(capital(f'{chosen} was chosen')))}"

    def _wording(self, sitting: Sitting) -> Iterator[str]:
        """How each clause that changed read, first and last, however often it changed."""
        noted: dict[str, list[Entry]] = {}
        for _, entry in sitting.of_kind("wording"):
            noted.setdefault(entry.place, []).append(entry)
        for place, entries in noted.items():
            caption = self._caption(entries[-1], sitting)
            readings = self._readings(sitting, place)
            if not readings and (back := _back(place, [entry.text for entry in entries])):
                yield f"{caption} {back}"
            for (when, text), start in zip(readings, (f"{caption} ", ""), strict=False):
                yield f"{start}{when}:"
                yield _quoted(text) if text.strip() else _nothing(place)

    def _readings(self, sitting: Sitting, place: str) -> tuple[tuple[str, str], ...]:
        """What the record shows of a clause that changed: when, and how it read."""
        changes = [(number, entry.text) for number, entry in sitting.of_kind("wording") if entry.place == place]
        if not changes:
            return ()
        (number, first), (_, last) = changes[0], changes[-1]
        before = self._wordings.after(number, place)
        if before.strip() == last.strip():
            return ()
        if before.strip():
            return ("Before", before), ("After", last)
        if sitting.meeting and first.strip() != last.strip():
            return ("As it was first written", first), ("As it read at the end", last)
        return (("It was written", last),)

    def _put_off(self, sitting: Sitting) -> Iterator[str]:
        for _, entry in sitting.of_kind("later"):
            words = capital(first_words(entry.who, entry.by))
            yield f"{self._caption(entry, sitting)} {escape(ended(words))}"
        yield from self._actions(sitting, "check")

    def _set_aside(self, sitting: Sitting) -> Iterator[str]:
        for _, entry in sitting.of_kind("set-aside"):
            yield f"{self._caption(entry, sitting)} {escape(ended(f'Does not apply: {entry.text}'))}"

    def _actions(self, sitting: Sitting, kind: str) -> Iterator[str]:
        lines = []
        for action in sitting.actions:
            if action.kind == kind:
                known = action.question in self._checklist
                where = f" ({self._checklist.number(action.question)})" if known else ""
                done = f"Done on {written(action.done)}." if action.done else "Open."
                lines.append(f"- {escape(ended(f'{action_words(action)}{where}'))} {escape(done)}")
        if lines:
            yield "\n".join(lines)

    def _milestones(self, sitting: Sitting) -> Iterator[str]:
        lines = [f"- {escape(f'{written(entry.at)}: {entry.text}')}" for _, entry in sitting.of_kind("milestone")]
        if lines:
            yield "\n".join(lines)

    def _caption(self, entry: Entry, sitting: Sitting) -> str:
        """What an entry is about; between meetings also of which day it is."""
        change = change_of(self._checklist, entry.place, "", "")
        when = "" if sitting.meeting else f", {written(entry.at)}"
        about = f"{change.label or 'In general'}{when}"
        return f"**{change.number} {escape(about)}.**" if change.number else f"**{escape(about)}.**"


def _times(meeting: Meeting) -> str:
    began, end = time_written(meeting.began) or meeting.began, time_written(meeting.ended) or meeting.ended
    if meeting.ended[:10] not in ("", meeting.day):
        end = f"{end} on {written(meeting.ended)}"
    return escape(ended(f"Began at {began} and ended at {end}" if end else f"Began at {began}; it has not ended"))


def _names(people: Iterable[Person]) -> str:
    return "; ".join(escape(f"{person.name}, {person.title}" if person.title else person.name) for person in people)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in contain(text).split("\n"))


def _back(place: str, texts: list[str]) -> str:
    """What to say of a place that reads at the end as it did before; nothing where it never had any words."""
    if texts[-1].strip() or place == OPENING:
        return "It was changed, and changed back to what it was."
    return "It was written, and cleared again." if any(text.strip() for text in texts) else ""


def _nothing(place: str) -> str:
    return "> As written from the names of the parties." if place == OPENING else "> Nothing: it was cleared."


def _said_next(sitting: Sitting) -> dict[int, Entry]:
    """To each position of a sitting, what the same party said next of the same clause."""
    following: dict[int, Entry] = {}
    last: dict[tuple[str, str], int] = {}
    for number, entry in sitting.of_kind("position"):
        said = entry.place, entry.party
        if said in last:
            following[last[said]] = entry
        last[said] = number
    return following


def _repeated(objection: Entry, following: Entry | None) -> bool:
    """Whether what the party said next is the same again, perhaps with its reason."""
    if following is None or following.stand != "objects":
        return False
    return objection.text.strip() in ("", following.text.strip())
