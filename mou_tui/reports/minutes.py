"""Write the minutes of a meeting: attendance, statements, proposals, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import first_words
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Inline, Quotation
from mou_tui.draft.composition import bullet, heading, line, one_line, paragraph, strong, with_caption
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.due_dates import understand_due
from mou_tui.language.text import capitalize_first
from mou_tui.reports.attendance import Attendance
from mou_tui.reports.clause_minutes import ClauseMinutes, Entries, discussions, quoted
from mou_tui.reports.corrections import CORRECTABLE, Remarks, remark_words
from mou_tui.reports.meeting_log import MeetingPeriod, Outcomes, as_sentence, meeting_periods
from mou_tui.reports.sent_back import is_copy, source_words
from mou_tui.reports.tasks import action_words
from mou_tui.reports.wording_history import WordingHistory, change_of
from mou_tui.reports.wording_versions import WordingVersions
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action, Meeting
from mou_tui.session.model import OPENING, Session


class Minutes:
    """Write the minutes of every meeting and of the times between.

    Args:
        checklist: what the session answers.
        session: the session.
    """

    def __init__(self, checklist: Checklist, session: Session) -> None:
        self._checklist = checklist
        self._session = session
        self._course = Outcomes(session)
        self._wordings = WordingHistory(session)
        self._versions = WordingVersions(session)
        self._corrections = Remarks(session.history.entries)
        self._clauses = ClauseMinutes(self._versions, self._course)
        self.periods = meeting_periods(session)
        self._in_meetings = {
            (clause_id, text.strip()): period.title
            for period in reversed(self.periods)
            if period.meeting
            for clause_id, text in self._printed(period)
        }
        """The wordings that the minutes of a meeting print, each with the title of the first that does."""

    def of(self, period: MeetingPeriod) -> Iterator[Block]:
        """Yield the minutes of a period, without its heading."""
        if period.meeting:
            yield paragraph(_times(period.meeting))
            yield heading(3, "Present")
            yield from Attendance(self._session, period, period.meeting).blocks()
        sections = {
            "Decisions": self._remarks(period, "decision"),
            "Positions": self._positions(period),
            "Objections": self._objections(period),
            "Sent back by counsel": self._sent_back(period, are_copies=False),
            "Copies taken in": self._sent_back(period, are_copies=True),
            "Wordings proposed": self._alternatives(period),
            "Wordings chosen": self._choices(period),
            "Wording changed": self._wording(period),
            "Put off": self._put_off(period),
            "Set aside": self._set_aside(period),
            "Actions": self._actions(period, "do"),
            "Notes": self._remarks(period, "note"),
            "Corrections": self._corrected(period),
            "Milestones": self._milestones(period),
        }
        filled = {title: blocks for title, section in sections.items() if (blocks := list(section))}
        if not filled:
            yield paragraph("Nothing else was noted.")
        for title, blocks in filled.items():
            yield heading(3, title)
            yield from blocks

    def _remarks(self, period: MeetingPeriod, kind: str) -> Iterator[Block]:
        """Yield decisions or notes as they were recorded, each with its corrections."""
        by_number = self._corrections.by_number
        for number, entry in period.of_kind(kind):
            caption = self._caption(entry, period)
            remark = by_number.get(number)
            if remark is None:
                continue
            if entry.corrects:
                caption = line(caption, "Correction:")
            yield from with_caption(caption, parse(entry.text))
            for correction in remark.corrections:
                yield paragraph(f"Corrected on {long_date(correction.at)} to read:")
                yield quoted(correction.text)

    def _corrected(self, period: MeetingPeriod) -> Iterator[Block]:
        """Yield what was corrected here of another meeting; the correction itself is printed with the original."""
        numbers = {number for number, _ in period.entries}
        for number, entry in period.of_kind(*CORRECTABLE):
            remark = self._corrections.corrected_by(number)
            if remark and remark.number not in numbers:
                note = f"The {entry.kind} of {long_date(remark.entry.at)} was corrected; the correction stands with it."
                yield paragraph(self._caption(entry, period), note)

    def _positions(self, period: MeetingPeriod) -> Iterator[Block]:
        """Yield the positions of the parties on each clause, on which wording, and what came after."""
        for discussion in discussions(period, self._versions):
            caption = self._caption(discussion.first_position, period)
            yield from self._clauses.blocks(discussion, caption, with_times=period.meeting is not None)

    def _objections(self, period: MeetingPeriod) -> Iterator[Block]:
        following = _following_positions(period)
        for number, entry in period.of_kind("position"):
            if entry.stand == "objects" and not _repeated(entry, following.get(number)):
                reason = entry.text if entry.text.strip() else "no reason was given"
                objected = as_sentence(capitalize_first(f"{self._course.name(entry.party)} objected: {reason}"))
                outcome = self._course.of_objection(number, entry)
                yield paragraph(self._caption(entry, period), objected, outcome)

    def _sent_back(self, period: MeetingPeriod, *, are_copies: bool) -> Iterator[Block]:
        """Yield which files came back, documents or copies of the session, and what of each fits under no clause."""
        for document in period.taken_in:
            if is_copy(document) != are_copies:
                continue
            name = self._course.name(document.party) if document.party else ""
            came = f"{source_words(document)} was taken in{f', from {name}' if name else ''}"
            yield paragraph(f"{came}; this fits under no clause:" if document.kept else f"{came}.")
            yield from (quoted(text) for text in document.kept)

    def _alternatives(self, period: MeetingPeriod) -> Iterator[Block]:
        for number, entry in period.of_kind("alternative"):
            name = capitalize_first(self._course.proposer(entry))
            caption = self._caption(entry, period)
            if entry.text.strip():
                outcome = self._course.of_alternative(number, entry)
                yield paragraph(caption, f"{name} proposed the following.", outcome)
                yield quoted(entry.text)
            else:
                yield paragraph(caption, f"{name} withdrew what it had proposed.")

    def _choices(self, period: MeetingPeriod) -> Iterator[Block]:
        for _, entry in period.of_kind("choice"):
            chosen = self._course.chosen(entry)
            yield paragraph(self._caption(entry, period), as_sentence(capitalize_first(f"{chosen} was chosen")))

    def _wording(self, period: MeetingPeriod) -> Iterator[Block]:
        """Yield the first and last text of each changed clause that nobody spoke on."""
        for clause_id, entries in self._changed(period).items():
            caption = self._caption(entries[-1][1], period)
            readings = self._readings(entries, is_meeting=period.meeting is not None)
            if not readings and (back := _back(clause_id, [entry.text for _, entry in entries])):
                yield paragraph(caption, back)
            for (when, text), start in zip(readings, (caption, ()), strict=False):
                printed = "" if period.meeting else self._in_meetings.get((clause_id, text.strip()), "")
                if printed and text.strip():
                    yield paragraph(start, f"{when}: printed under “{printed}”.")
                else:
                    yield paragraph(start, f"{when}:")
                    yield quoted(text) if text.strip() else _nothing(clause_id)

    def _changed(self, period: MeetingPeriod) -> dict[str, list[tuple[int, Entry]]]:
        """Return the wordings written here without those printed with positions, by question id."""
        discussed = {number for discussion in discussions(period, self._versions) for number, _ in discussion.entries}
        changed: dict[str, list[tuple[int, Entry]]] = {}
        for number, entry in period.of_kind("wording"):
            if number not in discussed:
                changed.setdefault(entry.place, []).append((number, entry))
        return changed

    def _printed(self, period: MeetingPeriod) -> Iterator[tuple[str, str]]:
        """Yield the wordings that are printed of a period, each with its question id."""
        for discussion in discussions(period, self._versions):
            yield from ((version.clause_id, version.text) for version in discussion.versions)
        for clause_id, entries in self._changed(period).items():
            yield from ((clause_id, text) for _, text in self._readings(entries, is_meeting=period.meeting is not None))

    def _readings(self, entries: Entries, *, is_meeting: bool) -> tuple[tuple[str, str], ...]:
        """Return the texts shown of a clause that changed: when, and how it read."""
        (number, entry), (_, last_entry) = entries[0], entries[-1]
        first, last = entry.text, last_entry.text
        before = self._wordings.after(number, entry.place)
        if before.strip() == last.strip():
            return ()
        if before.strip():
            return ("Before", before), ("After", last)
        if is_meeting and first.strip() != last.strip():
            return ("As it was first written", first), ("As it read at the end", last)
        return (("It was written", last),)

    def _put_off(self, period: MeetingPeriod) -> Iterator[Block]:
        for _, entry in period.of_kind("later"):
            day = understand_due(entry.by, entry.at[:10])
            sentence = capitalize_first(first_words(entry.who, entry.by, day))
            yield paragraph(self._caption(entry, period), as_sentence(sentence))
        yield from self._actions(period, "check")

    def _set_aside(self, period: MeetingPeriod) -> Iterator[Block]:
        for _, entry in period.of_kind("set-aside"):
            yield paragraph(self._caption(entry, period), as_sentence(f"Does not apply: {entry.text}"))

    def _actions(self, period: MeetingPeriod, kind: str) -> Iterator[Block]:
        for action in period.actions:
            if action.kind == kind:
                known = action.question in self._checklist
                where = f" ({self._checklist.number(action.question)})" if known else ""
                done = f"Done on {long_date(action.done)}." if action.done else "Open."
                first = self._first_words(action)
                yield bullet(as_sentence(f"{action_words(action)}{where}"), f"{done} {first}".rstrip())

    def _first_words(self, action: Action) -> str:
        """Return when an action was corrected, and what it said first; empty where it was not."""
        remark = self._corrections.of_action(action)
        if remark is None or not remark.corrections:
            return ""
        return f"Corrected on {long_date(remark.latest.at)}; it said first: “{remark_words(remark.entry)}”."

    def _milestones(self, period: MeetingPeriod) -> Iterator[Block]:
        for number, entry in period.of_kind("milestone"):
            if remark := self._corrections.by_number.get(number):
                named = f"{long_date(entry.at)}: {remark.text}"
                if remark.corrections:
                    named = f"{named}. Corrected on {long_date(remark.latest.at)}; it said first: “{entry.text}”."
                yield bullet(named)

    def _caption(self, entry: Entry, period: MeetingPeriod) -> Inline:
        """Return the caption of an entry; between meetings also with its day."""
        change = change_of(self._checklist, entry.place, "", "")
        when = "" if period.meeting else f", {long_date(entry.at)}"
        about = f"{change.label or 'In general'}{when}"
        return strong(f"{change.number} {one_line(about)}.")


def _times(meeting: Meeting) -> str:
    began, end = clock_time(meeting.began) or meeting.began, clock_time(meeting.ended) or meeting.ended
    if meeting.ended[:10] not in ("", meeting.day):
        end = f"{end} on {long_date(meeting.ended)}"
    return as_sentence(f"Began at {began} and ended at {end}" if end else f"Began at {began}; it has not ended")


def _back(clause_id: str, texts: list[str]) -> str:
    """Return the sentence on a clause that ends as it began; empty where it never had a text."""
    if texts[-1].strip() or clause_id == OPENING:
        return "It was changed, and changed back to what it was."
    return "It was written, and cleared again." if any(text.strip() for text in texts) else ""


def _nothing(clause_id: str) -> Quotation:
    sentence = "As written from the names of the parties." if clause_id == OPENING else "Nothing: it was cleared."
    return Quotation((paragraph(sentence),))


def _following_positions(period: MeetingPeriod) -> dict[int, Entry]:
    """Return the next position of the same party on the same clause, by the number of each position."""
    following: dict[int, Entry] = {}
    last: dict[tuple[str, str], int] = {}
    for number, entry in period.of_kind("position"):
        key = entry.place, entry.party
        if key in last:
            following[last[key]] = entry
        last[key] = number
    return following


def _repeated(objection: Entry, following: Entry | None) -> bool:
    """Tell whether the next position repeats an objection, perhaps with its reason."""
    if following is None or following.stand != "objects":
        return False
    return objection.text.strip() in ("", following.text.strip())
