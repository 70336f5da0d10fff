"""Who speaks inside a clause: behind its particle (أن اللاعب فلان خلال استجوابه أكد أنه), before حين (فلان حين قال),
behind a clause that comes first (وإذ أكد أن …، شدد فلان على أن)."""

from quotations.matching import forms_of, with_and
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.phrases.things import is_thing
from quotations.reports.events import Report
from quotations.reports.reading import ABOUT_OR_IN
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_LONGEST = 40  # tokens from a particle to the verb
WHEN = forms_of("حين حينما عندما إذ يوم")
_BACK = 10  # tokens from there back to the first of whose clause it is
_BEFORE_MAIN = with_and("إذ بعدما فيما بينما")  # words that lead a clause before the sentence's own
_AFTER = with_and("بعد")  # … أن


def clause_subject(text: Text, s: Sentence, r: Report) -> NounPhrase | None:
    """أن اللاعب فلان خلال استجوابه أكد أنه …, أن المدير طرد عاملا مؤكدا أنه …: whoever stands right behind the particle
    that opens the clause of a verb without a subject; behind a comma it may be whoever tells it."""
    form = text.forms[r.first - 1]
    conjoined = r.form is None or bool(lookup(text.forms[r.first])[1])
    led = text.words[r.first - 1] and classify(form).flags & wc.FUNCTION and form != "قد"
    style = r.form.shape if r.form is not None else ""
    by_saying = style == "masdar" and text.forms[r.first].startswith("بال")  # أن المكتب كان يرد عليهم بالقول
    if conjoined or led or not (by_saying or style in ("past", "participle")) or text.forms[s.first] in ABOUT_OR_IN:
        return None
    for k in range(r.first - 2, max(s.first - 1, r.first - _LONGEST), -1):
        if text.words[k] and classify(text.forms[k]).flags & wc.THAT:
            np = parse(text, k + 1, r.first)
            if np is None or np.kind == "document" or is_thing(text, np):
                return None
            return np if all(text.words[np.last + 1 : r.first]) else None
    return None


def before_when(text: Text, s: Sentence, r: Report) -> NounPhrase | None:
    """كما رآها الناقد فلان أيضا حين قال: «…»: whoever stands right before the word that leads the clause of a verb
    without a subject, by name or as one who is honoured."""
    k = r.first - 1
    if r.style != "finite" or k <= s.first or text.forms[k] not in WHEN:
        return None
    while k > s.first and classify(text.forms[k - 1]).flags & wc.ADVERB:
        k -= 1
    for start in range(max(s.first, k - _BACK), k):
        np = parse(text, start, k) if text.words[start] else None
        if np is not None and np.last == k - 1 and ((np.has_name and np.kind == "person") or np.kind == "scripture"):
            return np
    return None


def main_subject(text: Text, s: Sentence, r: Report, reports: list[Report]) -> NounPhrase | None:
    """وإذ أكد أن الجسر آمن، شدد الوزير على أن …: the subject of the verb that follows a clause at the head of its
    sentence, for the verb of that clause, which has none; `reports` are the sentence's."""
    k = r.first - 1
    led = k == s.first and text.forms[k] in _BEFORE_MAIN
    led = led or (k == s.first + 1 and text.forms[k] == "ان" and text.forms[s.first] in _AFTER)
    if r.style != "finite" or not led:
        return None
    main = next((x for x in reports if x.first > max(r.first, r.content_end)), None)
    if main is None or main.np is None or main.style != "finite" or main.subject_first:
        return None
    follows = all(not text.words[j] for j in range(r.content_end + 1, main.first))
    return main.np if follows and not lookup(text.forms[main.first])[1] else None


def embedded_in(reports: list[Report]) -> list[bool]:
    """Which reports stand inside the clause of another: their speakers take no turn (أكد الوزير أن المجلس يرى أن …)."""
    out: list[bool] = []
    inside = -1  # the last token of the clauses read so far
    for r in reports:
        out.append(r.first <= inside)
        if r.content in ("that", "colon", "bare") and r.first > inside:
            inside = r.content_end
    return out
