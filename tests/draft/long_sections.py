"""Three long sections as an agreement has them: as word processors and a PDF hand them over, and what is to be read."""

from __future__ import annotations

from typing import NamedTuple


class LongSection(NamedTuple):
    """A section as it is pasted, and what is in it."""

    pasted: str
    outline: tuple[tuple[int, str], ...]
    """The level and the label of every item; a bullet is `-`."""
    table: tuple[tuple[str, ...], ...]
    blanks: tuple[str, ...]
    signing: tuple[str, ...]
    """The lines to sign on, as they are read."""


FROM_WORD = LongSection(
    pasted="""The Police Department shall assign one SRO (the “SRO”) to the Schools*.
1.\tDuties. The SRO shall:
\t(a)\tprotect students, staff and visitors;
\t(b)\tenforce the law, and in particular:
\t\t(i)\tanswer emergency calls within __ minutes;
\t\t(ii)\tinvestigate crimes on school grounds [34 C.F.R. Part 99]; and
\t\t(iii)\ttestify where a court asks for it; and
\t(c)\tteach at least [number] classes a month.
2.\tLimits. The SRO shall not:
\t(a)\tdiscipline students; or
\t(b)\tact as a counselor.
* Those of Exhibit A.

School\tSROs\tHours\tFee
Oak High School\t1\t7:30 a.m. to 3:30 p.m.\t$XX,XXX
Elm Middle School\t\tas the Chief decides\t$____
All others\tTBD\t\t

The fee is due on __/__/20__.

By: ______________________  Date: ____________
Name: ____________________  Title: ___________""",
    outline=(
        *((0, "1."), (1, "(a)"), (1, "(b)"), (2, "(i)"), (2, "(ii)"), (2, "(iii)"), (1, "(c)")),
        *((0, "2."), (1, "(a)"), (1, "(b)")),
    ),
    table=(
        ("School", "SROs", "Hours", "Fee"),
        ("Oak High School", "1", "7:30 a.m. to 3:30 p.m.", "$XX,XXX"),
        ("Elm Middle School", "", "as the Chief decides", "$____"),
        ("All others", "TBD", "", ""),
    ),
    blanks=(
        *("__", "[number]", "$XX,XXX", "$____", "TBD", "__/__/20__"),
        *("______________________", "____________", "____________________", "___________"),
    ),
    signing=("By: ______________________ Date: ____________", "Name: ____________________ Title: ___________"),
)

WITH_BULLETS = LongSection(
    pasted="""4.1 Training. Before duty the SRO completes:
•\tthe basic course of the State, of which:
o\tforty hours on adolescent development;
▪\twith a test at the end;
o\teight hours on disability law;
•\ta yearly update of XX hours.
4.2 Cost. The parties share it as follows:

Item\tPolice Department\tSchool District
Salary and benefits
Base salary\t25%\t75%
Overtime\tXX%\tXX%
Equipment\t$ __,___\t-
All figures are for the school year 20__-__.

IN WITNESS WHEREOF, this ____ day of ________, 20__:
____Pat Doe____, Chief of Police
_________________________, Superintendent
Attest: ________________/________________""",
    outline=((0, "4.1"), (0, "-"), (1, "-"), (2, "-"), (1, "-"), (0, "-"), (0, "4.2")),
    table=(
        ("Item", "Police Department", "School District"),
        ("Salary and benefits", "", ""),
        ("Base salary", "25%", "75%"),
        ("Overtime", "XX%", "XX%"),
        ("Equipment", "$ __,___", "-"),
    ),
    blanks=(
        *("XX", "XX%", "XX%", "$ __,___", "20__-__", "____ day of ________, 20__"),
        *("____", "____", "_________________________", "________________", "________________"),
    ),
    signing=(
        "____Pat Doe____, Chief of Police",
        "_________________________, Superintendent",
        "Attest: ________________/________________",
    ),
)

WITH_SPACES = LongSection(
    pasted="""A. Records¹
    1. The SRO sees student records only:
        a. as a school official, for a reason in Section 7.2; or
        b. in an emergency, and tells the principal within (insert number) hours.
    3. Body-worn cameras stay off, but for:
        a. arrests; and
        b. force.
    7. <Name of custodian> keeps the recordings.
B. Review
    1. The parties meet on:
        i. the ___ day of each month; and
        v. any day that either of them asks for.
¹ See the policy of the Board [Policy JRA-7].

| Record | Kept for | By |
|---|---|---|
| # Recording | 30 days | ```custodian``` |
| > Report | [number] years | (to be determined) |

___________________________
(Superintendent)
Approved as to form: _______ , _______""",
    outline=(
        *((0, "A."), (1, "1."), (2, "a."), (2, "b."), (1, "3."), (2, "a."), (2, "b."), (1, "7.")),
        *((0, "B."), (1, "1."), (2, "i."), (2, "v.")),
    ),
    table=(
        ("Record", "Kept for", "By"),
        ("# Recording", "30 days", "```custodian```"),
        ("> Report", "[number] years", "(to be determined)"),
    ),
    blanks=(
        *("(insert number)", "<Name of custodian>", "___", "[number]", "(to be determined)"),
        *("___________________________", "_______", "_______"),
    ),
    signing=("___________________________", "(Superintendent)", "Approved as to form: _______ , _______"),
)

LONG_SECTIONS = {"from Word": FROM_WORD, "with bullets": WITH_BULLETS, "with spaces": WITH_SPACES}
