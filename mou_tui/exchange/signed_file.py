"""Compare a signed file with the agreement that is to be recorded as adopted, sentence by sentence.

A file that was printed and signed breaks its lines and pages otherwise, so only letters and digits count. Lines to sign
on are compared too: what is on them is listed, and a person sees what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import assemble
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart, draft_parts
from mou_tui.exchange.export import paper
from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.reader import read_document
from mou_tui.exchange.writers.printed import printed
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display, pluralize
from mou_tui.session.model import Session

_SENTENCE = re.compile(r"(?<=[.;:?!])[”’\"')]*\s+|\n+")
_LABEL = re.compile(r"\d{0,3}|[a-zA-Z]|[ivxIVX]{1,4}")
_NO_WORD = re.compile(r"[\W_]+")
_LONGEST = 600


class Difference(NamedTuple):
    """Hold a sentence that is not the same in both."""

    place: str
    """Where it is in the agreement ("2.4"); empty where it is only in the file."""
    ours: str
    """As the agreement has it; empty where it does not."""
    signed: str
    """As the signed file has it; empty where it does not."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The difference, as two lines under its place."""
        ours, signed = (for_display(text, _LONGEST) if text else "nothing" for text in (self.ours, self.signed))
        return f"{self.place or 'Only in the signed file'}:", f"  here: {ours}", f"  signed: {signed}"


class SignedFile(NamedTuple):
    """Hold what came of comparing a signed file."""

    name: str
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    """What a person should know of how it was read."""

    @property
    def summary(self) -> str:
        """How many differences there are, in a sentence."""
        if not self.differences:
            return f"{self.name} says what the agreement says here."
        count = pluralize(len(self.differences), "sentence")
        return f"{self.name} differs from the agreement here in {count}; lines to sign on count too."

    @property
    def text(self) -> str:
        """The summary, with every difference below it."""
        listed = (line for difference in self.differences for line in difference.lines)
        return "\n".join((self.summary, *self.remarks, *listed))


def compare_signed(checklist: Checklist, session: Session, path: Path, *, now: datetime) -> SignedFile:
    """Return what differs between a signed file and the agreement, or the amendment, of a session.

    Raises:
        CannotOpen: the file cannot be read, or holds no text, as a scan does; the message says which.
    """
    document = read_document(path)
    texts = (paragraph.text for paragraph in document.paragraphs if paragraph.kind != "furniture")
    (title, *parts), signed = _parts(checklist, session, now), list(_sentences(texts))
    # Some files hold the title apart, and some break it.
    name = _key("".join(line.text for line in printed([title])))
    while signed and _key(signed[0]) in name:
        del signed[0]
    return SignedFile(document.name, tuple(_differences(list(_ours(parts)), signed)), document.remarks)


def _differences(ours: Sequence[tuple[str, str]], signed: Sequence[str]) -> Iterator[Difference]:
    texts = [text for _, text in ours]
    sentences = (
        Difference(*(ours[before] if before is not None else ("", "")), signed[after] if after is not None else "")
        for before, after in paired(texts, signed, list(map(_key, texts)), list(map(_key, signed)))
    )
    for is_same, group in groupby(sentences, lambda sentence: _key(sentence.ours) == _key(sentence.signed)):
        between = list(group)
        # What one of them breaks into several sentences is the same in both.
        whole = (_key("".join(part)) for part in zip(*((held.ours, held.signed) for held in between), strict=True))
        if not is_same and len({*whole}) > 1:
            # The number of an item may be text in one and not in the other.
            yield from (held for held in between if not _LABEL.fullmatch(_key(held.ours + held.signed)))


def _ours(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the agreement, each with its place."""
    place = "Opening"
    for part in parts:
        if isinstance(part, SectionHeading):
            place = str(part.number)
        elif isinstance(part, ClausePart):
            place = part.number
        elif isinstance(part, SignaturePart):
            place = "Signatures"
        yield from ((place, sentence) for sentence in _sentences(line.text for line in printed([part])))


def _parts(checklist: Checklist, session: Session, now: datetime) -> tuple[Part, ...]:
    """Return the title and the parts of what is signed, without what a document says of itself."""
    if session.amends:
        title, _, *rest = paper(checklist, session, "amendment", now=now).parts
    else:
        title, _, *rest = draft_parts(assemble(checklist, session)._replace(counsel=()))
        # The heading over what is left to counsel, of which nothing is signed.
        rest = rest[:-1]
    return (title, *rest)


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    return (part.strip() for text in texts for part in _SENTENCE.split(text) if part and _key(part))


def _key(text: str) -> str:
    return _NO_WORD.sub("", text)
