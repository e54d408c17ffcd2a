"""The facts, the third party and the wordings of the story of two meetings."""

from __future__ import annotations

from mou_tui.session.model import Party

PARENTS = "harlow-bend-parent-council"
COUNCIL = Party(
    PARENTS, name="Harlow Bend Parent Council", short="the Parent Council", head="the Chair", part="consulted"
)
FACTS = {
    "state": "Ohio",
    "schools": "Harlow Bend High School and Mill Street Middle School",
    "start-date": "August 16, 2027",
}
PREPARED = {"purpose": "safety-trust", "evaluation": "joint", "complaints": "liaison", "review": "two-heads"}
"""Written before anybody met: the question to the example that was taken."""

WITHDRAWAL = (
    "The Superintendent may require, with written reasons, that an SRO be withdrawn. The Police Department shall "
    "withdraw the SRO within two school days and send a substitute within ten."
)
MEET_THEN_DECIDE = (
    "The Superintendent may ask the Chief of Police, with written reasons, to withdraw an SRO. The two shall meet "
    "within three school days. If the Superintendent then confirms the request, the Police Department shall withdraw "
    "the SRO within two school days and send a substitute within ten. If serious harm to a student is alleged, the "
    "SRO shall stay away from the Schools from that day on. Withdrawal is not discipline; employment decisions remain "
    "with the Police Department."
)
CONFER_FIRST = (
    "The Principal shall handle disturbance, profanity, vaping, and fights without injury or weapon. The Principal "
    "shall report firearms, sexual assault, serious injury and the sale of drugs to the SRO at once. Before acting on "
    "any other suspected crime, the SRO shall talk with the Principal, unless danger prevents it."
)
AND_WHO_DECIDES = (
    f"{CONFER_FIRST} If the two disagree, the SRO’s supervisor decides on police action and the Principal on school "
    "action. The Principal shall report a small amount of a drug for a student’s own use on the same school day."
)
