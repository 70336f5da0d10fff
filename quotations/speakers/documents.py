"""For whom a document speaks: the body that issued it (البيان، التقرير), a study for itself."""

from dataclasses import replace

from quotations.lexicon import of_class
from quotations.matching import forms_of, word_form
from quotations.model import Speaker
from quotations.people.entities import Body, after_letters, named
from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.speakers.roles import Roles
from quotations.speakers.turns import Turns
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.phrase_words import ISSUED, MARKS_CLOSE, MARKS_OPEN, ORDINALS
from quotations.words.text import Text
from quotations.words.wordclass import classify

_STUDIES = of_class("documents.tsv", "study", column=2)
_WORKS = of_class("documents.tsv", "work", column=2)
_PARTS = forms_of("نتائج مقتضيات خلاصات خلاصة نص فحوى بنود مواد أحكام")
_OF_WORDS = forms_of("أخير صادر وارد منشور معلن مذكور")  # what words are called, and no body
_EDITIONS = _OF_WORDS | forms_of("جديد سنوي شهري أسبوعي فصلي دوري")  # behind a name that no list knows
_STATEMENTS = of_class("documents.tsv", "statement", column=2)
_REPORTS = of_class("documents.tsv", "report", column=2)
MINISTRY = forms_of("وزارة")  # a body of the name alone: الخارجية for وزارة الخارجية
_BODIES = wc.ORGANIZATION | wc.BODY_NAME | wc.MEDIA | wc.MEDIA_NAME


