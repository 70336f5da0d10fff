"""What each cue governs: its subject, its words, the medium, the addressee, the occasion, and whether it is denied.

An expected report names only what the row is about; the reports of the text that govern words are listed in order.
"""

from typing import Any

import pytest

from quotations.attribution import Attribution
from quotations.marks import pair
from quotations.reports import Report
from quotations.sentences import cut
from quotations.text import Text
from tests.quotations.cases import Case, table


def expect(**fields: Any) -> dict[str, Any]:
    """The fields of one report: cue, subject, words, medium, addressee, occasion, negated, cls."""
    return fields


def report(text: Text, r: Report, fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields of a report that was read."""
    parts = {"medium": r.medium, "addressee": r.addressee, "occasion": r.occasion}
    found: dict[str, Any] = {name: text.slice(*part) if part else None for name, part in parts.items()}
    found["cue"] = text.slice(r.first, r.last)
    found["subject"] = text.slice(r.np.first, r.np.last) if r.np else None
    found["words"] = text.slice(r.content_at, r.content_end) if r.content_end >= r.content_at >= 0 else None
    found["negated"] = r.negated
    found["cls"] = r.form.cls if r.form else None
    found["content"] = r.content
    return {name: found[name] for name in fields}


def check(body: str, expected: list[dict[str, Any]]) -> None:
    text = Text(body)
    marked, _ = pair(text)
    sentences = cut(text, marked)
    reader = Attribution(text, sentences, marked).reader
    read = [r for n in range(len(sentences)) for r in reader.read(n) if r.content != "none"]
    assert [report(text, r, e) for r, e in zip(read, expected, strict=True)] == expected


SUBJECTS = [
    Case(
        "after the verb",
        "قال وزير النقل سليم الحداد إن الجسر آمن.",
        [expect(cue="قال", subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "before the verb",
        "وزير النقل سليم الحداد قال إن الجسر آمن.",
        [expect(subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "before a relative pronoun",
        "وحضر وزير النقل سليم الحداد الذي أكد أن الجسر آمن.",
        [expect(cue="أكد", subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case("dropped", "وأضاف أن الجسر آمن.", [expect(cue="وأضاف", subject=None, words="الجسر آمن")]),
    Case("after a short word", "وقال عنه المهندس سليم الحداد إن الجسر آمن.", [expect(subject="المهندس سليم الحداد")]),
    Case("after a word of time", "وأعلنت أمس وزارة النقل أن الجسر آمن.", [expect(subject="وزارة النقل")]),
    Case(
        "agreement: the minister is no subject of a feminine verb",
        "وقالت للوزير إن الجسر آمن.",
        [expect(subject=None, words="الجسر آمن")],
    ),
    Case(
        "with a withheld name",
        "وقال مسؤول أمني طلب عدم الكشف عن هويته إن الجسر آمن.",
        [expect(subject="مسؤول أمني", words="الجسر آمن")],
    ),
    Case("a share of those asked", "وقال 63% إن الجسر آمن.", [expect(subject="63%", words="الجسر آمن")]),
    Case("a document", "وكشف تقرير حديث صادر عن بلدية الوادي حول الطرق أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "no dateline",
        "نابلس (وكالة النهر) -- أكد أن الجسر آمن.",
        [expect(cue="أكد", subject=None, words="الجسر آمن")],
    ),
    Case(
        "whom the verb asks is not its subject",
        "وزار الوفد السد، وطالب سكان القرى بأن يصبروا.",
        [expect(cue="وطالب", subject=None, words="يصبروا")],
    ),
]

WORDS = [
    Case("after أن with a pronoun", "وأكد الوزير أنه راض.", [expect(words="راض")]),
    Case("after بأن", "وصرح الوزير بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("after a colon", "قال سليم الحداد: سنبني الجسر هذا العام.", [expect(words="سنبني الجسر هذا العام")]),
    Case("bare", "قال سليم الحداد نحن سنبني الجسر هذا الصيف.", [expect(words="نحن سنبني الجسر هذا الصيف")]),
    Case("what ought to be", "وأكد الوزير على ضرورة فتح الطريق سريعا.", [expect(words="فتح الطريق سريعا")]),
    Case("أن after what matters", "وشدد الخبراء على أهمية أن تفتح الطرق.", [expect(words="تفتح الطرق")]),
    Case("the importance of a thing is no clause", "وأكد الوزير أهمية المعرض السنوي.", []),
    Case("a question", "وتساءل الكاتب هل يكفي الماء للجميع.", [expect(cls="ask", words="هل يكفي الماء للجميع")]),
    Case("an object, then بأنه", "ووصفها الخبراء بأنها ضربة قاسية للسوق.", [expect(words="ضربة قاسية للسوق")]),
    Case("a masdar with its speaker", "وكان رأي الدكتور سليم الحداد أن الجسر آمن.", [expect(cue="رأي")]),
    Case("قوله", "ونقلت وكالة النهر للأنباء عن الوزير قوله إن الجسر آمن.", [expect(cue="قوله", words="الجسر آمن")]),
    Case(
        "the particle far from a weak cue",
        "وكشفت الوزيرة ليلى الحداد، اليوم الأحد في العاصمة، أن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case("an infinitive's أن far from it", "ونشر الوزير سليم الحداد صورا كثيرة للجسر الجديد قبل أن يفتح.", []),
    Case("رغم أن is no clause", "وقال الوزير رغم أنه مريض: سنبني الجسر.", [expect(words="سنبني الجسر")]),
    Case(
        "words below the colon",
        "قال الشاعر:\nإذا الليل طال فصبرك أطول يا صديقي",
        [expect(words="إذا الليل طال فصبرك أطول يا صديقي")],
    ),
    Case("in brackets", "قال الوزير: (سنبني الجسر قبل الصيف) ثم غادر القاعة.", [expect(words="سنبني الجسر قبل الصيف")]),
    Case(
        "a name in marks begins the clause",
        "وأكدت الشركة أن «النهر» ستبني الجسر.",
        [expect(words="«النهر» ستبني الجسر")],
    ),
    Case(
        "a title in marks stands before the clause",
        "وأوضح التقرير الذي أعد حول «مياه الوادي»، أن الماء نقي.",
        [expect(words="الماء نقي")],
    ),
    Case(
        "an attribution between verb and particle",
        "وأعلنت ليلى الحداد، بحسب ما نقل عنها نواب، أنها تغادر المنصب.",
        [expect(), expect()],
    ),
    Case("one word", "وقال الوزير إنه بريء.", [expect(words="بريء")]),
    Case("although", "وقال الوزير، وإن كان مريضا، إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("asked whether they think", "وسئل السكان عما إذا كانوا يرون أن الجسر آمن.", []),
    Case("one may say", "ويمكن القول إن الجسر آمن.", []),
    Case("a relative clause is no bare speech", "وقال الوزير الذي زار الجسر الجديد أمس.", []),
    Case(
        "bare speech with أن inside",
        "وأضاف النقطة التي تعنينا هنا هي أن الجسر آمن.",
        [expect(words="النقطة التي تعنينا هنا هي أن الجسر آمن")],
        fails="the particle inside bare speech is taken for the one that opens it",
    ),
    Case(
        "a view inside a clause is part of it",
        "وقال الوزير إنه يأمل بأن يفتح الجسر قريبا.",
        [expect(words="يأمل بأن يفتح الجسر قريبا")],
    ),
    Case("the writer's own formula", "يذكر أن الجسر بني عام 1950.", []),
    Case("it turned out", "وعند الفحص تبين أن الجسر آمن.", []),
    Case("what the writer concludes", "وزاد العدد، مما يشير إلى أن الجسر مزدحم.", []),
]

ENDS = [
    Case(
        "the sentence",
        "وقال الوزير إن الجسر آمن، والطريق مفتوح، ولا خوف على أحد.",
        [expect(words="الجسر آمن، والطريق مفتوح، ولا خوف على أحد")],
    ),
    Case(
        "a participle",
        "وقال الوزير إن الجسر آمن، مضيفا أن الطريق مفتوح.",
        [expect(words="الجسر آمن"), expect(words="الطريق مفتوح")],
    ),
    Case(
        "a participle without a clause", "وقال الوزير إن الجسر آمن، مشيدا بعمل المهندسين.", [expect(words="الجسر آمن")]
    ),
    Case(
        "the next verb with و",
        "وقال الوزير إن الجسر آمن، وأكد أن الطريق مفتوح.",
        [expect(words="الجسر آمن"), expect(words="الطريق مفتوح")],
    ),
    Case("وكشف عن", "وأكد الوزير أن الجسر آمن وكشف عن خطة جديدة.", [expect(words="الجسر آمن")]),
    Case(
        "فيما قال",
        "وقال الوزير إن الجسر آمن، فيما قال النائب سليم الحداد إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case(
        "إلا أن with another speaker",
        "وقال الوزير إن الجسر آمن، إلا أن مصدرا أمنيا أكد أن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case(
        "في إشارة إلى", "وقال الوزير إن «الغرباء» رحلوا، في إشارة إلى عمال الشركة.", [expect(words="«الغرباء» رحلوا")]
    ),
    Case(
        "an attribution in the middle stays",
        "وقال الوزير إن الجسر، وفق تقارير رسمية، آمن تماما.",
        [expect(words="الجسر، وفق تقارير رسمية، آمن تماما"), expect(cue="وفق")],
    ),
    Case(
        "an attribution at the end does not",
        "وقال الوزير إن الجسر آمن تماما، على حد تعبيره.",
        [expect(words="الجسر آمن تماما"), expect(cue="على حد تعبيره")],
    ),
    Case(
        "the answer with ف",
        "وقال الوزير إن الجسر آمن، فردت النائبة ليلى الحداد بالقول إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(cue="بالقول", words="الطريق مغلق")],
    ),
    Case(
        "a call after a comma",
        "وقال الوزير إن الجسر آمن، وحث السكان على الصبر.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "a verb whose participle leads on",
        "وقال الوزير إن الجسر آمن، وختم الجلسة قائلا: سنفتح الطريق.",
        [expect(words="الجسر آمن"), expect(cue="قائلا", words="سنفتح الطريق")],
    ),
    Case("إلا without أن goes on", "وقال الوزير إنه لم يبق إلا جسر واحد.", [expect(words="لم يبق إلا جسر واحد")]),
    Case(
        "the writer goes on after a comma",
        "وقال الوزير إن الجسر آمن، ويقع الجسر على بعد كيلومتر من المدينة.",
        [expect(words="الجسر آمن")],
        fails="nothing marks where the writer's own account begins",
    ),
    Case(
        "where it comes from",
        "وقال النبي صلى الله عليه وسلم: الدين النصيحة لكل مسلم (رواه مسلم).",
        [expect(words="الدين النصيحة لكل مسلم")],
    ),
]

FRAMES = [
    Case(
        "to an agency", "وقال الوزير لوكالة رويترز إن الجسر آمن.", [expect(medium="لوكالة رويترز", words="الجسر آمن")]
    ),
    Case("to an outlet in marks", "وقال الوزير لـ«رويترز» إن الجسر آمن.", [expect(medium="رويترز")]),
    Case("the bare name", "وقال الوزير لفرانس برس إن الجسر آمن.", [expect(medium="لفرانس برس")]),
    Case("a name with the article", "وقال الوزير للجزيرة نت إن الجسر آمن.", [expect(medium="للجزيرة نت")]),
    Case(
        "in an interview",
        "وقال الوزير في مقابلة مع صحيفة النهر إن الجسر آمن.",
        [expect(medium="صحيفة النهر", occasion="مقابلة")],
    ),
    Case(
        "in front of the verb",
        "وفي تصريح لصحيفة النهر، قال الوزير إن الجسر آمن.",
        [expect(medium="لصحيفة النهر", occasion="تصريح")],
    ),
    Case(
        "a statement that an agency passed on",
        "وقال الوزير في بيان نقلته وكالة رويترز إن الجسر آمن.",
        [expect(medium="وكالة رويترز")],
    ),
    Case(
        "quoted from somebody",
        "ونقلت صحيفة النهر عن الوزير سليم الحداد أن الجسر آمن.",
        [expect(subject="الوزير سليم الحداد", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "an agency at the end",
        "وقال الوزير إن الجسر آمن، بحسب ما ذكرت وكالة رويترز.",
        [expect(words="الجسر آمن", medium="وكالة رويترز")],
    ),
    Case(
        "an agency that quotes",
        "وذكرت وكالة رويترز أن الوزير قال إن الجسر آمن.",
        [expect(subject="الوزير", medium="وكالة رويترز", words="الجسر آمن")],
    ),
    Case("a platform", "وكتب سليم الحداد على حسابه في فيسبوك: سنبني الجسر.", [expect(medium="حسابه في فيسبوك")]),
    Case(
        "no medium: an office of a body in marks", "وقال المتحدث الرسمي لـ«النهر» إن الجسر آمن.", [expect(medium=None)]
    ),
    Case("no medium: a standard", "وقال الوزير إن الجسر آمن، وفقا لتقرير اللجنة.", [expect(medium=None)]),
    Case("journalists", "وقال الوزير للصحفيين إن الجسر آمن.", [expect(addressee="للصحفيين", words="الجسر آمن")]),
    Case("a meeting", "وقال الوزير في مؤتمر صحفي إن الجسر آمن.", [expect(occasion="مؤتمر صحفي", words="الجسر آمن")]),
    Case(
        "a label to an outlet",
        "سليم الحداد لوكالة رويترز: سنبني الجسر.",
        [expect(cue=":", subject="سليم الحداد", medium="لوكالة رويترز", words="سنبني الجسر")],
    ),
]

ATTRIBUTIONS = [
    Case(
        "at the end",
        "بني الجسر قبل عام واحد، بحسب الوزير سليم الحداد.",
        [expect(cue="بحسب", subject="الوزير سليم الحداد", content="before")],
    ),
    Case(
        "at the beginning",
        "بحسب الوزير سليم الحداد، بني الجسر قبل عام.",
        [expect(subject="الوزير سليم الحداد", words="بني الجسر قبل عام")],
    ),
    Case(
        "وفقا ل",
        "وفقا لوزارة النقل، بني الجسر قبل عام.",
        [expect(cue="وفقا", subject="لوزارة النقل", words="بني الجسر قبل عام")],
    ),
    Case("فإن opens the clause", "ووفقا لوزارة النقل فإن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("على حد قوله", "بني الجسر قبل عام واحد، على حد قوله.", [expect(cue="على حد قوله", content="before")]),
    Case(
        "بحسب ما أفادت",
        "بني الجسر قبل عام واحد، بحسب ما أفادت وزارة النقل.",
        [expect(cue="بحسب ما أفادت", subject="وزارة النقل", negated=False)],
    ),
    Case("وجاء في", "وجاء في البيان أن الجسر آمن.", [expect(cue="وجاء في", subject="البيان", words="الجسر آمن")]),
    Case(
        "words that stand in a statement",
        "وردت الشركة في بيان جاء فيه: «الجسر آمن تماما».",
        [expect(cue="جاء فيه", content="mark")],
    ),
    Case(
        "the rest of an attribution, to its comma",
        "وبحسب مصدر أمني في شرطة الوادي، بني الجسر قبل عام.",
        [expect(words="بني الجسر قبل عام")],
    ),
    Case(
        "it closes the last clause only",
        "ارتفع سعر القمح، أما سعر الماء فلم يتغير هذا العام، بحسب وزارة النقل.",
        [expect(cue="بحسب", content="before")],
    ),
    Case("not by a law", "أغلق الجسر وفق قانون الطرق.", []),
    Case("of the sentence before", "وذلك بحسب دراسة للبلدية، وهي الأولى من نوعها.", []),
    Case(
        "a name and a colon", "سليم الحداد: سنبني الجسر.", [expect(cue=":", subject="سليم الحداد", words="سنبني الجسر")]
    ),
    Case("a source and a colon", "مصدر أمني: الطريق مفتوح أمام الجميع.", [expect(subject="مصدر أمني")]),
    Case("where the news comes from", "رويترز: أعلنت الحكومة فتح الطريق.", []),
    Case("an agency behind a place", "وادي النهر رويترز: فاز الفريق بكأس المدينة.", []),
    Case("a place and a masdar", "دمشق: اختتام معرض الزهور السنوي.", []),
    Case("a caption", "الوزير في مكتبه (تصوير: سليم الحداد) أمس.", []),
]

DENIALS = [
    Case("نفى", "ونفى الوزير أن يكون الجسر مغلقا.", [expect(cls="deny")]),
    Case("أنكر", "وأنكرت الشركة أنها باعت الجسر.", [expect(cls="deny")]),
    Case("استبعد", "واستبعد الخبير أن يغلق الجسر.", [expect(cls="deny")]),
    Case("لم يقل", "ولم يقل الوزير إن الجسر مغلق.", [expect(cls="say", negated=True)]),
    Case("لم يؤكد", "ولم يؤكد الجيش أن الجسر مغلق.", [expect(negated=True)]),
    Case("لا يعتقد", "ولا يعتقد الخبير أن الجسر مغلق.", [expect(cls="believe", negated=True)]),
    Case("ما قال", "ما قال الوزير إن الجسر مغلق.", [expect(negated=True)]),
    Case("دون أن يؤكد", "وغادر الوزير دون أن يؤكد أن الجسر مغلق.", [expect(negated=True)]),
    Case(
        "in a denied clause", "ونفى أن يكون قال: «الجسر مغلق».", [expect(cls="deny"), expect(cue="قال", negated=True)]
    ),
    Case(
        "what somebody is denied to have said",
        "ونفت الوزارة ما قاله النائب سليم الحداد من أن الجسر مغلق.",
        [expect(cue="قاله", negated=True)],
    ),
    Case("what somebody wrote", "وما ذكرته الوزيرة لا يعني أن الجسر مغلق.", []),
    Case("to add in earnest", "ولم تضف الشركة شيئا جديدا للمدينة لأنها تحاول فقط أن تربح.", []),
    Case("an assertion", "وقال الوزير إن الجسر لم يغلق.", [expect(negated=False)]),
    Case("the relative ما is no negation", "وهذا ما قاله الوزير: الجسر مفتوح.", [expect(negated=False)]),
]

SCRIPTURE = [
    Case(
        "a verse with its reference",
        "والعدل أساس (وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ) [الحجرات: 9] كما نعرف.",
        [expect(words="وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ")],
    ),
    Case(
        "after a cue",
        "قال تعالى: {وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ} (سورة الحجرات).",
        [expect(cue="قال", subject="تعالى", words="وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ")],
    ),
    Case("a bracket without a reference", "وصل الوفد (وفيه عشرة من الخبراء) إلى المدينة.", []),
]

GROUPS = {
    "subjects": SUBJECTS,
    "words": WORDS,
    "ends": ENDS,
    "frames": FRAMES,
    "attributions": ATTRIBUTIONS,
    "denials": DENIALS,
    "scripture": SCRIPTURE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
