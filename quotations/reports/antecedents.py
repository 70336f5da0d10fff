"""Whom a clause without a relative pronoun tells of: نشر باحثون دراسة حديثة أظهرت أن, مع خبراء في المدينة توقعوا أن."""

from quotations.matching import forms_of, with_and
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.reports.reading import Report
from quotations.words import phrase_words as words
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_LONGEST = 14  # tokens from the noun to its verb
_LONGEST_HEAD = 24  # tokens of a sentence before its first verb
_IN = with_and("في خلال عبر ضمن بعد قبل عقب إثر منذ أثناء لدى تحت أمام حول بموجب وفق حسب دون بدون")  # a frame, a place
_AS = forms_of("بصفته بصفتها باعتباره باعتبارها بوصفه بوصفها كان كانت ليس ليست أصبح أصبحت بات باتت يعد تعد يعتبر تعتبر")
# من جانب آخر; what shows something, and says nothing; whom no clause describes
_NEVER = (
    forms_of("جانب جهة ناحية صعيد أدلة دليل مؤشر مؤشرات أحدهم أحدهما أحدهن إحداهن بعضهم بعضهن بعضهما")
    | words.QUANTIFIERS
)
_BUT = with_and("لكن")
_THROUGH = forms_of("من في")
_IN_IT = forms_of("فيه فيها فيهما فيهم به بها خلاله خلالها عبره عبرها ضمنه ضمنها بموجبه بموجبها منه منها عنه عنها")
_NOUNS = wc.DOCUMENT | wc.UNNAMED | wc.GROUP | wc.PERSON_HEAD | wc.ORGANIZATION | wc.MEDIA
_PROPER = wc.PLACE | wc.GIVEN | wc.BODY_NAME | wc.MEDIA_NAME
_BODIES = wc.ORGANIZATION | wc.MEDIA
_KNOWN = wc.GIVEN | wc.PERSON_HEAD | wc.HONORIFIC
_OPEN = wc.PREPOSITION | wc.TIME | wc.ADVERB | wc.NISBA


def antecedent(text: Text, s: Sentence, r: Report) -> NounPhrase | None:
    """The indefinite noun before a finite verb whose clause describes it (جملة النعت: behind an indefinite noun no
    relative pronoun stands), its own words and what goes with it by a preposition between the two. It agrees with the
    verb in gender and number; what the verb takes up again by a pronoun is not its subject (بيانا قال فيه).
    """
    form, last = r.form, r.first - 1
    if form is None or form.has_object or r.anybody or taken_up(text, r.last + 1):
        return None
    if text.forms[last] == "قد":
        last -= 1 + (text.forms[last - 1] in words.HAD)
    elif text.forms[last] in words.HAD:
        last -= 1
    for k in range(last, max(s.first, last - _LONGEST), -1):
        w = classify(text.forms[k])
        if not _is_within(text, k):
            return None
        if not w.flags & _NOUNS or w.definite or w.flags & (wc.RELATIVE | wc.PREPOSITION):
            continue
        if w.flags & wc.DOCUMENT and (form.cls == "ask" or (form.shape == "past" and form.facts & vf.ISSUED)):
            return None  # دراسة نشرت في مجلة كذا
        if form.number == "s" and _is_within_another(text, s, k):
            continue
        np = _phrase(text, s, k, last)
        if np is not None and _tells_of(text, np, form) and not _is_apposition(text, np):
            return np
    return None


def taken_up(text: Text, k: int) -> bool:
    """بيانا قال فيه, رسالة أوضح من خلالها: whether a pronoun at token `k` takes up what holds the words, not who says
    them."""
    k += text.forms[k] in _THROUGH
    return text.forms[k] in _IN_IT


def heads_alone(text: Text, s: Sentence, r: Report, described: NounPhrase) -> bool:
    """هدى العلي في مقابلة مع صحيفة محلية قالت إن: whether somebody named begins the sentence with whom its first verb
    agrees, that of `r`; the noun `described` right before the verb belongs to the frame. A name whose gender nothing
    tells agrees with any verb, but not where a document may show something."""
    form = r.form
    if form is None or form.number != "s" or not 0 < r.first - s.first <= _LONGEST_HEAD:
        return False
    np = parse(text, s.first, r.first)
    if np is None or not np.has_name or np.first == described.first:
        return False
    if not classify(text.forms[s.first]).flags & _KNOWN:
        return False  # واستعانت الصحيفة بخبير قال: a verb that no list knows
    if described.kind == "document" if np.feminine is None else np.feminine != (form.gender == "f"):
        return False
    return not any(_may_be_verb(text.forms[k]) for k in range(np.last + 1, r.first))


def _may_be_verb(form: str) -> bool:
    return form in words.VERBS or any(f.shape in ("past", "present") for f in lookup(form)[0])


