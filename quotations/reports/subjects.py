"""The subject right after a verb of reporting (VS)."""

from dataclasses import replace

from quotations.matching import forms_of, word_form
from quotations.model import SpeakerKind
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.phrases.things import PEOPLE, is_thing
from quotations.reports.holders import with_holder
from quotations.reports.objects import Objects
from quotations.reports.reading import NEGATIONS, OF_TIME, OPENING_MARKS, PREPOSITIONS, SPEAKS, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.formulas import formula
from quotations.words.phrase_words import BLESSINGS, IN_NAMES, MANY, MOST
from quotations.words.wordclass import classify

_WITH_HIM = forms_of("معه معها معهم معهما معهن")
_THE_VIEW = word_form("الرأي")
_SO = forms_of("ذلك الرأي")
_SOURCES = ([word_form("مصادر")], [word_form("مصادرها")], [word_form("مصدر")], [word_form("مصادره")])
_YESTERDAY, _FIRST, _THE_FIRST = word_form("أمس"), word_form("أول"), word_form("الأول")  # أول أمس, أمس الأول
_AGAIN, _ONCE = forms_of("أخرى جديدة ثانية ثالثة رابعة"), word_form("مرة")
_PEOPLE = PEOPLE | MANY
_HOW = forms_of("خطأ بداية")  # accusatives that no alif shows
_BODIES = wc.ORGANIZATION | wc.MEDIA | wc.MEDIA_NAME | wc.BODY_NAME
_BUT = forms_of("لكن ولكن و")
_SET_OFF = frozenset("-–—ـ(،")
_LONGEST_NAME, _LONGEST_BODY = 4, 7  # tokens behind the first one in marks
_PREDICATE = 8  # tokens behind a verb of judging to its judgement
_GOES_ON = wc.TIME | wc.ADVERB | wc.PREPOSITION
_LEADING_ON = frozenset({"عن", "علي", "في", "الي", "خلال"})
_SHORT = forms_of(  # قال عنه فلان, الذين قال فيهم الشاعر
    "عنه عنها عنهم عنهما عنهن عنا عني عنك له لها لهم لهما لهن لي لنا لك لكم فيه فيها فيهم فيهما فيهن به بها بهم بهما "
    "عليه عليها عليهم إليه إليها إليهم منه منها منهم بذلك"
)


