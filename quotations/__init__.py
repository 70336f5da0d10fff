"""The engine: Arabic news text in, attributed quotations out. Pure functions, no I/O.

`extract` is all that others call.
"""

from quotations.extract import ENGINE_VERSION, extract
from quotations.model import Article, Quotation

__all__ = ["ENGINE_VERSION", "Article", "Quotation", "extract"]