def _is_within(text: Text, k: int) -> bool:
    """Whether token `k` may stand between a noun and the clause that describes it: no sign, no verb, no particle."""
    if not text.words[k]:
        return text.forms[k] in '«»"“”()/'
    form = text.forms[k]
    w = classify(form)
    if w.conj or (form[0] == "و" and classify(form[1:]).flags & (wc.PLACE | wc.GIVEN)):
        return False
    if w.flags & (wc.THAT | wc.RELATIVE | wc.AUXILIARY | wc.CONJUNCTION | wc.PRONOUN) and not w.flags & _NOUNS:
        return False
    if w.definite or w.flags & (_NOUNS | _OPEN | wc.GIVEN | wc.SURNAME):
        return True
    return not _may_be_verb(form)


def _is_within_another(text: Text, s: Sentence, k: int) -> bool:
    """Whether the noun at token `k` belongs to another noun of whose number the verb may be too: the second noun of two
    (محافظ بنك مركزي), in a frame (وفي تصريح لوكالة عربية قال), in a clause of its own that a noun begins and no verb
    follows (إن قرار الاستعانة بخبير أجنبي يؤكد)."""
    w, before = classify(text.forms[k]), classify(text.forms[k - 1])
    if not w.prep and _is_open(text.forms[k - 1]) and not before.stem.endswith("ون"):
        return True
    for j in range(k - 1, max(s.first - 1, k - _LONGEST), -1):
        form = text.forms[j]
        if form in _IN and (j == s.first or not text.words[j - 1] or form[0] == "و"):
            return True
        b = classify(form)
        if b.flags & wc.THAT or form in _BUT:
            return j < k - 1
        if not text.words[j] or _may_be_verb(form):
            return False
    return False


def _phrase(text: Text, s: Sentence, k: int, last: int) -> NounPhrase | None:
    """The phrase whose head stands at token `k`, with its number (خمسة مهندسين), if the head is indefinite and no frame
    or predicate (في بيان, بصفته خبيرا) and a preposition follows what belongs to it."""
    w, before = classify(text.forms[k]), text.forms[k - 1]
    if w.conj or w.prep == "ك" or before in _IN or before in _AS or w.stem in _NEVER:
        return None
    if _is_no_noun(text, k):
        return None
    start = k - (before in words.NUMBERS or before in words.QUANTIFIERS)
    if start < k and text.forms[start - 1] in _IN:
        return None
    np = None if w.prep else parse(text, start, last + 1)
    np = np or parse_attached(text, k, last + 1)
    if np is None or np.last > last or np.joined or np.head < 0 or np.has_name:
        return None
    if _is_made_definite(text, np, k):
        return None
    after = classify(text.forms[np.last + 1])
    return np if np.last == last or after.prep or after.flags & _OPEN or after.stem.endswith("ه") else None


def _is_apposition(text: Text, np: NounPhrase) -> bool:
    """سليم الحداد خبير في الري يقول: whether one person's office stands behind a name; what it is not, a preposition
    governs, or it stands in the accusative (بخبير في الري قال, التقت الصحيفة رجلا قال)."""
    k = np.first
    one = not np.plural and np.kind in ("person", "unnamed_source") and not classify(text.forms[k]).flags & wc.DOCUMENT
    before, w = classify(text.forms[k - 1]), classify(text.forms[k])
    governed = np.cut or before.flags & wc.PREPOSITION
    accusative = k in text.tanwin or (text.forms[k] == w.stem + "ا")
    accusative = accusative or (text.last_letter(k) == "ة" and before.definite and not before.flags & wc.SURNAME)
    return one and not governed and not accusative


def _is_open(form: str) -> bool:
    """Whether a word is one of the nouns, without the article."""
    w = classify(form)
    return bool(w.flags & _NOUNS) and not w.definite


def _is_no_noun(text: Text, k: int) -> bool:
    """تقارير صحفية, محللين آخرين, على موقع تابع لكذا: whether token `k` is an adjective, or where something stands."""
    form, before = text.forms[k], text.forms[k - 1]
    if words.RELATIONAL.fullmatch(form.removesuffix("ا")) or form in words.OTHERS:
        return _is_open(before)
    return bool(classify(form).flags & wc.MEDIA) and before == "علي"


def _is_made_definite(text: Text, np: NounPhrase, k: int) -> bool:
    """مدير مكتب الوزير, وكالة فرانس برس: whether what the noun at `k` owns, or its name, makes it definite."""
    w = classify(text.forms[k])
    for j in range(k + 1, np.last + 1):
        following = classify(text.forms[j])
        if following.flags & wc.PREPOSITION or following.prep:
            break
        if following.definite or following.flags & _PROPER:
            return True  # مدير مكتب الوزير: made definite by what it owns
        if w.flags & _BODIES and not words.RELATIONAL.fullmatch(text.forms[j]):
            return True  # وكالة فرانس برس
    return False


def _tells_of(text: Text, np: NounPhrase, form: CueForm) -> bool:
    """Whether a verb agrees with the noun before it: many people take the plural, many things the feminine."""
    w = classify(text.forms[np.head])
    if form.number != "s":
        return np.plural and np.kind != "document" and not w.flags & (wc.DOCUMENT | wc.ORGANIZATION | wc.MEDIA)
    if np.plural:
        return form.gender == "f" and np.kind != "group"
    return np.feminine is not None and np.feminine == (form.gender == "f")
