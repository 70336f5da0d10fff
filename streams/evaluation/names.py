"""When two names are the same: words without marks, hamza seats and titles."""

import re
import unicodedata
from functools import lru_cache

_CONTROLS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_NO_WORD = re.compile(r"[^\w\s]")
_ARTICLE = re.compile(r"^(وال|فال|بال|لل|ال)(?=\w{3,})")


@lru_cache(maxsize=65536)
def words(text: str | None) -> tuple[str, ...]:
    """The words of `text` as they are compared: NFKC, no harakat, tatweel or controls, one form of each letter."""
    plain = _CONTROLS.sub("", unicodedata.normalize("NFKC", text or "")).translate(_LETTERS)
    return tuple(_NO_WORD.sub(" ", plain).split())


_TITLES = frozenset(
    words(
        "الرئيس رئيس الوزير وزير السيد السيدة الدكتور دكتور د الأمير أمير الملك ملك الشيخ المتحدث الناطق باسم الأمين "
        "العام اللواء الجنرال العميد العقيد النائب السفير المستشار المهندس الأستاذ البروفيسور المدير مدير المدرب مدرب "
        "اللاعب القائد الزعيم المرشد سمو معالي فخامة جلالة سعادة الفنان الفنانة الكاتب الباحث الخبير المحلل نائب مساعد "
        "السابق الحالي"
    )
)


@lru_cache(maxsize=65536)
def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a name, titles and the article apart; all words where nothing else is left."""
    return tuple(_ARTICLE.sub("", word) for word in words(name) if word not in _TITLES) or words(name)
