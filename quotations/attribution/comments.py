"""Who is named behind marks that open a sentence and have no cue: below them as in a caption, or in a comment on them.

Portals set a sentence of an interview apart and put the name below («…» ⏎ فلان، مدير كذا). Features open with words and
tell only then whose they are («…»، هذا ما قاله فلان; «…». بهذه الكلمات بدأ فلان حديثه; «…» عبارة يرددها السكان).
"""

from collections.abc import Callable

from quotations.matching import forms_of
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_PAUSES = frozenset("،,.!؟?؛-–…") | {"..", "..."}
_STOPS = _PAUSES | {":"}  # no caption ends so
_THAT_IS = forms_of("هذا ذلك هو")
_WITH_THESE = forms_of("بهذه بتلك بهذا بذلك")
_THESE = forms_of("هذه تلك هي هذا هو")
_SAYINGS = forms_of("كلمة كلمات عبارة عبارات جملة مقولة رسالة تغريدة")
_OF = forms_of("رسالة رسائل كلمات")  # of somebody, who stands right behind
_RESUMES = ("ها", "هم")  # what a relative clause calls them: عبارات رددها السكان, التغريدة التي صدح بها فلان
_WHOLE = 4  # words that need no comment
_CAPTION = 16  # tokens
_COMMENT = 12  # tokens from the marks to whoever is named


def named_behind(
    text: Text, sentences: list[Sentence], n: int, m: Marked, is_speaker: Callable[[NounPhrase], bool]
) -> NounPhrase | None:
    """Whoever the words of `m` are given to behind them, in their sentence, number `n`, or in the one below."""
    s, k = sentences[n], m.closing + 1
    while k <= s.last and text.forms[k] in _PAUSES:
        k += 1
    np = None
    if k > s.last:
        if n + 1 == len(sentences) or sentences[n + 1].scope != s.scope:
            return None
        s = sentences[n + 1]
        k = s.first
        if sum(text.words[m.first : m.last + 1]) >= _WHOLE:
            np = _caption(text, s, opens=n == 0, last=n + 2 == len(sentences))
    np = np or _commented(text, k, s.last + 1)
    return np if np is not None and is_speaker(np) else None


def _caption(text: Text, s: Sentence, *, opens: bool, last: bool) -> NounPhrase | None:
    """الرئيسة هدى العلي; هدى العلي، مديرة المتحف; فلان: … in a headline; وزير المالية فلان قال أمس إن: the name at the
    head of a line below. Below marks that are the text's headline, or alone in its last line, it is the writer's."""
    np = parse(text, s.first, s.last + 1)
    if np is None or np.kind != "person" or not np.has_name:
        return None
    rest = range(np.last + 1, s.last + 1)
    if not rest:
        return np if np.last > np.first and not (opens or last) else None
    readings = lookup(text.forms[rest[0]])[0]
    if np.head >= 0 and any(f.shape in ("past", "present") and f.cls == "say" for f in readings):
        return np
    if text.forms[rest[0]] == ":":
        return np if s.block == "headline" else None
    if opens or text.forms[rest[0]] not in "،,-–(" or s.last - s.first > _CAPTION or text.forms[s.last] in _STOPS:
        return None
    shapes = {f.shape for j in rest if text.words[j] for f in lookup(text.forms[j])[0]}
    return None if shapes & {"past", "present"} else np


def _commented(text: Text, k: int, end: int) -> NounPhrase | None:
    """هذا ما قالته فلانة; بهذه الكلمات بدأ فلان حديثه; هذه السطور كانت خاتمة رسالة فلان; عبارة يرددها السكان."""
    forms = text.forms
    if k + 3 >= end:
        return None
    if forms[k] in _THAT_IS and forms[k + 1] == "ما":
        return parse(text, k + 3, end) if lookup(forms[k + 2])[0] else None
    if forms[k] in _WITH_THESE:
        return parse(text, k + 3, end) if classify(forms[k + 1]).stem in _SAYINGS else None
    k += forms[k] in _THESE
    if classify(forms[k]).stem not in _SAYINGS:
        return None
    for j in range(k, min(k + _COMMENT, end - 1)):
        np = parse(text, j + 1, end) if forms[j] in _OF or forms[j].endswith(_RESUMES) else None
        if np is not None:
            return np
        if not text.words[j] or classify(forms[j]).flags & wc.THAT:
            return None
    return None
