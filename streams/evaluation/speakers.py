"""When a speaker is right."""

from streams.evaluation.names import name_words, words
from streams.evaluation.records import Found, GoldEntry


def full_name_right(found: Found, gold: GoldEntry) -> bool:
    """The found name is the annotated name, titles apart."""
    return bool(found.name) and name_words(found.name) == name_words(gold.name)


def speaker_right(found: Found, gold: GoldEntry) -> bool:
    """The found speaker is the annotated one: by full name, word for word, or by the last name and no stranger's words.

    An entry without a speaker wants none.
    """
    if gold.speaker is None:
        return not found.speaker
    if full_name_right(found, gold):
        return True
    name = name_words(gold.name)
    known = set(name) | set(name_words(gold.speaker))
    return any(
        _same(candidate, gold.speaker, name, known)
        for candidate in (found.name, found.mention)
        if candidate is not None
    )


def _same(candidate: str, speaker: str, name: tuple[str, ...], known: set[str]) -> bool:
    have = name_words(candidate)
    # Two words more than all that the annotation has are a title; more than that is the sentence around the name.
    if not candidate or len(have) > len(known) + 2:
        return False
    if words(candidate) == words(speaker):
        return True
    return name[-1] in have and (set(have) <= known or set(name) <= set(have))
