"""From a noun phrase to a speaker: the fullest name that the text has for a person, a body, a source or a document."""

from dataclasses import replace

from quotations import wordclass as wc
from quotations.matching import word_form
from quotations.model import Resolution, Span, Speaker
from quotations.nouns import NounPhrase
from quotations.people import Entity, Registry, bare
from quotations.sentences import Stories
from quotations.text import Text
from quotations.turns import Turns
from quotations.wordclass import classify

_SOME = frozenset(map(word_form, "البعض بعضنا بعضهم أحدهم إحداهن كثيرون الكثيرون آخرون الآخرون الجميع كلاهما الاثنان الطرفان الجانبان هؤلاء الباقون غيرهم والبعض".split()))


class Namer:
    """Names the speakers of one text by its registry and by who spoke last."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.turns = turns
        self.issuers: dict[tuple[int, str], str] = {}  # story and kind of document -> the body that issued it
        self.stories: Stories | None = None

    def note_issuer(self, scope: int, document: str, body: str) -> None:
        """A body spoke in a document (قالت الوزارة في بيان): later البيان is its word."""
        self.issuers[scope, document] = body

    def name_forms(self, np: NounPhrase) -> tuple[str, ...]:
        return tuple(self.forms[k] for k in range(np.name_first, np.name_last + 1) if self.words[k])

    def resolve(self, np: NounPhrase, scope: int) -> Speaker:
        """The speaker whom a noun phrase names, by the fullest name that the text has for him."""
        raw = self.text.raw
        span = self.text.span(np.first, np.last)
        if np.cut:
            span = Span(after_letters(raw, span.start, np.cut), span.end)
        mention = raw[span.start : span.end]
        if np.fixed:
            return Speaker(mention, span, np.fixed, None, "scripture", key_of(np.fixed), "explicit")
        if np.joined:
            return Speaker(mention, span, mention, None, "group", key_of(mention), "explicit")
        if np.has_name:
            return self._person(mention, span, self._full(np), np, "explicit")
        first = classify(self.forms[np.first])
        forms = tuple(self.forms[k] for k in range(np.first, np.last + 1) if self.words[k])
        if len(forms) <= 2 and not first.flags & (wc.DEMONSTRATIVE | wc.ORGANIZATION | wc.DOCUMENT):
            entity = self.registry.by_name(forms)
            if entity and entity.sure and len(entity.forms) > len(forms):
                return self._person(mention, span, self._entity_name(entity), np, "explicit")
        stems = self.registry.stems(np.first, np.last)
        if not stems:
            return Speaker(mention, span, mention, None, np.kind, key_of(mention), "explicit")
        definite = first.definite or bool(first.flags & wc.DEMONSTRATIVE) or forms[0] in ("نفس", "ذات")
        if np.kind == "document":
            return self._document(np, scope, mention, span, stems, definite)
        turn = self.turns.last(scope)
        same = forms[0] in ("نفس", "ذات") or any(classify(f).flags & wc.SAME for f in forms[1:]) or (stems == ("مصدر",) and definite)
        if same and turn is not None and turn.speaker.name:
            return replace(turn.speaker, mention=mention, mention_span=span, title=None, resolution="title")
        if len(forms) == 1 and forms[0] in _SOME:
            return Speaker(mention, span, mention, None, "group", key_of(mention), "explicit")
        if np.kind in ("person", "unnamed_source"):
            named = self._by_role(np, scope, stems, definite)
            if named is not None:
                return replace(named, mention=mention, mention_span=span, title=mention)
        alias = self.registry.aliases.get(stems)
        if alias is not None and alias.np.first != np.first:
            name = self._phrase(alias.np)
            return Speaker(mention, span, name, None, np.kind, key_of(name), "alias")
        body = self.registry.body(stems, np.first)
        if body is None and np.kind == "organization" and len(stems) >= 1 and (len(stems) > 1 or first.flags & (wc.MEDIA_NAME | wc.BODY_NAME)):
            outer = self.registry.containing(stems)
            if outer is not None:
                name = self._phrase(outer.np)
                return Speaker(mention, span, name, None, np.kind, key_of(name), "explicit")
        if body is not None and (definite or body.stems[: len(stems)] == stems):
            name = self._phrase(body.np)
            return Speaker(mention, span, name, None, np.kind, key_of(name), "title" if definite else "explicit")
        return Speaker(mention, span, self._phrase(np), None, np.kind, key_of(mention), "explicit")

    def _by_role(self, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker | None:
        """The person behind a title or a description: by the title's words, else who spoke last, else who was named last with the like."""
        entity = self.registry.by_title(stems, np.first)
        whole = entity is not None and len(stems) > 1
        if entity is None and definite:
            turn = self.turns.last(scope)
            nisba = {x for x in stems[1:] if classify("ال" + x).flags & wc.NISBA}
            if turn and turn.speaker.kind == "person" and turn.speaker.name != turn.speaker.mention or turn and turn.speaker.title:
                if np.feminine is None or turn.feminine is None or np.feminine == turn.feminine:
                    return replace(turn.speaker, resolution="title")
            honorific = len(stems) == 1 and np.head >= 0 and bool(classify(self.forms[np.head]).flags & wc.HONORIFIC)
            entity = self.registry.last_titled(np.first) if honorific else self.registry.nearest_person(np.first, tuple(nisba) or stems)
        if entity is None or (self.stories and not self.stories.reaches(scope, entity.forms[-1], by_whole_title=whole)):
            return None
        name = self._entity_name(entity)
        return Speaker(None, None, name, None, "person", key_of(name), "title")

    def _document(self, np: NounPhrase, scope: int, mention: str, span: Span, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A document speaks for the body that issued it: the one its phrase names, else the one named with it before."""
        issuer = self._issuer(np)
        if issuer:
            self.issuers[scope, stems[0]] = issuer
        elif definite and len(stems) <= 2:
            body = self.registry.body(stems[:1], np.first)
            issuer = self._issuer(body.np) if body else None
            if issuer is None:
                issuer = self.issuers.get((scope, stems[0]))
            if issuer is None and body is not None:
                name = self._phrase(body.np)
                return Speaker(mention, span, name, None, "document", key_of(name), "title")
        if issuer:
            return Speaker(mention, span, issuer, None, "document", key_of(issuer), "title")
        return Speaker(mention, span, mention, None, "document", key_of(mention), "explicit")

    def _issuer(self, np: NounPhrase) -> str | None:
        """The body in a document's own phrase, by its fullest name: بيان للجيش, تقرير صندوق النقد الدولي."""
        for k in range(np.head + 1, min(np.last, np.head + 4) + 1):
            if not self.words[k]:
                continue
            w = classify(self.forms[k])
            if w.flags & (wc.ORGANIZATION | wc.BODY_NAME | wc.MEDIA | wc.MEDIA_NAME) or wc.phrases().get(self.forms[k]):
                stems = self.registry.stems(k, np.last)
                body = self.registry.aliases.get(stems) or self.registry.body(stems, np.first)
                if body is not None and (w.definite or body.stems[: len(stems)] == stems):
                    return self._phrase(body.np)
                span = self.text.span(k, np.last)
                return self.text.raw[after_letters(self.text.raw, span.start, len(w.prep) if not (w.prep == "ل" and w.definite) else 0) : span.end]
        return None

    def _full(self, np: NounPhrase) -> str:
        forms = self.name_forms(np)
        own = self.text.slice(np.name_first, np.name_last)
        entity = self.registry.by_name(forms)
        if entity and len(entity.forms) > len(forms):
            return self._entity_name(entity)
        if len(forms) == 1:
            around = self.registry.around(forms[0])
            if around:
                return self.text.slice(*around)
        return own

    def _entity_name(self, entity: Entity) -> str:
        start = self.text.starts[entity.first]
        if entity.conj:
            start = after_letters(self.text.raw, start, 1)
        return self.text.raw[start : self.text.ends[entity.last]]

    def _phrase(self, np: NounPhrase) -> str:
        """A phrase as a name: without a proclitic and a bracket at its end."""
        last = np.last
        if self.forms[last] == ")":
            while last > np.first and self.forms[last] != "(":
                last -= 1
            last -= 1
        return self.text.raw[after_letters(self.text.raw, self.text.starts[np.first], np.cut) : self.text.ends[last]]

    def _person(self, mention: str, span: Span, name: str, np: NounPhrase, how: Resolution) -> Speaker:
        title = None
        if np.has_name and np.first < np.name_first:
            title = self.text.slice(np.first, np.name_first - 1).strip(" ،,.")
        elif np.has_name and np.last > np.name_last:
            title = self.text.slice(np.name_last + 1, np.last).strip(" ،,.")
        return Speaker(mention, span, name, title or None, "person", key_of(name), how)


def after_letters(raw: str, start: int, count: int) -> int:
    """The offset after `count` letters, vowel marks and tatweel passed over."""
    if not count:
        return start
    while count and start < len(raw):
        count -= raw[start].isalpha() and raw[start] != "\u0640"
        start += 1
    while start < len(raw) and not raw[start].isalnum():
        start += 1
    return start


def key_of(name: str) -> str:
    """The grouping form of a name: its words in matching form without the article."""
    return " ".join(bare(word_form(w)) for w in name.split())
