"""What state law and funders ask, each next to the sentence of ours that the room pointed to."""

from __future__ import annotations

from mou_tui.draft.chosen_layers import chosen_layers, offered_layers
from mou_tui.draft.law_lines import layer_name
from mou_tui.plain import question_speech
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.reports.requirements import NOTE, TITLE, WORKING_PAPER, requirement_page
from mou_tui.workspace.requirements import NOTHING_NEW

NONE = "None of them"
NO_SENTENCES = "The clauses that this is about have no words yet. Write them first, then point to a sentence."


@command("requirements")
def requirements(context: PlainContext, line: str) -> None:
    """Say what is asked and what is beside it.

    Args:
        context: the open session and where to ask.
        line: the number of one, to point to a sentence for it; `layers`, to choose which laws and grants apply; or
            `news`, to hear what changed in them.
    """
    word = line.strip().casefold()
    if not word:
        _tell(context)
    elif "news".startswith(word):
        _tell_news(context)
    elif context.workspace.read_only:
        context.say(question_speech.read_only(context.workspace))
    elif "layers".startswith(word):
        _choose_layers(context)
    elif word.isdecimal() and 0 < int(word) <= len(context.workspace.requirements.rows):
        _point(context, int(word) - 1)
    else:
        context.say("Say requirements, then the number of one; requirements layers; or requirements news.")


def _tell(context: PlainContext) -> None:
    workspace = context.workspace
    page = requirement_page(workspace.checklist, workspace.session)
    context.say(f"{TITLE}. {WORKING_PAPER}.")
    context.say(NOTE)
    if page.remark:
        context.say(page.remark)
    number = 0
    for part in page.parts:
        context.say("")
        context.say(f"{part.heading}:")
        for row in part.rows:
            number += 1
            context.say(f"{number}. On {row.numbers}: {row.asked}")
            context.say(row.our_words)
    context.say("")
    if number:
        context.say(f"{page.counts}.".replace(" · ", ", "))
        context.say("To point to a sentence of yours, say requirements and the number, for example: requirements 1.")
    context.say("For other laws and grants, say requirements layers. To write this to a file, say export requirements.")


def _tell_news(context: PlainContext) -> None:
    lines = context.workspace.requirements.news_lines
    for line in lines or (NOTHING_NEW,):
        context.say(line)
    context.workspace.requirements.remember_versions()


def _point(context: PlainContext, index: int) -> None:
    workspace = context.workspace
    row = workspace.requirements.rows[index]
    offered = workspace.requirements.offered(row)
    context.say(row.asked)
    if not offered:
        context.say(NO_SENTENCES)
        return
    labels = [f"{sentence.number} {sentence.text}" for sentence in offered]
    chosen = context.console.pick("Which of our sentences belongs beside it?", [*labels, NONE])
    sentence = offered[chosen] if chosen < len(offered) else None
    workspace.requirements.point(row, sentence)
    context.say(workspace.requirements.rows[index].our_words)


def _choose_layers(context: PlainContext) -> None:
    workspace = context.workspace
    offered = offered_layers(workspace.checklist, workspace.requirements.choice.state)
    applying = [layer.id for layer in chosen_layers(workspace.checklist, workspace.session)]
    if not offered:
        context.say("There are no laws and grants to choose from.")
        return
    chosen = [
        layer.id
        for layer in offered
        if context.console.choose(
            f"{layer_name(layer)}, {_state(layer.id in applying)}. Say apply or leave out:",
            "apply",
            "leave out",
        )
        == "apply"
    ]
    workspace.requirements.choose(chosen)
    context.say("The choice is noted. Say requirements to hear what is asked.")


def _state(applies: bool) -> str:
    return "which applies" if applies else "which is left out"
