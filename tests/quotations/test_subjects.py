"""Who is the subject right behind a verb of reporting, where no list knows the word for a speaker's."""

import pytest

from tests.quotations.cases import Case, last_of, table

SPOKE = "قال الوزير سليم الحداد إن السد آمن.\n\n"

UNLISTED = [
    Case("a surname", f"{SPOKE}وأشار التهامي إلى أن المياه تكفي المدينة.", "التهامي"),
    Case("a surname with a frame", f"{SPOKE}وأوضح الجاسر خلال أمسية في القرية أن الطريق مغلق.", "الجاسر"),
    Case("a company of one ordinary word", f"{SPOKE}وقالت تكامل في بيان إن البيع يبدأ غدا.", "تكامل"),
    Case("an office that is no head", f"{SPOKE}أكدت الكتابة المحلية أن الحصيلة ضعيفة.", "الكتابة المحلية"),
    Case("a noun of an agent", f"{SPOKE}أفاد الجاني في أقواله بأن الباب كان مفتوحا.", "الجاني"),
    Case("a body of either gender", f"{SPOKE}أعلن الكرملين الأربعاء أن الزيارة تأجلت.", "الكرملين"),
    Case("an object with a preposition", f"{SPOKE}وأكد الحرص على أن تبقى الأبواب مفتوحة.", "سليم الحداد"),
    Case("who pays attention is nobody", f"{SPOKE}ولفت الانتباه إلى أن الباب مفتوح.", "سليم الحداد"),
    Case("a participle", f"{SPOKE}وأشار قائلا: «راجعنا كل القياسات أمس».", "سليم الحداد"),
    Case("a verb of the words", f"{SPOKE}وقال ستأخذ الأعمال وقتا لكني آمل أن تنتهي.", "سليم الحداد"),
    Case("a noun with more behind it", f"{SPOKE}وقال عدد من زوار السوق إن الأسعار ارتفعت.", "عدد من زوار السوق"),
]


@pytest.mark.parametrize(("body", "name"), table(UNLISTED))
def test_words_that_no_list_knows(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
