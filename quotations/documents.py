"""For whom a document speaks: the body that issued it (البيان، التقرير), a study for itself."""

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.entities import after_letters, named
from quotations.model import Speaker
from quotations.nouns import NounPhrase
from quotations.people import Registry
from quotations.roles import Roles
from quotations.text import Text
from quotations.turns import Turns
from quotations.wordclass import classify


class Documents(Roles):
    """Knows who issued what the text's documents say."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        super().__init__(text, registry, turns)
        self.issuers: dict[tuple[int, str], str] = {}  # story and kind of document -> the body that issued it

    def note_issuer(self, scope: int, document: str, body: str) -> None:
        """A body spoke in a document (قالت الوزارة في بيان): later البيان is its word."""
        self.issuers[scope, document] = body

    def _document(self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A document speaks for the body that issued it: the one it names, else the one named with it before."""
        issuer = self._issuer(np)
        if issuer:
            self.issuers[scope, stems[0]] = issuer
        elif definite and len(stems) <= 2:
            body = self.registry.body(stems[:1], np.first)
            issuer = self.issuers.get((scope, stems[0])) or (self._issuer(body.np) if body else None)
            if issuer is None and body is not None:
                return named(said, self._phrase(body.np), "title")
        return named(said, issuer or said.mention or "", "title" if issuer else "explicit")

    def _issuer(self, np: NounPhrase) -> str | None:
        """The body in a document's own phrase, by its fullest name: بيان للجيش, تقرير صندوق النقد الدولي."""
        bodies = wc.ORGANIZATION | wc.BODY_NAME | wc.MEDIA | wc.MEDIA_NAME
        for k in range(np.head + 1, min(np.last, np.head + 4) + 1):
            w = classify(self.forms[k])
            if not self.words[k] or not (w.flags & bodies or self._is_listed(k, bodies)):
                continue
            if any(form.has_object for form in lookup(self.forms[k])[0]):
                continue  # تقرير نشرته الصحيفة: the verb
            stems = self.registry.stems(k, np.last)
            body = self.registry.aliases.get(stems) or self.registry.body(stems, np.first, same=bool(w.prep))
            if body is not None and (w.definite or body.stems[: len(stems)] == stems):
                return self._phrase(body.np)
            span = self.text.span(k, np.last)
            if w.prep == "ل" and w.definite:  # للجيش is written for ل and الجيش
                return "ال" + self.text.raw[after_letters(self.text.raw, span.start, 2) : span.end]
            return self.text.raw[after_letters(self.text.raw, span.start, len(w.prep)) : span.end]
        person = self.registry.by_name((self.forms[np.last],)) if np.last > np.head else None  # بيان الزاملي
        return self._entity_name(person) if person and person.sure and len(person.forms) > 1 else None

    def _is_listed(self, k: int, flags: int) -> bool:
        """Whether a name of several words that is listed as one of these begins at token `k`."""
        return any(
            listed & flags and tuple(self.forms[k + 1 : k + len(parts)]) == parts[1:]
            for parts, listed in wc.phrases().get(self.forms[k], ())
        )
