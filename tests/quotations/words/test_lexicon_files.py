"""The lexicon's data files: every line has its columns, and no word stands twice."""

from collections import Counter
from importlib.resources import files

import pytest

from quotations.lexicon import rows
from quotations.matching import matching_form
from quotations.words.verb_facts import BESIDES, TAKES

GENDERS = {"m", "f", "x", "p"}

# File to the values its further columns may take (None: any word), and the fewest entries it may have.
FILES: dict[str, tuple[tuple[set[str] | None, ...], int]] = {
    "titles.tsv": (
        (GENDERS, {"office", "honorific", "occupation", "military", "religious", "spokesperson", "kin", "relation"}),
        700,
    ),
    "organizations.tsv": (({"m", "f", "p"}, {"body", "media"}), 200),
    "media_names.txt": ((), 150),
    "organization_names.txt": ((), 200),
    "places.tsv": (({"country", "city", "region"}, None, {"m", "f"}), 500),
    "nisba.txt": ((), 300),
    "portfolios.txt": ((), 150),
    "given_names.tsv": (({"m", "f", "x"},), 1500),
    "surnames.txt": ((), 1500),
    "unnamed.tsv": (({"m", "f", "p"}, {"unnamed", "group"}), 100),
    "documents.tsv": (({"m", "f", "p"}, {"study", "work", "statement", "report", "rule", "label", "-"}), 80),
    "occasions.txt": ((), 80),
    "addressees.txt": ((), 50),
    "verbs.txt": ((), 1500),
    "plain_nouns.txt": ((), 1000),
    "name_marks.txt": ((), 200),
    "issuing_verbs.tsv": (({"document", "words", "issued", "received"},), 100),
    "date_words.txt": ((), 50),
    "boilerplate.tsv": (({"before", "after", "list", "label"},), 200),
    "reverence.tsv": (({"god", "god-praised", "prophet", "prophet-prayed", "praise", "prayer", "blessing"},), 80),
    "interview_words.tsv": (({"interview", "first", "second", "no-pronoun", "you-said"},), 100),
    "plain_verbs.tsv": (({"own", "infinitive", "praise"},), 50),
    "adjectives.tsv": (
        (
            {"patient", "life", "related", "describes", "degree", "likely", "when", "-"},
            {*"على عن في من إلى لدى مع ب ل".split(), "-"},
        ),
        120,
    ),
    "nouns.tsv": (
        (
            {
                "people",
                "telling",
                "standard",
                "custom",
                "saying",
                "stressed",
                "clause",
                "to-do",
                "purpose",
                "reporting",
                "done-to",
                "many",
                "asked",
                "giving",
                "detail",
            },
        ),
        150,
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_its_columns(name: str) -> None:
    columns, fewest = FILES[name]
    entries = rows(name)
    assert len(entries) >= fewest
    for entry in entries:
        assert len(entry) == 1 + len(columns), entry
        assert all(entry), entry
        for value, allowed in zip(entry[1:], columns, strict=True):
            assert allowed is None or set(value.split()) <= allowed, entry


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_matching_form(name: str) -> None:
    forms = Counter(matching_form(entry[0]) for entry in rows(name))
    assert "" not in forms
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_first_what_it_is_for(name: str) -> None:
    text = files("quotations.lexicon").joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "ource" in text.split("\n\n")[0]  # where the words come from, and under which licence


@pytest.mark.parametrize("name", FILES)
def test_words_are_written_plainly(name: str) -> None:
    """No vowel marks, no stretched letters, no direction marks, single spaces: folding is not the file's work."""
    for word, *_ in rows(name):
        assert word == " ".join(word.split()), word
        assert not any("\u064b" <= letter <= "\u0652" or letter in "\u0640\u200e\u200f\ufeff" for letter in word), word


def test_nisbas_of_places_are_masculine_and_without_the_article() -> None:
    for name, _, nisba, _ in rows("places.tsv"):
        assert nisba == "-" or nisba.endswith("ي"), name
        assert not nisba.startswith("ال"), name


def test_what_a_name_mark_is_is_no_word_of_reporting() -> None:
    """A word before marks that hold a name must not be a cue: else its quotation would be lost."""
    cues = {matching_form(entry[0]) for entry in rows("cues.tsv")}
    assert cues & {matching_form(entry[0]) for entry in rows("name_marks.txt")} == set()


CLASSES = {"say", "add", "ask", "demand", "believe", "expect", "warn", "deny", "other"}


def test_every_cue_has_its_columns() -> None:
    for entry in rows("cues.tsv"):
        assert len(entry) == 9, entry
        assert all(entry), entry
        assert entry[4] in CLASSES, entry
        assert entry[5] in {"s", "w", "e"}, entry
        assert entry[6] == "-" or set(entry[6].split()) <= TAKES.keys(), entry
        assert entry[8] == "-" or set(entry[8].split()) <= BESIDES.keys(), entry


def test_no_verb_contradicts_itself() -> None:
    for entry in rows("cues.tsv"):
        assert not {"none", "object"} <= set(entry[6].split()), entry
        assert len({"no-clause", "by-clause", "about-clause", "told"} & set(entry[6].split())) < 2, entry


@pytest.mark.parametrize("fact", [*TAKES, *BESIDES])
def test_every_fact_is_some_verb_s(fact: str) -> None:
    """A word of the last columns that no verb has would be a rule for nothing."""
    assert any(fact in entry[6].split() + entry[8].split() for entry in rows("cues.tsv"))
