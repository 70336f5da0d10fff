"""The engine's CPU time: against one bare regex pass over the same articles, and on texts made to be slow.

usage: python bench/engine.py [ARTICLES...] [--limit N]

ARTICLES are JSON lines (gzip too); without them only the texts that this script makes are timed. Everything is CPU time
of one process, and every figure is a ratio within the run, so that it holds on another machine.
"""

import argparse
import json
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import regex

from quotations import Article, extract
from streams.inputs import read_inputs

# What one would look for with a single expression: the marks, and the commonest words of reporting as they are written.
_FORMS = (
    "قال|قالت|قالوا|يقول|تقول|وقال|وقالت|ويقول|أضاف|أضافت|وأضاف|وأضافت|يضيف|أكد|أكدت|وأكد|وأكدت|يؤكد|مؤكدا|أوضح|وأوضح|"
    "أوضحت|موضحا|أشار|وأشار|أشارت|مشيرا|إلى|صرح|وصرح|أعلن|أعلنت|وأعلن|ذكر|وذكر|ذكرت|تابع|وتابع|كشف|لفت"
)
_BARE = regex.compile(rf'[«»"“”]|\b(?:{_FORMS})\b')

_CHUNK = 100  # articles timed at a time, by turns, so that both passes meet the same moods of the machine
_SMALL, _LARGE = 50_000, 200_000  # code points
_LONG_PARAGRAPH = 2_800_000  # code points; a little over 5 MB in UTF-8
_PATIENCE = 60.0  # seconds of CPU for one text
_ALLOWED = 2.0  # times the normal for a code point
_CLOCK = 1e-4  # seconds: some clocks see nothing shorter

_NORMAL = (
    "قال وزير الموارد المائية نبيل الصيرفي إن السد رقم {n} آمن، وإن فرق الصيانة تعمل فيه منذ أسابيع. "
    "وأضاف في مؤتمر صحافي عقده في العاصمة: «راجعنا كل القياسات، ولم نجد فيها ما يخالف التصميم رقم {n}». "
    "وبدأت أعمال البناء في الربيع الماضي بتمويل من مصارف محلية، على أن تنتهي قبل موسم الأمطار. "
    "من جهتها، أكدت المهندسة هدى العلي، مديرة المشروع، أن المياه ستصل إلى {n} قرية.\n"
)


