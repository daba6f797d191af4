"""Where a name ends: nations, numbers of kings, famous surnames, quarters."""

import pytest

from articles.corpus.names import extract_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رئيس الوزراء العراقي محمد شياع السوداني", "محمد شياع السوداني"),
        ("الرئيس السوداني عمر البشير", "عمر البشير"),
        ("التقى الملك محمد السادس الوفد", "محمد السادس"),
        ("الرئيس التركي رجب طيب أردوغان", "رجب طيب أردوغان"),
        ("الفنانة القديرة سعاد منصور", "سعاد منصور"),
    ],
)
def test_a_person_is_cut_where_the_name_ends(text, name):
    [entity] = [one for one in extract_names(text) if one.type == "PER"]
    assert entity.name == name


@pytest.mark.parametrize(
    ("text", "name"), [("في حي الرمال", "حي الرمال"), ("وصل إلى جدة", "جدة")]
)
def test_a_place_may_be_called_by_an_ordinary_word(text, name):
    [entity] = extract_names(text)
    assert (entity.type, entity.name) == ("LOC", name)
