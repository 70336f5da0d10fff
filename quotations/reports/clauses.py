"""Where an unmarked clause ends: with its sentence, or where the writer's own reporting goes on."""

from bisect import bisect_right
from collections.abc import Sequence

from quotations.lexicon import of_class
from quotations.matching import forms_of, with_and
from quotations.page.scripture import OPENING, names_source
from quotations.page.sentences import Sentence
from quotations.reports.reading import AND_THAT, CLOSING_MARKS
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.text import Text
from quotations.words.wordclass import classify

_STOPS = frozenset({".", "،", ",", "؛", ":", "-", "–", "..", "...", "…"})
_OCCASIONS = forms_of("قبل عقب ردا تعليقا")
_SPOKEN_IN = forms_of("بيان تصريح تصريحات حديث مقابلة حوار تغريدة تدوينة")
EXCEPT = forms_of("إلا غير لكن ولكن لكنه لكنها لكنهم ولكنه ولكنها ولكنهم بيد")
_WITHHELD = frozenset(
    person + verb + plural
    for person in "يت"
    for verb in forms_of("حدد وضح ذكر كشف فصح عط عطي دل دلي قدم شر شير سم سمي خض خوض")
    for plural in ("", "وا")
)  # لم يوضح، دون أن تكشف: how writers tell that a source keeps something to itself
_WITHOUT = forms_of("دون بدون")
_GIVING, _DETAILS = of_class("nouns.tsv", "giving"), of_class("nouns.tsv", "detail")
_GOES_ON = 12  # tokens from there to what such a clause goes on with
_THANKS = forms_of("الشكر شكره شكرها شكرهم اعتذاره اعتذارها اعتذارهم التعازي تعازيه التهنئة التهاني تهانيه")
_ACTS = {
    participle: objects
    for participles, objects in (
        (forms_of("مقدما مقدمة مقدمين"), _THANKS),
        (forms_of("محملا محملة محملين"), forms_of("المسؤولية مسؤولية المسؤوليات كامل")),
        (forms_of("ضاربا ضاربة ضاربين"), forms_of("المثل مثلا مثالا الأمثلة")),
    )
    for participle in participles
}  # مقدما شكره، محملا الشركة المسؤولية: acts of speech that take a verb of another kind and its object
_MAY_BE_ASIDE = Landmark({"وذلك", "في", *_WITHOUT, *_ACTS, *_WITHHELD})
_OBJECT = 6  # tokens from such a participle to its object
# At the head of a sentence: its own clause follows behind a comma.
_SUBORDINATE = with_and("رغم برغم إذا لئن عندما حينما بعدما إذ")
_CAUSES = forms_of("ولأن ولأنه ولأنها ولأنهم")
_MAY_CONCEDE = Landmark({*with_and("رغم برغم الرغم بالرغم"), *_CAUSES})
_CONDITIONS = forms_of("إذا وإذا فإذا لو ولو لئن أما وأما")
_CONCESSION = 60  # tokens of a clause that is conceded, at most
WHILE = with_and("فيما بينما")  # these may as well only turn to what another one says
SO = forms_of("فإن فإنه فإنها فإنهم فقد")  # they open the clause that an attribution or a condition leads to
_MAIN = SO | forms_of("فلن فلم فلا فهو فهي فليس")
_SUBORDINATE_PAIRS = tuple(
    [first, second]
    for firsts, second in ((with_and("في"), "حين"), (with_and("في"), "وقت"), (with_and("مع بعد"), "ان"))
    for first in firsts
)
_TURNS = forms_of(
    "لكن لكنه لكنها لكنهم لكنهما لكنهن ولكن ولكنه ولكنها ولكنهم ولكنهما ولكنهن "
    "بيد غير إلا إذ حيث كما فيما بينما وفيما وبينما بحيث ثم "
    "بعدما فقد"
)


