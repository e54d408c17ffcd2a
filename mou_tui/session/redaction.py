"""Words struck for good: found however they are written, and replaced in everything a session says.

A name is found in any case, across line ends and hard spaces, with its accents in one character or two, and only as
whole words. What names things (ids, times, digests) stays; a digest of a text that changed becomes that of the new one,
so that positions and examples go on belonging to their wording.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from mou_tui.errors import CannotSave, UsageError
from mou_tui.language.text import short_hash
from mou_tui.session.codec import read_history, understand_entries
from mou_tui.session.history import Entry, History, LazyHistory
from mou_tui.session.model import Session
from mou_tui.session.standing import agreement_digest
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import Document, PlainData
from mou_tui.storage.yaml_writer import write_entry

T = TypeVar("T")

ASK_COUNSEL = (
    "If anybody has asked for these records, or a claim is open or likely, ask counsel before you remove anything: "
    "removing it then may be against the law."
)

# Between two letters of a word: what is not seen, and the hyphen of a word broken at the end of a line.
_UNSEEN = "(?:[\u00ad\u200b-\u200d\u2060\ufeff]|-[ \t]*\n[ \t>]*)*"
# Between two words: any space, and marks of emphasis around it.
_SPACE = "[*_~]*[\\s\u00a0\u00ad\u200b\u2007\u202f\ufeff]+[*_~]*"
_ALIKE = ("'\u2018\u2019\u02bc`", '"\u201c\u201d', "-\u2010\u2011\u2012\u2013")

_NAMES_SOMETHING = frozenset(
    [
        *("id", "kind", "party", "place", "question", "meeting", "example", "stand", "part", "version", "depth"),
        *("parties", "people", "points", "at", "began", "ended", "layers", "questions", "sha256"),
        *(
            "outside",
            "placed",
            "format",
            "tracked",
            "read",
            "looked",
            "ref",
            "from",
            "to",
            "agreement",
            "caucus",
            "reported",
            "layer",
            "line",
            "outcome",
        ),
    ]
)
"""Keys of texts that are not anybody's words."""
_FLAGS = frozenset(["adopted", "attest", "approved-as-to-form"])
"""Keys of what is `yes` where it is so, and nobody's word then."""
_DIGESTS = frozenset(["digest", "wording", "gone-through", "corrects", "digests"])
_BY_ID = frozenset(["facts", "answers", "positions", "alternatives", "digests"])
"""Keys of mappings whose own keys are ids."""


class Redaction:
    """What is struck, and what is in its place.

    Args:
        words: What somebody wants removed.
        day: The day it is done.

    Attributes:
        count: How many times the words were found so far.

    Raises:
        UsageError: These are no words that can be found.
    """

    def __init__(self, words: str, day: date) -> None:
        tokens = unicodedata.normalize("NFC", words).split()
        if sum(map(str.isalnum, "".join(tokens))) < 2:
            raise UsageError("Say the words to remove: two letters or digits at least.")
        self.stand_in = f"[removed {day.isoformat()}]"
        self.count = 0
        self._pattern = re.compile(_SPACE.join(map(_spelled, tokens)), re.IGNORECASE)
        self._digests: dict[str, str] = {}

    def is_in(self, text: str) -> bool:
        """Return whether the words are in a text."""
        return self._pattern.search(text) is not None

    def redact(self, text: str) -> str:
        """Return a text without the words."""
        redacted, count = self._pattern.subn(self.stand_in, text)
        if count:
            self.count += count
            self._digests |= {
                short_hash(text): short_hash(redacted),
                short_hash(text.strip()): short_hash(redacted.strip()),
            }
        return redacted

    def session(self, session: Session) -> Session:
        """Return a session without the words; the same one where they are nowhere in it.

        Raises:
            CannotSave: The history cannot be understood, so nobody can tell what is in it.
        """
        before = self.count
        body = self._tree(to_plain(replace(session, history=History())))
        past, added = session.history.past, [self._tree(to_plain(entry)) for entry in session.history.added]
        if past.problem:
            raise CannotSave(f"The history cannot be read, so nothing can be removed from it: {past.problem.message}")
        read = [self._tree(entry) for entry in read_history(past.raw)] if past.raw else []
        if self.count == before:
            return session
        redacted = _with_digest_of_adoption(session, self._built(Session, body))
        entries = tuple(self._built(Entry, entry) for entry in added)
        past = _past([self._with_digests(entry) for entry in read])
        return replace(redacted, history=History(past, entries))

    def _built(self, cls: type[T], value: PlainData) -> T:
        return from_plain(cls, Document(self._with_digests(value), {}), "the session", unknown="keep")

    def tree(self, value: PlainData) -> PlainData:
        """Return any plain data without the words, in its keys as well."""
        if isinstance(value, str):
            return self.redact(value)
        if isinstance(value, list):
            return [self.tree(entry) for entry in value]
        return {self.redact(key): self.tree(entry) for key, entry in value.items()}

    def _tree(self, value: PlainData, key: str = "") -> PlainData:
        """Return part of a session without the words; `key` is the one it is under."""
        if isinstance(value, str):
            is_flag = key in _FLAGS and value == "yes"
            return value if is_flag or key in _NAMES_SOMETHING or key in _DIGESTS else self.redact(value)
        if isinstance(value, list):
            return [self._tree(entry, key) for entry in value]
        if key in _BY_ID:
            return {name: self._tree(entry) for name, entry in value.items()}
        return {self.redact(name): self._tree(entry, name) for name, entry in value.items()}

    def _with_digests(self, value: PlainData, key: str = "") -> PlainData:
        if isinstance(value, str):
            return self._digests.get(value, value) if key in _DIGESTS else value
        if isinstance(value, list):
            return [self._with_digests(entry, key) for entry in value]
        return {name: self._with_digests(entry, key if key == "digests" else name) for name, entry in value.items()}


def _with_digest_of_adoption(before: Session, after: Session) -> Session:
    """Return a session whose words are still those adopted, as far as they were before words were struck."""
    if before.in_force is None or after.in_force is None or before.in_force.digest != agreement_digest(before):
        return after
    return replace(after, in_force=replace(after.in_force, digest=agreement_digest(after)))


def _past(entries: Iterable[PlainData]) -> LazyHistory:
    listed = list(entries)
    raw = "".join(write_entry([entry]) for entry in listed).encode()
    return LazyHistory(raw, partial(understand_entries, listed)) if listed else LazyHistory()


def _spelled(word: str) -> str:
    """Return the pattern of one word, however it is written."""
    letters = _UNSEEN.join(map(_letter, word))
    # Part of another word is no hit; scripts that leave no space between words have no such bounds.
    before = "(?<![^\\W_])" if _is_bounded(word[0]) else ""
    after = "(?![^\\W_])" if _is_bounded(word[-1]) else ""
    return f"{before}{letters}{after}"


def _letter(letter: str) -> str:
    alike = next((group for group in _ALIKE if letter in group), "")
    if alike:
        return f"[{re.escape(alike)}]"
    decomposed = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if decomposed == letter else f"(?:{re.escape(letter)}|{re.escape(decomposed)})"


def _is_bounded(letter: str) -> bool:
    return letter.isdigit() or letter.lower() != letter.upper()
