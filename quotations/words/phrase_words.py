"""Closed classes of words that shape a noun phrase, in matching form."""

import re

from quotations.lexicon import of_class, rows
from quotations.lexicon import words as listed
from quotations.matching import forms_of, matching_form, with_and, word_form
from quotations.words import wordclass as wc


def _persons(verbs: frozenset[str]) -> frozenset[str]:
    """The presents and futures of listed verbs that no list knows as anything else: ساهمت gives تساهم, وسيساهم,
    سنساهم and يساهمون."""
    presents = {verb for verb in verbs if verb[0] in "يت"}
    stems = {verb[1:] for verb in presents if verb[0] == "ي" or "ي" + verb[1:] in verbs}
    stems |= {verb[:-1].removeprefix("ا") for verb in verbs if verb[-1] == "ت" and len(verb) > 4}
    more = {person + stem for stem in stems for person in "يت"}
    more |= {"ي" + stem.removesuffix("ي") + "ون" for stem in stems if len(stem) > 2}
    more = {verb for verb in more if not wc.classify(verb).flags & ~(wc.COMMON if verb[0] == "ي" else 0)}
    futures = {"س" + verb for verb in presents | more if verb[-1] != "ت"} | forms_of("سيكون ستكون سيتم ستتم")
    futures |= {"س" + person + stem for stem in stems for person in "نا" if len(stem) > 2}  # سنفتح, سأفتح
    joined = {conj + verb for conj in "وف" for verb in presents | more | futures}
    joined |= {"ل" + verb for verb in presents | more if len(verb) > 3}  # ليبعث
    return verbs | more | {verb for verb in futures | joined if not wc.classify(verb).flags}


VERBS = _persons(listed("verbs.txt"))
PLAIN_NOUNS = listed("plain_nouns.txt")

