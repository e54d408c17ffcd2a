"""What is asked once and used everywhere: the state, the schools, the dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.language.dates import long_date, parse_date
from mou_tui.language.name_lists import in_a_sentence

FactKind = Literal["text", "date", "list", "number", "money", "state"]
"""What a fact is: a date, a list of names, a number, an amount, one of its short forms; words are accepted for any."""


@dataclass(frozen=True)
class FactSpec:
    """Describe something asked once and used everywhere."""

    id: str
    label: str
    ask: str
    blank: str
    """The blank it fills ("start date")."""
    hint: str = ""
    short_forms: Mapping[str, str] = field(default_factory=dict)
    """Short forms to the words they stand for ("VA" to "Virginia")."""
    kind: FactKind = "text"

    def written_out(self, wording: str) -> str:
        """Return the wording of this fact as the agreement has it, whichever way it was typed.

        A short form or other case of letters is written out, and so is a date; a list of lines becomes a sentence.
        """
        if self.kind == "date":
            return long_date(parse_date(wording)) or wording
        if self.kind == "list":
            return in_a_sentence(wording)
        known = {_bare(long): long for long in self.short_forms.values()}
        short = {_bare(short): long for short, long in self.short_forms.items()}
        return short.get(_bare(wording)) or known.get(_bare(wording), wording)

    def short_form(self, wording: str) -> str:
        """Return the short form of a wording, whichever way it was typed, or the wording if it has none."""
        written = self.written_out(wording)
        return next((short for short, long in self.short_forms.items() if long == written), wording)


def _bare(wording: str) -> str:
    """Return a wording as short forms are compared: whichever its case, its periods and commas ("D.C.")."""
    spaced = " ".join(re.sub(r"[.,]", " ", wording.casefold()).split())
    return re.sub(r"\bd c\b", "dc", spaced).removeprefix("the ")
