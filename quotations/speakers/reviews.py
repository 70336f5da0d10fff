"""To which paper a review of the press comes, before it says a word: وفي صحيفة «كذا» …, or the line above it."""

from quotations.matching import forms_of, with_and, word_form
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.phrase_words import MARKS_OPEN
from quotations.words.text import Text
from quotations.words.wordclass import classify

PAPER = {classify(form).stem for form in forms_of("صحيفة جريدة")}
_IN = with_and("في")
_UNDER, _TITLE, _ENTITLED = with_and("تحت"), word_form("عنوان"), word_form("بعنوان")
_TO_TITLE = 24  # tokens from a sentence's first to its title
_LONGEST_PAPER = 4  # words of a line that names one
_BREAK = 4  # tokens between a sentence and the next one


def paper(text: Text, s: Sentence, before: Sentence | None) -> NounPhrase | None:
    """Whose article a sentence comes to.

    وفي صحيفة «النهر» نقرأ عن السد …: the paper that it begins with. وواصلت الموج التونسية حملتها في خبر بعنوان «السد»,
    and below it وقالت: …: the paper that the line above names, where the sentence names it again, or begins with the
    title.
    """
    first = s.first + 1
    if text.forms[s.first] in _IN and first < s.last and classify(text.forms[first]).stem in PAPER:
        np = parse(text, first, s.last + 1)
        named = np is not None and np.kind == "organization" and np.last > np.first
        return np if named and not classify(text.forms[first]).definite else None
    if before is None or before.scope != s.scope or not _names(text, before) or not _goes_on(text, s):
        return None
    begins = text.forms[s.first] in _UNDER
    if not begins and not _again(text, s, before):
        return None
    title = range(s.first, min(s.first + _TO_TITLE, s.last))
    if not any(_is_title(text, k) for k in title):
        return None
    name = text.slice(before.first, before.last)
    return NounPhrase(before.first, before.last, "organization", head=before.first, feminine=True, fixed=name)


def _names(text: Text, s: Sentence) -> bool:
    """Whether a line may be the name of a paper: a few words, neither a verb nor a preposition among the first."""
    words = range(s.first, s.last + 1)
    first = classify(text.forms[s.first])
    if len(words) > _LONGEST_PAPER or not all(text.words[k] for k in words) or first.prep or first.conj:
        return False
    return not first.flags & (wc.CONJUNCTION | wc.PERSON_HEAD) and not any(lookup(text.forms[k])[0] for k in words[1:])


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


def _is_title(text: Text, k: int) -> bool:
    named = text.forms[k] == _ENTITLED or (text.forms[k] == _TITLE and text.forms[k - 1] in _UNDER)
    return named and text.forms[k + 1 + (text.forms[k + 1] == ":")] in MARKS_OPEN
