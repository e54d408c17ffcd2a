"""Read a web page as strictly as a browser would have to: every tag, every attribute, every word."""

from __future__ import annotations

from html.parser import HTMLParser

_ALONE = {"meta", "br"}


class WebPage(HTMLParser):
    """Reads a page.

    Attributes:
        tags: Every tag with its attributes.
        text: What is read, without the style sheet, the title of the window and the links to the sections.
        open: The elements that were not closed.
    """

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "nav"} & set(self.open):
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, in order."""
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]
