"""Say how much of a topic is written when it is left for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mou_tui.language.text import join_and

if TYPE_CHECKING:
    from mou_tui.draft.progress import TopicProgress


def topic_end(ended: TopicProgress, following: TopicProgress) -> str:
    """Return two sentences ("Topic 1 done: 3 of 3 essential questions are written. Next: Roles.").

    Args:
        ended: the topic that is left.
        following: the topic that follows.
    """
    done = " done" if ended.written == ended.needed else ""
    essential = "essential " if all(question.essential for question in ended.questions) else ""
    number = "question is" if ended.needed == 1 else "questions are"
    written = f"{ended.written} of {ended.needed} {essential}{number} written"
    undecided = [question.number for question in ended.questions if question.alternatives]
    several = (
        f"; {join_and(undecided)} {'has' if len(undecided) == 1 else 'have'} several wordings" if undecided else ""
    )
    return f"Topic {ended.number}{done}: {written}{several}. Next: {following.title}."