class Documents(Roles):
    """Knows who issued what the text's documents say."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        super().__init__(text, registry, turns)
        self.issuers: dict[tuple[int, str], str] = {}  # story and kind of document -> the body that issued it
        self.issued_at: dict[int, str] = {}  # the token of a document's noun -> the body that issued this one

    def note_issuer(self, scope: int, document: str, body: str) -> None:
        """A body spoke in a document (قالت الوزارة في بيان): later البيان is its word."""
        self.issuers[scope, document] = body

    def _document(self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A document speaks for the body that issued it: the one it names, else the one named with it before."""
        whole = self._whole(np, scope) if stems[0] in _PARTS else None
        if whole is not None:
            return replace(whole, mention=said.mention, mention_span=said.mention_span, resolution="title")
        if stems[0] in _STUDIES or stems[0] in _WORKS:
            return self._study(said, np, scope, stems, definite)
        issuer = self._issuer(np, scope) or self.issued_at.get(np.head)
        if issuer:
            self.issuers[scope, stems[0]] = issuer
        elif definite and len(stems) <= 2:
            body = self.registry.body(stems[:1], np.first)
            issuer = self.issuers.get((scope, stems[0])) or (self._issuer(body.np, scope) if body else None)
            if issuer is None and stems[0] in _STATEMENTS and len(stems) == 1:
                issuer = self._last_body(scope)
                if issuer is not None:
                    self.issuers[scope, stems[0]] = issuer
            if issuer is None and body is not None:
                return named(said, self._phrase(body.np), "title")
        return named(said, issuer or said.mention or "", "title" if issuer else "explicit")

    def _whole(self, np: NounPhrase, scope: int) -> Speaker | None:
        """نتائج الاستطلاع, مقتضيات الدستور: the document whose part is named, if the text tells more of it."""
        k = np.head + 1
        w = classify(self.forms[k]) if k <= np.last and self.words[k] else None
        if w is None or not w.flags & wc.DOCUMENT or w.prep or w.conj or (not w.definite and k == np.last):
            return None
        whole = parse(self.text, k, np.last + 1)
        if whole is None or whole.kind != "document":
            return None
        of = self.resolve(whole, scope)
        return of if w.stem in _WORKS or of.name != self._phrase(whole) else None

    def _study(self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A study or a law by its own phrase; الدراسة by the one that spoke last, دراسة in a headline by the text's."""
        if definite:
            for turn in self.turns.recent(scope):
                name = turn.speaker.name or ""
                if turn.speaker.kind != "document" or classify(word_form(name.split(" ")[0])).stem != stems[0]:
                    continue
                if not _is_another(stems, name):
                    return named(said, name, "title")
        body = self.registry.body(stems, np.first) if definite or len(stems) == 1 else None
        issuer = self.issuers.get((scope, stems[0])) if definite and len(stems) == 1 else None
        if body is None and issuer is not None:
            return named(said, issuer, "title")
        if body is None or not (definite or body.np.first > np.first) or classify(self.forms[body.np.first]).definite:
            whole = said.mention if stems[0] in _WORKS else None  # الاستراتيجية الوطنية (رؤية 2030)
            return named(said, whole or self._phrase(np), "title" if definite else "explicit")
        return named(said, self._phrase(body.np), "title")

    def _last_body(self, scope: int) -> str | None:
        """The body that spoke last, if nobody else has spoken since."""
        last = self.turns.last(scope)
        return last.speaker.name if last is not None and last.speaker.kind == "organization" else None

    def _issuer(self, np: NounPhrase, scope: int) -> str | None:
        """The body in a document's own phrase, by its fullest name: بيان للجيش, تقرير صندوق النقد الدولي.

        A document of an office (منشور رئيس الحكومة) is whose that office is.
        """
        office = self._officer(np)
        if office is not None:
            who = self.resolve(office, scope)
            name = who.name or ""
            with_lam = name.startswith("لل")  # للمدعي is written for ل and المدعي
            name = "ال" + name[wc.lam_letters(self.forms[office.first]) :] if with_lam else name
            return name if office.first < office.last or who.name != who.mention else None
        if (many := self._signatories(np)) is not None:
            return many
        for k in range(np.head + 1, min(np.last, np.head + 4) + 1):
            w = classify(self.forms[k])
            if w.prep == "ب":
                break  # إحصاء العاملين بالقطاع العام: what it is about
            if not self._may_issue(np, k):
                continue
            stems = self.registry.stems(k, np.last)
            body = self.registry.aliases.get(stems) or self.registry.body(stems, np.first, same=bool(w.prep))
            body = body or self._ministry(stems)
            if body is not None and (w.definite or body.stems[: len(stems)] == stems):
                return self._phrase(body.np)
            within = self.forms[np.last] in MARKS_CLOSE and self.forms[k - 1] in MARKS_OPEN  # بلاغ ل"مؤسسة كذا"
            span = self.text.span(k, np.last - 1 if within else self._body_end(k, self._before_edition(k, np.last)))
            if w.prep == "ل" and w.definite:  # للجيش is written for ل and الجيش
                return "ال" + self.text.raw[after_letters(self.text.raw, span.start, 2) : span.end]
            return self.text.raw[after_letters(self.text.raw, span.start, len(w.prep)) : span.end]
        marked = self.registry.aliases.get(self.registry.stems(np.head + 1, np.last)) if np.head < np.last else None
        if marked is not None:
            return self._phrase(marked.np)  # بلاغ «مراسي»
        strange = self._strange_issuer(np)
        if strange is not None:
            return strange
        person = self.registry.by_name((self.forms[np.last],)) if np.last > np.head else None  # بيان الزاملي
        known = person is not None and person.sure and (len(person.forms) > 1 or person.titled)
        return self._entity_name(person) if person is not None and known else None

    def _ministry(self, stems: tuple[str, ...]) -> Body | None:
        """بيان الداخلية التونسية, where the text has وزارة الداخلية التونسية."""
        outer = self.registry.containing(stems)
        return outer if outer is not None and outer.stems[0] in MINISTRY else None

    def _strange_issuer(self, np: NounPhrase) -> str | None:
        """تقرير نوركو للخدمات: a word that no list knows behind a document's noun is who issued it."""
        k = np.head + 1
        if k > np.last or not self.words[k] or self.forms[np.head] not in _REPORTS:
            return None
        w = classify(self.forms[k])
        if (
            w.flags
            or w.definite
            or w.prep
            or w.conj
            or lookup(self.forms[k])[0]
            or self.forms[k][-1] in "هيا"
            or not self.forms[k].isalpha()
        ):
            return None
        return self.text.slice(k, self._before_edition(k, np.last, _EDITIONS))

    def _before_edition(self, first: int, last: int, editions: frozenset[str] = _OF_WORDS) -> int:
        """The last token before what a report, and no body, is called: تقرير نوركو الأخير, أرقام الاتحاد الواردة."""
        tokens = range(first + 1, last + 1)
        return next((j - 1 for j in tokens if classify(self.forms[j]).stem.removesuffix("ه") in editions), last)

    def _officer(self, np: NounPhrase) -> NounPhrase | None:
        """Who holds an office right behind a document's noun: بيان وزير الري, رسالة للرئيس."""
        k = np.head + 1
        if k > np.last or not self.words[k]:
            return None
        w = classify(self.forms[k])
        others = wc.ORGANIZATION | wc.MEDIA | wc.PLURAL | wc.NISBA  # بيان عسكري: an adjective
        if not w.flags & wc.PERSON_HEAD or w.flags & others or w.conj or classify(self.forms[np.head]).definite:
            return None
        if w.prep not in ("", "ل") or any(form.has_object for form in lookup(self.forms[k])[0]):
            return None
        office = (parse_attached if w.prep else parse)(self.text, k, np.last + 1)
        return office if office is not None and office.kind == "person" and not office.joined else None

    def _may_issue(self, np: NounPhrase, k: int) -> bool:
        """Whether a body's name or noun stands at token `k`, or a state's behind a statement and ل (بيان لمصر)."""
        form, w = self.forms[k], classify(self.forms[k])
        if not self.words[k] or form in ISSUED or any(reading.has_object for reading in lookup(form)[0]):
            return False  # تقرير نشرته الصحيفة: the verb
        if k == np.head + 1 and w.definite and not w.prep and classify(self.forms[np.head]).definite:
            return False  # الدراسات العربية: an adjective, for no noun with the article has a genitive
        state = w.prep == "ل" and k == np.head + 1 and self.forms[np.head] in _STATEMENTS and w.flags & wc.PLACE
        return bool(w.flags & _BODIES or state) or self._is_listed(k, _BODIES)

    def _signatories(self, np: NounPhrase) -> str | None:
        """The many right behind a statement's noun: بيان المحامين المضربين, بيان للمحامين, not رسالة للطلاب."""
        k = np.head + 1
        w = classify(self.forms[k]) if k < len(self.text) and self.words[k] else None
        issued = _STATEMENTS if w is not None and w.prep else _STATEMENTS | _REPORTS
        statement = self.forms[np.head] in issued and not classify(self.forms[np.head]).definite
        if w is None or not statement or not w.definite or w.conj or w.prep not in ("", "ل"):
            return None
        if not w.flags & (wc.PERSON_HEAD | wc.GROUP) or not w.flags & wc.PLURAL or w.flags & wc.ORGANIZATION:
            return None
        many = (parse_attached if w.prep else parse)(self.text, k, max(np.last, k + 1) + 1)
        return self._phrase(many) if many is not None and many.kind == "group" else None

    def _is_listed(self, k: int, flags: int) -> bool:
        """Whether a name of several words that is listed as one of these begins at token `k`."""
        return any(
            listed & flags and tuple(self.forms[k + 1 : k + len(parts)]) == parts[1:]
            for parts, listed in wc.phrases().get(self.forms[k], ())
        )


def _is_another(stems: tuple[str, ...], name: str) -> bool:
    """Whether a number tells a document from another by its name: البند السابع, المادة 89."""
    called = {classify(word_form(word)).stem for word in name.split()}
    return any((x.isdigit() or "ال" + x in ORDINALS) and x not in called for x in stems[1:])
