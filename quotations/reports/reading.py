"""What one pass over a sentence finds: its reporting events, before anybody is decided to be the speaker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotations.lexicon import of_class
from quotations.matching import forms_of, with_and
from quotations.page.marks import Marked
from quotations.page.scripture import Verse, verses
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm
from quotations.words.text import Text
from quotations.words.wordclass import classify

Content = Literal["mark", "that", "colon", "bare", "before", "none"]
Style = Literal["finite", "participle", "masdar", "preposition", "colon"]
Tokens = tuple[int, int]


NEGATIONS = forms_of("لم لا لن ولم ولا ولن فلم فلا فلن ألم دون بدون غير عدم ليس وليس")
WHAT = forms_of("ما لما بما فيما مما ومما وما")
PREPOSITIONS = forms_of("بحسب حسب وفق وفقا طبقا وبحسب وحسب ووفق ووفقا وطبقا فبحسب فوفق تبعا وتبعا نقلا")
AS = with_and("كما حسبما وفقما بحسبما مثلما")
STANDS = forms_of("جاء وجاء ورد وورد جاءت وجاءت وردت ووردت ويرد ونقرأ يرد")
OUGHT = forms_of("ضرورة أهمية وجوب")
LIKELY = frozenset("ال" + form for form in of_class("adjectives.tsv", "likely"))  # من المتوقع أن …
OF_TIME = frozenset(
    "ال" + form + ending for form in of_class("adjectives.tsv", "when") for ending in ("", "ه")
)  # الشهر الماضي, الليلة الماضية
IMPERSONAL = with_and("يذكر يشار يتوقع يعتقد يلاحظ يرجح ينتظر يقال يفترض")
PRETEXTS = forms_of("بحجة بدعوى بذريعة")  # رفضت اللجنة الطلب بحجة أنه …: a verbal noun of saying in all but name
# Words that open a sentence of one's own, which no subject or frame of a cue holds.
SPEAKS = of_class("plain_verbs.tsv", "own") | forms_of("لقد نحن أنا كنا كنت لدينا عندنا عندي علينا هناك ليس ليست لن")
ABOUT = with_and("عن حول بشأن بخصوص")  # before a sentence's verb: what is spoken of
ABOUT_OR_IN = ABOUT | with_and("في")  # … or where
_AS_FAR_AS = with_and("فيما")
_IN_WHAT = (["في", "ما"], ["وفي", "ما"])
_IT_CONCERNS = forms_of("يتعلق يخص يتصل يرتبط")  # behind فيما, في ما
AND_THAT = forms_of("وأن وأنه وأنها وأنهم وأنهما وأنهن وبأن وبأنه وبأنها وبأنهم")  # in matching form وإن too
CLOSING_MARKS = frozenset("«»\"“”„›>>''’″‟")
ALSO = forms_of("أيضا كذلك")
_ASKED = forms_of("سؤال أسئلة حديث تصريح تصريحات")
OPENING_MARKS = frozenset("«»\"“”„‹<<''‘″‟")


@dataclass(slots=True)
class Report:
    """One reporting event. `np` is the overt speaker, None where the subject is dropped; spans are token ranges."""

    sentence: int
    first: int
    last: int
    style: Style
    form: CueForm | None
    np: NounPhrase | None = None
    subject_first: bool = False
    content: Content = "none"
    content_at: int = -1
    content_end: int = -1
    region: Tokens = (0, -1)
    medium: Tokens | None = None
    addressee: Tokens | None = None
    occasion: Tokens | None = None
    negated: bool = False
    main: int = -1  # index of the report whose subject this participle or masdar shares
    relay: int = -1  # where the preposition begins that names the medium at the sentence's end
    cueless: bool = False  # a verse that only its reference names
    clause: Tokens | None = None  # that begins with marked words (إن «…» التي …), or follows them (إن «…» وإن …)
    anybody: bool = False  # هناك من يرى أن: nobody in particular
    titled: bool = False  # كتبت الصحيفة تحت عنوان «…»: what its paper writes follows
    own_source: bool = False  # نقلت … عن فلان: np is whom they quote, medium who relays


class Reading:
    """The text of one field, its sentences and marks, as every step of the reading sees them."""

    def __init__(
        self, text: Text, sentences: list[Sentence], marked: list[Marked], passages: list[Verse] | None = None
    ) -> None:
        """`passages` are the verses of the whole text, where they have been looked for already."""
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentences = sentences
        self.top = {m.opening: m for m in marked if m.depth == 0}
        self.openings = sorted(self.top)
        self.marked_starts = {m.first for m in marked if m.depth == 0}
        self.passages = verses(text) if passages is None else passages
        self.verses = self._verses_by_sentence()
        self.known: set[str] = set()  # last names that the registry knows
        self.open_clause = -1  # the last sentence that somebody's clause runs to the end of

    def _verses_by_sentence(self) -> dict[int, list[Verse]]:
        out: dict[int, list[Verse]] = {}
        n = 0
        for v in self.passages:
            while n + 1 < len(self.sentences) and self.sentences[n].last < v.first:
                n += 1
            if self.sentences and self.sentences[n].first <= v.first <= self.sentences[n].last:
                out.setdefault(n, []).append(v)
        return out

    def _end_of_mark(self, j: int) -> int:
        m = self.top[j]
        return m.closing if m.closing >= 0 else m.last

    def _says_i(self, k: int) -> bool:
        """Whether somebody's own sentence begins at `k`: نحن, لقد, سأعمل."""
        form = self.forms[k]
        return form in SPEAKS or (form.startswith("سا") and self.text.alif(k) == "أ")

    def is_speaker(self, np: NounPhrase) -> bool:
        """Whether a phrase is a person, a body or a source by more than its place."""
        if np.head >= 0 or np.fixed or np.joined or self._known_name(np):
            return True
        if not np.has_name:
            return False
        classes = [classify(self.forms[k]) for k in range(np.name_first, np.name_last + 1) if self.words[k]]
        return any(w.flags & wc.GIVEN and not w.flags & wc.COMMON for w in classes) or all(
            not w.flags & ~wc.SURNAME and not w.definite for w in classes
        )

    def _known_name(self, np: NounPhrase) -> bool:
        last = self.forms[np.last][np.cut * (np.first == np.last) :]  # … والعربي يقول
        return last in self.known or (np.has_name and self.forms[np.name_last] in self.known)

    def _media_phrase(self, at: int, prep: str) -> bool:
        """Whether an outlet's name stands at `at`: فرانس برس, لبي بي سي, للجزيرة نت."""
        form = self.forms[at]
        stem = form if not prep else "ال" + form[2:] if form.startswith("لل") else form[1:]
        for parts, flags in wc.phrases().get(stem, ()):
            if flags & wc.MEDIA_NAME and tuple(self.forms[at + 1 : at + len(parts)]) == parts[1:]:
                return True
        if not form.startswith("لل") or not prep or not classify(stem).flags & wc.MEDIA_NAME:
            return False
        if at and self.forms[at - 1] in _ASKED:
            return True  # على سؤال للحياة
        after = at + 1  # للحياة: a paper's name where the words follow at once
        return self.forms[after] in "،,:" or after in self.top or bool(classify(self.forms[after]).flags & wc.THAT)

    def _names_outlet(self, k: int) -> bool:
        """Whether an outlet, or a name in marks, stands at `k`."""
        if k in self.top:
            return self.top[k].closing >= 0 and self.top[k].last - self.top[k].first <= 4
        if not self.words[k]:
            return False
        return bool(classify(self.forms[k]).flags & (wc.MEDIA | wc.MEDIA_NAME)) or self._media_phrase(k, "")

    def _is_over(self, s: Sentence, k: int) -> bool:
        """Whether neither words nor marks stand in the sentence from token `k` on."""
        while k <= s.last and not self.words[k] and k not in self.top:
            k += 1
        return k > s.last


def opens_topic(forms: Sequence[str], k: int) -> bool:
    """Whether what is spoken of begins at token `k`: عن الجسر, فيما يتعلق بالجسر, في ما يخص الجسر.

    >>> [opens_topic(words.split(), 0) for words in ("وعن الجسر قال", "وفي ما يخص الجسر قال", "وفي الجسر قال")]
    [True, True, False]
    """
    if forms[k] in ABOUT:
        return True
    if forms[k] in _AS_FAR_AS:
        verb = k + 1
    elif [*forms[k : k + 2]] in _IN_WHAT:
        verb = k + 2
    else:
        return False
    return verb < len(forms) and forms[verb] in _IT_CONCERNS
