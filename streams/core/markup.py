"""HTML → text, by the html-text library (lxml below it)."""

import html_text
import lxml.etree
import lxml.html


def text_from_html(markup: str) -> str:
    """The visible text of `markup`, with a line break where a browser shows one. Plain text comes back as it reads.

    The parser is given `huge_tree`: without it libxml2 drops, in silence, what is nested more than 256 deep.
    """
    parser = lxml.html.HTMLParser(recover=True, encoding="utf-8", huge_tree=True)
    content = markup.strip().replace("\x00", "").encode()
    root = lxml.etree.fromstring(content, parser) if content else None
    return "" if root is None else html_text.extract_text(root)
