"""An agreement in Washington: what its clauses say, and which sentence answers what the law asks, or that none does."""

from __future__ import annotations

CLAUSES = {
    "purpose": "The SRO helps to build a climate in which students feel safe.",
    "not-discipline": "The SRO takes no part in formal discipline, and staff call the SRO only for danger or crime.",
    "evaluation": "Each spring the District and the Police Department evaluate the SRO together.",
    "complaints": "Anyone may complain about the SRO, and the Police Department investigates each complaint.",
    "who-chooses": "The Chief and the Superintendent agree on how an SRO is hired and placed.",
    "families-partners": "Parents, students and the community are heard before the agreement is adopted.",
    "counting": "The District counts incidents, with race and IEP or 504 status, and complaints.",
    "review": "The parties review the agreement and adopt it again each year.",
}
"""Question id to the last sentence of its clause, in the order of the questions."""

BEGINS = "The parties agree."
"""The first sentence of each clause."""

ANSWERED = {
    "climate": "purpose",
    "discipline": "not-discipline",
    "evaluation": "evaluation",
    "complaints": "complaints",
    "choice": "who-chooses",
    "process": "families-partners",
    "data": "counting",
    "adoption": "review",
}
"""Line of the layer to the question whose sentence the room pointed to."""

OPEN = ("training", "families", "filing")
"""The lines for which no sentence was pointed to."""

FOR_COUNSEL = ("companies",)
"""The lines that hold under a condition."""


def expected_states() -> dict[str, tuple[str, str]]:
    """What stands beside each requirement: its state, and the sentence of ours."""
    pointed = {f"wa/{line}": ("pointed", CLAUSES[question]) for line, question in ANSWERED.items()}
    rest = {f"wa/{line}": ("none", "") for line in OPEN} | {f"wa/{line}": ("counsel", "") for line in FOR_COUNSEL}
    return pointed | rest
