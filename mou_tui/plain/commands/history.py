"""What happened until now, line by line: what changed since, how a clause came to read as it does, bringing it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mou_tui.dates import clock_time, long_date
from mou_tui.draft.statements import statement
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.commands.locks import is_held
from mou_tui.plain.console import Console
from mou_tui.plain.speech import number_of
from mou_tui.plain.vocabulary import Handler
from mou_tui.reports.meeting_log import Outcomes, as_sentence
from mou_tui.reports.restoration import replaced_words, support_of, word_changes
from mou_tui.reports.wording_history import Moment, before_day, change_of, changes, moment_words, now
from mou_tui.reports.wording_versions import WordingVersion, earlier_versions, moments_with_support, support_words
from mou_tui.session.history import Entry
from mou_tui.session.model import OPENING
from mou_tui.workspace.workspace import Workspace


class History:
    """Tells what changed, and brings earlier wordings back.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._minutes = workspace.minutes
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"history": self._tell, "restore": self._restore}

    def _tell(self, some: str) -> None:
        wanted = some.casefold()
        problem = self._workspace.session.history.past.problem
        if problem:
            self._say(f"What happened before cannot be read: {problem.message}")
        if not wanted or "today".startswith(wanted):
            today = self._workspace.history.timestamp.at[:10]
            session = self._workspace.session
            self._tell_changes("today", before_day(session, today), now(session))
        elif "between".startswith(wanted):
            self._between()
        elif wanted == "here":
            self._tell_course()
        else:
            self._say("Say history, or history with one of: today, between, here.")

    def _between(self) -> None:
        session = self._workspace.session
        points = moments_with_support(self._workspace.checklist, session)
        for number, moment in enumerate(points, start=1):
            self._say(as_sentence(f"{number}. {moment_words(moment)}"))
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
        session = self._workspace.session
        found = changes(self._workspace.checklist, session, since, until)
        between = dict(earlier_versions(session, since, until))
        self._say(f"{number_of(len(found), 'wording').capitalize()} changed {when}.")
        for change in found:
            self._say("")
            self._say(f"{change.number} {change.label}.".strip())
            self._tell_wording("It", change.place, change.before)
            self._tell_versions(between.pop(change.place, ()))
            self._tell_wording("Then it", change.place, change.after)
        for place, versions in between.items():
            change = change_of(self._workspace.checklist, place, "", "")
            self._say("")
            self._say(f"{change.number} {change.label}: changed, and changed back.".strip())
            self._tell_versions(versions)

    def _tell_versions(self, versions: Iterable[WordingVersion]) -> None:
        for version in versions:
            self._say(f"In between it read, {support_words(self._workspace.session, version)}:")
            self._say(version.text)

    def _tell_wording(self, what: str, place: str, text: str) -> None:
        if text.strip():
            self._say(f"{what} read:")
            self._say(text)
        else:
            self._say(f"{what} was {'written from the parties' if place == OPENING else 'empty'}.")

    def _tell_course(self) -> None:
        """All that happened to what is on the table, oldest first."""
        entries = [
            entry for entry in self._workspace.session.history.entries if entry.place == self._workspace.clause_id
        ]
        self._say(f"{number_of(len(entries), 'thing').capitalize()} happened to {self._workspace.clause_name()}.")
        course, wordings = Outcomes(self._workspace.session), 0
        for entry in entries:
            wordings += _has_wording(entry)
            when = f"{long_date(entry.at)}, {clock_time(entry.at)}" if entry.at else "Before anything was noted"
            self._say(f"{when}: {self._words(entry, course, wordings)}")
        if wordings:
            self._say("To bring a wording back, say restore and its number.")

    def _words(self, entry: Entry, course: Outcomes, wordings: int) -> str:
        """What happened; a wording has the number of how many there were by then."""
        party = course.name(entry.party)
        if entry.kind == "wording":
            return f"wording {wordings}: {entry.text}" if _has_wording(entry) else "it was cleared."
        if entry.kind == "alternative":
            return f"{party} proposed: {entry.text}" if entry.text.strip() else f"{party} withdrew its proposal."
        return {
            "position": as_sentence(statement([party], entry)),
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
        entries = self._workspace.session.history.entries
        return tuple(entry for entry in entries if entry.place == self._workspace.clause_id and _has_wording(entry))

    def _restore(self, number: str) -> None:
        wordings = self._earlier()
        if not wordings:
            self._say(f"No earlier wording of {self._workspace.clause_name()} is known.")
            return
        if not number:
            for place, entry in enumerate(wordings, start=1):
                self._tell_earlier(place, entry)
            prompt = "Which one is to come back? Say its number; Enter alone leaves it as it is:"
            number = self._console.ask(prompt, obeys=True)
        chosen = nth(wordings, number)
        if chosen is None:
            self._say("Left as it was." if not number else "No wording has that number. Say restore to hear them.")
            return
        if chosen.text == self._workspace.text:
            self._say("It reads so already.")
            return
        if is_held(self._workspace, self._say):
            return
        self._say(
            replaced_words(self._workspace.checklist, self._workspace.session, self._workspace.clause_id, chosen.text)
        )
        self._minutes.restore(self._workspace.clause_id, chosen.text)
        self._say(f"Wording {number} is back. {question_speech.standing(self._workspace)} Say undo to take that back.")

    def _tell_earlier(self, number: int, entry: Entry) -> None:
        """A wording that can be brought back, what the parties said of it, and where it differs from the one of now."""
        when = long_date(entry.at) if entry.at else "before anything was noted"
        support = support_of(self._workspace.session, self._workspace.clause_id, entry.text)
        self._say(f"Wording {number}, {when}{f', {support}' if support else ''}:")
        self._say(entry.text)
        for then, now_reads in word_changes(entry.text, self._workspace.text):
            if then and now_reads:
                self._say(f"It has “{then}” where “{now_reads}” stands now.")
            else:
                self._say(f"“{then}” is gone since." if then else f"“{now_reads}” was added since.")


def _has_wording(entry: Entry) -> bool:
    return entry.kind == "wording" and bool(entry.text.strip())
