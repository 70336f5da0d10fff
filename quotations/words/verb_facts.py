"""What a verb of reporting takes, and what else is known of it: the words that a line of `lexicon/cues.tsv` may hold.

Every rule that holds for some verbs and not for others asks for one of these; none names a verb. What Arabic verbs of
saying and thinking take is after the grammars (Wright, A Grammar of the Arabic Language, vol. II, §§ 23-88; Badawi,
Carter and Gully, Modern Written Arabic, ch. 10) and after reading.
"""

# Column "takes": what may stand behind the verb.
NO_OBJECT = 1 << 0  # whoever stands right behind it speaks: أشار التهامي إلى أن
OBJECT = 1 << 1  # who or what stands behind it may be its object: دعا المجلس إلى …, نشر بيانا
TOLD = 1 << 2  # its object is who hears it: أبلغ الوزير اللجنة أن, أخبره بأن
JUDGED = 1 << 3  # its object is judged, by ب: وصف القرار بأنه خطأ
VIEWED = 1 << 4  # so may it be, with بأن however far: اعتبره أمس بأنه
NO_CLAUSE = 1 << 5  # أن behind it belongs to something else: رفض … لأن
BY_CLAUSE = 1 << 6  # but بأن close by is its own: رد بأن
ABOUT_CLAUSE = 1 << 7  # and so is عن أن: تحدث عن أن
ON_CLAUSE = 1 << 8  # its clause may stand behind على: شدد، في كلمة، على أن
TO_CLAUSE = 1 << 9  # or behind إلى: دعا الشركات إلى أن
TO_DO = 1 << 10  # أن with a verb behind it is what is to be done: قرر أن يعود
WISH = 1 << 11  # its أن is always what is wished: يأمل أن, unlike آملا أن
BARE = 1 << 12  # its words may follow with no particle: وقال نحن …
REVEALS = 1 << 13  # with عن and a noun it reports without words: كشف عن خطة, أعرب عن أمله

# Column "besides": of what else it tells, and what looks like it.
RELAYS = 1 << 14  # passes on another's words: نقلت وكالة كذا عن
ATTITUDE = 1 << 15  # what who speaks thinks of it, the writer's next report behind كما: كما أشاد بالعمل
GOES_ON = 1 << 16  # and behind و as well, which the clause's own people do less often: …، وأشاد بالعمل
ADDS = 1 << 17  # set in between commas in the past too: …، أضاف المصدر، …
INNER = 1 << 18  # inside somebody's clause no view of another one: أثبتت أن, what somebody only thought, or does
ISSUED = 1 << 19  # behind an indefinite document its past is the passive: دراسة نشرت في مجلة كذا
WITHHOLDS = 1 << 20  # with اسمه it tells what a source asks for: طلب عدم ذكر اسمه
NAMES = 1 << 21  # behind ما it names: ما يسمى المجلس
SHOWS = 1 << 22  # what happens does it as well as who speaks: أثبت الواقع أن
OUTLET = 1 << 23  # only an outlet says it: علمت «كذا» أن
PERSON = 1 << 24  # its past only before somebody, and behind و: وعقب الوزير بأن, not وعقب اللقاء
NOUN = 1 << 25  # its bare past is a noun as well: هو أمر
PREPOSITION = 1 << 26  # its bare past is a preposition: بين
PASSIVE = 1 << 27  # with ى for ي its present is the passive: معلمة تدعى ليلى
ADJECTIVE = 1 << 28  # its participle is an adjective as well: مفيدا
DENIED = 1 << 29  # reports only where it is denied: لا يخفي أن
BYLINE = 1 << 30  # alone at the head of a text it names the author: كتب: فلان
INFORMS = 1 << 31  # tells of facts, whose words are seldom what matters: أفاد بأن, أوضح أن
WITH = 1 << 32  # between it and its subject stands whom or what it agrees with: اتفق معه فلان, شاطره الرأي فلان
U_PREFIX = 1 << 33  # its present begins with u in the active too, in stems two to four: يُؤكد, يُطالب, يُعلن
ENDS_IN_A = 1 << 34  # its past ends in ى: رأى, نفى, not خشي
UNSAID = 1 << 35  # a passive with a clause: who said so is left out (قيل إن, أفيد بأن)
OVERT = 1 << 36  # all but its masculine past only before who does it: يقدر خبراء أن, not يقدر أن, يقدر بمليون

TAKES = {
    "none": NO_OBJECT, "object": OBJECT, "told": TOLD, "judged": JUDGED | VIEWED, "viewed": VIEWED,
    "no-clause": NO_CLAUSE, "by-clause": NO_CLAUSE | BY_CLAUSE, "about-clause": NO_CLAUSE | ABOUT_CLAUSE,
    "on-clause": ON_CLAUSE, "to-clause": TO_CLAUSE, "to-do": TO_DO, "wish": WISH, "bare": BARE, "reveals": REVEALS,
    "with": WITH,
}  # fmt: skip
BESIDES = {
    "relays": RELAYS, "attitude": ATTITUDE, "goes-on": ATTITUDE | GOES_ON, "adds": ADDS, "inner": INNER,
    "issued": ISSUED, "withholds": WITHHOLDS, "names": NAMES, "shows": SHOWS, "outlet": OUTLET, "person": PERSON,
    "noun": NOUN, "preposition": PREPOSITION, "passive": PASSIVE, "adjective": ADJECTIVE, "denied": DENIED,
    "byline": BYLINE, "informs": INFORMS, "unsaid": UNSAID, "overt": OVERT,
}  # fmt: skip


def facts_of(takes: str, besides: str) -> int:
    """The facts that a line's last columns state, "-" for none.

    >>> facts_of("object told", "-") == OBJECT | TOLD
    True
    """
    facts = 0
    for names, column in ((TAKES, takes), (BESIDES, besides)):
        for name in column.split() if column != "-" else ():
            facts |= names[name]
    return facts


def has_u_prefix(past: str, participle: str) -> bool:
    """Whether the active present has u on its prefix, of a verb as it is spelled; it may have, where only the
    participle would tell.

    >>> [has_u_prefix(*verb.split()) for verb in ("أكد مؤكدا", "تابع متابعا", "أقر مقرا", "زعم زاعما", "اعتقد معتقدا")]
    [True, True, True, False, False]
    """
    if participle == "-" or (past[0] == "أ" and participle[0] == "م"):
        return True
    fifth = past[0] == "ت" and past[1:2] != "ا"
    return not fifth and participle.replace("ؤ", "أ").startswith("م" + past)


def facts_of_spelling(past: str, participle: str) -> int:
    """The facts that a verb's forms tell as they are spelled."""
    return (U_PREFIX if has_u_prefix(past, participle) else 0) | (ENDS_IN_A if past.endswith("ى") else 0)
