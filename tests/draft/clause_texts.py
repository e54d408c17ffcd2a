"""Clauses as people type and paste them, and such as would spoil a Markdown document."""

from __future__ import annotations

from hypothesis import strategies as st

STARTS = (
    *(
        "",
        "",
        "",
        "- ",
        "* ",
        "+ ",
        "• ",
        "•\t",
        "\uf0b7\t",
        "– ",
        "1. ",
        "2. ",
        "3. ",
        "7) ",
        "1) ",
        "(1) ",
        "(a) ",
        "(b) ",
    ),
    *(
        "(i) ",
        "A. ",
        "a. ",
        "i. ",
        "iv.\t",
        "B.\t",
        "(aa) ",
        "1.1 ",
        "2.3.1. ",
        "# ",
        "## ",
        "> ",
        "```",
        "~~~",
        "---",
        "===",
    ),
    *(
        "***",
        "___",
        "| ",
        ": ",
        "* * *",
        "- - -",
        "[^1]: ",
        "[a]: ",
        "+++",
        ":::",
        "Table: ",
        "#. ",
        "(@) ",
        "---|---",
        "<div>",
    ),
    *("** ", "† ", "%", "...", "\\", "- [ ] ", "- ☐ ", "1. ☒ ", "- 1. ", "1. - ", "- # ", "* > "),
)
INDENTS = ("", "", "", "", "  ", "   ", "    ", "\t", "\t\t", "      ", "        ", "\xa0\xa0\xa0")
WORDS = (
    *(
        "The SRO",
        "shall wait",
        "Schools*",
        "fee",
        "staff",
        "$5",
        "[number]",
        "[number](30)",
        "[a][b]",
        "[name]{x}",
        "[x]:",
    ),
    *("____", "__", "_", "__/__/____", "20__", "____Pat Doe____", "snake_case", "_one_", "__two__", "___,", "/____"),
    *("*stress*", "**strong**", "***both***", "*a", "b*", "**", "*", "a*b*c", "(*x*)", "**[name]**,", "*two\nlines*"),
    *(
        "`",
        "`code`",
        "``",
        "~",
        "~~no~~",
        "~5",
        "^",
        "x^2^",
        "^[a]",
        "$XX-$XX",
        "$x$",
        "$$",
        "<b>",
        "<!--",
        "&amp;",
        "&",
    ),
    *(
        "<https://a.example>",
        "https://a.example/x_y_z",
        "![a](b)",
        "!",
        "|",
        "a | b",
        "\\",
        "\\*",
        "\\n",
        "\\begin{x}",
        "C:\\x",
    ),
    *(
        "{.x}",
        "#tag",
        "@smith",
        "[@smith]",
        "“quoted”",
        "--",
        "...",
        "§ 3",
        "1.",
        "(a)",
        "a.",
        "e\u0301",
        "漢字",
        "a\xa0b",
        "€5",
    ),
    *(
        "   wide   ",
        "\t",
        "word.",
        "=",
        "-",
        "+",
        ":-:",
        "by: x",
        "<insert name>",
        "{{ field }}",
        "«Name»",
        "[●]",
        "??",
    ),
)
_LINE = st.tuples(
    st.sampled_from(INDENTS), st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
).map("".join)
_PLAIN_LINE = st.tuples(
    st.sampled_from(INDENTS), st.sampled_from(STARTS[:27]), st.sampled_from(["one", "two of it", "(x)"])
).map("".join)
_TABLE = st.sampled_from(
    [
        "| Who | When |\n|---|---|\n| SRO | [date] |",
        "Who\tWhen\nSRO\ttoday",
        "# 9. Other | x\n--|--\n1 | 2",
        "> a | b\n--|--\n- c | `d`",
        "a|b\n:-:|-\n1|2|3\n*x*|",
        "- a|\n---",
    ]
)
_ENDS = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n \n", "  \n", "\\\n"])

CLAUSES = st.lists(st.tuples(_LINE | _PLAIN_LINE | _TABLE, _ENDS).map("".join), min_size=1, max_size=7).map("".join)
"""Any clause, most of them out to be misread."""
