"""What happened until now, line by line: what changed since, how a clause came to read as it does, bringing it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mou_tui.calendar_day import time_written, written
from mou_tui.desk import Desk
from mou_tui.draft.bring_back import replaced_words, support_of, word_changes
from mou_tui.draft.past import Moment, before_day, change_of, changes, moment_words, now
from mou_tui.draft.sittings import Course, ended
from mou_tui.draft.statements import statement
from mou_tui.draft.wording_versions import WordingVersion, earlier_versions, moments_with_support, support_words
from mou_tui.plain import telling
from mou_tui.plain.console import Console
from mou_tui.plain.locking import is_held
from mou_tui.plain.meaning import numbered
from mou_tui.plain.phrases import number_of
from mou_tui.plain.words import Act
from mou_tui.room import Room
from mou_tui.session.history import Entry
from mou_tui.session.session import OPENING


class History:
    """Tells what changed, and brings earlier wordings back.

    Args:
        desk: the session on the table.
        room: the people around it.
        console: where to talk.
    """

    def __init__(self, desk: Desk, room: Room, console: Console) -> None:
        self._desk = desk
        self._minutes = room.minutes
        self._console = console
        self._say = console.say
        self.acts: Mapping[str, Act] = {"history": self._tell, "restore": self._restore}

    def _tell(self, some: str) -> None:
        wanted = some.casefold()
        problem = self._desk.session.history.past.problem
        if problem:
            self._say(f"What happened before cannot be read: {problem.message}")
        if not wanted or "today".startswith(wanted):
            today = self._desk.stamp.at[:10]
            session = self._desk.session
            self._tell_changes("today", before_day(session, today), now(session))
        elif "between".startswith(wanted):
            self._between()
        elif wanted == "here":
            self._tell_course()
        else:
            self._say("Say history, or history with one of: today, between, here.")

    def _between(self) -> None:
        session = self._desk.session
        points = moments_with_support(self._desk.checklist, session)
        for number, moment in enumerate(points, start=1):
            self._say(ended(f"{number}. {moment_words(moment)}"))
        numbers = [str(number) for number in range(1, len(points) + 1)]
        since, until = (
            points[int(self._console.choose(prompt, *numbers)) - 1]
            for prompt in ("From which moment? Say its number:", "To which moment? Say its number:")
        )
        since, until = sorted((since, until), key=points.index)
        when = f"from {moment_words(since)} to {moment_words(until)}"
        self._tell_changes(when, since, until)

    def _tell_changes(self, when: str, since: Moment, until: Moment) -> None:
        """What reads differently at two moments, and the wordings in between that a party spoke on."""
        session = self._desk.session
        found = changes(self._desk.checklist, session, since, until)
        between = dict(earlier_versions(session, since, until))
        self._say(f"{number_of(len(found), 'wording').capitalize()} changed {when}.")
        for change in found:
            self._say("")
            self._say(f"{change.number} {change.label}.".strip())
            self._tell_wording("It", change.place, change.before)
            self._tell_versions(between.pop(change.place, ()))
            self._tell_wording("Then it", change.place, change.after)
        for place, versions in between.items():
            change = change_of(self._desk.checklist, place, "", "")
            self._say("")
            self._say(f"{change.number} {change.label}: changed, and changed back.".strip())
            self._tell_versions(versions)

    def _tell_versions(self, versions: Iterable[WordingVersion]) -> None:
        for version in versions:
            self._say(f"In between it read, {support_words(self._desk.session, version)}:")
            self._say(version.text)

    def _tell_wording(self, what: str, place: str, text: str) -> None:
        if text.strip():
            self._say(f"{what} read:")
            self._say(text)
        else:
            self._say(f"{what} was {'written from the parties' if place == OPENING else 'empty'}.")

    def _tell_course(self) -> None:
        """All that happened to what is on the table, oldest first."""
        entries = [entry for entry in self._desk.session.history.entries if entry.place == self._desk.place]
        self._say(f"{number_of(len(entries), 'thing').capitalize()} happened to {self._desk.name()}.")
        course, wordings = Course(self._desk.session), 0
        for entry in entries:
            wordings += _has_wording(entry)
            when = f"{written(entry.at)}, {time_written(entry.at)}" if entry.at else "Before anything was noted"
            self._say(f"{when}: {self._words(entry, course, wordings)}")
        if wordings:
            self._say("To bring a wording back, say restore and its number.")

    def _words(self, entry: Entry, course: Course, wordings: int) -> str:
        """What happened; a wording has the number of how many there were by then."""
        party = course.name(entry.party)
        if entry.kind == "wording":
            return f"wording {wordings}: {entry.text}" if _has_wording(entry) else "it was cleared."
        if entry.kind == "alternative":
            return f"{party} proposed: {entry.text}" if entry.text.strip() else f"{party} withdrew its proposal."
        return {
            "position": ended(statement([party], entry)),
            "choice": f"{course.chosen(entry)} was chosen.",
            "set-aside": f"set aside: {entry.text}.",
            "later": f"{entry.who or 'someone'} was to check first{f', by {entry.by}' if entry.by else ''}.",
            "decision": f"decided: {entry.text}",
            "note": f"noted: {entry.text}",
            "action": f"{entry.who or 'someone'} took on: {entry.text}{f', by {entry.by}' if entry.by else ''}.",
            "milestone": f"{entry.text}.",
            "attendance": f"{entry.who or party} {'left' if entry.stand == 'left' else 'came'}.",
        }[entry.kind]

    def _earlier(self) -> tuple[Entry, ...]:
        """Every wording that what is on the table had, oldest first."""
        entries = self._desk.session.history.entries
        return tuple(entry for entry in entries if entry.place == self._desk.place and _has_wording(entry))

    def _restore(self, number: str) -> None:
        wordings = self._earlier()
        if not wordings:
            self._say(f"No earlier wording of {self._desk.name()} is known.")
            return
        if not number:
            for place, entry in enumerate(wordings, start=1):
                self._tell_earlier(place, entry)
            prompt = "Which one is to come back? Say its number; Enter alone leaves it as it is:"
            number = self._console.ask(prompt, obeys=True)
        chosen = numbered(wordings, number)
        if chosen is None:
            self._say("Left as it was." if not number else "No wording has that number. Say restore to hear them.")
            return
        if chosen.text == self._desk.wording:
            self._say("It reads so already.")
            return
        if is_held(self._desk, self._say):
            return
        self._say(replaced_words(self._desk.checklist, self._desk.session, self._desk.place, chosen.text))
        self._minutes.restore(self._desk.place, chosen.text)
        self._say(f"Wording {number} is back. {telling.standing(self._desk)} Say undo to take that back.")

    def _tell_earlier(self, number: int, entry: Entry) -> None:
        """A wording that can be brought back, what the parties said of it, and where it differs from the one of now."""
        when = written(entry.at) if entry.at else "before anything was noted"
        support = support_of(self._desk.session, self._desk.place, entry.text)
        self._say(f"Wording {number}, {when}{f', {support}' if support else ''}:")
        self._say(entry.text)
        for then, now_reads in word_changes(entry.text, self._desk.wording):
            if then and now_reads:
                self._say(f"It has “{then}” where “{now_reads}” stands now.")
            else:
                self._say(f"“{then}” is gone since." if then else f"“{now_reads}” was added since.")


def _has_wording(entry: Entry) -> bool:
    return entry.kind == "wording" and bool(entry.text.strip())
