"""The command line as it is run: one process each, with what it prints and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mou_tui import __version__, paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.labels import STATE_LABELS
from mou_tui.session.codec import encode
from mou_tui.session.model import Answer, ChecklistRef, Deferral, ExampleOrigin, Party, Session
from mou_tui.text import short_hash
from tests.story import Story

TOP = Path(__file__).parents[1]
SAMPLE = paths.content() / "sample.mou.yaml"
TOOLKITS = ("textual", "rich", "questionary", "prompt_toolkit")
OFFERED = "The SRO shall wait."

SESSION = Session(
    ChecklistRef("sro", "1"),
    parties=(
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City USD", "the School District", "the Superintendent"),
    ),
    answers={
        "purpose": Answer("The SRO shall wait [number] days."),
        "scope": Answer("Settled.", later=Deferral("counsel", "Friday")),
        "duties": Answer(OFFERED, ExampleOrigin("three-roles", short_hash(OFFERED))),
        "not-discipline": Answer("Kept.", not_applicable="no schools"),
        "pilot": Answer("Further, and said all the same."),
    },
)


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Runs the program in an empty folder."""

    def run(*arguments: str | Path, program: tuple[str, ...] = ("-m", "mou_tui"), **environment: str) -> Done:
        command = [sys.executable, *program, *map(str, arguments)]
        folders = os.pathsep.join(filter(None, (str(TOP), os.environ.get("PYTHONPATH"))))
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": folders, "MOU_TUI_HOME": str(home), **environment},
            timeout=60,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in out + err
        assert "\x1b" not in out + err
        return Done(done.returncode, out, err)

    return run


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "lake.mou.yaml"
    path.write_bytes(encode(SESSION))
    return path


