"""Verses and hadith: by a reference, by what stands before them, by their vowel signs, by the words of the Quran."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, table

SCRIPTURE = [
    Case("a verse", "قال الله تعالى: «إن مع العسر يسرا».", [("direct", "إن مع العسر يسرا", "الله")]),
    Case(
        "whoever recites a verse: a reference in brackets",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» (يوسف: 38)، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference with a dash",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» - [هود 61]، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference in brackets the other way",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» ]الكهف:46[، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference with its number first",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» (الآية 272 من سورة البقرة)، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference without brackets",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» النساء:85، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference with its word",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» يوسف آية رقم 62، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "whoever recites a verse: a reference with the word sura",
        "وقال سليم الحداد: «والنهر يجري إلى البحر الكبير» سورة هود الآية 61، ثم مضى.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "words of the Quran without a cue",
        "والصوم أيام معدودة «يريد الله بكم اليسر ولا يريد بكم العسر» كما نعرف.",
        [("direct", "يريد الله بكم اليسر ولا يريد بكم العسر", "الله")],
    ),
    Case(
        "words of the Quran in brackets",
        "والنهر أمانة (وجعلنا من الماء كل شيء حي) فاحفظوه.",
        [("indirect", "وجعلنا من الماء كل شيء حي", "الله")],
        why="in brackets they are like unmarked ones",
    ),
    Case(
        "words of the Quran in a sentence of somebody's",
        "وقال سليم الحداد إن الماء نعمة «وجعلنا من الماء كل شيء حي» يجب شكرها.",
        [
            ("indirect", "الماء نعمة «وجعلنا من الماء كل شيء حي» يجب شكرها", "سليم الحداد"),
            ("direct", "وجعلنا من الماء كل شيء حي", "الله"),
        ],
    ),
    Case(
        "words of the Quran that the Prophet is told before",
        "وهاجر النبي صلى الله عليه وسلم من المدينة {وجعلنا من الماء كل شيء حي}.",
        [("indirect", "وجعلنا من الماء كل شيء حي", "الله")],
    ),
    Case(
        "words of the Quran without marks end with themselves",
        "قال تعالى: وجعلنا من الماء كل شيء حي فاحفظوا أنهاركم.",
        [("indirect", "وجعلنا من الماء كل شيء حي", "الله")],
    ),
    Case("a formula of every day", "وكتب على الجدار «لا إله إلا الله» بخط جميل.", []),
    Case("three words of the Quran", "ومعرض «والقلم وما يسطرون» مفتوح اليوم.", [], why="a name taken from there"),
    Case(
        "a hadith by its collector",
        "والنهر أمانة «المسلم من سلم المسلمون من لسانه ويده» رواه الترمذي، فاحفظوه.",
        [("direct", "المسلم من سلم المسلمون من لسانه ويده", "النبي")],
    ),
    Case(
        "a hadith in brackets by its collector",
        "والنهر أمانة (المسلم من سلم المسلمون من لسانه ويده) رواه الإمام أحمد، فاحفظوه.",
        [("indirect", "المسلم من سلم المسلمون من لسانه ويده", "النبي")],
    ),
    Case(
        "a hadith by who found it sound",
        "ومنها حديث «المسلم من سلم المسلمون من لسانه ويده» صححه الألباني.",
        [("direct", "المسلم من سلم المسلمون من لسانه ويده", "النبي")],
    ),
    Case(
        "a film and who made it, by the name of a collector",
        "وشاهدنا «الطريق إلى النهر القديم» أخرجه أحمد الحداد قبل عام.",
        [],
    ),
    Case(
        "a verse without a cue",
        "وهذا مثل «والنهر يجري إلى البحر الكبير» (يوسف: 38) عندهم.",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "a verse announced",
        "ومستندهم هذه الآية الكريمة: «والنهر يجري إلى البحر الكبير».",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "hadith announced",
        "ودليلهم حديث جابر رضي الله عنه: «اغرسوا الشجر قبل المطر».",
        [("direct", "اغرسوا الشجر قبل المطر", "النبي")],
    ),
    Case(
        "vowel signs on every letter",
        "وفي الكتاب «وَالنَّهْرُ يَجْرِي إِلَى الْبَحْرِ» مثل.",
        [("direct", "وَالنَّهْرُ يَجْرِي إِلَى الْبَحْرِ", "الله")],
    ),
    Case(
        "praise alone",
        "وقال جل شأنه: «والنهر يجري إلى البحر الكبير».",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case(
        "praise behind a name",
        "وقال الحق جل و علا: «والنهر يجري إلى البحر الكبير».",
        [("direct", "والنهر يجري إلى البحر الكبير", "الله")],
    ),
    Case("a prayer in letters", "قال محمد (ص): «اغرسوا الشجر».", [("direct", "اغرسوا الشجر", "النبي")]),
    Case("women and points are no reference", "وفازت مجموعة «أصدقاء البيئة» النساء 85 نقطة.", []),
    Case(
        "a verse in braces, with some of its vowel signs",
        "ولكل شدة نهاية {فإنَّ معَ العُسْرِ يُسْرا}، وبعد الليل فجر.",
        [("indirect", "فإنَّ معَ العُسْرِ يُسْرا", "الله")],
    ),
    Case(
        "braces stored the other way round",
        "ولكل شدة نهاية }فَإِنَّ مَعَ الْعُسْرِ يُسْرًا{ وبعد الليل فجر.",
        [("indirect", "فَإِنَّ مَعَ الْعُسْرِ يُسْرًا", "الله")],
    ),
    Case(
        "three words in brackets, with all of them",
        "ولكل عمل أجر (كُلُّ نَفْسٍ رَهِينَةٌ) في الآخرة.",
        [("indirect", "كُلُّ نَفْسٍ رَهِينَةٌ", "الله")],
    ),
    Case(
        "a numbered line of a commentary",
        "ثم ذكر ما بعد الشدة.\nفَإِنَّ مَعَ الْعُسْرِ يُسْرًا (5)\nأي أن بعد الضيق سعة.",
        [("indirect", "فَإِنَّ مَعَ الْعُسْرِ يُسْرًا", "الله")],
    ),
    Case("a name in braces", "واشترى ورقا من {مكتبة النهر الكبير} أمس.", []),
]


@pytest.mark.parametrize(("body", "expected"), table(SCRIPTURE))
def test_scripture(body: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(q.kind, q.text, q.speaker.name) for q in extract(Article(body))] == expected
