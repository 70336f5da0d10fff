"""Texts that begin or break off in the middle of a report: there is no word before the first, and none behind the last.

Where a row has words at its other end that would change the answer, they must not: -1 is no place in a text.
"""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

BREAKS_OFF = [
    Case("behind whom it asks", "وطلب الوزير من مدير المدرسة أن", []),
    Case("behind the time of a relay", "وكانت وكالة النهر قد نقلت أمس", []),
    Case("in the middle of an «and that», cut in two", "وأكد الوزير و أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("behind a study and its particle", "وذكرت دراسة جديدة أجريت على نطاق ضيق أن", []),
]

BEGINS = [
    Case("with a thing that shows it", "السبب الذي يؤكد أن الجسر قديم يعرفه الوزير", []),
    Case("with the verb, and ends with this", "يؤكد أن الجسر آمن ولا نفهم هذا", [expect(cue="يؤكد")]),
    Case("with the verb, and ends with if", "ترى أن الطريق سهل لو", [expect(cue="ترى")]),
    Case("with a clause that goes on from nothing", "وأن الجسر آمن تماما في المدينة.", []),
    Case("on somebody's tongue", "وقالت الشركة على لسان كثيرين إن الجسر آمن يا دكتور", [expect(subject="الشركة")]),
]

GROUPS = {"breaks off": BREAKS_OFF, "begins": BEGINS}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
