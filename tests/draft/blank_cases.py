"""Blanks as agreements write them, and what only looks like one. Each row: the words, and what is to be filled in."""

from __future__ import annotations

TO_FILL = [
    # A name or a description in brackets.
    ("The SRO waits [number] days.", ["[number]"]),
    ("[title of the SRO’s supervisor] decides.", ["[title of the SRO’s supervisor]"]),
    ("such as [other measures considered, such as counselors]", ["[other measures considered, such as counselors]"]),
    ("an [x-ray provider]", ["[x-ray provider]"]),
    ("[é]", ["[é]"]),
    ("[name]: [title]", ["[name]", "[title]"]),
    ("within [number](30) days", ["[number]"]),
    ("[city][state]", ["[city]", "[state]"]),
    ("between [name of\nthe school] and", ["[name of\nthe school]"]),
    ("[[School District]] pays", ["[[School District]]"]),
    ("[INSERT NAME] pays $[amount]", ["[INSERT NAME]", "[amount]"]),
    ("within [30] days and [5]% more", ["[30]", "[5]"]),
    ("[insert Ohio Rev. Code § 3313 cite]", ["[insert Ohio Rev. Code § 3313 cite]"]),
    # Brackets with a mark in them, or nothing.
    ("pays $[●] for [ ] officers, [__] hours, [TBD]", ["[●]", "[ ]", "[__]", "[TBD]"]),
    ("[•] days, [#] days, [?]", ["[•]", "[#]", "[?]"]),
    # Lines.
    ("___ and ____________", ["___", "____________"]),
    ("within __ days", ["__"]),
    ("within _ days", ["_"]),
    ("By: _ _ _ _ _", ["_ _ _ _ _"]),
    (r"By: \_\_\_\_", [r"\_\_\_\_"]),
    ("____Pat Doe____", ["____", "____"]),
    ("(____) hours", ["____"]),
    ("Name: ..............", [".............."]),
    # Dates and years.
    ("on __/__/____.", ["__/__/____"]),
    ("on __/__/20__, or XX/XX/20XX", ["__/__/20__", "XX/XX/20XX"]),
    ("on 7/__/2027, mm/dd/yyyy or XX-XX-XXXX", ["7/__/2027", "mm/dd/yyyy", "XX-XX-XXXX"]),
    ("begins July __, 20__ and ends June 30, 20__", ["July __, 20__", "June 30, 20__"]),
    ("this ____ day of ________, 20__.", ["____ day of ________, 20__"]),
    ("in 20__, 20XX, 20[__], 201X or 19__", ["20__", "20XX", "20[__]", "201X", "19__"]),
    # Letters X, with the sign of what they count.
    ("XX days, XXXXX, X days, xx hours", ["XX", "XXXXX", "X", "xx"]),
    ("XX%, X%, X.X% or __ %", ["XX%", "X%", "X.X%", "__ %"]),
    ("$XX, $X, $XXXXX", ["$XX", "$X", "$XXXXX"]),
    ("$XX,XXX, $ XX,XXX and $XX.XX", ["$XX,XXX", "$ XX,XXX", "$XX.XX"]),
    ("$____ and $ __,___", ["$____", "$ __,___"]),
    ("call XXX-XXX-XXXX", ["XXX-XXX-XXXX"]),
    # Still to be decided.
    ("TBD, tbd, T.B.D., TBA, t.b.a., TBC", ["TBD", "tbd", "T.B.D.", "TBA", "t.b.a.", "TBC"]),
    ("(TBD) and ?? and ???", ["(TBD)", "??", "???"]),
    ("(to be determined) (amount to be determined)", ["(to be determined)", "(amount to be determined)"]),
    # Instructions, and fields of form letters.
    ("on (insert date) at (name of school)", ["(insert date)", "(name of school)"]),
    ("(enter the number of hours) (specify)", ["(enter the number of hours)", "(specify)"]),
    ("the (school name) principal", ["(school name)"]),
    ("<insert name> of <<District>>", ["<insert name>", "<<District>>"]),
    ("«District» and {{ number }} and {Agency}", ["«District»", "{{ number }}", "{Agency}"]),
    ("of ## officers", ["##"]),
]

NOTHING_TO_FILL = [
    # Citations and quotations.
    "under FERPA [20 U.S.C. 1232g] and [34 C.F.R. Part 99]",
    "[Tinker v. Des Moines, 393 U.S. 503]",
    "[§ 3313.951]",
    "as is [sic]",
    '"[t]he school" and "[T]hey"',
    "the school[s] of the officer[’s] choice",
    "[emphasis added] [citations omitted]",
    "“no rule [...] applies […] here”",
    # Footnote marks.
    "the Schools[1] and law.[2]",
    "[1] See the list.",
    "[^1] and [^1]: a note",
    "The SRO waits [1]",
    # Boxes.
    "☐ yes ☑ no",
    "[x] done [X] done",
    # What is left out on purpose.
    "[Reserved] [Intentionally omitted]",
    "[SEAL] [signature page follows]",
    # Roman numbers.
    "Article XX, Title IX and Chapter XXX",
    "Articles XIX and XX",
    "XX. Miscellaneous",
    "(xx) a twentieth item",
    # Links, addresses, tags.
    "[a link](https://a.example) [a file](notes.pdf)",
    "[a definition]: https://a.example",
    "<pat.doe@a.example> <https://a.example>",
    "<b>bold</b>",
    # Everyday signs.
    "N/A and n/a",
    "a < b and c > d",
    "snake__case and file_name",
    "$5, 50 %, 5%, 1/2/2027, July 1, 2027 and 2027-28",
    "(number) (a date) (date of birth) (the name on file)",
    "TBDs and the TBDX system",
    "Really? Yes ... and so on.",
    "[",
    "[/",
    "[a bracket\n\nover paragraphs]",
]
