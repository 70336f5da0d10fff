"""HTML → text, by the html-text library (lxml below it)."""

import html_text
import lxml.etree
import lxml.html

from streams.core.unreadable import Unreadable


def text_from_html(markup: str) -> str:
    """The visible text of `markup`, with a line break where a browser shows one. Plain text comes back as it reads.

    The parser is given `huge_tree`: without it libxml2 drops, in silence, what follows an element nested more than 256
    deep. Raises Unreadable (`invalid-article`) beyond its last limit of 2,048, where it would do so again.
    """
    parser = lxml.html.HTMLParser(recover=True, encoding="utf-8", huge_tree=True)
    content = markup.strip().replace("\x00", "").encode()
    root = lxml.etree.fromstring(content, parser) if content else None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise Unreadable("invalid-article", f"the HTML of the body: {parser.error_log.last_error.message}")
    return "" if root is None else html_text.extract_text(root)
