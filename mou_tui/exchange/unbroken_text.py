"""Text that lost its line breaks, cut where clauses begin: at numbers, at WHEREAS, and else after some sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 1_400
"""Characters a paragraph may have before it is cut between sentences."""
_PIECE = 420

_CLAUSE = re.compile(
    r"""(?<=[\s.;:,)”"]) \s* (?=
        (?:ARTICLE|Article|SECTION|Section)\s+(?:[IVXLC]+|\d+(?:\.\d+)*)\b(?=[.:)]?\s+[A-Z–—-])
      | (?:WHEREAS,|NOW,?\ THEREFORE|IN\ WITNESS\ WHEREOF|WITNESSETH|ATTEST:|By:)
    )
    | (?<=[.;:)”"])\s+ (?=
        (?:and\s+)?(?:
            \d{1,2}(?:\.\d{1,2})+[.:)]?\s+[A-Z]
          | \d{1,2}\.\s+[A-Z]
          | [IVX]{1,5}\.\s+[A-Z]
          | [A-Z]\.\s+(?:[A-Z][a-z]|[A-Z]{2})
          | \([a-z0-9]{1,3}\)\s
          | •\s
        )
    )
    | (?<=\s)(?=[IVX]{1,5}\.\s+[A-Z]{4})
    | (?<=[a-z.]\s)(?=\d{1,2}\.\s+[A-Z]{3,}[A-Z ]+\b)""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)”\"\d][.;])\s+(?=[A-Z“\"(])")
_CAPTION = re.compile(
    r"(?P<caption>(?:[IVX]{1,5}\.|\d{1,2}\.|ARTICLE\s\w+[.:]?|SECTION\s\w+[.:]?)\s+[A-Z][A-Z&/,;’'-]+(?:\s[A-Z&/,;’'-]{2,})*[.:]?)"
    r"\s+(?=[A-Z“(\d][a-z.\d“]?)"
)
_ABBREVIATED = re.compile(r"\b(?:No|Nos|Sec|Art|St|Dr|Mr|Ms|Mrs|Inc|Ed|Stat|Ann|Gov|U\.S|Reg|Rev|Va|Fla|Tex|Ill)\.$")


def split_flattened(text: str) -> Iterator[str]:
    """Cut one paragraph without line breaks into clauses; one of ordinary length stays whole.

    The pieces in order, apart from the space between them, are the text.
    """
    if len(text) <= LONGEST:
        yield text
        return
    for clause in _cut(_CLAUSE, text):
        caption = _CAPTION.match(clause)
        if caption and len(clause) > caption.end() + 20:
            yield caption["caption"]
            clause = clause[caption.end() :]
        yield from _in_pieces(clause)


def _cut(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    start = 0
    for match in pattern.finditer(text):
        piece = text[start : match.start()]
        # A reference ("as set out in Section 3. Costs") and an abbreviation ("No. 50") begin no clause.
        if _ABBREVIATED.search(piece) or re.search(r"\b(?:in|of|under|to|by|see|and|with)\s*$", piece):
            continue
        if piece.strip():
            yield piece.strip()
            start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def _in_pieces(text: str) -> Iterator[str]:
    if len(text) <= _PIECE:
        yield text
        return
    piece = ""
    for sentence in _cut(_SENTENCE_END, text):
        if piece and len(piece) + len(sentence) > _PIECE:
            yield piece
            piece = ""
        piece = f"{piece} {sentence}".strip()
    if piece:
        yield piece
