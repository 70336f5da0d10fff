"""The subject of a sentence's first verb: a later verb without one may share it (استقبل الوزير …، مؤكدا أن)."""

from dataclasses import replace

from quotations.lexicon import of_class
from quotations.matching import forms_of, with_and, word_form
from quotations.model import Speaker
from quotations.page.datelines import behind
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.phrases.things import is_thing
from quotations.reports.events import Report
from quotations.reports.reading import ABOUT_OR_IN, NEGATIONS, opens_topic
from quotations.reports.stands import IN
from quotations.speakers.naming import Namer
from quotations.speakers.turns import agree, agreement, shows_agreement
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.formulas import GOD
from quotations.words.landmarks import Landmark
from quotations.words.morphology import is_feminine
from quotations.words.phrase_words import HIS_PART, TAKEN_UP
from quotations.words.text import Text
from quotations.words.wordclass import classify

_LEADING = forms_of("كما وكما وقد فقد لقد ولقد ثم حيث بينما فيما وفيما لكن ولكن")
_LEADING_THAT = forms_of("غير بيد إلا كما كذلك على حتى")  # … أن
_THAT = (["ذلك"], ["هذا"])
_WHILE = [word_form("الوقت"), word_form("الذي")]
_TURNS_FROM = with_and("في من على إلى إثر بعد قبل عقب مع")
_TURNS_TO = forms_of(
    "ذلك سياق السياق إطار الإطار وقت غضون المقابل مقابل الأثناء صعيد الصعيد جهة ناحية جانب جانبه موضوع"
)
_ANOTHER = forms_of("ذلك متصل آخر أخرى ثانية ذاته نفسه ذاتها نفسها لاحق سابق مواز مماثل")
_NARRATED = forms_of("عن وعن فعن روي وروي يروى ويروى حكي وحكي يحكى ويحكى ورد وورد ثبت وثبت")
# The writer's own: what follows أن is what the sentence tells.
_REMARKS = with_and("جدير الجدير يجدر تجدر يذكر يشار معروف المعروف معلوم المعلوم الواقع الحقيقة اللافت صحيح يبدو")
_PRAISES = of_class("plain_verbs.tsv", "praise")
_CHAIN = 14  # tokens from there to the particle behind those who hand it down
_REMARK = 6  # the same behind a remark of the writer
_FRAME = 10  # tokens of a frame before the sentence's first verb
_WERE = forms_of("وكان وكانت")
_CLAUSES = Landmark(with_and("حيث لكن بينما فيما إذ") | _WERE)  # what opens another clause of a sentence
_AS_TO = forms_of("يخص يتعلق يتصل يلي عدا مضى بعد")  # behind فيما
_LONGEST = 50  # tokens from there to the verb


