"""Numbers of titles that bodies do not bear out."""

import pytest

from articles.corpus.claims import headline_faults

FILLER = " وتواصل البلدية العمل في الأحياء القديمة، ويعود السكان إلى بيوتهم تباعا." * 2


@pytest.mark.parametrize(
    ("title", "body", "faults"),
    [
        ("عودة 180 عائلة", "عادت 180 عائلة.", []),
        ("عودة 180 عائلة", "عادت أكثر من 180 عائلة.", ["lost_modifier"]),
        ("أكثر من 180 عائلة تعود", "عادت أكثر من 180 عائلة.", []),
        ("عودة 180 عائلة", "عادت عائلات كثيرة.", ["missing"]),
        ("عودة 180 عائلة", "عادت 100 عائلة أولا ثم 80 عائلة.", []),
        ("عودة 2600 عائلة", "عادت 2583 عائلة.", []),
        ("مقتل 45 شخصا في حريق", "قتل 31 شخصا في الحريق.", ["contradicted"]),
        ("مقتل 3 أشخاص", "قتل سائق ومرافقه وعابر.", []),
        ("أكثر من 90 قتيلا", "أودت السيول بحياة 94 شخصا.", []),
    ],
)
def test_a_title_is_held_against_its_body(
    title: str, body: str, faults: list[str]
) -> None:
    found = headline_faults(title, body + FILLER)
    assert [fault.fault.value for fault in found] == faults
