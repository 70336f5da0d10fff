"""Pairing of marks: every pair and every failure of it that Arabic pages show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.page.marks import Marked, pair
from quotations.words.text import Text
from tests.quotations.cases import Case, table

NBSP = "\u00a0"

# -- one pair ---------------------------------------------------------------------------------------------------------

# Opening and closing mark as they are stored.
PAIRS = {
    "guillemets as on most of the web": "«»",
    "guillemets stored the other way, as in older newswire": "»«",
    "guillemets twice the same, closing": "»»",
    "guillemets twice the same, opening": "««",
    "straight": '""',
    "straight, full width": "＂＂",
    "curly": "“”",
    "curly stored the other way": "”“",
    "curly twice the same": "””",
    "curly, with the double prime that WordPress writes": "“″",
    "low and high": "„“",
    "low and straight": '„"',
    "single guillemets": "‹›",
    "double angle brackets": "《》",
    "single curly": "‘’",
    "apostrophes": "''",
    "guillemet and straight": '«"',
    "straight and guillemet": '"»',
    "closing guillemet and straight": '»"',
    "curly and straight": '“"',
    "curly and guillemet": "“»",
}
DOUBLED = {"two apostrophes": ("''", "''"), "TeX": ("``", "''"), "angle brackets": ("<<", ">>")}
SPACES = {
    "touching the words": "{0}{w}{1}",
    "spaces inside": "{0} {w} {1}",
    "no-break spaces inside": f"{{0}}{NBSP}{{w}}{NBSP}{{1}}",
}


def _slices(raw: str) -> list[str]:
    text = Text(raw)
    return [text.slice(m.first, m.last) for m in pair(text)[0]]


# Between spaces a mark shows its part by its shape alone; a straight one has none.
SPACED_FAILURES = {'„"', '«"', '»"', '“"'}


# A single mark between spaces is no mark: nothing tells it from an apostrophe.
ONE_PAIR = [
    pytest.param(marks, form, id=f"{name}-{space}")
    for name, marks in (*PAIRS.items(), *DOUBLED.items())
    for space, form in SPACES.items()
    if space == "touching the words" or marks[0] not in "'‘"
]


@pytest.mark.parametrize(("marks", "form"), ONE_PAIR)
def test_one_pair(marks: tuple[str, str], form: str, request: pytest.FixtureRequest) -> None:
    if form != SPACES["touching the words"] and "".join(marks) in SPACED_FAILURES:
        request.applymarker(pytest.mark.xfail(reason="mismatched marks with spaces inside", strict=True))
    words = "سنبني الجسر قبل الصيف"
    assert _slices(f"قال الوزير: {form.format(*marks, w=words)} ثم غادر.") == [words]


@pytest.mark.parametrize("marks", [*PAIRS.values(), *DOUBLED.values()], ids=[*PAIRS, *DOUBLED])
def test_two_pairs_side_by_side(marks: tuple[str, str]) -> None:
    first, second = "سنبني الجسر قبل الصيف", "والطريق بعده"
    opening, closing = marks
    raw = f"قال الوزير: {opening}{first}{closing}، وأضاف: {opening}{second}{closing}."
    assert _slices(raw) == [first, second]


# -- what stands around them ------------------------------------------------------------------------------------------

AROUND = [
    Case("no space anywhere", "قال الوزير«سنبني الجسر»ثم غادر.", ["سنبني الجسر"]),
    Case("no space anywhere, straight", 'قال الوزير"سنبني الجسر"ثم غادر.', ["سنبني الجسر"]),
    Case("space on the wrong side of the opening mark", 'وأضاف" أن الجسر آمن" ثم غادر.', ["أن الجسر آمن"]),
    Case(
        "space on the wrong side, behind a cue with its subject",
        'وعاد إلى داره"، وقال الوزير" سنبني الجسر قريبا". ثم زار حزب "السنبلة" أمس.',
        ["سنبني الجسر قريبا", "السنبلة"],
    ),
    Case(
        "space on the wrong side, behind a particle, curly",
        "وذكر المدير أن” الجسر آمن لأن ما فيه هو ”خشب البلاد”.",
        ["الجسر آمن لأن ما فيه هو ”خشب البلاد”", "خشب البلاد"],
    ),
    Case("two opening marks of one shape", "قال الوزير: “سنبني الجسر غدا “ثم غادر.", ["سنبني الجسر غدا"]),
    Case(
        "two opening marks of one shape, a cue before the second",
        "قال الوزير: “سنبني الجسر قبل الصيف، وقال المدير “سنفتح الطريق من بعده",
        ["سنبني الجسر قبل الصيف", "سنفتح الطريق من بعده"],
    ),
    Case("spaces on the wrong side of both", 'وقال الوزير" سنبني الجسر "ثم زار "السد".', ["سنبني الجسر", "السد"]),
    Case(
        "space on the wrong side before a name",
        'أطلقت الوزارة برنامج" نزرع ونحصد"، وهو جديد.',
        ["نزرع ونحصد"],
    ),
    Case(
        "two closing marks without their opening ones are no pair",
        'وهي أرض الأجداد" على حد قوله. ثم عاد إلى الديار" مع أهله.',
        [],
    ),
    Case("vowel signs that became marks", 'كان ذلك لطفا" منه ولم يكن خوفا" من أحد.', []),
    Case("letters before a closing mark are no proclitic", "زار شركة «إن إل ال». ثم «المدى».", ["إن إل ال", "المدى"]),
    Case(
        "dots behind a closing mark",
        "قال: “رأيت لوحة “الليل”.. جميلة!”. ثم ذكر “النهار”.",
        ["رأيت لوحة “الليل”.. جميلة!", "الليل", "النهار"],
    ),
    Case("space before the colon", 'قال :" سنبني الجسر " ثم غادر', ["سنبني الجسر"]),
    Case("full stop inside, as CNN Arabic writes it", 'قال: "سنبني الجسر." ثم مضى.', ["سنبني الجسر."]),
    Case("omission dots at both ends", "قال: «…سنبني الجسر…» ثم غادر.", ["…سنبني الجسر…"]),
    Case("brackets at the beginning", "قال: «(سنبني) الجسر» ثم.", ["(سنبني) الجسر"]),
    Case("two pairs without a space", "«سنبني الجسر»«وسنفتح الطريق» أمس.", ["سنبني الجسر", "وسنفتح الطريق"]),
    Case("nothing but a pair", "«سنبني الجسر»", ["سنبني الجسر"]),
    Case("proclitic ب with tatweel", "وصفه بـ«الخطأ الكبير» أمس.", ["الخطأ الكبير"]),
    Case("proclitic ب", 'وصفه ب"الخطأ الكبير" أمس.', ["الخطأ الكبير"]),
    Case("proclitic and a space", 'وصفه بـ "الخطأ الكبير" أمس.', ["الخطأ الكبير"]),
    Case("proclitic with article", 'لقب بال"صقر" أمس.', ["صقر"]),
    Case("proclitic و between names", 'بين "الصقر" و"الأسد" و«النمر» أمس.', ["الصقر", "الأسد", "النمر"]),
    Case("name and words", 'قالت قناة "المدى" إن الجسر "آمن جدا".', ["المدى", "آمن جدا"]),
    Case("empty pairs hold nothing and void nothing", 'قال: «» ثم "" وأضاف: "نعم".', ["نعم"]),
    Case("one mark and nothing else", '"', []),
    Case("an apostrophe in a Latin name", 'قال O\'Neil: "سنبني الجسر".', ["سنبني الجسر"]),
    Case("inches", 'اشترى شاشة 55" وقال: "الصورة جيدة جدا".', ["الصورة جيدة جدا"]),
    Case(
        "breadcrumb",
        "الرئيسية » أخبار » محليات",
        [],
        "harmless alone, since nothing reports in it",
        fails="the middle of a breadcrumb is taken for marked words",
    ),
    Case("bullets", "» افتتاح جسر جديد\n» وفاة شاعر\n» فوز فريق", []),
    Case(
        "bullets do not void the text below",
        "» افتتاح جسر جديد\n» وفاة شاعر\nقال الوزير: «سنبني الجسر».",
        ["سنبني الجسر"],
    ),
]


@pytest.mark.parametrize(("raw", "expected"), table(AROUND))
def test_what_stands_around_marks(raw: str, expected: list[str]) -> None:
    assert _slices(raw) == expected


# -- nested, missing, re-opened ---------------------------------------------------------------------------------------

NESTED = [
    Case(
        "straight in guillemets",
        'قال: «قال لي "سنبني الجسر" ومضى» أمس.',
        [(0, 'قال لي "سنبني الجسر" ومضى'), (1, "سنبني الجسر")],
    ),
    Case(
        "guillemets in straight",
        'قال: "قال لي «سنبني الجسر» ومضى" أمس.',
        [(0, "قال لي «سنبني الجسر» ومضى"), (1, "سنبني الجسر")],
    ),
    Case(
        "straight in straight",
        'قال: "قال لي "سنبني الجسر" ومضى" أمس.',
        [(0, 'قال لي "سنبني الجسر" ومضى'), (1, "سنبني الجسر")],
    ),
    Case(
        "guillemets in guillemets",
        "قال: «قال لي «سنبني الجسر» ومضى» أمس.",
        [(0, "قال لي «سنبني الجسر» ومضى"), (1, "سنبني الجسر")],
    ),
    Case(
        "single in straight",
        "قال: \"قال لي 'سنبني الجسر' ومضى\" أمس.",
        [(0, "قال لي 'سنبني الجسر' ومضى"), (1, "سنبني الجسر")],
    ),
    Case("an inner name at the end", 'قال: «زرت قناة "المدى"» أمس.', [(0, 'زرت قناة "المدى"'), (1, "المدى")]),
    Case("an inner mark that never closes", 'قال: «زرت قناة "المدى أمس» ومضى.', [(0, 'زرت قناة "المدى أمس')]),
    Case("doubled marks are one pair", 'قال: ""سنبني الجسر"" ثم غادر.', [(0, "سنبني الجسر")]),
    Case("doubled guillemets are one pair", "قال: ««سنبني الجسر»» ثم غادر.", [(0, "سنبني الجسر")]),
    Case("two kinds around the same words are one pair", 'قال: «"سنبني الجسر"» ثم غادر.', [(0, "سنبني الجسر")]),
]

MISSING = [
    Case(
        "a stray mark at a paragraph's head, before a report of marked words",
        "“وقالت صحيفة الساحل إن “الجسر سيفتح غدا” وإن الطريق جاهز.",
        [(0, "الجسر سيفتح غدا")],
    ),
    Case(
        "an opening mark between spaces closes a mark that touches its words",
        "زار الوفد حي «النرجس « في المدينة ثم عاد. ثم زار «المتحف».",
        [(0, "النرجس"), (0, "المتحف")],
    ),
    Case(
        "a letter at the end of a name",
        'وقال العالم إن الكوكب "سهيل 12 ب" أكبر من غيره، وأضاف: "هذا مهم".',
        [(0, "سهيل 12 ب"), (0, "هذا مهم")],
    ),
    Case("a letter between two marks", 'لعب المنتخب «ب» مع فريق "ج" في المجموعة "ب".', [(0, "ب"), (0, "ج"), (0, "ب")]),
    Case("no opening mark", "سنبني الجسر قبل الصيف»، قال الوزير. وقال المدير: «نعم».", [(0, "نعم")]),
    Case(
        "no opening mark, straight", 'سنبني الجسر قبل الصيف"، قال.\nوقال المدير: "نعم نحن معكم".', [(0, "نعم نحن معكم")]
    ),
    Case(
        "an odd straight mark in an early paragraph",
        'زار "الوزير السد.\nوقال: "سنبني الجسر".\nوأضاف: "غدا".',
        [(0, "سنبني الجسر"), (0, "غدا")],
    ),
    Case(
        "an odd straight mark in mid-paragraph",
        'زار الوزير" السد، وقال: "سنبني الجسر"، وأضاف: "غدا".',
        [(0, "سنبني الجسر"), (0, "غدا")],
    ),
]

PARAGRAPHS = [
    Case(
        "re-opened at each paragraph",
        "قال: «سنبني الجسر قبل الصيف.\n«وسنفتح الطريق بعد ذلك.\n«ثم نعود إلى العمل».",
        [(0, "سنبني الجسر قبل الصيف"), (0, "وسنفتح الطريق بعد ذلك"), (0, "ثم نعود إلى العمل")],
    ),
    Case(
        "re-opened at each paragraph, straight",
        'قال: "سنبني الجسر قبل الصيف.\n"وسنفتح الطريق بعد ذلك.\n"ثم نعود إلى العمل".',
        [(0, "سنبني الجسر قبل الصيف"), (0, "وسنفتح الطريق بعد ذلك"), (0, "ثم نعود إلى العمل")],
    ),
    Case(
        "one pair over a blank line",
        "قال: «سنبني الجسر.\n\nوسنفتح الطريق». ثم غادر.",
        [(0, "سنبني الجسر.\n\nوسنفتح الطريق")],
    ),
    Case(
        "one pair over a blank line, straight",
        'قال: "سنبني الجسر.\n\nوسنفتح الطريق". ثم غادر.',
        [(0, "سنبني الجسر.\n\nوسنفتح الطريق")],
    ),
    Case(
        "one pair over Windows line breaks",
        "قال: «سنبني الجسر.\r\n\r\nوسنفتح الطريق».",
        [(0, "سنبني الجسر.\r\n\r\nوسنفتح الطريق")],
    ),
    Case("line breaks right inside the marks are no words", "قال: «\nسنبني الجسر\n» ثم غادر.", [(0, "سنبني الجسر")]),
    Case("one pair over three paragraphs", "قال: «سنبني.\nسنفتح.\nسنعود». ثم غادر.", [(0, "سنبني.\nسنفتح.\nسنعود")]),
]


@pytest.mark.parametrize(("raw", "expected"), table([*NESTED, *MISSING, *PARAGRAPHS]))
def test_nested_and_missing_marks(raw: str, expected: list[tuple[int, str]]) -> None:
    text = Text(raw)
    assert [(m.depth, text.slice(m.first, m.last)) for m in pair(text)[0]] == expected


# -- caught bugs ------------------------------------------------------------------------------------------------------

CAUGHT = [
    Case(
        "a closing-type mark at both ends, after a colon without a space",
        "قال الوزير:” سنبني الجسر ” ثم غادر.",
        ["سنبني الجسر"],
    ),
    Case(
        "a curly mark opens, a double prime closes, twice",
        "قال “سنبني الجسر″ وأضاف “غدا نفتحه″.",
        ["سنبني الجسر", "غدا نفتحه"],
    ),
    Case(
        "a stray single mark closes no double one", "قال: «سنبني الجسر' قبل الصيف» ثم غادر.", ["سنبني الجسر' قبل الصيف"]
    ),
    Case("a closing mark right behind a verb of reporting opens", "وأضاف» أن الجسر آمن« ثم غادر.", ["أن الجسر آمن"]),
    Case(
        "a single mark closes before a comma", "قال: 'سنبني الجسر'، وأضاف: 'سنفتحه غدا'.", ["سنبني الجسر", "سنفتحه غدا"]
    ),
]


@pytest.mark.parametrize(("raw", "expected"), table(CAUGHT))
def test_caught_bugs(raw: str, expected: list[str]) -> None:
    assert _slices(raw) == expected


# -- whatever comes ---------------------------------------------------------------------------------------------------

MANY = {
    "opening": "«",
    "closing": "»",
    "straight": '"',
    "by turns": '«"',
    "with words": "«كلمة ",
    "apostrophes": "'",
    "lines": "«كلمة\n",
}


@pytest.mark.parametrize("unit", MANY.values(), ids=MANY)
def test_ten_thousand_marks(unit: str) -> None:
    text = Text(unit * 10_000)
    _holds(text, *pair(text))


@given(st.text(alphabet="«»‹›\"“”„″'‘’ .،:\n\u00a0كقالوب1a()…", max_size=80))
def test_any_marks(raw: str) -> None:
    text = Text(raw)
    _holds(text, *pair(text))


def _holds(text: Text, found: list[Marked], left_over: list[int]) -> None:
    """Pairs in order, properly nested, none empty; no mark is used twice."""
    assert [m.opening for m in found] == sorted({m.opening for m in found})
    used = [m.opening for m in found] + [m.closing for m in found if m.closing >= 0] + left_over
    assert len(used) == len(set(used))
    stack: list[Marked] = []
    for m in found:
        assert m.opening < m.first <= m.last < len(text)
        assert m.closing == -1 or m.closing > m.last
        while stack and stack[-1].last < m.first:
            stack.pop()
        assert not stack or m.last <= stack[-1].last
        assert m.depth == len(stack)
        stack.append(m)
