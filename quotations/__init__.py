"""The engine: Arabic news text in, attributed quotations out. Pure functions, no I/O.

`extract` is all that the service calls; `explain` shows how it came to its verdicts.
"""

from quotations.explain import Explanation, explain
from quotations.extract import ENGINE_VERSION, extract
from quotations.model import Article, Quotation

__all__ = ["ENGINE_VERSION", "Article", "Explanation", "Quotation", "explain", "extract"]
