"""The register of duties: what a reader of the sample finds is in it, word for word, and nothing else is."""

from __future__ import annotations

import csv
import io
import re

import pytest

from mou_tui.draft.draft import assemble
from mou_tui.draft.duty_words import Actors, duty_words
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.data_file import data_file
from mou_tui.paths import content
from mou_tui.reports.duties import COLUMNS, Duty, duties, duties_document
from mou_tui.session.codec import decode
from mou_tui.session.model import Answer
from tests.checklist.content import FILLED, SRO

SAMPLE = decode((content() / "sample.mou.yaml").read_bytes(), "sample").session
REGISTER = duties(SRO, SAMPLE)

READ = {
    "Opening": ["give every party the results", "give notice of that by the deadline"],
    "1.1": ["publish progress on these goals"],
    "1.2": ["assign two SROs", "fix in writing the days", "tell both Principals", "answer within three days"],
    "2.1": ["respond to crimes and emergencies", "not counsel or treat them", "not promise secrecy"],
    "2.2": [
        *("not enforce school rules", "leave any further response to employees", "not supervise a cafeteria"),
        *("attend a disciplinary meeting only after", "instruct all employees of the School"),
    ],
    "2.3": [
        *("handle disturbance", "not arrest or cite for these", "report to the Police Department at once"),
        "where safe, talk with the Principal",
    ],
    "2.4": [
        *("tell the Principal why", "tell the Principal within [number] minutes", "at once call a parent or guardian"),
        *("say where the student is taken", "follow this clause at the Schools"),
    ],
    "2.5": ["try to reach a parent or guardian", "first tell the student", "follow this clause at the Schools"],
    "2.8": [
        *("treat a student less favorably", "respond first to behavior", "provide a Spanish or Ukrainian interpreter"),
        "compare the events under Section 8.1",
    ],
    "3.1": ["discuss a disagreement", "settle it within five"],
    "3.2": [
        *(
            "complete and sign one evaluation",
            "record reasons for any difference",
            "together write an improvement plan",
        ),
        "keep its own personnel evaluation",
    ],
    "3.3": [
        *(
            "provide an interpreter",
            "pass a complaint to the other",
            "investigate it",
            "still do what civil-rights law",
        ),
        *("explain this clause to students", "retaliate"),
    ],
    "4.1, alternative A": [
        *("interview officers", "rank them on work", "choose one of those"),
        "complete these steps within 45 school days",
    ],
    "4.1, alternative B": ["choose the SRO from officers", "complete these steps within 30 days"],
    "5.1": [
        *("complete a basic SRO course", "complete 16 more hours", "send the School District each certificate"),
        "send a substitute",
    ],
    "6.1": [
        *("together hold an open meeting", "invite the Alder Valley Youth Court", "publish what they heard there"),
        "publish the proposed text",
    ],
    "7.1": ["use them for that purpose only", "not redisclose them", "grant and log each access"],
    "8.1": [
        *("record each arrest", "send these to the School District", "match disability and English-learner"),
        "publish them",
    ],
    "10.1": [
        *("call a review group", "bring the latest figures", "answer the group’s written advice"),
        *("put the agreement before their governing bodies", "post it within 10 days"),
    ],
}
"""What somebody found who read the sample with a pencil: each “shall”, by the number it stands under."""


def of_kind(kind: str) -> list[Duty]:
    return [duty for duty in REGISTER if duty.kind == kind]


def test_nearly_every_duty_that_a_reader_finds_is_registered_under_its_clause() -> None:
    wanted = [(number, words) for number, listed in READ.items() for words in listed]
    registered = {(duty.number, duty.words.removeprefix("shall").strip(" ,")) for duty in of_kind("shall")}
    missed = [
        item
        for item in wanted
        if not any(
            (item[0] == number and words.startswith(item[1]))
            or (item[0] == number and words.rstrip(" …") and item[1].startswith(words.rstrip(" …")))
            for number, words in registered
        )
    ]
    assert len(missed) <= 0.05 * len(wanted), missed


def test_none_is_invented() -> None:
    shall = of_kind("shall")
    assert len(shall) == sum(map(len, READ.values()))
    for number, listed in READ.items():
        assert len([duty for duty in shall if duty.number == number]) == len(listed), number