class _OutOfPatienceError(Exception):
    """A text took longer than _PATIENCE."""


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfPatienceError


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes; infinity where it is cut off after _PATIENCE."""
    signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
    begin = time.process_time()
    try:
        work()
    except _OutOfPatienceError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begin


def _filled(unit: str, size: int) -> str:
    """`unit` again and again, its {n} counting, up to `size` code points."""
    numbered = "{n}" in unit
    parts, length, number = [], 0, 0
    while length < size:
        part = unit.format(n=number) if numbered else unit
        parts.append(part)
        length += len(part)
        number += 1
    return "".join(parts)[:size]


def _nested(opening: str, inside: str, closing: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        depth = size // (len(opening) + len(inside) + len(closing))
        return (opening + inside) * depth + closing * depth

    return make


def _random_unicode(size: int) -> str:
    choose = random.Random(7)
    points = (point for point in iter(lambda: choose.randrange(0x110000), None) if not 0xD800 <= point < 0xE000)
    return "".join(chr(next(points)) for _ in range(size))


def _random_pieces(size: int) -> str:
    """The pieces that the engine looks for, in no order."""
    choose = random.Random(7)
    pieces = [
        "«",
        "»",
        '"',
        "“",
        "”",
        ":",
        "،",
        ".",
        "\n",
        "(",
        ")",
        " و",
        *(f" {form} " for form in _FORMS.split("|")),
    ]
    pieces += [" الوزير ", " محمد ", " إن ", " أن ", " الذي ", " في ", " ما ", "- ", "؟ "]
    return "".join(choose.choice(pieces) for _ in range(size // 3))


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: _filled(unit, size)


TEXTS: dict[str, Callable[[int], str]] = {
    "opening marks, alone": _repeated("«"),
    "opening marks, a word after each": _repeated("«كلمة "),
    "closing marks": _repeated("كلمة» "),
    "straight marks": _repeated('"'),
    "straight marks, a word after each": _repeated('"كلمة '),
    "marked words": _repeated("«كلمة أخرى هنا» "),
    "nested marks": _nested("«", "قال ", "»"),
    "nested marks of two kinds": _nested('«قال "', "نعم ", '"»'),
    "brackets": _nested("(", "", ")"),
    "brackets, words between": _nested("(كلمة ", "", ")"),
    "one verb": _repeated("قال "),
    "one verb with its particle": _repeated("قال إن "),
    "«قال: »": _repeated("قال: "),
    "one verb a line": _repeated("وأضاف:\n"),
    "name and colon a line": _repeated("سليم كرم: نعم\n"),
    "one title": _repeated("الوزير "),
    "one name": _repeated("محمد "),
    "one name with a verb": _repeated("قال محمد "),
    "one body": _repeated("وزارة الري "),
    "titles without names": _repeated("وقال الوزير إن السد آمن. "),
    "questions and answers": _repeated("س: كيف بدأت حكايتك؟\nج: بدأت وأنا طفل.\n"),
    "lists": _repeated("- كلمة أخرى\n"),
    "marks and cues by turns": _repeated("«نعم» قال "),
    "names in a row with «و»": _repeated("محمد علي وسامي حداد و"),
    "one article's people, all different": _repeated("قال الوزير سامي الحداد{n}: «هذا رقم {n} من كثير». "),
    "one word": _repeated("كلمة "),
    "one long word": _repeated("م"),
    "vowel marks on one letter": lambda size: "م" + "\u064b" * (size - 1),
    "digits and points": _repeated("1."),
    "full stops": _repeated("."),
    "colons": _repeated(":"),
    "commas": _repeated("،"),
    "line breaks": _repeated("\n"),
    "blanks": _repeated(" "),
    "dashes": _repeated("- "),
    "direction controls": _repeated("\u200f"),
    "NUL": _repeated("\0"),
    "no full stop": lambda size: _filled(_NORMAL, size).replace(". ", " ").replace(".\n", " "),
    "no full stop, no mark, no comma": lambda size: regex.sub(r"[.\n«»،:]", " ", _filled(_NORMAL, size)),
    "one quotation without an end": lambda size: (
        "قال الوزير: «" + _filled(_NORMAL, size).replace("«", "").replace("»", "")
    ),
    "random Unicode": _random_unicode,
    "random pieces": _random_pieces,
}


def _read(paths: list[Path], limit: int | None) -> Iterator[Article]:
    for count, item in enumerate(read_inputs(paths)):
        if count == limit:
            return
        article = json.loads(item.value)
        yield Article(body=article["body"], title=article.get("title"))


def _bare_pass(articles: list[Article]) -> int:
    return sum(
        1 for article in articles for text in (article.title, article.body) if text for _ in _BARE.finditer(text)
    )


def _engine_pass(articles: list[Article], raised: Counter[str]) -> int:
    """The quotations found; an article that the engine cannot read is counted in `raised`, and costs what it cost."""
    found = 0
    for article in articles:
        try:
            found += len(extract(article))
        except Exception as error:
            raised[repr(error)] += 1
    return found


def compare(paths: list[Path], limit: int | None) -> None:
    """Print the engine's CPU time as a ratio to the bare pass's, over the articles of `paths`."""
    articles = list(_read(paths, limit))
    _engine_pass(articles[:_CHUNK], Counter())  # loads the lexicons, fills the caches
    bare = engine = 0.0
    found, raised = 0, Counter[str]()
    for begin in range(0, len(articles), _CHUNK):
        chunk = articles[begin : begin + _CHUNK]
        started = time.process_time()
        _bare_pass(chunk)
        between = time.process_time()
        found += _engine_pass(chunk, raised)
        engine += time.process_time() - between
        bare += between - started
    points = sum(len(article.body) + len(article.title or "") for article in articles)
    print(f"{len(articles)} articles, {points} code points, {found} quotations of all kinds")
    for error, count in raised.items():
        print(f"{count} articles on which the engine raised {error}  <--")
    print(f"bare pass  {bare:8.2f} s  {bare / points * 1e6:6.3f} µs a code point")
    print(f"engine     {engine:8.2f} s  {engine / points * 1e6:6.3f} µs a code point")
    print(f"ratio      {engine / bare:8.1f}\n")


def _timed(text: str) -> tuple[float, str]:
    """µs of CPU a code point, the least of three, also as it is shown."""
    least = infinity = float("inf")
    for _ in range(3):
        least = min(least, seconds(lambda: extract(Article(text))))
        if least > _PATIENCE / 10:
            break
    if least == infinity:
        return infinity, f"{'over ' + format(_PATIENCE, '.0f') + ' s':>12}"
    each = max(least, _CLOCK) / len(text) * 1e6
    return each, f"{each:12.3f}"


def linearity(names: list[str]) -> None:
    """Print, for each text, the time of a code point: in 50,000 and 200,000 of them, and against normal text.

    Only the texts whose names hold one of `names`, where any are given.
    """
    chosen = {name: make for name, make in TEXTS.items() if not names or any(part in name for part in names)}
    normal, shown = _timed(_filled(_NORMAL, _LARGE))
    print(f"{'':36} {'µs at 50k':>12} {'µs at 200k':>12} {'growth':>7} {'to normal':>10}")
    print(f"{'normal text':36} {_timed(_filled(_NORMAL, _SMALL))[1]} {shown}")
    for name, make in chosen.items():
        (small, small_shown), (large, large_shown) = _timed(make(_SMALL)), _timed(make(_LARGE))
        bad = "  <--" if large > _ALLOWED * normal or (large > normal and large > 2 * small) else ""
        print(f"{name:36} {small_shown} {large_shown} {large / small:7.1f} {large / normal:10.1f}{bad}", flush=True)
    if not names:
        text = TEXTS["no full stop"](_LONG_PARAGRAPH)
        each, shown = _timed(text)
        print(
            f"{'one paragraph without a full stop, ' + format(len(text.encode()) / 1e6, '.1f') + ' MB':48}  {shown}",
            end="",
        )
        print(f" {'':7} {each / normal:10.1f}")


def main() -> None:
    """Both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", nargs="*", type=Path, help="JSON lines, gzip too")
    parser.add_argument("--limit", type=int, help="take only so many articles")
    parser.add_argument("--only", action="append", default=[], help="only the made texts whose names hold this")
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _interrupt)
    if options.articles:
        compare(options.articles, options.limit)
    linearity(options.only)


if __name__ == "__main__":
    main()