class Ends:
    """The ends that the cues and connectives of one sentence set; each clause takes the first after its beginning."""

    def __init__(self, text: Text, s: Sentence, cuts: Sequence[tuple[int, int]]) -> None:
        """`cuts`: (token of a cue that ends what stands before, last token before it), in order."""
        self.text, self.s = text, s
        self.cuts = sorted({*cuts, *self._asides(), *self._main_clause()})
        self.at = [at for at, _ in self.cuts]
        self.conceded = self._conceded()

    def _asides(self) -> list[tuple[int, int]]:
        """…، في إشارة إلى …; وذلك في بيان …; …، دون أن يوضح …: the writer tells what was meant, when it was said, or
        what was not."""
        forms = self.text.forms
        out: list[tuple[int, int]] = []
        for k in self.text.where(_MAY_BE_ASIDE, self.s.first + 1, self.s.last - 1):
            form = forms[k]
            if form == "وذلك":
                aside = forms[k + 1] in _OCCASIONS or (forms[k + 1] == "في" and self._spoken_in(k + 2))
            elif form == "في":
                aside = forms[k + 1] == "اشاره"
            elif form in _WITHOUT:
                at = k - (forms[k - 1] == "من")
                if keeps_back(forms, k) and self._is_free(at):
                    out.append((at, at - 1))
                continue
            elif form in _ACTS:
                aside = any(f in _ACTS[form] for f in forms[k + 1 : k + _OBJECT]) and comma_before(self.text, k)
            else:
                aside = form in _WITHHELD and (at := self._withholds(k)) > 0
                if aside:
                    out.append((at, at - 1))
                    continue
            if aside:
                out.append((k, k - 1))
        return out

    def _spoken_in(self, k: int) -> bool:
        """وذلك في بيان …, وذلك في سياق حديثه …, not وذلك في سياق الخطة."""
        forms, last = self.text.forms, self.s.last
        if k < last and forms[k] in ("سياق", "معرض"):
            return forms[k + 1].endswith(wc.HIS)
        return k <= last and forms[k] in _SPOKEN_IN

    def _is_free(self, k: int) -> bool:
        """Whether no dash and no opening mark stands before token `k`: «… دون ذكر سبب», - دون ذكر سبب -."""
        spaced = self.text.ends[k - 1] < self.text.starts[k]
        return (
            self.text.words[k - 1]
            or self.text.forms[k - 1] in "،,"
            or (spaced and self.text.forms[k - 1] in CLOSING_MARKS)
        )

    def _withholds(self, k: int) -> int:
        """…، دون أن يحدد …; …، لكنه لم يكشف …; …، ولم توضح …: where this begins for the verb at `k`, right behind a
        comma; 0 where it is none of them."""
        forms, j = self.text.forms, k - 1
        if forms[j] == "ان" and forms[j - 1] in ("دون", "بدون"):
            j -= 1 + (forms[j - 2] == "من")
        elif forms[j] == "لم" and (forms[j - 1] in EXCEPT or forms[j - 2] in EXCEPT):
            j -= 1 if forms[j - 1] in EXCEPT else 2
        elif forms[j] != "ولم":
            return 0
        return j if j > self.s.first and comma_before(self.text, j) else 0

    def _main_clause(self) -> list[tuple[int, int]]:
        """وفي حين أعلنت الوزارة أن …، أشارت البلدية إلى …; ورغم أن فلانا قال إن …، فإن …: where the sentence's own
        clause begins behind one that its head subordinates."""
        forms, first = self.text.forms, self.s.first
        subordinate = forms[first] in _SUBORDINATE or forms[first : first + 2] in _SUBORDINATE_PAIRS
        if not subordinate and forms[first] not in WHILE:
            return []
        for k in range(first + 4, self.s.last):
            if forms[k - 1] in "،," and ((subordinate and forms[k] in _MAIN) or _is_past(forms[k])):
                return [(k, k - 1)]
        return []

    def _conceded(self) -> list[tuple[int, int, int]]:
        """ورغم أن الوزارة قالت إن …، إلا أن …; ولأن الوزارة قالت إن … فإن …: (where the clause begins that the sentence
        subordinates, its first comma, where the sentence's own clause answers it)."""
        forms, s = self.text.forms, self.s
        out: list[tuple[int, int, int]] = []
        for k in self.text.where(_MAY_CONCEDE, s.first, s.last - 4):
            cause = forms[k] in _CAUSES
            if cause and k > s.first:
                continue
            at = k + 1 + (not cause and forms[k + 1] == "من")
            if not cause and not forms[at].startswith("ان"):
                continue
            comma, condition = 0, False
            for j in range(at + 2, min(at + _CONCESSION, s.last)):
                comma = comma or (j if forms[j] in "،," else 0)
                condition = condition or forms[j] in _CONDITIONS
                if self._answers(j, cause) and not condition:
                    out.append((at, comma or j, j))
                    break
        return out

    def _answers(self, j: int, cause: bool) -> bool:
        """Whether the clause that answers رغم أن or لأن begins at token `j`: إلا أن, فإن, …، لكن."""
        form = self.text.forms[j]
        if form in SO:
            return form != "فقد" or comma_before(self.text, j)
        if cause:
            return False
        if form == "الا":
            return self.text.forms[j + 1].startswith("ان")
        return form in EXCEPT and form != "غير" and comma_before(self.text, j)

    def after(self, start: int, limit: int) -> int:
        """The last token of the clause that begins at `start` and cannot go beyond `limit`."""
        n = bisect_right(self.at, start)
        end = min(limit, self.cuts[n][1]) if n < len(self.cuts) else limit
        end = min([end, *(answer - 1 for first, comma, answer in self.conceded if first < start <= comma)])
        return trimmed(self.text, start, end)