def test_every_sentence_is_word_for_word_that_of_the_draft() -> None:
    draft = assemble(SRO, SAMPLE)
    texts = [draft.opening]
    for section in draft.sections:
        for clause in section.clauses:
            texts += [clause.text, *(candidate.text for candidate in clause.candidates)]
    whole = re.sub(r"\s+", " ", " ".join(texts))
    for duty in REGISTER:
        sentence = duty.sentence.removeprefix("In this agreement: ")
        assert sentence in whole, sentence
        assert duty.words.removesuffix(" …") in duty.sentence
        assert duty.actor in duty.sentence
        assert all(time in duty.sentence for time in duty.time.split("; ") if time)


ACTORS = {
    "assign two SROs": "The Police Department",
    "tell both Principals that day": "An SRO",
    "not promise secrecy": "The SRO",
    "say where the student is taken": "the SRO",
    "complete and sign one evaluation": "the SRO’s supervisor and the Principal of each School served",
    "record reasons for any difference": "",
    "together hold an open meeting": "the Police Department and the School District",
    "invite the Alder Valley Youth Court": "",
    "interview officers": "",
    "put the agreement before": "Both heads",
    "match disability": "the School District",
}
TIMES = {
    "answer within three days": "within three days",
    "fix in writing the days": "By August 15 each year",
    "tell the Principal within [number] minutes": "within [number] minutes",
    "say where the student is taken": "",
    "complete 16 more hours": "By June 30 of each later school year",
    "send these to the School District": "By each January 5 and June 5",
    "call a review group": "Each April",
    "keep its own personnel": "",
}


@pytest.mark.parametrize(("words", "actor"), ACTORS.items())
def test_who_acts_is_named_where_it_is_certain_and_only_there(words: str, actor: str) -> None:
    (duty,) = (duty for duty in REGISTER if duty.words.startswith(f"shall {words}"))
    assert duty.actor == actor


@pytest.mark.parametrize(("words", "time"), TIMES.items())
def test_by_when_is_named_where_it_is_certain_and_only_there(words: str, time: str) -> None:
    (duty,) = (duty for duty in REGISTER if duty.words.startswith(f"shall {words}"))
    assert duty.time == time


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A panel named by the Chief of Police, the Principal and the Superintendent shall meet.", [""]),
        (
            "The SRO, the Principal and the Superintendent shall meet.",
            ["The SRO, the Principal and the Superintendent"],
        ),
        ("If the SRO falls ill, the Principal shall call.", ["the Principal"]),
        ("The SRO or, if absent, the supervisor shall call.", [""]),
        ("It shall call, and they shall come.", ["", ""]),
        ("The SRO shall call the Principal, and the Superintendent shall come.", ["The SRO", "the Superintendent"]),
        ("The Sheriff’s Office and the SRO shall call, and may come.", ["The Sheriff’s Office and the SRO"] * 2),
        ("Records that a court may need shall be kept.", [""]),
        ("In this agreement “shall” states a duty.", []),
        ("By May 31 of each year, the SRO should ask.", ["the SRO"]),
    ],
)
def test_an_actor_is_never_guessed(sentence: str, expected: list[str]) -> None:
    actors = Actors(["the Sheriff’s Office", "the Sheriff"])
    assert [word.actor for word in duty_words(sentence, actors)] == expected


def test_wishes_and_permissions_stand_apart_from_duties() -> None:
    session = FILLED.with_answer("purpose", Answer("The SRO shall walk. The SRO should greet. The SRO may talk."))
    page = write(duties_document(SRO, session))
    parts = page.split("\n## ")[1:]
    assert [part.splitlines()[0] for part in parts] == ["Duties (“shall”)", "Wishes (“should”)", "Permissions (“may”)"]
    for part, word in zip(parts, ("walk", "greet", "talk"), strict=True):
        assert word in part


def test_each_item_of_a_list_is_a_duty_of_whoever_leads_to_it() -> None:
    session = FILLED.with_answer("duties", Answer("The SRO shall:\n\n- take part in drills;\n- teach one class."))
    of_clause = [duty for duty in duties(SRO, session) if duty.number == "2.1"]
    assert [(duty.actor, duty.sentence) for duty in of_clause] == [
        ("The SRO", "The SRO shall: take part in drills;"),
        ("The SRO", "The SRO shall: teach one class."),
    ]


def test_the_table_has_a_row_for_each_and_no_cell_that_a_spreadsheet_would_obey() -> None:
    session = SAMPLE.with_answer("searches", Answer("=HYPERLINK(1) the SRO shall wait."))
    rows = list(csv.DictReader(io.StringIO(data_file(SRO, session, "duties", "csv").decode())))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(REGISTER) + 1
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row.values())
