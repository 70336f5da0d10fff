"""Whether a mark that never closes opens somebody's words, and where they end."""

from quotations.page.blocks import SENTENCE_ENDS
from quotations.page.marked import Marked, Open
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.formulas import formula
from quotations.words.morphology import is_future
from quotations.words.phrase_words import VERBS
from quotations.words.text import Text
from quotations.words.wordclass import classify

_PAUSES = SENTENCE_ENDS | {"،", ",", "؛", ";"}
MAX_TOKENS = 700  # over how many tokens one pair of marks may run
_RESUMED = 9  # tokens from the pause before a report to the mark that it leads to
_NEAR_CUE = 7  # tokens from a mark back to the cue that leads to it
_LED = 14  # tokens from a cue or a particle to a mark that never closes


def paragraph_end(text: Text, i: int) -> int:
    """The line break at which the paragraph of token `i` ends, or where it has run too long."""
    size = min(len(text), i + MAX_TOKENS)
    while i < size and text.forms[i] != "\n":
        i += 1
    return i


def words_of(text: Text, mark: Open, end: int, found: list[Marked]) -> tuple[int, int] | None:
    """The first and last word of a mark that never closes, before token `end`, where its paragraph or another mark ends
    it: they are over where the writer reports again, or before the full stop. None for a stray mark: of three words or
    fewer, or where nothing shows that somebody speaks (ألعاب شركة "المدى، وهي …)."""
    if mark.style == "single" or not _opens_words(text, mark.at):
        return None
    last = _reports_again(text, mark.at + 4, _before_next(text, mark, end, found)) - 1
    while last > mark.at and text.forms[last] in {"\n", ".", "،", ","}:
        last -= 1
    return text.trimmed(mark.at + 1, last) if last - mark.at >= 4 else None


def _opens_words(text: Text, i: int) -> bool:
    """Whether a pause or, in the same sentence, a cue or a particle leads to the mark at `i`, or a clause begins right
    behind it (… للطن "وسيكون الموسم أفضل …)."""
    if not i or not text.words[i - 1] or _begins_clause(text, i + 1):
        return True
    for j in range(i - 1, max(-1, i - _LED), -1):
        if text.forms[j] in SENTENCE_ENDS or text.forms[j] == "\n":
            return False
        if text.words[j] and (_that(text, j) or any(f.shape != "masdar" for f in lookup(text.forms[j])[0])):
            return True
    return False


def _begins_clause(text: Text, i: int) -> bool:
    """أن, وسيكون, يؤدي; بل إن."""
    near = [k for k in (i, i + 1) if text.words[k]]
    verb = bool(near) and (text.forms[i] in VERBS or is_future(text.forms[i]))
    return verb or any(_that(text, k) for k in near)


def _that(text: Text, k: int) -> bool:
    return bool(classify(text.forms[k]).flags & wc.THAT)


def _before_next(text: Text, mark: Open, end: int, found: list[Marked]) -> int:
    """Where the words of a mark that never closes are over because the next pair stands beside them, not inside: it
    begins a sentence (… النهر. "وسنبني …"), or a cue leads to it (… في الدول، إلا أن "الفقر …"); else `end`."""
    for m in reversed(found):
        if m.opening <= mark.at:
            break
        if m.style != mark.style or m.closing < 0 or m.opening - mark.at < 4:
            continue
        k = m.opening - 1
        if text.forms[k] in SENTENCE_ENDS:
            end = k
        elif text.forms[k] == ":" or is_led(text, m.opening):
            if (begins := _conjoined_cue(text, m.opening)) > mark.at + 3:
                end = begins
                continue
            pauses = (j for j in range(k - 1, mark.at + 2, -1) if text.forms[j] in _PAUSES)
            led = mark.at > 0 and (text.forms[mark.at - 1] == ":" or is_led(text, mark.at))
            end = next(pauses, end if led else mark.at)
        elif m.opening < end <= m.closing:
            end = m.opening  # the pause stands inside this pair
    return end


def _conjoined_cue(text: Text, i: int) -> int:
    """… في المدينة وأضاف الوزير أن "…: where the cue with its و begins that leads to the mark at `i`, -1 where none
    does."""
    for j in range(i - 1, max(-1, i - _NEAR_CUE), -1):
        readings, cut = lookup(text.forms[j]) if text.words[j] else ((), 0)
        if text.forms[j] in _PAUSES:
            return -1
        if any(f.strength == "s" and f.shape == "past" and not f.has_object for f in readings):
            return j if cut and text.forms[j][0] == "و" else -1
    return -1


def _reports_again(text: Text, i: int, end: int) -> int:
    """Where the writer's own reporting goes on (…، مشيرا إلى أن …; … مضيفة بأن; …، وذكرت أن), else `end`."""
    for j in range(i, end):
        if text.words[j] and j + 1 < end and _that(text, j + 1):
            after_pause = not text.words[j - 1] and text.forms[j][0] == "و"
            shapes = ("past", "participle") if after_pause else ("participle",)
            if any(r.shape in shapes for r in lookup(text.forms[j])[0]):
                return j
        if text.forms[j - 1] in SENTENCE_ENDS and text.forms[j][0] == "و" and _reports(text, j, end):
            return j
        if text.words[j] and not text.words[j - 1]:
            k = j + 1 if text.forms[j] in {"اذ", "حيث", "ثم", "كما"} and j + 1 < end else j
            readings, _ = lookup(text.forms[k])
            past = (
                r for r in readings if r.strength == "s" and r.shape == "past" and not r.has_object
            )  # إضافة is none
            if any(past) or any(r.shape == "participle" for r in readings):
                return j
    return end


def _reports(text: Text, j: int, end: int) -> bool:
    """. وأقر المدير بأن …, . وترى الصحيفة أن …: a finite verb of reporting with its particle close by."""
    if not any(r.shape in ("past", "present") for r in lookup(text.forms[j])[0]):
        return False
    return any(_that(text, k) for k in range(j + 1, min(j + 5, end)) if text.words[k])


def resumes(text: Text, i: int, floor: int) -> int:
    """The pause, behind token `floor`, after which the writer reports again right before the mark at `i`: … قريبا.
    وأضاف المدير "…, …، مؤكدا أن "…; -1 where none does, or somebody recites (. قال تعالى "…)."""
    k = i - 1 - (text.forms[i - 1] == ":")
    while k > floor and k >= i - _RESUMED and text.words[k]:
        k -= 1
    if k <= floor + 3 or text.words[k] or text.forms[k] not in _PAUSES or k >= i - 1:
        return -1
    readings, cut = lookup(text.forms[k + 1])
    finite = ("past", "present") if cut or text.forms[k] in SENTENCE_ENDS else ()
    if not any(r.shape == "participle" or (r.shape in finite and not r.has_object) for r in readings):
        return -1
    recited = any(formula(text, j) is not None for j in range(k + 2, i))
    return -1 if recited else k


def is_led(text: Text, i: int) -> bool:
    """Whether a cue with its subject, or a particle, stands right before the mark at `i`: وقال الوزير" …, أن" …."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if not text.words[j]:
            return False
        if j == i - 1 and _that(text, j):
            return True
        if any(f.strength == "s" and f.shape in ("past", "present") for f in lookup(text.forms[j])[0]):
            return True
    return False