class Subjects(Objects):
    """Finds the subjects of cues."""

    def _subject_after(self, s: Sentence, r: Report, k: int, following: int) -> NounPhrase | None:
        """The subject right after its verb (VS), past short insertions."""
        form = r.form
        if form is None or (form.number == "p" and form.shape in ("past", "present")):
            return None  # قالوا, يقولون have their subject inside
        end = self._before_predicate(form, k, min(s.last + 1, following if following > k else s.last + 1))
        if (sure := self._behind_comma(form, k, end) or self._titled_paper(s, r, k, end)) is not None:
            return sure
        k = self._past_insertions(k, end)
        k = self._past_agreed(k) if form.facts & vf.WITH else k
        if k in self.top:
            return self._marked_subject(s, form, k) if k < end else None
        if k < end and self.forms[k] == "(":
            return self._bracketed_subject(k, end)
        if k < end and self._is_no_subject(k):
            return None
        np = self._parse_behind(k, end)
        if np is not None:
            np = self._with_surname(np, end)
            if is_thing(self.text, np) or self._is_no_name(np) or self._is_other_gender(form, np):
                return None  # أكد حرص الوزير على أن …: the object
        if np is not None and self._is_known_alone(np) and not self._plausible(np):
            np = NounPhrase(k, k, "person", k, k)
        if np is None or not (self._agrees(form, np) or self._is_his_man(np)) or not self._plausible(np):
            return self._paper(form, k, end) or self._unlisted(s, r, k, end) or self._named_by_place(s, form, k, end)
        subject = self._of_transitive(s, r, form, np) if form.facts & vf.OBJECT else np
        return subject and with_holder(self.text, subject, end)

    def _before_predicate(self, form: CueForm, k: int, end: int) -> int:
        """ما سماه «خلية سرية», الذي تعتبره البلدية «عملا متسرعا»: behind a verb that judges what its pronoun takes up,
        the only marks, or the last, hold the judgement and not its subject, which ends before them."""
        if form.strength != "e" or not form.has_object:
            return end
        marks = [j for j in range(k, min(k + _PREDICATE, end)) if j in self.top]
        last = marks[-1] if marks else end
        return last if last in (k, end) or self.words[last - 1] else end

    def _behind_comma(self, form: CueForm, k: int, end: int) -> NounPhrase | None:
        """قالت، هدى العلي إن, وأوضحت، بالمناسبة، شركة المياه، في بيان أن: who stands behind a comma, or behind what is
        set between two, where the words follow, or what tells more of them."""
        if k >= end or self.forms[k] not in "،,":
            return None
        if classify(self.forms[k + 1]).prep and self.forms[k + 2] in "،,":
            k += 2
        np = parse(self.text, k + 1, end) if k + 1 < end and self.words[k + 1] else None
        if np is None or np.kind not in ("person", "organization") or not self._agrees(form, np):
            return None
        named = np.has_name and any(
            classify(self.forms[j]).flags & wc.GIVEN for j in range(np.name_first, np.name_last + 1)
        )
        if not named and not (np.head >= 0 and np.kind == "organization" and np.last > np.first):
            return None
        return np if self._that(np.last + 1) or self.forms[np.last + 1] in "،,:" else None

    def _is_other_gender(self, form: CueForm, np: NounPhrase) -> bool:
        """وكرر فكرة إنشاء «…»: ordinary words, the first of another gender than the verb, are its object; no broken
        plural (ويرى ساسة الغرب أن)."""
        k = np.first
        if form.gender != "m" or np.last == k or np.head >= 0 or np.fixed or self.text.last_letter(k) != "ة":
            return False
        first, second = classify(self.forms[k]), classify(self.forms[k + 1])
        plain = first.flags & (wc.COMMON | wc.NAME_MARK) and not first.flags & (wc.GIVEN | wc.SURNAME | wc.HEAD)
        plain = plain and first.stem not in _PEOPLE
        named = second.flags & (wc.GIVEN | wc.SURNAME) or self.forms[k + 1] in IN_NAMES
        return bool(plain and not named and not self._known_name(np))

    def _is_his_man(self, np: NounPhrase) -> bool:
        """قال محاميه, أكد والده: a man of somebody's, whom their matching form takes for a woman (محامية)."""
        word, written = classify(self.forms[np.first]), self.text.last_letter(np.first)
        return np.first == np.head and bool(word.flags & wc.PERSON_HEAD) and not word.definite and written == "ه"

    def _parse_behind(self, k: int, end: int) -> NounPhrase | None:
        """The phrase that begins at token `k`, before anybody's own sentence (قال فلان كنا …: no name)."""
        np = (self._in_waw(k, end) or parse(self.text, k, end)) if k < end else None
        if np is None:
            return None
        speech = next((j for j in range(k + 1, np.last + 1) if self._says_i(j)), -1)
        return parse(self.text, k, speech) if speech > 0 else np

    def _past_insertions(self, k: int, end: int) -> int:
        """The token behind a time and a pronoun that stand between verb and subject."""
        start = k
        while k < end and self.words[k] and self._tells_when(k, start):
            k += 1
        if start < k < end - 1 and self.forms[k] == "،" and self.words[k + 1]:
            k += bool(classify(self.forms[k + 1]).flags & wc.PERSON_HEAD)  # وقال آنذاك، الناطق باسم …
        if k < end and self.words[k] and self.forms[k] in _SHORT and not formula(self.text, k):  # قال عليه السلام
            k += 1  # «… قال (عنه) فلان»
        if k < end - 1 and self.forms[k] in _SET_OFF and formula(self.text, k + 1):
            k += 1  # قال - عليه الصلاة والسلام -: …
        return k

    def _past_agreed(self, k: int) -> int:
        """واتفق معه في الرأي فلان, واتفق مع هذا الرأي فلان, ووافقه هذا الرأي فلان, ويؤيده في ذلك فلان: the token behind
        whom or what a verb of agreeing agrees with."""
        if self.forms[k] == "مع" and classify(self.forms[k + 1]).flags & wc.DEMONSTRATIVE:
            if k + 2 in self.top:
                return self._end_of_mark(k + 2) + 1  # مع هذا «الرأي» فلان
            return k + 2 + classify(self.forms[k + 2]).definite  # مع هؤلاء فلان
        k += self.forms[k] in _WITH_HIM
        if self.forms[k] in ("في", "علي") and self.forms[k + 1] in _SO:
            return k + 2
        view = k + bool(classify(self.forms[k]).flags & wc.DEMONSTRATIVE)
        return view + 1 if self.forms[view] == _THE_VIEW else k

    def _tells_when(self, k: int, start: int) -> bool:
        """Whether the word at `k` tells when, or belongs to one that does between there and `start` (الشهر الماضي)."""
        form, w = self.forms[k], classify(self.forms[k])
        if w.flags & (wc.ADVERB | wc.TIME):
            return not w.flags & wc.HEAD
        if form == _FIRST:
            return self.forms[k + 1] == _YESTERDAY
        before = self.forms[k - 1] if k > start else ""
        if before == _ONCE and form in _AGAIN:
            return True  # وأكد مرة أخرى أن
        return (form == _THE_FIRST and before == _YESTERDAY) or (form in OF_TIME and classify(before).definite)

    def _with_surname(self, np: NounPhrase, end: int) -> NounPhrase:
        """وقال الدكتور حواس: a surname of the text that is an ordinary word too, behind a title that stands alone."""
        k = np.last + 1
        alone = np.head == np.last and np.kind == "person" and k < end and self.words[k]
        if alone and self.forms[k] in self.known and not classify(self.forms[k]).flags & (wc.FUNCTION | wc.HEAD):
            return replace(np, last=k, name_first=k, name_last=k)
        return np

    def _in_waw(self, k: int, end: int) -> NounPhrase | None:
        """قالت وايدي: the surname of somebody in the text, though it looks as if it began with و."""
        form = self.forms[k]
        if form[0] != "و" or not (form in self.known or self._must_be_name(k)):
            return None
        np = parse(self.text, k, end)
        return np if np is not None and np.name_first == k and not np.cut else NounPhrase(k, k, "person", k, k)

    def _marked_subject(self, s: Sentence, form: CueForm, k: int) -> NounPhrase | None:
        """A name in marks right after its verb (وأعلنت «…» عن, قال "فلان"، الخبير …, ونفى "فلان" أن): the
        subject, not the words."""
        m = self.top[k]
        if m.closing < 0 or m.last - m.first > _LONGEST_BODY or m.closing + 1 > s.last:
            return None
        after = m.closing + 1
        if (body := self._whole_body(form, m, after)) is not None:
            return body
        if m.last - m.first > _LONGEST_NAME:
            return None
        if m.first == m.last and self.forms[m.first] in self.known:
            return NounPhrase(m.first, m.last, "person", m.first, m.last)  # وأشاد "الحداد" بالعمل
        if self._is_spoken_mark(m, after):
            return None
        then = self.forms[after]
        w = classify(then) if self.words[after] else None
        goes_on = then in "(:" or (then in "،," and self._content_follows(s, after + 1))
        if w is not None:
            sourced = then == "من" and self.forms[after + 1 : after + 2] in _SOURCES  # علمت «كذا» من مصادرها أن
            too = w.flags & (wc.TIME | wc.ADVERB) and self._that(after + 1)  # أوضح «ميلر» أيضا أنه
            told = w.flags & (_GOES_ON | wc.RELATIVE) and self._is_proper(m) and self._content_follows(s, after)
            goes_on = (
                bool(sourced or too or told)
                or self._judges(form, after)
                or bool(w.flags & wc.THAT)
                or (
                    (then in PREPOSITIONS | _LEADING_ON or bool(w.flags & wc.NISBA))
                    and (then in ("عن", "علي", "الي") or self._content_follows(s, after))
                )
                or (m.last > m.first and self._says_what_he_is(after) and self._content_follows(s, after))
            )
        if not goes_on:
            return None
        kind: SpeakerKind = "organization" if self._is_body_in_marks(m, form.gender == "f", after) else "person"
        return NounPhrase(m.first, m.last, kind, m.first, m.last)

    def _is_proper(self, m: Marked) -> bool:
        """وقالت «زهران» قبل شهر إن: whether a name alone stands in marks, no word of speech."""
        names = wc.GIVEN | wc.SURNAME | wc.BODY_NAME | wc.MEDIA_NAME | wc.PLACE | wc.NISBA
        inside = (classify(self.forms[k]) for k in range(m.first, m.last + 1))
        return all(not (w.flags & ~names or w.prep or w.conj) for w in inside)

    def _marked_before(self, s: Sentence, r: Report) -> bool:
        """«زهران» أعلنت أن, لكن «زهران» رأت أن: a name in marks that heads its clause, right before a verb without
        another subject; it becomes the report's."""
        close, form = r.first - 1, r.form
        if r.np is not None or form is None or form.number != "s" or r.content != "that" or form.has_object:
            return False
        k = next((j for j in range(close - 2, max(s.first, close - _LONGEST_NAME) - 1, -1) if j in self.top), -1)
        if k < 0 or self.top[k].closing != close or lookup(self.forms[r.first])[1] or not self._opens_its_clause(s, k):
            return False
        m = self.top[k]
        if self._is_spoken_mark(m, r.first):
            return False
        kind: SpeakerKind = "organization" if self._is_body_in_marks(m, form.gender == "f", r.last + 1) else "person"
        r.np, r.subject_first = NounPhrase(m.first, m.last, kind, m.first, m.last), True
        return True

    def _opens_its_clause(self, s: Sentence, k: int) -> bool:
        """Whether token `k` follows nothing, a particle that opens a clause, or a «و» behind a comma."""
        before = k - 1
        if before > s.first and self.forms[before] == "و" and self.forms[before - 1] in "،,.":
            return True
        return before < s.first or self._that(before) or self.forms[before] in _BUT

    def _judges(self, form: CueForm, after: int) -> bool:
        """ويصفهم «المرصد» بـ«شديدي الخطورة»: the verb's pronoun is whom its subject judges."""
        by = self.forms[after] == "ب" or classify(self.forms[after]).prep == "ب" or self._that(after)
        return bool(form.has_object and form.facts & vf.JUDGED) and by

    def _whole_body(self, form: CueForm, m: Marked, after: int) -> NounPhrase | None:
        """وشددت «الشركة الوطنية للنفط»، بعد أيام من الحريق، على …; وأعلنت «حركة أبناء الجبل» أمس …: a body's name and
        no more in marks says nothing, whatever follows in the sentence."""
        w = classify(self.forms[after])
        goes_on = self.forms[after] in "،," or (self.words[after] and (w.prep or w.flags & _GOES_ON))
        if m.first == m.last or not goes_on or not classify(self.forms[m.first]).flags & _BODIES:
            return None
        if classify(self.forms[m.opening - 2]).flags & wc.RELATIVE:
            return None  # بلاغ المعهد الذي توصلت «وكالة السنبلة» بنسخة منه
        np = parse(self.text, m.first, m.last + 1)
        whole = np is not None and np.kind == "organization" and (np.first, np.last) == (m.first, m.last)
        return np if whole and np is not None and self._agrees(form, np) else None

    def _is_body_in_marks(self, m: Marked, feminine: bool, after: int) -> bool:
        """أفاد «مرصد الأنهار» بأن, وعلمت «النهر» أن, not قال «ديودور» إن: a name in marks is a body's where a body's
        word opens it, or where the verb is feminine, as with papers and companies, and nothing tells of a woman."""
        words = [classify(self.forms[k]) for k in range(m.first, m.last + 1) if self.words[k]]
        first = classify(self.forms[m.first])
        if first.flags & _BODIES and not first.flags & (wc.GIVEN | wc.PERSON_HEAD):
            return True
        if any(w.flags & wc.GIVEN for w in words) or first.flags & wc.HEAD or self.forms[m.first] in IN_NAMES:
            return False
        woman = first.definite and first.flags & wc.SURNAME and first.stem[-1] == "ي" and m.first == m.last
        k = after + (self.forms[after] in "،,")
        k += self.forms[k] == "وهي"
        who = classify(self.forms[k])
        office = who.flags & (wc.PERSON_HEAD | wc.UNNAMED) and not who.prep
        return feminine and not woman and not office

    def _says_what_he_is(self, k: int) -> bool:
        """يرى "سليم الحداد" من مؤسسة كذا، أن …, "سليم الحداد" اختصاصي كذا، أنه …: his office or body behind a name."""
        of = self.forms[k] == "من"
        w = classify(self.forms[k + of])
        return not w.prep and not w.conj and bool(w.flags & (wc.ORGANIZATION | wc.MEDIA if of else wc.TITLE))

    def _is_no_subject(self, k: int) -> bool:
        """ويضيف لفرانس برس, though the text knows a «برس»; وأعلن قريباً, وقال بداية إن: no subject behind its verb is
        accusative; رد بإباء: nothing but a preposition stands before that hamza."""
        if self.forms[k] in _HOW or self.text.slice(k, k).startswith(("بإ", "لإ")):
            return True
        return (self.forms[k][0] == "ل" and self._media_phrase(k, "ل")) or k in self.text.tanwin

    def _is_spoken_mark(self, m: Marked, after: int) -> bool:
        """قال «لن نعود» في بيان, قال «هذا غريب» مضيفا أن …: no name begins so, or whoever spoke goes on."""
        k = after + (self.forms[after] in "،,")
        if classify(self.forms[k]).flags & wc.THAT:
            return False  # وقالت «لا مانشا»، إن …
        first = classify(self.forms[m.first])
        clause = self.forms[m.first] in NEGATIONS | SPEAKS or first.flags & wc.THAT
        if m.last > m.first and (clause or lookup(self.forms[m.first])[0]):
            return True
        return any(f.shape == "participle" and f.strength == "s" for f in lookup(self.forms[k])[0])

    def _agrees(self, form: CueForm, np: NounPhrase) -> bool:
        if np.feminine is None or np.plural or np.joined:
            return True
        if np.has_name and np.kind == "person":
            return True
        if np.head >= 0 and classify(self.forms[np.head]).stem in MOST:
            return True  # يعتقد أغلبية الناس
        if form.gender == "f":
            return np.feminine or (np.head >= 0 and bool(classify(self.forms[np.head]).flags & wc.PLACE))  # نفت اليمن
        return not np.feminine or np.kind == "group"

    def _plausible(self, np: NounPhrase) -> bool:
        """A phrase of words that no list knows is a speaker only where content or its frame follows at once."""
        if np.head >= 0 or np.fixed or self._known_name(np):
            return True
        if np.has_name and any(
            classify(self.forms[k]).flags & wc.GIVEN for k in range(np.name_first, np.name_last + 1)
        ):
            return True
        k = np.last + 1
        if k >= len(self.text):
            return False
        form = self.forms[k]
        if form in OPENING_MARKS or form == ":":
            return True
        if self.forms[k + (form in _SET_OFF)] in BLESSINGS and self.forms[k + 1 + (form in _SET_OFF)] == "الله":
            return True  # قال الشنقاري رحمه الله: …
        if not self.words[k]:
            return form in "،,(-–—" and (np.has_name or self._that(k + 1))  # ولاحظ المستهلكون، أن
        w = classify(form)
        if not np.has_name:
            return bool(w.flags & wc.THAT)
        return (
            bool(w.flags & (wc.THAT | wc.TIME | wc.ADVERB | wc.PREPOSITION | wc.RELATIVE | wc.PRONOUN))
            or bool(w.prep)
            or bool(lookup(form)[0])
        )
