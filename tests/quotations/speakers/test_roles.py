"""Whom a title, a role or a document stands for: who bears it, and who issued it."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

# (mention, name, kind, resolution)
TITLES = [
    Case(
        "by the title",
        f"قال وزير الري سليم الحداد إن السد آمن.\nورفض عمر الكيلاني ذلك. وقال الوزير: {WORDS}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "the name behind the office, alone",
        f"وأكد رئيس مجلس إدارة الشركة الوطنية أن {WORDS}.\nوقال سليم الحداد لوكالة الضفاف إن العمل بدأ.",
        ("رئيس مجلس إدارة الشركة الوطنية", "سليم الحداد", "person", "title"),
    ),
    Case(
        "the name behind the office, and behind a man's verb that begins with ت",
        f"وأكد رئيس مجلس إدارة الشركة الوطنية أن {WORDS}.\nوتوقع سليم الحداد أن يبدأ العمل غدا.",
        ("رئيس مجلس إدارة الشركة الوطنية", "سليم الحداد", "person", "title"),
    ),
    Case(
        "no man's name behind a woman's office",
        f"وأكدت رئيسة مجلس إدارة الشركة الوطنية أن {WORDS}.\nوتوقع سليم الحداد أن يبدأ العمل غدا.",
        ("رئيسة مجلس إدارة الشركة الوطنية", "رئيسة مجلس إدارة الشركة الوطنية", "person", "explicit"),
    ),
    Case(
        "no name behind the office of whom the text says who he is",
        f"وأكد رئيس مجلس إدارة الشركة الوطنية أن {WORDS}.\nوقال سليم الحداد، وهو من سكان الحي، إن العمل بدأ.",
        ("رئيس مجلس إدارة الشركة الوطنية", "رئيس مجلس إدارة الشركة الوطنية", "person", "explicit"),
    ),
    Case(
        "an office that nobody in the text has, of the only one who has spoken",
        f"قال عضو مجلس بلدية الوادي سليم الحداد إن السد آمن.\nوأوضح الرئيس السابق لبلدية الوادي: {WORDS}.",
        ("الرئيس السابق لبلدية الوادي", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by the title, another speaker between",
        f"قال وزير الري سليم الحداد نعم.\nوقالت المهندسة هدى العلي إن السد آمن.\nوقال الوزير: {WORDS}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by the whole title, two ministers",
        "قال وزير الري سليم الحداد إن السد آمن.\nوقال وزير النقل عمر الكيلاني إن الطريق مغلق.\n"
        f"وقال وزير الري: {WORDS}.",
        ("وزير الري", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by a description with the same nisba",
        f"قال الرئيس الكوري كيم داي إن السد آمن.\nوقال الزعيم الكوري: {WORDS}.",
        ("الزعيم الكوري", "كيم داي", "person", "title"),
    ),
    Case(
        "the author, named first",
        f"أصدر سليم الحداد كتابا عن السدود، وهو عمله الثالث.\nويقول الكاتب: {WORDS}.",
        ("الكاتب", "سليم الحداد", "person", "title"),
    ),
    Case(
        "a woman is not named by the name of a man",
        f"أصدر سليم الحداد كتابا عن السدود، وهو عمله الثالث.\nوتقول الكاتبة: {WORDS}.",
        ("الكاتبة", "الكاتبة", "person", "explicit"),
    ),
    Case(
        "another office of the same country",
        f"قال وزير النفط التونسي سليم الحداد إن السد آمن.\nوأوضح محافظ المصرف المركزي التونسي: {WORDS}.",
        ("محافظ المصرف المركزي التونسي", "محافظ المصرف المركزي التونسي", "person", "explicit"),
    ),
    Case(
        "who speaks for it is not its leader",
        f"قال رئيس حركة النهر سليم الحداد إن السد آمن.\nوقال المتحدث باسم الحركة: {WORDS}.",
        ("المتحدث باسم الحركة", "المتحدث باسم الحركة", "person", "explicit"),
    ),
    Case(
        "what a coach once was",
        f"قال مدرب المنتخب التونسي سليم الحداد إن السد آمن.\nوأضاف لاعب المنتخب التونسي السابق: {WORDS}.",
        ("لاعب المنتخب التونسي السابق", "سليم الحداد", "person", "title"),
    ),
    Case(
        "the last speaker described again",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال المسؤول الحكومي: {WORDS}.",
        ("المسؤول الحكومي", "سليم الحداد", "person", "title"),
    ),
    Case(
        "who spoke before a body did",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقالت وزارة النقل إن الطريق مغلق.\nوقال الوزير: {WORDS}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "who was named without any title",
        f"واستغرب عادل بن سالم تأخر العمل، مؤكدا أن السد آمن.\nوأضاف الناشط الحقوقي: {WORDS}.",
        ("الناشط الحقوقي", "عادل بن سالم", "person", "title"),
    ),
    Case(
        "who was named without any title heads no party for that",
        f"قال عادل بن سالم إن السد آمن. وقال نبيل الحداد إن الجسر مغلق.\nوأضاف زعيم الحزب: {WORDS}.",
        ("زعيم الحزب", "زعيم الحزب", "person", "explicit"),
    ),
    Case(
        "who was named without any title is nobody of another name",
        f"واستغرب عادل بن سالم تأخر العمل، مؤكدا أن السد آمن.\nوأضاف الكاتب الروسي كلمندو: {WORDS}.",
        ("الكاتب الروسي كلمندو", "كلمندو", "person", "explicit"),
    ),
    Case(
        "the others that spoke, called the others again",
        f"قال محتجون آخرون من القرية إن السد آمن.\nوقال المحتجون الآخرون: {WORDS}.",
        ("المحتجون الآخرون", "محتجون آخرون من القرية", "group", "title"),
    ),
    Case(
        "not the others that spoke, without that word",
        f"قال محتجون آخرون من القرية إن السد آمن.\nوقال المحتجون: {WORDS}.",
        ("المحتجون", "المحتجون", "group", "explicit"),
    ),
    Case(
        "the sources that spoke before a minister did",
        f"قالت مصادر رسمية إن الجسر مغلق.\nوقال وزير الري سليم الحداد إن العمل بدأ.\nوأكدت المصادر: {WORDS}.",
        ("المصادر", "مصادر رسمية", "unnamed_source", "title"),
    ),
    Case(
        "the source itself, a minister between",
        f"قال مصدر أمني إن الجسر مغلق.\nوقال وزير الري سليم الحداد إن العمل بدأ.\nوأكد المصدر نفسه: {WORDS}.",
        ("المصدر نفسه", "مصدر أمني", "unnamed_source", "title"),
    ),
    Case(
        "an official without a name, a minister before him",
        f"قال وزير الري سليم الحداد إن العمل بدأ.\nوقال مسؤول محلي إن الجسر مغلق.\nوأكد المسؤول: {WORDS}.",
        ("المسؤول", "مسؤول محلي", "unnamed_source", "title"),
    ),
    Case(
        "by the title that he has beside another",
        f"التقى الرئيس المصري أمين فوزي والزعيم الكوري كيم داي أمس.\nوقال الزعيم الكوري: {WORDS}.",
        ("الزعيم الكوري", "كيم داي", "person", "title"),
    ),
    Case(
        "by the title with another adjective's ending",
        f"شدد سليم الحداد، رئيس لجنة السدود بالاتحاد العراقي، على العمل.\nوقال رئيس لجنة السدود العراقية: {WORDS}.",
        ("رئيس لجنة السدود العراقية", "سليم الحداد", "person", "title"),
    ),
    Case(
        "a highness, a king named last",
        f"قال صاحب السمو الأمير سليم بن عمر إن السد آمن. ونقل تحيات جلالة الملك فهد بن هاشم.\nوأضاف سموه: {WORDS}.",
        ("سموه", "سليم بن عمر", "person", "title"),
    ),
    Case(
        "a highness by the whole name",
        "رعى صاحب السمو الأمير سليم بن عمر بن هاشم الحفل. وزار صاحب السمو الأمير سليم بن عمر المعرض.\n"
        f"وأضاف سموه: {WORDS}.",
        ("سموه", "سليم بن عمر بن هاشم", "person", "title"),
    ),
    Case(
        "an official of whom the text tells no more than his office",
        f"قال مدير قسم السدود في شركة النور إن العمل بدأ.\nوأكد المسؤول: {WORDS}.",
        ("المسؤول", "مدير قسم السدود في شركة النور", "person", "title"),
    ),
    Case(
        "an office that somebody holds now",
        f"حضر رئيس البلدية سليم الحداد الحفل. وغاب عمر الكيلاني.\nوقال رئيس البلدية الحالي: {WORDS}.",
        ("رئيس البلدية الحالي", "سليم الحداد", "person", "title"),
    ),
    Case(
        "an official of the story's first words, named next",
        f"قال مسؤول سوداني: {WORDS}.\nوأكد المدير السوداني سليم الحداد أن السد آمن.",
        ("مسؤول سوداني", "سليم الحداد", "person", "title"),
    ),
    Case(
        "a bare share of those asked",
        f"سئل أفراد العينة عما يشربون. وقال 77%: {WORDS}.",
        ("77%", "أفراد العينة", "group", "title"),
    ),
    Case(
        "a document named behind the words",
        f"اعلنت شركة النور ان العمل سيبدأ، في بيان صدر أمس. وقال البيان: {WORDS}.",
        ("البيان", "شركة النور", "document", "title"),
    ),
    Case(
        "the verb behind a document is no issuer",
        f"وجاء في تقرير نشرته الصحيفة: {WORDS}.",
        ("تقرير نشرته الصحيفة", "الصحيفة", "document", "title"),
    ),
    Case(
        "an issuer behind ل and the article",
        f"وقال تقرير حديث للمركز الأردني: {WORDS}.",
        ("تقرير حديث للمركز الأردني", "المركز الأردني", "document", "title"),
    ),
    Case(
        "these sources are those that spoke last",
        f"وأفادت مصادر محلية بأن الاجتماع قريب. وقالت المصادر الغربية إن الحل بعيد. وتؤكد هذه المصادر أن {WORDS}.",
        ("هذه المصادر", "المصادر الغربية", "unnamed_source", "title"),
    ),
    Case(
        "an honorific is whoever spoke",
        f"وصف الشيخ ماجد الكعبي رحيل الأمير سعد بأنه خسارة. وقال سعادته: {WORDS}.",
        ("سعادته", "ماجد الكعبي", "person", "title"),
    ),
    Case(
        "the spokesperson named before",
        f"قال المتحدث باسم الجيش نبيل الصيرفي إن السد آمن.\nوقال المتحدث: {WORDS}.",
        ("المتحدث", "نبيل الصيرفي", "person", "title"),
    ),
    Case(
        "a body by its head",
        f"أكدت وزارة الموارد المائية أن السد آمن.\nوقالت الوزارة: {WORDS}.",
        ("الوزارة", "وزارة الموارد المائية", "organization", "title"),
    ),
    Case(
        "the same source",
        f"قال مصدر أمني إن السد آمن.\nوأضاف المصدر ذاته: {WORDS}.",
        ("المصدر ذاته", "مصدر أمني", "unnamed_source", "title"),
    ),
    Case(
        "the source itself",
        f"قال مصدر أمني إن السد آمن.\nوأضاف المتحدث عينه: {WORDS}.",
        ("المتحدث عينه", "مصدر أمني", "unnamed_source", "title"),
    ),
    Case(
        "a share of a sample, not the same one",
        f"وأكد 20% من عينة البحث أن {WORDS}.",
        ("20% من عينة البحث", "20% من عينة البحث", "group", "explicit"),
    ),
    Case(
        "the source",
        f"قال مصدر في وزارة الري إن السد آمن. وأوضح المصدر أن {WORDS}.",
        ("المصدر", "مصدر في وزارة الري", "unnamed_source", "title"),
    ),
    Case(
        "those whom the headline names, of whom the text tells more",
        f"خبراء: {WORDS}\n\nووصل إلى القرية خبراء محليون أمس.",
        ("خبراء", "خبراء محليون", "group", "explicit"),
    ),
    Case(
        "who is named next, though another one speaks in the headline",
        f"الكيلاني يقول إن «السد مغلق»\n\nأعلن مسؤول كويتي بارز أمس أن {WORDS}.\nونقل الموقع عن المهندس سليم الحداد "
        "نائب الوزير الكويتي قوله إن الماء كثير.",
        ("مسؤول كويتي بارز", "سليم الحداد", "person", "title"),
    ),
    Case(
        "others of whom the text tells later are not those who have spoken",
        "وصل وفد من البلدية إلى السد صباح أمس بعد أسبوع من الأمطار التي أغرقت القرى القريبة من النهر، وزار القرى ثم "
        f"عاد. وكان حارس السد عند الباب. وسأله حارس السد: {WORDS}. وانتظر حارس السد الجديد عند الجسر.",
        ("حارس السد", "حارس السد", "person", "explicit"),
    ),
    Case(
        "the same official",
        f"أكد مسؤول حكومي أن السد آمن. وقال المسؤول نفسه: {WORDS}.",
        ("المسؤول نفسه", "مسؤول حكومي", "unnamed_source", "title"),
    ),
    Case(
        "a document of the body that spoke in it",
        f"أكدت وزارة الري في بيان أن السد آمن.\nوجاء في البيان: {WORDS}.",
        ("البيان", "وزارة الري", "document", "title"),
    ),
    Case(
        "a document of whoever spoke in theirs",
        f"وقالت منظمة النهر في دراستها الأخيرة إن السد آمن. وأشارت الدراسة إلى أن {WORDS}.",
        ("الدراسة", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a document that a body has issued",
        f"أصدرت منظمة النهر تقريرا عن السدود.\nوقال التقرير: {WORDS}.",
        ("التقرير", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a document that comes from a body",
        f"تناول تقرير صادر عن منظمة النهر حال السدود.\nوقال التقرير: {WORDS}.",
        ("التقرير", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a study keeps its own title, whoever has made it",
        f"تناولت دراسة أجرتها جامعة النهر حال السدود.\nوقالت الدراسة: {WORDS}.",
        ("الدراسة", "دراسة أجرتها جامعة النهر", "document", "title"),
    ),
    Case(
        "a survey that a body has made",
        f"تناول استطلاع أجرته جامعة النهر حال السدود.\nوقال الاستطلاع: {WORDS}.",
        ("الاستطلاع", "جامعة النهر", "document", "title"),
    ),
    Case(
        "who announced something in a statement, behind the words",
        f"تأجل افتتاح السد، بحسب ما أعلنت بلدية الوادي في بيان قصير.\nوأورد البيان: {WORDS}.",
        ("البيان", "بلدية الوادي", "document", "title"),
    ),
    Case(
        "the study that spoke last, not one that it names",
        f"وذكرت دراسة سودانية حديثة أن السد آمن. ورفض الناس الدراسة من جامعة النهر. وبينت الدراسة: {WORDS}.",
        ("الدراسة", "دراسة سودانية حديثة", "document", "title"),
    ),
    Case(
        "the statement of the body that spoke last",
        f"أعلنت وزارة الري أن العمل بدأ، وذلك في بيان وزع على الصحف.\nوتابع البيان: {WORDS}.",
        ("البيان", "وزارة الري", "document", "title"),
    ),
    Case(
        "a document of an office",
        f"قال وزير الري سليم الحداد إن السد آمن. ورفض عمر الكيلاني ذلك.\nوجاء في بيان وزير الري: {WORDS}.",
        ("بيان وزير الري", "سليم الحداد", "document", "title"),
    ),
    Case(
        "a document of an office behind ل",
        f"وجاء في بيان للمدعي العام: {WORDS}.",
        ("بيان للمدعي العام", "المدعي العام", "document", "title"),
    ),
    Case(
        "an adjective that is an office too",
        f"وجاء في بيان عسكري: {WORDS}.",
        ("بيان عسكري", "بيان عسكري", "document", "explicit"),
    ),
    Case(
        "the issuer, not the agency that got a copy",
        f"ذكر أطباء النهر، في بلاغ توصلت وكالة المدى بنسخة منه، أن السد آمن.\nوأضاف البلاغ: {WORDS}.",
        ("البلاغ", "أطباء النهر", "document", "title"),
    ),
    Case("a document of nobody named here", f"وقال البيان: {WORDS}.", ("البيان", "البيان", "document", "explicit")),
    Case(
        "a document with its issuer",
        f"وقال بيان لوزارة الري: {WORDS}.",
        ("بيان لوزارة الري", "وزارة الري", "document", "title"),
    ),
    Case(
        "a player of a named club",
        f"قال عمر الكيلاني مدرب برشلونة إن الملعب بعيد.\nوقال لاعب برشلونة السابق: {WORDS}.",
        ("لاعب برشلونة السابق", "عمر الكيلاني", "person", "title"),
    ),
    Case(
        "the channel that was heard last",
        f"قالت قناة «نهر الشمال اليوم» إن السد آمن.\nوقالت قناة «الجسر» إن السد مغلق.\nوقالت القناة: {WORDS}.",
        ("القناة", "قناة «الجسر»", "organization", "title"),
    ),
    Case(
        "a body whose head has spoken since",
        "قال المركز الجيولوجي إن الهزة قوية.\nوقال مدير مركز الإنذار سليم الحداد إن البحر هادئ.\n"
        f"وقال المركز: {WORDS}.",
        ("المركز", "مركز الإنذار", "organization", "title"),
    ),
    Case(
        "an issuer that no list knows",
        f"وقال تقرير كلمندو: {WORDS}.",
        ("تقرير كلمندو", "كلمندو", "document", "title"),
    ),
    Case(
        "the issuer ends before the document's second participle",
        f"وأضاف التقرير الصادر عن شركة (كلمندو) البريطانية والمنشور على موقعها: {WORDS}.\nوقال التقرير: {WORDS}.",
        ("التقرير", "شركة (كلمندو) البريطانية", "document", "title"),
    ),
    Case(
        "a company by another adjective",
        f"قالت شركة نوركو إن المصنع جاهز.\nوأضافت الشركة الهولندية: {WORDS}.",
        ("الشركة الهولندية", "شركة نوركو", "organization", "title"),
    ),
    Case(
        "a federation by what everybody knows of it",
        f"أعلن الاتحاد الأفريقي لكرة القدم أن البطولة تبدأ غدا.\nوقال الاتحاد القاري: {WORDS}.",
        ("الاتحاد القاري", "الاتحاد الأفريقي لكرة القدم", "organization", "title"),
    ),
    Case(
        "a source by where he works",
        f"قال مصدر رفيع في وزارة الري إن السد آمن.\nوتابع المصدر الحكومي: {WORDS}.",
        ("المصدر الحكومي", "مصدر رفيع في وزارة الري", "unnamed_source", "title"),
    ),
    Case(
        "an official by where he works",
        f"قال مسؤول في نقابة النقل إن الحافلات واقفة.\nوأضاف المسؤول النقابي: {WORDS}.",
        ("المسؤول النقابي", "مسؤول في نقابة النقل", "unnamed_source", "title"),
    ),
    Case(
        "another country's company",
        f"قالت شركة النقل الفرنسية إن المصنع جاهز.\nوأضافت الشركة الهولندية: {WORDS}.",
        ("الشركة الهولندية", "الشركة الهولندية", "organization", "explicit"),
    ),
    Case(
        "an official told from others by an adjective",
        f"قال المدير الفني إن الفريق جاهز.\nوأضاف المدير الإداري: {WORDS}.",
        ("المدير الإداري", "المدير الإداري", "person", "explicit"),
    ),
    Case(
        "a company where two have spoken",
        f"قالت شركة نوركو إن المصنع جاهز. وقالت شركة دلتاكس إنه بعيد.\nوأضافت الشركة الهولندية: {WORDS}.",
        ("الشركة الهولندية", "الشركة الهولندية", "organization", "explicit"),
    ),
    Case(
        "other experts than those who have spoken",
        f"قال الخبراء الأجانب إن السد آمن.\nوأضاف الخبراء المحليون: {WORDS}.",
        ("الخبراء المحليون", "الخبراء المحليون", "group", "explicit"),
    ),
    Case(
        "a source that is no official of an agency",
        f"قال مسؤول وكالة الضفاف إن السد آمن.\nوأضاف المسؤول المحلي: {WORDS}.",
        ("المسؤول المحلي", "المسؤول المحلي", "person", "explicit"),
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(TITLES))
def test_stands_for(body: str, expected: tuple[str, str, str, str]) -> None:
    speaker = last_of(body).speaker
    assert (speaker.mention, speaker.name, speaker.kind, speaker.resolution) == expected
