"""Report what is new in the laws and grants a session goes by, since the room last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mou_tui.checklist.layers import Layer, LayerChange
from mou_tui.checklist.model import Checklist
from mou_tui.draft.chosen_layers import named_layers
from mou_tui.draft.law_lines import dated, layer_name
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and, pluralize
from mou_tui.session.model import Session

KEPT = "Every answer, and every sentence you pointed to, is kept as it was."


class LayerNews(NamedTuple):
    """Hold what is new in one layer."""

    layer: Layer
    changes: tuple[LayerChange, ...]

    def clause_ids(self, session: Session) -> tuple[str, ...]:
        """Return the questions that the changes touch; of a line that is gone, those it was pointed to from."""
        changed = {line_id for change in self.changes for line_id in change.lines}
        ids = [name for line in self.layer.lines if line.id in changed for name in line.questions]
        gone = changed - {line.id for line in self.layer.lines}
        ids += [item.question for item in session.requirements if item.layer == self.layer.id and item.line in gone]
        return tuple(dict.fromkeys(ids))


def layer_news(checklist: Checklist, session: Session) -> tuple[LayerNews, ...]:
    """Return the layers of a session that have a newer version than the room saw, each with what is new."""
    known = named_layers(checklist, [reference.id for reference in session.layers])
    news = (
        LayerNews(known[reference.id], _since(known[reference.id], reference.version))
        for reference in session.layers
        if reference.id in known
    )
    return tuple(item for item in news if item.changes)


def news_sentence(checklist: Checklist, session: Session) -> str:
    """Return on one line what is new and which clauses that touches; empty where nothing is."""
    news = layer_news(checklist, session)
    if not news:
        return ""
    count = sum(len(item.changes) for item in news)
    names = join_and([layer_name(item.layer) for item in news])
    return f"New in {names}: {pluralize(count, 'change')}{_touched(checklist, session, news)}."


def news_lines(checklist: Checklist, session: Session) -> Iterator[str]:
    """Yield each change with the clauses it touches, and the lines that are new or say something else."""
    news = layer_news(checklist, session)
    for item in news:
        for change in item.changes:
            here = (item._replace(changes=(change,)),)
            yield f"{layer_name(item.layer)}, {change.version}: {change.text}{_touched(checklist, session, here)}."
            yield from (dated(line) for line in item.layer.lines if line.id in change.lines)
    if news:
        yield KEPT


def with_versions_seen(checklist: Checklist, session: Session) -> Session:
    """Return a session whose room has seen the layers it goes by as they are now."""
    versions = {item.layer.id: item.layer.version for item in layer_news(checklist, session)}
    layers = (replace(reference, version=versions.get(reference.id, reference.version)) for reference in session.layers)
    return replace(session, layers=tuple(layers))


def _since(layer: Layer, seen: str) -> tuple[LayerChange, ...]:
    """Return the changes after a version; none where it is the newest, or a newer program wrote it."""
    if not seen or seen == layer.version:
        return ()
    published = [change.version for change in layer.changes]
    if seen in published:
        return layer.changes[published.index(seen) + 1 :]
    return tuple(change for change in layer.changes if change.version > seen)


def _touched(checklist: Checklist, session: Session, news: tuple[LayerNews, ...]) -> str:
    touched = {clause_id for item in news for clause_id in item.clause_ids(session)}
    numbers = [checklist.number(question.id) for question in checklist.questions() if question.id in touched]
    return f", on {join_and(numbers)}" if numbers else ""
