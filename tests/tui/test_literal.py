"""Nothing that people wrote can reach a widget as markup: proved by reading the source of every screen and widget.

A plain string given to a widget is markup: `[/` in it ends the program, and `[@click=...]` runs what it names. So only
words of the source itself go in as strings; all else is wrapped in `Content`, which is never parsed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mou_tui.tui

FOLDER = Path(mou_tui.tui.__file__).parent
SOURCES = sorted(FOLDER.rglob("*.py"))

SHOWING = {"Static", "Label", "Button", "TakeButton", "Option", "Selection", "Checkbox", "TickBox", "RadioButton"}
"""Calls whose first argument is shown."""
SHOWING_METHODS = {"update", "add_option", "replace_option_prompt", "replace_option_prompt_at_index"}
"""Methods whose last argument is."""
SHOWN_ATTRIBUTES = {"label", "border_title", "border_subtitle", "tooltip", "placeholder"}
"""What is shown by being set."""
TYPED = {
    "widgets/topic_list.py": ("content", "new[1]"),
    "widgets/topics.py": ("heading(width + 1)",),
    "widgets/placement.py": ("new[1]",),
    "widgets/keybar.py": ("line",),
    "widgets/message_line.py": ("title + body",),
    "dialogs/question_prompts.py": ("chosen", "values.layers"),
}
"""Declared to hold content, which the type checker holds them to; the parties are given those of the last."""


class Reader:
    """Reads one module, and tells where words that are not its own go in as they are."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text("utf-8"))
        self.returns = {
            node.name: ast.unparse(node.returns)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns
        }
        self.imported = {
            alias.name: node.module
            for node in self.tree.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        self.constants = {
            target.id: node.value
            for node in self.tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }

    def faults(self) -> Iterator[str]:
        """Every place at fault, with its line."""
        for function in ast.walk(self.tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for node in ast.walk(function):
                    for shown in self.shown(node):
                        if not self.is_safe(shown, function):
                            yield f"line {shown.lineno}: {ast.unparse(shown)}"

    def shown(self, node: ast.AST) -> Iterator[ast.expr]:
        """What a node gives a widget to show."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in SHOWN_ATTRIBUTES:
                    yield node.value
        if not isinstance(node, ast.Call):
            return
        name = _name(node.func)
        is_widget = name in SHOWING and self.imported.get(name) != "textual.widgets.text_area"
        if is_widget or (name == "notify" and not _is_markup_off(node)):
            yield from node.args[:1]
        elif isinstance(node.func, ast.Attribute) and name in SHOWING_METHODS:
            yield from node.args[-1:]

    def is_safe(self, node: ast.expr, function: ast.AST) -> bool:
        """Whether an expression is words of the source, or content that is never parsed."""
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str) and "[" not in node.value
        if isinstance(node, ast.BinOp):
            return self.is_safe(node.left, function) and self.is_safe(node.right, function)
        if isinstance(node, ast.IfExp):
            return self.is_safe(node.body, function) and self.is_safe(node.orelse, function)
        if isinstance(node, ast.Call):
            return self._is_content(node, function)
        if isinstance(node, ast.Name):
            return self._is_safe_name(node.id, function)
        return False

    def _is_content(self, call: ast.Call, function: ast.AST) -> bool:
        """Whether a call makes content: `Content(...)`, a method of content, or a function that says it returns it."""
        name = _name(call.func)
        if name == "Content" or self.returns.get(name) == "Content":
            return True
        if name in ("Option", "Indented"):
            return self.is_safe(call.args[0], function)
        if isinstance(call.func, ast.Attribute) and name != "from_markup":
            owner = call.func.value
            is_content = isinstance(owner, ast.Call) and self._is_content(owner, function)
            return is_content or (isinstance(owner, ast.Name) and owner.id == "Content")
        return False

    def _is_safe_name(self, name: str, function: ast.AST) -> bool:
        """Whether all that a name is given in a function, or in the module, is safe."""
        literals = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name) and target.id == name
        ]
        if name in self.constants:
            literals.append(self.constants[name])
        arguments = [node for node in ast.walk(function) if isinstance(node, ast.arg) and node.arg == name]
        if arguments:
            return all(node.annotation and ast.unparse(node.annotation) == "Content" for node in arguments)
        return bool(literals) and all(self.is_safe(value, function) for value in literals)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Subscript):
        function = function.value
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ast.unparse(function)


def _is_markup_off(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant | ast.Name)
        and ast.unparse(keyword.value) in ("False", "markup")
        for keyword in call.keywords
    )


@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(FOLDER)) for path in SOURCES])
def test_only_words_of_the_source_are_shown_unwrapped(path: Path) -> None:
    typed = TYPED.get(path.relative_to(FOLDER).as_posix(), ())
    assert [fault for fault in Reader(path).faults() if not fault.endswith(typed)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(title)",
        "Static(f'{title}')",
        "Label('[red]')",
        "yield Button(self._done)",
        "Option(title + Content(title))",
        "self.notify(title)",
        "self.notify(f'{title}', markup=True)",
        "self.query_one('#counts', Static).update(title)",
        "rows.add_option(Option(title))",
        "Option(Indented(title))",
        "self.border_title = title",
        "words = Content('a'); words = title; Static(words)",
        "Static('{}'.format(title))",
        "Static(Content.from_markup(title))",
    ],
)
def test_the_reader_notices(line: str, tmp_path: Path) -> None:
    path = tmp_path / "screen.py"
    path.write_text(f"def compose(self, title):\n    {line}\n")
    assert list(Reader(path).faults()) != []


@pytest.mark.parametrize(
    "line",
    [
        "Static('Done.')",
        "Static(id='counts')",
        "Static(Content(title))",
        "Static(Content('\\n').join(titles))",
        "Static(Content.assemble((title, 'bold'), title).stylize('dim'))",
        "words = Content(title); words += Content(title); Static(words)",
        "self.notify(title, markup=False)",
        "Option(Indented(Content(title)))",
        "self.border_title = Content(title)",
    ],
)
def test_the_reader_lets_be(line: str, tmp_path: Path) -> None:
    path = tmp_path / "screen.py"
    path.write_text(f"def compose(self, title):\n    {line}\n")
    assert list(Reader(path).faults()) == []