class FirstVerb:
    """Finds the subject of a sentence's first verb for a report that has none."""

    def __init__(self, text: Text, namer: Namer) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry, self.namer = namer.registry, namer

    def of_clause(self, s: Sentence, r: Report, cues: set[int]) -> tuple[Speaker, NounPhrase] | None:
        """The same for a later clause of the sentence in which nobody reports before (…، حيث زار الوزير القرية وأكد أن
        …, … لكن سكان القرية اعترضوا قائلين إن …); not for a relative's verb, which tells of the noun before it."""
        if not shows_agreement(r) or classify(self.forms[r.first - 1]).flags & wc.RELATIVE:
            return None
        for k in reversed(self.text.where(_CLAUSES, max(s.first + 1, r.first - _LONGEST), r.first)):
            if k + 2 >= r.first or self.forms[k + 1] in _AS_TO:
                continue
            found = None if any(k < cue < r.first for cue in cues) else self.of(replace(s, first=k), r, cues)
            if found is None:
                return None
            np = found[1]
            other = self.forms[k] in _WERE and np.first > k + 1  # وكانت تكفل أيتاما
            return None if other or not agree(r, *agreement(np, one=False), np.kind == "person") else found
        return None

    def of(self, s: Sentence, r: Report, cues: set[int]) -> tuple[Speaker, NounPhrase] | None:
        """The speaker and the phrase; `cues` are the first tokens of the sentence's reports. The sentence may also be
        the one before that of the report (زار الوزير المصنع. وقال إن …)."""
        end = min(r.first, s.last + 1)
        head = self._behind_particle(s, end)
        head = head if head >= 0 else self._first_verb(s, end)
        if not 0 <= head < end:
            return None  # وعن مجاملة اللاعبين قال: the sentence begins with what he was asked about
        for start in self._subject_starts(head, cues):
            if start >= end or not self._may_begin(s, start):
                continue
            np = self._lone_surname(parse(self.text, start, end))
            if np is not None and is_thing(self.text, np):
                np = self._owner(np, r, end)
                return None if np is None else (self.namer.resolve(np, s.scope), np)
            if np is not None and self._is_no_speaker(np, start == head + 1):
                return None
            if np is None or np.kind not in ("person", "organization", "unnamed_source", "group", "scripture"):
                continue
            if not self.is_main(np) or np.first < behind(self.text, s.first, end):
                continue  # القاهرة (رويترز) - قال
            if start == head + 1 and self._is_object(np):
                continue
            if not self._may_share(np, r, by_verb=is_feminine(self.forms[start - 1]) or False):
                continue
            return self.namer.resolve(np, s.scope), np
        return None

    def _may_begin(self, s: Sentence, start: int) -> bool:
        """Whether a subject may begin at a token: behind no preposition, and not توقفنا جميعنا."""
        governed = start > s.first and self._governs(start - 1)
        return self.words[start] and not governed and not self.text.slice(start, start).endswith("نا")

    def _is_no_speaker(self, np: NounPhrase, behind_verb: bool) -> bool:
        """وشكر البيان رجال كذا … وقال; وسأل الله, وحمد الله: a document, or God as the object of his verb."""
        if np.kind == "document" and behind_verb:
            return True
        if np.fixed != GOD or not np.first:
            return False
        verb = self.forms[np.first - 1]
        return verb.removeprefix("و") in _PRAISES or any(f.cls in ("ask", "demand") for f in lookup(verb)[0])

    def _is_object(self, np: NounPhrase) -> bool:
        """وحض الرياض على كذا: what is feminine is no subject of a verb in the masculine right before it."""
        if np.kind != "organization" or not np.feminine or np.joined:
            return False
        verb = classify(self.forms[np.first - 1])
        stem = verb.stem.removeprefix("و").removeprefix("س")
        verbal = not verb.flags & (wc.FUNCTION | wc.PREPOSITION | wc.THAT) and not verb.definite
        return verbal and "ت" not in (stem[:1], stem[-1:])

    def is_main(self, np: NounPhrase) -> bool:
        """Whether a phrase near a sentence's first verb is sure enough to be its subject: an office, a known name."""
        if np.kind == "scripture":
            return True
        if np.head < 0 and np.kind == "group" and not np.joined:
            people = (classify(form) for form in self.forms[np.first + 1 : np.last + 1])
            several = any(w.flags & (wc.GROUP | wc.PERSON_HEAD | wc.UNNAMED) or w.stem.endswith("ين") for w in people)
            return several and self.forms[np.first - 1] not in NEGATIONS  # انتقد بعض الطلاب …, not نصف الخلايا
        if np.head < 0:
            return np.has_name and self.registry.by_name(self.namer.name_forms(np)) is not None
        return np.head - np.first <= 2 or np.has_name

    def _owner(self, thing: NounPhrase, r: Report, end: int) -> NounPhrase | None:
        """وأثار إصرار الوزير على القرار جدلا، مؤكدا أن: whoever stands in the genitive behind a thing; nobody where it
        is the object of what somebody thinks (وانتقد إصرار الوزير، مؤكدا أن)."""
        if lookup(self.forms[thing.first - 1])[0]:
            return None
        np = parse(self.text, thing.first + 1, end)
        if np is None or np.kind not in ("person", "organization", "unnamed_source") or is_thing(self.text, np):
            return None
        return np if self.is_main(np) and self._may_share(np, r, by_verb=False) else None

    def _lone_surname(self, np: NounPhrase | None) -> NounPhrase | None:
        """The phrase, or the surname of the text that no list knows and that opens it (افتتح الدنقيري السد)."""
        if np is None or np.kind != "person" or np.head >= 0 or np.has_name:
            return np
        known = self.registry.by_name((self.forms[np.first],))
        if known is None or not known.sure or len(known.forms) == 1:
            return np
        return NounPhrase(np.first, np.first, "person", np.first, np.first)

    def _is_surname(self, k: int) -> bool:
        """دنقيري يوافق: the surname alone of somebody whom the text names in full, and no other word."""
        word = classify(self.forms[k])
        known = self.registry.by_name((self.forms[k],)) if not word.flags & ~wc.SURNAME and not word.prep else None
        return known is not None and known.sure and len(known.forms) > 1

    def _may_share(self, np: NounPhrase, r: Report, by_verb: bool) -> bool:
        """Whether a subject agrees with a later verb of its sentence; `by_verb` says that its own verb is feminine
        (عرضت المدير هدى العلي البرنامج، فقالت)."""
        feminine = True if by_verb and np.kind == "person" and np.has_name else np.feminine
        if np.kind == "group" and np.head < 0 and np.plural and r.form is not None:
            return r.form.number == "p"  # انتقد عدد من الطلاب كذا، مؤكدين أن …
        if r.form is None or feminine is None or r.form.gender not in "mf" or np.plural:
            return True
        return (r.form.gender == "f") == feminine

    def _subject_starts(self, head: int, cues: set[int]) -> tuple[int, ...]:
        """Where the subject of the verb at `head` may begin: behind it; at it where it is none (مدير البلدية يرى,
        جاك دالوس، رئيس اللجنة، يرى)."""
        first = classify(self.forms[head])
        titled = first.flags & wc.PERSON_HEAD and classify(self.forms[head + 1]).definite
        named = first.flags & wc.GIVEN and not first.flags & (wc.COMMON | wc.FUNCTION | wc.HEAD)
        named = named or (head not in cues and self._is_surname(head))
        somebody = titled or named or first.flags & (wc.MEDIA | wc.UNNAMED | wc.GROUP)
        if head in cues and self._opens_clause(head):
            return (head + 1, head)  # وذكرت أن المحكمة …، كما أكدت: nobody of the clause
        opens = somebody and not first.prep and head not in cues
        return (head, head + 1, head + 2) if opens else (head + 1, head, head + 2)

    def _behind_particle(self, s: Sentence, end: int) -> int:
        """وعن فلان أن النبي رأى رجلا، فقال; جدير بالذكر أن الوزير زار القرية، وقال: the particle behind which the story
        begins; -1 where none does."""
        narrated = self.forms[s.first] in _NARRATED
        if not narrated and not _REMARKS.intersection(self.forms[s.first : s.first + 2]):
            return -1
        for k in range(s.first + 1, min(s.first + (_CHAIN if narrated else _REMARK), end)):
            if self.forms[k] == "ان":
                return k
            if narrated and self.words[k] and lookup(self.forms[k])[0]:
                return -1
        return -1

    def _first_verb(self, s: Sentence, end: int) -> int:
        """Where the sentence's first verb may stand: at its head, behind من جهته, behind the comma of a frame that
        opens it (سياسيا، تراجعت موسكو …); -1 behind any other preposition."""
        if self.forms[s.first + 1] in HIS_PART:
            return s.first + 2
        if self.forms[s.first] in _LEADING_THAT and self.forms[s.first + 1 : s.first + 2] == ["ان"]:
            return s.first + 2  # غير أن منظمات كثيرة سارعت إلى التنديد، مؤكدة
        topic = opens_topic(self.forms, s.first)  # وفيما يخص المجلس، أوضح أنه: of whom he speaks
        if self.forms[s.first] in _LEADING and not topic:
            return s.first + 1  # كما تقدم مدير كذا بالشكر
        if self.forms[s.first] in ABOUT_OR_IN and self.forms[s.first + 1 : s.first + 2] in _THAT and s.first + 4 < end:
            return s.first + 2 + classify(self.forms[s.first + 2]).definite  # عن ذلك تحدث المدير, في هذا السياق …
        if self.forms[s.first] in IN and self.forms[s.first + 1 : s.first + 3] == _WHILE:
            return s.first + 3  # في الوقت الذي قلل فيه المتحدث من الخطر، قائلا
        if s.first + 4 < end and self.forms[s.first] in _TURNS_FROM and self.forms[s.first + 1] in _TURNS_TO:
            after = s.first + 2
            after += self.forms[after] in _ANOTHER
            return after + (self.forms[after] in "،,")  # في سياق متصل أصدرت المنظمة …, وقبل ذلك، أطلق المدير …
        if (story := behind(self.text, s.first, end)) > s.first:
            return story  # القاهرة، مصر (وكالة كذا) -- خصص الرئيس …
        frame = classify(self.forms[s.first]).flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB)
        comma = next((k for k in range(s.first + 1, min(s.first + _FRAME, end)) if self.forms[k] in "،,"), -1)
        if comma > 0 and (frame or topic or comma == s.first + 1):
            return comma + 1
        return -1 if topic or self._governs(s.first) else s.first

    def _governs(self, k: int) -> bool:
        """Whether a preposition stands at token `k`, so that what follows is no subject (وعن سبب … قال)."""
        return self.forms[k] not in TAKEN_UP and bool(classify(self.forms[k]).flags & wc.PREPOSITION)

    def _opens_clause(self, verb: int) -> bool:
        """Whether a particle right behind a verb that reports opens its clause, as behind no يذكر أن."""
        following = self.forms[verb + 1 : verb + 2]
        return bool(following) and bool(classify(following[0]).flags & wc.THAT)
