"""To which paper a review of the press comes, before it says a word: وفي صحيفة «كذا» …, or the line above it."""

from quotations.matching import forms_of, with_and
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.papers import UNDER, may_name_paper, title_at
from quotations.words.cues import lookup
from quotations.words.phrase_words import MARKS_OPEN
from quotations.words.text import Text
from quotations.words.wordclass import classify

PAPER = {classify(form).stem for form in forms_of("صحيفة جريدة")}
_IN = with_and("في")
_TO_TITLE = 24  # tokens from a sentence's first to its title
_BREAK = 4  # tokens between a sentence and the next one


def paper(text: Text, s: Sentence, before: Sentence | None) -> NounPhrase | None:
    """Whose article a sentence comes to.

    وفي صحيفة «النهر» نقرأ عن السد …: the paper that it begins with. وفتحت الموج التونسية باب الصيف في خبر بعنوان
    «السد», and below it وقالت: …: the paper that the line above names, where the sentence names it again, or begins
    with the title.
    """
    first = s.first + 1
    if text.forms[s.first] in _IN and first < s.last and classify(text.forms[first]).stem in PAPER:
        np = parse(text, first, s.last + 1)
        named = np is not None and np.kind == "organization" and np.last > np.first
        return np if named and not classify(text.forms[first]).definite else None
    if before is None or before.scope != s.scope or not may_name_paper(text, before) or not _goes_on(text, s):
        return None
    begins = text.forms[s.first] in UNDER
    if not begins and not _again(text, s, before):
        return None
    titles = (title_at(text, k) for k in range(s.first, min(s.first + _TO_TITLE, s.last)))
    if not any(at > 0 and text.forms[at] in MARKS_OPEN for at in titles):
        return None
    name = text.slice(before.first, before.last)
    return NounPhrase(before.first, before.last, "organization", head=before.first, feminine=True, fixed=name)


def _goes_on(text: Text, s: Sentence) -> bool:
    """Whether a woman or a body speaks at the head of the next sentence."""
    after = next((k for k in range(s.last + 1, min(s.last + _BREAK, len(text))) if text.words[k]), -1)
    return after > 0 and any(
        f.gender == "f" and f.shape == "past" and f.cls in ("say", "add") and not f.has_object
        for f in lookup(text.forms[after])[0]
    )


def _again(text: Text, s: Sentence, before: Sentence) -> bool:
    name = text.forms[before.first : before.last + 1]
    return any(text.forms[k : k + len(name)] == name for k in range(s.first, min(s.first + _TO_TITLE, s.last)))
