"""Subjects that no list knows: وأشار التهامي إلى أن, وقالت تداول في بيان إن, أكدت الكتابة المحلية أن."""

from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.holders import opens_words
from quotations.reports.papers import Papers
from quotations.reports.reading import OPENING_MARKS, SPEAKS, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, CueForm, lookup
from quotations.words.morphology import is_future, is_masdar
from quotations.words.phrase_words import BLESSINGS, OF_NAMES, PLAIN_NOUNS, PRONOUNS, VERBS
from quotations.words.wordclass import classify

_OF_VERBS = "اتسين"  # as the persons of the present begin
_LONGEST_NAME = 4  # words that only their place makes a name
_ATTENTION = forms_of("انتباه نظر أنظار")  # لفت الانتباه


class Unlisted(Papers):
    """Finds subjects by their place alone."""

    def _unlisted(self, s: Sentence, r: Report, k: int, end: int) -> NounPhrase | None:
        """وأشار التهامي إلى أن, وقالت تداول في بيان إن, أكدت الكتابة المحلية أن: words that no list knows for a
        speaker's, where a strong verb and what it leads to leave no other subject."""
        form = r.form
        if form is None or form.strength == "e" or form.number != "s" or form.has_object:
            return None
        if k >= end or not self._may_speak(form, k):
            return None
        definite = classify(self.forms[k]).definite
        last = k
        while definite and last + 1 < end and last - k < 3 and self.words[last + 1]:
            w = classify(self.forms[last + 1])
            if not w.definite or w.prep or w.conj or w.flags & wc.FUNCTION or w.flags & wc.HONORIFIC:
                break
            last += 1
        if not definite and last + 1 < end and self.forms[last + 1] in OF_NAMES and self.forms[k] not in BLESSINGS:
            last += 1  # جاب الله
        flags = classify(self.forms[k]).flags
        named = (last == k or not definite) and (not definite or bool(flags & (wc.NISBA | wc.GIVEN | wc.SURNAME)))
        after = last + 1
        if after > s.last:
            return None
        at_once = self.words[after] and bool(classify(self.forms[after]).flags & wc.THAT)
        if form.strength == "w" and (form.facts & vf.OBJECT or form.cls != "say" or not at_once or last == k):
            return None  # one word between is no matter to a weak verb either
        if not at_once and not (form.facts & vf.NO_OBJECT or (named and definite)):
            return None  # وأضاف المزيد من …, وأكد الحرص على أن
        if not at_once and not (self._opens_frame(after, definite) and self._content_follows(s, after)):
            return None
        return NounPhrase(k, last, "person", *((k, last) if named else (-1, -1)), feminine=form.gender == "f")

    def _may_speak(self, form: CueForm, k: int) -> bool:
        """Whether the word at `k` may be somebody of the verb's gender: no verb, no function, nobody's thing."""
        word, raw = self.forms[k], self.text.slice(k, k)
        w = classify(word)
        if not self.words[k] or w.prep or w.conj or w.flags & (wc.FUNCTION | wc.DEMONSTRATIVE) or word in SPEAKS:
            return False
        if w.stem in _ATTENTION or raw.endswith(("ه", "ها", "هم", "هما", "نا")) or len(w.stem) < 3:
            return False
        if not w.definite:
            name = bool(w.flags & (wc.GIVEN | wc.SURNAME))
            verb = bool(lookup(word)[0]) or is_future(word) or word.startswith(("سا", "لا", "لن")) or word.endswith("ت")
            return word.isalpha() and (name or not (verb or word.endswith("ا") or w.flags & wc.HEAD))
        feminine = word.endswith(("ه", "ات"))
        return feminine == (form.gender == "f")

    def _named_by_place(self, s: Sentence, form: CueForm, k: int, end: int) -> NounPhrase | None:
        """وأكد سيلفان كاتر المدير العام أن, أوضح صابر فارز وهو بائع أن, قالت عالية بلقاسم، إن: two to four words
        between a verb of speech and who they are, or what is said, are a name, whatever else they mean."""
        if form.strength == "e" or form.number != "s" or form.has_object:
            return None
        last = k - 1
        while last + 1 < min(end, k + _LONGEST_NAME) and self._may_be_named(last + 1, first=last + 1 == k):
            last += 1
        after = last + 1
        if last <= k or after >= s.last:
            return None
        given = any(classify(self.forms[j]).flags & wc.GIVEN for j in range(k, after))
        bare = form.facts & vf.BARE and not given and self.forms[k][0] in _OF_VERBS  # وقال ننتظر قرار المدير: …
        who = self._says_who(after, form)
        led = who or (given and opens_words(self.text, after))
        if form.strength == "w" and not (given and who and form.cls == "say" and not form.facts & vf.OBJECT):
            return None
        if bare or not led or not self._content_follows(s, after):
            return None
        return NounPhrase(k, last, "person", k, last)

    def _may_be_named(self, k: int, first: bool) -> bool:
        """Whether the word at `k` may be part of a name, where only its place tells."""
        if not self.words[k] or k in self.text.tanwin:
            return False
        form, w = self.forms[k], classify(self.forms[k])
        if w.flags & (wc.GIVEN | wc.SURNAME) and not w.conj and not (first and w.definite):
            return not w.flags & wc.HEAD
        if w.conj or w.prep or w.definite or w.flags & ~wc.COMMON or not form.isalpha() or len(form) < 3:
            return False
        if form in PLAIN_NOUNS or is_masdar(form) or lookup(form)[0] or form in VERBS:
            return False
        return not self.text.slice(k, k).endswith(("ه", "هم", "ين", "ون", "ات", "ا"))

    def _says_who(self, k: int, form: CueForm) -> bool:
        """Whether what stands at `k` tells who was just named: وهو بائع, الذي …, المدير, ، مدير …, - أحد …, ، من …."""
        w = classify(self.forms[k])
        if self.words[k]:
            he = self.forms[k] == ("وهي" if form.gender == "f" else "وهو")
            return he or bool(w.flags & wc.RELATIVE) or (w.definite and not w.prep and bool(w.flags & wc.PERSON_HEAD))
        following = classify(self.forms[k + 1])
        who = following.flags & (wc.PERSON_HEAD | wc.UNNAMED) and not following.prep
        return self.forms[k] in "،,؛-–—" and (bool(who) or self.forms[k + 1] == "من")

    def _is_no_name(self, np: NounPhrase) -> bool:
        """أكد وجود «…», أيد فكرة أن, تثبت يوما بعد يوم أن, وتابعت متحمسة: «…», وكتبت تحتها: «…»: a word alone that is
        the verb's object or the state of who speaks, though the words follow at once."""
        k = np.first
        form, w = self.forms[k], classify(self.forms[k])
        if np.last > k or np.head >= 0 or np.fixed or w.definite or w.flags & (wc.GIVEN | wc.SURNAME | wc.HEAD):
            return False
        if any(classify(form.removesuffix(p)).flags & wc.PREPOSITION for p in PRONOUNS if form.endswith(p)):
            return True
        if form in self.known:
            return False
        if w.stem in PLAIN_NOUNS:
            return k + 1 in self.top  # not وقالت تداول في بيان إن
        if w.flags:
            return bool(w.flags & (wc.NAME_MARK | wc.PORTFOLIO))
        if form.endswith("ا"):
            return bool(classify(form[:-1]).flags & (wc.COMMON | wc.NISBA))
        return len(form) > 4 and form[0] == "م" and form[1] != "ا" and self.text.slice(k, k).endswith("ة")

    def _opens_frame(self, k: int, definite: bool) -> bool:
        """Whether what stands beside a cue may begin at token `k`: a place, a time, an apposition, the words; a noun
        that is not `definite` may have more behind it (عدد من …, موظفة بوزارة …)."""
        form = self.forms[k]
        if not definite and (form == "من" or form[0] == "ب"):
            return False
        if not self.words[k]:
            return form in OPENING_MARKS or form in "،,(-–—:"
        w = classify(form)
        return bool(w.prep) or bool(w.flags & (wc.TIME | wc.ADVERB | wc.PREPOSITION | wc.RELATIVE | wc.PRONOUN))

    def _content_follows(self, s: Sentence, k: int) -> bool:
        for j in range(k, min(s.last + 1, k + 30)):
            if j in self.top or self.forms[j] == ":" or (self.words[j] and classify(self.forms[j]).flags & wc.THAT):
                return True
        return False

    def _is_besought(self, form: CueForm, np: NounPhrase) -> bool:
        """ودعا الله أن …, وخاطبت المصريين بقولها, وحث الدول على …: no subject is in the accusative, or a plural of
        bodies behind a masculine verb, and God is who is prayed to."""
        after = self.forms[np.last + 1 : np.last + 2]
        if np.fixed == "الله" and form.cls in ("demand", "ask"):
            return bool(after) and bool(
                classify(after[0]).flags & (wc.THAT | wc.PREPOSITION) or classify(after[0]).prep
            )
        w = classify(self.forms[np.first])
        if np.has_name or form.has_object or w.flags & (wc.GIVEN | wc.SURNAME):
            return False
        if w.stem.endswith("ين") and (np.plural or (w.stem.endswith("يين") and w.flags & wc.NISBA)):
            return bool(w.flags & (wc.GROUP | wc.UNNAMED | wc.PLURAL | wc.NISBA))
        if np.joined or form.gender == "f":
            return False
        return self._are_things(np) or bool(np.plural and w.flags & wc.ORGANIZATION and form.cls == "demand")

    def _are_things(self, np: NounPhrase) -> bool:
        """الشعوب العربية: many things, as the adjective in the feminine tells."""
        first = classify(self.forms[np.first])
        if np.last == np.first or not first.definite or first.stem[-1] in "هاء" or first.stem.endswith("ات"):
            return False
        second = classify(self.forms[np.first + 1])
        return second.definite and not second.prep and not second.conj and second.stem[-1] == "ه"

    def _bracketed_subject(self, k: int, end: int) -> NounPhrase | None:
        """وقالت (هدى. ع) إن …: a name in brackets, as papers withhold one."""
        closing = next((j for j in range(k + 1, min(k + 7, end)) if self.forms[j] == ")"), -1)
        inside = [j for j in range(k + 1, closing) if self.words[j]]
        if len(inside) == 1:
            return self._outlet_in_brackets(k + 1, closing)
        if len(inside) < 2 or any(self.forms[j][0].isdigit() for j in inside):
            return None
        if "." in self.forms[k + 1 : closing]:
            return NounPhrase(k + 1, closing - 1, "person", k + 1, closing - 1)
        np = parse(self.text, k + 1, closing)
        classes = [classify(self.forms[j]) for j in inside]
        strange = len(inside) < 4 and all(not w.flags & ~wc.SURNAME and not w.conj and not w.prep for w in classes)
        named = np is not None and np.has_name and (strange or classes[0].flags & wc.GIVEN)
        return np if np is not None and named and np.last == closing - 1 else None

    def _outlet_in_brackets(self, j: int, closing: int) -> NounPhrase | None:
        """وتشير (النهر) إلى أن: a paper sets its own name, and others', in brackets."""
        w = classify(self.forms[j])
        plain = self.forms[j].isalpha() and len(self.forms[j]) > 2 and not w.prep and not w.conj
        after = closing + 1
        led = self.forms[after] in ("الي", "علي") or self._that(after)
        if closing != j + 1 or not plain or not led or w.flags & wc.FUNCTION:
            return None
        return NounPhrase(j, j, "organization" if w.definite or w.flags & wc.MEDIA_NAME else "person", j, j)

    def _is_known_alone(self, np: NounPhrase) -> bool:
        """واستبعد التهامي إمكانية نشوب …: the first word is a surname of the text, the others are the object."""
        begins = np.head < 0 and np.name_first == np.first < np.last and not np.cut
        return begins and self.forms[np.first] in self.known and not self._known_name(np)

    def _must_be_name(self, k: int) -> bool:
        """وقال وتوت في بيان إن: behind a verb of speech nothing begins with و but a name and وهو, وقد, واصفا."""
        w = classify(self.forms[k])
        plain = w.conj and not w.definite and not w.prep and not w.flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON)
        if not plain or len(self.forms[k]) < 4 or self.forms[k][-1] in "اه" or lookup(self.forms[k])[0]:
            return False
        after = k + 1
        if not any(f.lemma == SAY for f in lookup(self.forms[k - 1])[0]):
            return False
        return self.forms[after] == ":" or bool(classify(self.forms[after]).flags & (wc.THAT | wc.PREPOSITION))
