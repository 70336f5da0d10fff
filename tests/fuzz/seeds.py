"""The inputs that fuzzing begins with: `python -m tests.fuzz.seeds FOLDER` writes them."""

import json
import sys
from pathlib import Path

TEXTS = (
    "قال وزير الري سليم الحداد في مؤتمر صحفي: «السد آمن، ولم نجد فيه خللا». وأضاف أن العمل بدأ أمس.",
    'الحداد: لا خطر على القرى\0أكدت المهندسة هدى العلي، مديرة المشروع، أن المياه ستصل "قريبا".\nوأضافت: «نعم».',
    'نقلت وكالة رويترز عن مصدر أمني قوله إن الطريق مغلق.\n\nوبحسب الوزارة، "لا إصابات" - كما ذكر بيان.',
    "سؤال: متى بدأ العمل؟\nجواب: بدأ قبل عام.\nسؤال: ومتى ينتهي؟\nجواب: في الربيع.\nسؤال: من يموله؟\nجواب: الدولة.",
    "اقرأ أيضا\nافتتاح جسر جديد    إغلاق سوق قديم    فوز فريق المدينة\nقال تعالى: (وكان خيرا) [البقرة: 12]",
)
ARTICLES: tuple[dict[str, object], ...] = (
    {"article_id": "a-1", "title": "السد آمن", "body": "قال الوزير سليم الحداد: «نعم».", "published_at": "2024-05-01"},
    {"url": "https://example.org/1", "body": "<p>وأضاف: &laquo;نعم&raquo;</p>", "content_type": "text/html"},
    {"body": "", "revision": 2, "language": "ar", "outlet": {"name": "x"}},
)
# What fuzzing has found, in few words.
FOUND = (
    ("a " * 9 + "قال " * 9) * 3 + "\n",
)  # a short sentence full of cues: more work than was allowed to short texts


def seeds() -> list[bytes]:
    """Each with its first byte, which says how it is read (see `checks`)."""
    records = [b"\0" + json.dumps(article, ensure_ascii=False).encode() for article in ARTICLES]
    texts = [b"\1" + text.encode() for text in (*TEXTS, *FOUND)]
    pieces = [b"\2" + bytes((k * step) % 256 for k in range(120)) for step in (1, 3, 7, 11)]
    return records + texts + pieces


def main(folder: Path) -> None:
    """Write them."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, seed in enumerate(seeds()):
        (folder / f"seed-{n}").write_bytes(seed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