def keeps_back(forms: Sequence[str], k: int) -> bool:
    """دون ذكر تفاصيل, من دون إعطاء أي تفاصيل: what whoever speaks does not tell; not دون ذكر الأسباب وأن …, where his
    words go on."""
    if forms[k] not in _WITHOUT or classify(forms[k + 1]).stem not in _GIVING:
        return False
    near = map(classify, forms[k + 2 : k + 5])
    detailed = any(w.stem in _DETAILS and w.prep != "ب" for w in near)  # not بسبب
    return detailed and AND_THAT.isdisjoint(forms[k + 3 : k + _GOES_ON])


def _is_past(form: str) -> bool:
    """Whether a word is the past of a verb of reporting, without a conjunction."""
    readings, cut = lookup(form)
    return not cut and any(f.shape == "past" and not f.has_object for f in readings)


def trimmed(text: Text, first: int, end: int) -> int:
    """The clause's last token without final punctuation, a bare وذلك and a reference in brackets."""
    forms = text.forms
    while end > first:
        if (not text.words[end] and forms[end] in _STOPS) or forms[end] == "وذلك":
            end -= 1
        elif (
            forms[end] in OPENING.values()
            and (opening := _opening(text, first, end)) > first
            and names_source(text, opening)
        ):
            end = opening - 1
        elif forms[end] in OPENING.values() and forms[end] == ")" and _opening(text, first, end) < first:
            end -= 1
        else:
            break
    return end


def _opening(text: Text, first: int, end: int) -> int:
    """The opening bracket of a short bracket that closes at `end`; -1 where the clause has none."""
    for k in range(end - 1, max(first - 1, end - 12), -1):
        if text.forms[k] in OPENING:
            return k
    return -1 if end - first < 12 else end


def before_turn(text: Text, first: int, k: int) -> int:
    """The last token before the connective that leads to the cue at `k`: …، إلا أن مصدرا أعلن → the comma."""
    start = k
    for j in range(k - 1, max(first, k - 6), -1):
        form = text.forms[j]
        if not text.words[j]:
            break
        if form in _TURNS and (form not in ("الا", "غير") or text.forms[j + 1].startswith("ان")):
            if form == "حيث" and text.forms[j - 1] == "من":
                break  # من حيث أن …
            start = j
            break
        if form == "ان" and text.forms[j - 1] == "قبل":
            start = j - 1
            break
        if form in ("حين", "وقت") and text.forms[j - 1] == "في":
            start = j - 1
            break
        if form == "الذي" and text.forms[j - 2 : j] == ["في", "الوقت"]:
            start = j - 2
            break
    return start - 1


def is_conjoined(text: Text, k: int) -> bool:
    """وأضاف, و قال: the cue has و."""
    return (text.forms[k][0] in "وف" and lookup(text.forms[k])[1] > 0) or text.forms[k - 1] == "و"


def comma_before(text: Text, k: int) -> bool:
    """Whether a pause stands before the token."""
    return not text.words[k - 1] and not classify(text.forms[k - 1]).flags & wc.FUNCTION
