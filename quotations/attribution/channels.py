"""Through which medium words came: the platform of an account, and the same for whatever is added in the sentence."""

from quotations.matching import forms_of
from quotations.model import Speaker
from quotations.page.marks import MARKS
from quotations.reports.reading import Report, Tokens
from quotations.words.phrase_words import ACCOUNTS
from quotations.words.text import Text
from quotations.words.wordclass import classify

_ON = forms_of("على في عبر ب بـ")


def set_media(text: Text, reports: list[Report], speakers: list[Speaker]) -> None:
    """Name the platforms of the reports of one sentence, and give a report that names nobody the medium through which
    its speaker was heard before.

    وقال فلان في تصريح لصحيفة كذا إن …، مشيرا إلى أن …، وأضاف أن …: all of it was said to the paper.
    """
    heard: dict[str, Tokens] = {}
    for r, speaker in zip(reports, speakers, strict=True):
        if r.medium is not None:
            r.medium = _platform(text, *r.medium)
        if speaker.key is None:
            continue
        if r.medium is None and r.np is None:
            r.medium = heard.get(speaker.key)
        if r.medium is not None and r.medium[0] < max(r.first, r.content_at):
            heard[speaker.key] = r.medium
        elif r.np is not None:
            heard.pop(speaker.key, None)


def _platform(text: Text, first: int, last: int) -> Tokens:
    """حسابه الشخصي على منصة كذا: the platform, not whose account it is there."""
    if classify(text.forms[first]).stem not in ACCOUNTS:
        return first, last
    at = next((k + 1 for k in range(first + 1, last) if text.forms[k] in _ON), first)
    if text.forms[at] in MARKS and text.forms[last] in MARKS and at + 1 < last:
        return at + 1, last - 1
    return at, last
