"""Detect what should not pass unseen into a new document: names, numbers, salaries, security details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.exchange.document import Document
from mou_tui.language.text import join_and, pluralize

_TITLES = (
    r"(?:Officer|Deputy|Sergeant|Sgt\.|Lieutenant|Lt\.|Captain|Capt\.|Chief|Sheriff|Detective|Principal"
    r"|Dr\.|Mr\.|Mrs\.|Ms\.)"
)
_NAME = re.compile(
    rf"\b{_TITLES} (?!of\b|Resource\b)[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][a-z’'-]+)\b|\bName: [A-Z][a-z]+ [A-Z]"
)
_TELEPHONE = re.compile(r"(?<![\d-])(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_SALARY = re.compile(r"\$\s?\d[\d,]*(?:\.\d\d)?")
_NUMBER = re.compile(r"\b\d{3}-\d{2}-\d{4}\b")
_SECURITY = re.compile(
    r"\b(?:alarm code|access code|key ?card|door code|pass(?:word|code)|code word|safe (?:combination|code)"
    r"|camera locations?|blind spots?|gun safe|rifle (?:is|are) (?:kept|stored)|lockdown (?:plan|procedure)s?"
    r"|floor plans?)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("name", _NAME),
    ("telephone number", _TELEPHONE),
    ("e-mail address", _MAIL),
    ("amount of money", _SALARY),
    ("number like that of social security", _NUMBER),
    ("security detail", _SECURITY),
)


def sensitive_in(document: Document) -> Iterator[tuple[str, int]]:
    """Return each kind of sensitive detail a document holds, and how many of it."""
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for kind, pattern in _KINDS:
        number = len(set(pattern.findall(text)))
        if number:
            yield kind, number


def remark_on(document: Document) -> str:
    """Return one sentence that says which details were seen; empty where there are none."""
    details = [_counted(number, kind) for kind, number in sensitive_in(document)]
    if not details:
        return ""
    return (
        "Names, telephone numbers, salaries and security details come along with the text. "
        f"Seen here: {join_and(details)}. Check them before the file goes to others."
    )


def _counted(number: int, kind: str) -> str:
    if number > 1 and kind.startswith("amount"):
        return f"{number} amounts of money"
    if number > 1 and kind.endswith("address"):
        return f"{number} e-mail addresses"
    if number > 1 and kind.startswith("number"):
        return f"{number} numbers like those of social security"
    return pluralize(number, kind)
