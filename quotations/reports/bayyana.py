"""Whether بين is the verb بيّن (made clear) or the preposition: بين الوزير أن, وبين مدير البلدية فلان أن."""

from quotations.phrases.nouns import parse
from quotations.reports.masdars import Masdars
from quotations.reports.reading import AS, OPENING_MARKS
from quotations.words import wordclass as wc
from quotations.words.wordclass import classify


class Bayyana(Masdars):
    """Tells the verb from the preposition by what stands around it."""

    def _is_bayyana(self, j: int) -> bool:
        """بيّن, not the preposition بين: the shadda is written, or أن or a colon comes within three words."""
        if "\u0651" in self.text.raw[self.text.starts[j] : self.text.ends[j]]:
            return True
        if (j and self.forms[j - 1] == "ما") or not self._heads_clause(j):  # ما بين: الصغيرة والكبيرة
            return self._that(j + 1)  # الوزير بين أن …: its subject before it, and never a genitive behind
        if self._is_oblique(j + 1):
            return False
        if self._is_names_verb(j):
            return True
        reach = 9 if self.forms[j] != "بين" else 5  # وبين الوزير … أن: further, where و sets it off
        for k in range(j + 1, min(j + reach, len(self.text))):
            form = self.forms[k]
            if form in OPENING_MARKS or form == ":" or (self.words[k] and classify(form).flags & wc.THAT):
                if self.forms[k - 1] in ("علي", "في"):
                    return False
                return not any(self.words[i] and classify(self.forms[i]).conj == "و" for i in range(j + 1, k))
        return False

    def _is_oblique(self, k: int) -> bool:
        """وأنا بين أمرين أهونهما «…»: a dual or a plural in ـين is no verb's subject."""
        w = classify(self.forms[k]) if k < len(self.text) and self.words[k] else None
        if w is None or len(w.stem) < 5 or not w.stem.endswith("ين"):
            return False
        return bool(w.flags & (wc.COMMON | wc.PLURAL | wc.NISBA)) and not w.flags & (wc.GIVEN | wc.SURNAME)

    def _is_names_verb(self, j: int) -> bool:
        """بدوره، بين المشرف على القرية فلان أن …: somebody with his name and a particle right behind it; وبين مدير
        البلدية فلان أن …, where so long an office stands in no list."""
        if not self._names_person(j + 1) and self.forms[j] == "بين":
            return False
        np = parse(self.text, j + 1, min(j + 24, len(self.text)))
        return np is not None and np.kind == "person" and np.has_name and not np.joined and self._that(np.last + 1)

    def _heads_clause(self, j: int) -> bool:
        """Whether بين stands where a verb begins its clause: after a pause, قد or a pronoun; وبين not as a second
        بين."""
        if self.forms[j] != "بين":
            return "بين" not in self.forms[max(0, j - 12) : j]
        if j == 0 or not self.words[j - 1]:
            return True
        leads = wc.AUXILIARY | wc.ADVERB | wc.TIME | wc.PRONOUN | wc.RELATIVE | wc.CONJUNCTION
        return self.forms[j - 1] in AS or bool(classify(self.forms[j - 1]).flags & leads)

    def _names_person(self, k: int) -> bool:
        """Whether somebody's office or name stands at `k`."""
        if not self.words[k]:
            return False
        w = classify(self.forms[k])
        if w.conj or w.prep:
            return False
        return bool((w.definite and w.flags & wc.PERSON_HEAD) or (w.flags & wc.GIVEN and not w.flags & wc.COMMON))
