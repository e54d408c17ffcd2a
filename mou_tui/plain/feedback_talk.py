"""Going through filled forms: what each proposes and why, before any of it is taken in."""

from __future__ import annotations

from mou_tui.plain.console import Console
from mou_tui.reports.proposals import VOICES
from mou_tui.workspace.feedback import READ_FIRST, Candidate, Choice, FeedbackIntake
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN

_ANSWERS: dict[str, Choice] = {"words": "words", "reason": "all", "leave": "out"}
_LABELS: dict[Choice, str] = {
    "words": "words to take the words alone",
    "all": "reason to take the reason as well",
    "out": "leave to leave it all out",
}


class FeedbackTalk:
    """Asks what becomes of filled forms; nothing of them is in the session until the end.

    Args:
        console: where to talk.
        intake: what the forms brought.
    """

    def __init__(self, console: Console, intake: FeedbackIntake) -> None:
        self._console = console
        self._intake = intake
        self._say = console.say

    def run(self) -> bool:
        """Go through the forms; return whether anything was taken in.

        Raises:
            CommandInterrupt: another command was given, or nothing is to be taken in.
            InputClosed: the person left; nothing was taken in.
            TooLarge: the session cannot hold it; nothing was taken in.
        """
        self._say(self._intake.account)
        for message in self._intake.refused:
            self._say(message)
        if not self._intake.candidates:
            self._say(NOTHING_TAKEN_IN)
            return False
        self._say(READ_FIRST)
        prompt = "Say each to hear them one by one, words to take all words and no reason, or nothing:"
        choice = self._console.choose(prompt, "each", "words", "nothing")
        for candidate in self._intake.candidates if choice == "each" else ():
            self._ask(candidate)
        outcome = self._intake.outcome
        if choice == "nothing" or not self._intake.finish():
            self._say(NOTHING_TAKEN_IN)
            return False
        self._say(outcome)
        return True

    def _ask(self, candidate: Candidate) -> None:
        """Say a proposal, and ask what becomes of it."""
        proposal = candidate.proposal
        self._say(f"{self._intake.caption(candidate)}, from {VOICES[proposal.from_]}.")
        if proposal.text:
            self._say(f"Words: {proposal.text}")
        if proposal.reason:
            self._say(f"Reason: {proposal.reason}")
        *labels, last = (_LABELS[choice] for choice in candidate.choices)
        answers = (answer for answer, choice in _ANSWERS.items() if choice in candidate.choices)
        answer = self._console.choose(f"Say {', '.join(labels)}, or {last}:", *answers)
        self._intake.choose(candidate.index, _ANSWERS[answer])