MAX_TOKENS = 26
MARKS_OPEN = frozenset('«»"“”„‹<<') | {"'"}
MARKS_CLOSE = frozenset('»«"”“„›>>') | {"'"}
IN_NAMES = forms_of(
    "بن ابن بنت آل أبو أبا أبي أم عبد ولد بو ولد سيدي مولاي دي فان فون دو لا لو ماك ذو ذي بني سان دا ديل آيت بنعبد"
)
WITH_MADDA = frozenset({"انا", "الان"})  # آنا and آلان are names, أنا and الآن are not
VON, DER = forms_of("فون فان"), forms_of("دير در دن دين تير")
IMPERSONAL = wc.ORGANIZATION | wc.MEDIA | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.DOCUMENT
BODIES_TOO = forms_of("مجلس مركز مكتب منتدى قناة هيئة لجنة محكمة جمعية")  # occasions and bodies
CALLED = forms_of("يدعى تدعى يسمى تسمى")
SON = forms_of("بن بنت ولد")
JOINS = forms_of("بن ابن بنت آل أبو أبا أبي عبد ولد آيت بنعبد")  # the next word is always the name's
OF_NAMES = forms_of("الدين الله الإسلام الزهراء الحق الملة الدولة العابدين")  # صلاح الدين، عطا الله
NAMES_TOO = forms_of("خلف")  # a preposition, and a surname where nothing is behind it
BLESSINGS = forms_of("رضي رحمه رحمها حفظه حفظها صلى سلمه أعزه كرم نصره أيده أطال قدس")  # … الله
RANKS = forms_of("لواء عميد عقيد مقدم رائد نقيب ملازم فريق جنرال كولونيل مشير رقيب عريف جندي وكيل")
OF_RANKS = forms_of("ركن طيار بحري مهندس حقوقي دكتور متقاعد احتياط احتياطي أول ثان")  # العميد ركن, اللواء احتياط
PATIENTS = of_class("adjectives.tsv", "patient")  # المجني عليها, المفرج عنهم
# Prepositions that have what they govern with them, or take it up again: رسالة وجهت إليه.
TAKEN_UP = frozenset(prep + pronoun for prep in forms_of("إلي مع عن من في ل ب علي") for pronoun in ("ه", "ها", "هم"))
INSIDE = forms_of("داخل خارج")
UPON = forms_of("عليه عليها عليهم عليهن فيه فيها فيهم به بها بهم بهن عنه عنها عنهم عنهن")
BORN = of_class("adjectives.tsv", "life")  # سليم مقداد المولود في …, هدى العلي البالغة من العمر …
PURPOSES = of_class("nouns.tsv", "purpose")  # صاحب محل لبيع الهواتف, مدير شركة لإنتاج الألبان
DEGREES = of_class("adjectives.tsv", "degree")  # رفيع المستوى
COMPOUNDS = frozenset((matching_form(first), matching_form(second)) for first, second in rows("compounds.tsv"))
OF_FAITH = forms_of("الدين العابدين")
SPECIAL = word_form("خاصة")
SPECIALS = forms_of("خاص خاصة")
GENERAL = forms_of("العام العامة")
OF_SECRETARIES = forms_of("سر صندوق مخزن مكتبة متحف مظالم")  # أمين سر, though أمين is a name, too
MANY = of_class("nouns.tsv", "many")
AS_FOR = with_and("أما")
HIS_PART = forms_of("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها")  # من جهته
THEN = forms_of("حينذاك آنذاك وقتذاك حينها وقتها سابقا حاليا")
MONTH, MONTHS = word_form("شهر"), forms_of("رمضان رجب شعبان")  # men have these names too
WHEN, YEAR = forms_of("الماضي المقبل القادم الحالي الجاري المنصرم الفائت"), word_form("العام")
OF_MONTHS = WHEN | forms_of("المبارك الكريم الفضيل المعظم")
SIDES = forms_of("شمال جنوب شرق غرب وسط جنوبي شمالي شرقي غربي")
# What takes a preposition, with every ending that it may have, to its prepositions: المكلف بالملف، المشرفون على الفريق.
GOVERNED: dict[str, frozenset[str]] = {
    matching_form(word) + ending: forms_of(preps)
    for word, _, preps in rows("adjectives.tsv")
    if preps != "-"
    for ending in ("", "ه", "ون", "ين", "ات", "و", "ي")
}
PLACED = tuple(forms_of("مسؤول باحث أستاذ محاضر عضو"))
TALKS = forms_of("تصريح تصريحات حديث مقابلة حوار كلمة رسالة لقاء")
SETTLEMENTS = forms_of("مدينة بلدة قرية محافظة مقاطعة ولاية إقليم جزيرة بلدية")
CAPITAL = word_form("العاصمة")
TOWNS = SETTLEMENTS | forms_of("عاصمة")
COUNTRIES = of_class("places.tsv", "country")
YEARS = forms_of("سنة عام موسم")
ORDERS = forms_of("تكليف طلب تمويل مبادرة إشراف إيعاز")  # دراسة بتكليف من …
ACCOUNTS = forms_of("حساب حسابه حسابها حسابهم صفحة صفحته صفحتها صفحتهم")
SITES = forms_of("موقع صفحة حساب")  # what they publish is told to nobody: ل names their owner
ISSUED = of_class("issuing_verbs.tsv", "issued")  # تقرير أعدته المنظمة
DID, IT = forms_of("قام قامت"), forms_of("به بها")  # تقرير قامت به المنظمة
AUTHORED = ISSUED | DID
RELATED = of_class("adjectives.tsv", "related")  # القرار القاضي بكذا
ORDINALS = forms_of("الأول الأولى الثاني الثانية الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
THOSE_WHO = with_and("الذين اللذين اللواتي اللاتي")
SELF = forms_of("نفسه نفسها أنفسهم أنفسهن نفسي أنفسنا ذواتهم")
TEN = forms_of("عشر عشرة")  # الصف الحادي عشر
TENTHS = ORDINALS | forms_of("الحادي الحادية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة")
NAMED = ("اسمه", "اسمها")  # سيدة عراقية اسمها فلانة
ELATIVES = forms_of("الأكثر الأقل الأشد الأوسع الأسرع الأعلى")  # الصحيفة الأكثر انتشارا
THOSE = forms_of("هؤلاء أولئك")  # who were spoken of, and nobody else
ITSELF = word_form("عينه")  # in matching form the same as عينة, a sample
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")
STRESSED = of_class("nouns.tsv", "stressed")  # أكد على أهمية الأمر
ABOUT = forms_of("حوالي حوالى نحو قرابة زهاء")
ORGANIZING = word_form("منظمة")  # after a body's head it is an adjective: اللجنة المنظمة
IMAM, MOSQUES = word_form("إمام"), forms_of("جامع مسجد حرم حرمين زاوية مصلى دعاة مسلمين")
FRAMES = forms_of("وقت غضون أعقاب ختام سياق ظل مستهل معرض حضور حينه خضم أثناء")  # في وقت سابق
AGENCY, NEWS = word_form("وكالة"), forms_of("أنباء إعلام صحافة")  # وكالة كذا للأنباء
PRESS = forms_of("صحفيين صحافيين إعلاميين مراسلين حضور مشاهدين نواب")
ROYAL = forms_of("ملك أمير شيخ شيخة سلطان إمام أميرة ملكة")  # in names of bodies: مركز الملك فلان
PARTICIPLE = re.compile(r"م\w{3,}ه")  # مرتبطة
PARTICIPLES = re.compile(r"(?:م(?!\wا\wين?$)\w{2,}|\wا\w\w)(?<!ت)(?:ين?|ون)")  # مستفيدين, ناشري, not مضامين
RELATIONAL = re.compile(r"(?!عالي)\w{2,}ي(?:ه|ون|ين|ات)?")  # محلي, not رفيع المستوى, عالي المستوى
ACTORS = forms_of("فعاليات أطر")  # people where an adjective follows: فعاليات لبنانية
# Masdars that are bodies too: behind ب they are what a body does (قامت الشركة بتنظيم …) or who leads it.
DEEDS = forms_of("تنظيم إدارة تجمع تحالف قيادة رئاسة حملة تشكيل حركة")
MOVEMENTS = forms_of("مبادرة ائتلاف إئتلاف تحالف جبهة شبكة حركة تجمع تنسيقية رابطة")  # … من أجل كذا
SOME = forms_of("العديد الكثير البعض المزيد")  # with the article, no adjective
OTHERS = forms_of("آخر أخرى آخرون آخرين آخران")
QUANTIFIERS = forms_of("بعض معظم جميع كل كافة عدة بضعة غالبية")
OF = forms_of(
    "أحد إحدى أحدى أبرز بعض عدد كبير كبار معظم غالبية جميع كل مجموعة عشرات مئات كثير عديد أكثر عموم "
    "باقي سائر إحد نصف فريق عددا بعضا عديدا كثيرا كثيرون كثيرين عدة بضعة شتى مختلف"
)
ONE_OF = forms_of("أحد إحدى")
WHAT = word_form("ما")
HAD = forms_of("كان وكان فكان كانت وكانت كانوا يكون ويكون تكون وتكون")  # before another verb: كانت قد أعلنت
NEARLY = forms_of("يقرب يقارب يزيد يربو يفوق يناهز يعادل نسبته")  # ما يقرب من نصف السكان
NUMBERS = forms_of(
    "واحد واحدة اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع "
    "عشرة عشر مائة مئة"
)
FRACTIONS = forms_of("أرباع أثلاث أخماس أسداس أسباع أثمان أتساع أعشار")
OF_ALL = forms_of("نصف ثلث ربع خمس سدس عشر ثلثي ثلاثة أربعة")  # behind ما يقرب من
MOST = forms_of("أغلبية غالبية أكثرية أقلية")
ONE = forms_of("أحد إحدى أحدى إحد")  # of many
OBJECTS = ("ها", "هم", "هما", "ه")  # of a verb in the third person