def test_the_version_is_all_that_version_prints(run: Run) -> None:
    assert run("--version") == Done(0, f"{__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [(), ("new",), ("open",), ("watch",), ("status",), ("export",), ("restore",), ("purge",)],
    ids=lambda words: " ".join(words),
)
def test_help_goes_to_stdout_and_shows_an_example(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert (done.code, done.err) == (0, "")
    _, _, examples = done.out.partition("Examples:\n")
    assert " ".join(("  mou-tui", *command)) in examples


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--nonsense",),
        ("status",),
        ("export",),
        ("watch",),
        ("watch", "a.mou.yaml", "--plain"),
        ("new", "--depth", "deep"),
        ("export", "a.mou.yaml", "--blanks", "hide"),
        ("checklist", "show", "a", "b"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "Error: " in done.err


def test_status_says_in_words_what_is_left_to_do(run: Run, session: Path, sro: Checklist) -> None:
    done = run("status", session.name)
    assert (done.code, done.err) == (0, "")
    first, second, *_ = done.out.splitlines()
    assert first == "Lake City USD and Lake City Police Department (lake.mou.yaml)"
    assert second == "Text 2 of 24 · 5 blanks · 1 later"
    assert f"     2.1 {sro.question('duties').label}: {STATE_LABELS['example']}\n" in done.out
    assert (
        f"     1.2 {sro.question('scope').label}: {STATE_LABELS['written']}"
        " · later: counsel to check first, by Friday\n" in done.out
    )


def test_status_tells_text_and_agreement_apart(run: Run, tmp_path: Path, sro: Checklist) -> None:
    Story(tmp_path / "story.mou.yaml").tell()
    done = run("status", "story.mou.yaml")
    _, counts, *lines = done.out.splitlines()
    assert counts == "Text 7 of 24 · Agreed 6 · 2 blanks · 1 objection · 1 to confirm · 2 later · 1 open action"
    assert "  2. SRO roles and responsibilities: 3 of 8, agreed 3" in lines
    assert "     2.3 School matter or crime: written · agreed · Parent Council to confirm" in lines
    assert "     2.5 Questioning students: written · agreed · Parent Council objects" in lines
    assert f"     3.3 {sro.question('complaints').label}: {STATE_LABELS['blanks']}" in lines


def test_status_for_programs_is_one_object_a_line(run: Run, session: Path, sro: Checklist) -> None:
    done = run("status", "--json", session.name, SAMPLE)
    assert (done.code, done.err) == (0, "")
    first, second = map(json.loads, done.out.splitlines())
    assert list(first) == list(second)
    assert {key: value for key, value in first.items() if key != "topics"} == {
        "file": "lake.mou.yaml",
        "title": "Lake City USD and Lake City Police Department",
        "needed": 24,
        "written": 2,
        "blanks": 5,
        "agreed": 0,
        "objections": 0,
        "actions_open": 0,
        "later": 1,
        "notes": [],
    }
    assert [topic["id"] for topic in first["topics"]] == [topic.id for topic in sro.topics]
    mission, roles, *_ = first["topics"]
    assert list(mission) == ["id", "title", "needed", "written", "agreed", "questions"]
    assert (mission["title"], mission["needed"], mission["written"]) == ("Mission", 3, 2)
    states = {"purpose": "blanks", "scope": "written", "pilot": "written"}
    assert mission["questions"] == [
        {
            "id": question_id,
            "label": sro.question(question_id).label,
            "essential": sro.question(question_id).essential,
            "state": state,
            "agreement": "not-asked",
        }
        for question_id, state in states.items()
    ]
    assert [question["state"] for question in roles["questions"]] == ["example", "not-applicable", *["empty"] * 6]
    assert second["file"] == str(SAMPLE)


def test_status_lists_every_question_of_the_depth(run: Run, tmp_path: Path, sro: Checklist) -> None:
    for depth in ("essential", "full"):
        (tmp_path / "a.mou.yaml").write_bytes(encode(Session(ChecklistRef("sro", "1"), depth)))
        (line,) = run("status", "--json", "a.mou.yaml").out.splitlines()
        listed = [question["id"] for topic in json.loads(line)["topics"] for question in topic["questions"]]
        assert listed == [question.id for question in sro.questions(depth)]


def test_status_goes_on_after_a_file_that_cannot_be_read(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "damaged.mou.yaml").write_text("format: 1\nchecklist: [\n...\n")
    done = run("status", "missing.mou.yaml", "damaged.mou.yaml", session.name)
    assert done.code == 2
    assert done.out.startswith("Lake City USD")
    missing, damaged = done.err.splitlines()
    assert missing == "Cannot open “missing.mou.yaml”: it is not there."
    assert damaged.startswith("damaged.mou.yaml:2: ")
    assert run("status", "missing.mou.yaml").code == 1


def test_the_checklist_is_shown_in_words(run: Run, sro: Checklist) -> None:
    done = run("checklist", "show")
    assert (done.code, done.err) == (0, "")
    assert "58 questions, 24 essential" in done.out
    assert all(question.ask in done.out for question in sro.questions())


def test_the_checklist_for_programs_is_one_object(run: Run, sro: Checklist) -> None:
    done = run("checklist", "show", "sro", "--json")
    assert (done.code, done.err) == (0, "")
    shown = json.loads(done.out)
    assert [(topic["id"], topic["title"]) for topic in shown["topics"]] == [
        (topic.id, topic.title) for topic in sro.topics
    ]
    questions = [question for topic in shown["topics"] for question in topic["questions"]]
    assert [(question["id"], question["label"], question["essential"]) for question in questions] == [
        (question.id, question.label, question.essential) for question in sro.questions()
    ]
    assert all(
        {"id", "label", "when", "covers", "text"} <= set(example)
        for question in questions
        for example in question["examples"]
    )
    assert all(len(question["examples"]) >= 2 for question in questions)


def test_a_checklist_without_mistakes_is_said_to_be_so(run: Run) -> None:
    assert run("checklist", "check") == Done(0, "", "No mistakes: 11 topics, 58 questions, 35 layers with 127 lines.\n")


def test_what_was_read_long_before_a_day_is_warned_of_line_by_line(run: Run) -> None:
    done = run("checklist", "check", "--on", "2028-06-01")
    *warnings, last = done.err.splitlines()
    assert (done.code, len(warnings), last.startswith("No mistakes")) == (0, 127, True)
    assert warnings[0].startswith(
        "Warning: layers/al.yaml: “contract” (Code of Alabama 16-1-44.1) was read on 2026-11-30"
    )
    wrong = run("checklist", "check", "--on", "soon")
    assert (wrong.code, "“soon” is not a day; write it as 2026-11-30" in wrong.err) == (2, True)


def test_the_checklist_for_programs_tells_of_relations_definitions_and_law(run: Run) -> None:
    shown = json.loads(run("checklist", "show", "--json").out)
    (review,) = (one for topic in shown["topics"] for one in topic["questions"] if one["id"] == "prevailing-text")
    example = review["examples"][0]
    assert "police-policy" in example["subjects"]
    assert "force/serious-harm" in example["overlaps"][0]["to"]
    assert (example["one-view"] != "", example["needs"], example["excludes"]) == (True, [], [])
    assert {"term": "business day", "always": True}.items() <= shown["definitions"][1].items()
    (virginia,) = (layer for layer in shown["layers"] if layer["state"] == "VA")
    assert set(virginia["lines"][0]) == {"id", "questions", "text", "section", "read", "source", "official", "copy"}


def test_every_mistake_in_a_checklist_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: bad\nversion: 1\ntitle: Bad\ncolour: red\n")
    done = run("checklist", "check", "bad.yaml")
    assert (done.code, done.out) == (2, "")
    assert all(re.match(r"bad\.yaml:\d+: ", line) for line in done.err.splitlines())
    assert "bad.yaml:4: unknown key “colour”" in done.err
    assert run("checklist", "show", "nothing").code == 1


def test_a_draft_goes_beside_its_session(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name)
    assert (done.code, done.out, done.err) == (0, "", "Wrote lake.md\n")
    draft = (tmp_path / "lake.md").read_text(encoding="utf-8")
    assert draft.startswith("# Memorandum of Understanding")
    assert "[number] days" in draft


def test_a_draft_goes_where_it_is_wanted(run: Run, session: Path, tmp_path: Path) -> None:
    assert run("export", session.name, "-o", "my draft.md").code == 0
    printed = run("export", session.name, "-o", "-")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (tmp_path / "my draft.md").read_text(encoding="utf-8")
    assert printed.out.endswith("\n")


def test_a_draft_replaces_nothing_unless_it_is_told_to(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "lake.md").write_text("mine")
    refused = run("export", session.name)
    assert (refused.code, refused.out) == (1, "")
    assert "already there" in refused.err
    assert (tmp_path / "lake.md").read_text() == "mine"
    assert run("export", session.name, "--force").code == 0
    assert (tmp_path / "lake.md").read_text(encoding="utf-8").startswith("# Memorandum")


@pytest.mark.parametrize("damage", ["", "newer", "cut", "zeros", "none"])
def test_a_draft_never_takes_the_place_of_a_session(run: Run, session: Path, tmp_path: Path, damage: str) -> None:
    data = session.read_bytes()
    damaged = {"newer": data.replace(b'format: "1"', b'format: "3"'), "cut": data[:-4], "zeros": bytes(40), "none": b""}
    data = damaged.get(damage, data)
    (tmp_path / "other.mou.yaml").write_bytes(data)
    done = run("export", session.name, "-o", "other.mou.yaml", "--force")
    assert (done.code, done.out) == (1, "")
    assert "is a session" in done.err
    assert (tmp_path / "other.mou.yaml").read_bytes() == data


def test_a_draft_never_gets_the_name_of_a_session(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name, "-o", "new.MOU.yaml")
    assert done.code == 1 and "is how a session is named" in done.err
    link = tmp_path / "link.md"
    (tmp_path / "damaged.mou.yaml").write_bytes(b"\0")
    link.symlink_to("damaged.mou.yaml")
    assert run("export", session.name, "-o", "link.md", "--force").code == 1
    assert link.read_bytes() == b"\0" and not (tmp_path / "new.MOU.yaml").exists()


@pytest.mark.parametrize("name", ["d.docx", "d.PDF", "d.html", "d.odt", "d.csv", "d.ics", "d.yaml"])
def test_a_draft_never_gets_a_name_of_another_kind(run: Run, session: Path, tmp_path: Path, name: str) -> None:
    done = run("export", session.name, "-o", name)
    assert done.code == 2 and "this writes Markdown. Name it “d.md”" in done.err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["d.txt", "d", "d v2.final", "d.markdown"])
def test_any_other_name_is_the_persons_own(run: Run, session: Path, tmp_path: Path, name: str) -> None:
    assert run("export", session.name, "-o", name).code == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("words", [("export", "FILE", "-o", ""), ("open", ""), ("status", " "), ("new", "")])
def test_an_empty_name_is_none(run: Run, session: Path, words: tuple[str, ...]) -> None:
    done = run(*(session.name if word == "FILE" else word for word in words))
    assert done.code == 2 and "an empty name is no file" in done.err


def test_blanks_can_be_lines_to_write_on(run: Run, session: Path) -> None:
    draft = run("export", session.name, "-o", "-", "--blanks", "underline").out
    assert "wait ____________ days" in draft
    assert "[number]" not in draft


def test_a_draft_is_never_refused_because_something_is_open(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.mou.yaml").write_text("format: 1\nchecklist:\n  id: sro\n  version: 1\n...\n")
    done = run("export", "bare.mou.yaml", "-o", "-")
    assert done.code == 0
    assert done.out.count("[Not yet settled: ") == 24


def test_a_draft_that_cannot_be_written_says_why(run: Run, session: Path) -> None:
    done = run("export", session.name, "-o", "no/such/folder/draft.md")
    assert (done.code, done.out) == (1, "")
    assert "its folder is gone" in done.err


def test_a_draft_is_unicode_on_any_terminal(run: Run, session: Path) -> None:
    done = run("export", session.name, "-o", "-", PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert "“the Police Department”" in done.out
    assert run("checklist", "show", PYTHONIOENCODING="ascii").code == 0


@pytest.mark.parametrize(
    ("document", "name", "begins"),
    [
        ("record", "sample-record.md", "# Record of the discussion\n"),
        ("signing", "sample-signing.md", "# Before you sign: what is still open\n"),
        ("worksheet", "sample-worksheet.md", "# SRO agreement: worksheet\n"),
        ("calendar", "sample-calendar.ics", "BEGIN:VCALENDAR\n"),
    ],
)
def test_every_document_goes_beside_its_session_under_its_own_name(
    run: Run, tmp_path: Path, document: str, name: str, begins: str
) -> None:
    (tmp_path / "sample.mou.yaml").write_bytes(SAMPLE.read_bytes())
    done = run("export", "sample.mou.yaml", "--document", document)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {name}\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_without_a_review_date_there_is_nothing_for_a_calendar(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name, "--document", "calendar")
    assert (done.code, done.out) == (1, "")
    assert "There is no review date for a calendar. 10.1 Review and amendment is empty." in done.err
    assert not list(tmp_path.glob("*.ics"))


def test_a_new_session_never_takes_the_place_of_a_file(run: Run, session: Path) -> None:
    before = session.read_bytes()
    done = run("new", session.name, "--agency", "A", "--district", "D")
    assert (done.code, done.out) == (1, "")
    assert "already there" in done.err
    assert session.read_bytes() == before


@pytest.mark.parametrize("command", ["open", "watch"])
def test_the_full_screen_needs_a_terminal_and_says_so(run: Run, session: Path, command: str) -> None:
    done = run(command, session.name, TERM="xterm")
    assert (done.code, done.out) == (2, "")
    assert "needs a terminal" in done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_hostile_names_show_harmlessly(run: Run, tmp_path: Path) -> None:
    names = [
        "[red]a[x].mou.yaml",
        "\x1b]0;title\x07.mou.yaml",
        "\u202efdp.mou.yaml",
        "-leading.mou.yaml",
        "a\nb.mou.yaml",
    ]
    for name in names:
        (tmp_path / name).write_bytes(encode(SESSION))
    for command in (("status", "--", *names), ("status", "--json", "--", *names), ("export", "--", names[1])):
        done = run(*command)
        assert done.code == 0
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)
    missing = run("status", "--", *(f"no {name}" for name in names))
    assert missing.code == 1
    assert len(missing.err.splitlines()) == len(names)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_name_that_is_not_unicode_comes_through(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.mou.yaml")
    (tmp_path / name).write_bytes(encode(SESSION))
    assert run("status", name).code == 0
    assert json.loads(run("status", "--json", name).out)["file"] == name


DAMAGED = {
    "empty": (b"", 2, "is empty"),
    "zeros": (b"\x00" * 64, 2, "nothing but zeros"),
    "utf-16": (b"\xff\xfe\x00", 2, "UTF-16"),
    "latin-1": (b"format: 1\n\xff\n...\n", 2, "latin-1.mou.yaml:2: has a character here that is not UTF-8"),
    "words": (b"hello\n...\n", 2, "not a mou-tui session"),
    "cut": (b"format: 1\nchecklist:\n  id: sro\n", 2, "looks cut off"),
    "other": (b"format: 1\nchecklist:\n  id: other\n  version: 1\n...\n", 1, "did not come with this program"),
    "newer": (b"format: 9\nchecklist: all\n...\n", 1, "newer mou-tui"),
    "depth": (b"format: 1\nchecklist:\n  id: sro\n  version: 1\ndepth: deep\n...\n", 2, "allowed: essential, full"),
    "brackets": (b"[" * 100_000, 2, "brackets.mou.yaml"),
    "anchor": (b"a: &a [*a]\n...\n", 2, "anchor.mou.yaml:1"),
}


def test_every_damaged_session_gets_one_clear_message(run: Run, tmp_path: Path) -> None:
    for name, (data, _, _) in DAMAGED.items():
        (tmp_path / f"{name}.mou.yaml").write_bytes(data)
    done = run("status", *(f"{name}.mou.yaml" for name in DAMAGED))
    assert (done.code, done.out) == (2, "")
    messages = done.err.splitlines()
    assert len(messages) == len(DAMAGED)
    assert [said for message, (_, _, said) in zip(messages, DAMAGED.values(), strict=True) if said not in message] == []


@pytest.mark.parametrize("name", ["cut", "other", "newer"])
@pytest.mark.parametrize("command", ["status", "export", "open", "watch"])
def test_a_damaged_session_is_left_alone(run: Run, tmp_path: Path, name: str, command: str) -> None:
    data, code, said = DAMAGED[name]
    (tmp_path / "bad.mou.yaml").write_bytes(data)
    done = run(command, "bad.mou.yaml")
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert (tmp_path / "bad.mou.yaml").read_bytes() == data
    assert not (tmp_path / "bad.md").exists()


@pytest.mark.parametrize(
    "command", [("status",), ("export",), ("open",), ("watch",), ("checklist", "check")], ids=" ".join
)
def test_what_is_no_file_gets_one_clear_message(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("folder", "a" * 5000):
        done = run(*command, name)
        assert (done.code, done.out) == (1, "")
        assert len(done.err.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_fault(run: Run, tmp_path: Path, home: Path) -> None:
    script = f'"{sys.executable}" -m mou_tui checklist show --json | head -c 100'
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(TOP), "MOU_TUI_HOME": str(home)},
        timeout=60,
        check=False,
    )
    assert done.stderr == b""


LOADED = (
    "import atexit, runpy, sys; sys.argv[0] = 'mou-tui';"
    "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}, sep='\\n', file=sys.stderr));"
    "runpy.run_module('mou_tui', run_name='__main__')"
)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("status", str(SAMPLE)),
        ("status", "--json", str(SAMPLE)),
        ("export", str(SAMPLE), "-o", "-"),
        ("export", str(SAMPLE), "-o", "draft.md"),
        ("export", str(SAMPLE), "--document", "record", "-o", "-"),
        ("checklist", "show"),
        ("checklist", "check"),
        ("new", "--help"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_command_that_draws_nothing_loads_no_toolkit(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, program=("-c", LOADED))
    assert done.code == 0
    loaded = set(done.err.splitlines())
    assert "click" in loaded
    assert not loaded & {*TOOLKITS, "icalendar"}


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_load_next_to_nothing(run: Run, word: str) -> None:
    loaded = set(run(word, program=("-c", LOADED)).err.splitlines())
    assert not loaded & {"yaml", "markdown_it", "filelock", "platformdirs", "json", "difflib", "hashlib", "dateutil"}
