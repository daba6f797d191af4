"""Every reading follows the rules of its outlet, once they are switched on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from articles.captures.reading import read_capture
from articles.editing.merging import merge
from articles.ingest import Result, Wishes, ingest_one, reread
from articles.models import Alias, Article, Outlet, OutletRule
from articles.outlets.rule_trials import try_rule
from articles.outlets.rules import by_rules, remembered_rules, rules_of, switch
from articles.readers import RawDocument
from articles.storing.rereading import read_again
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory

pytestmark = pytest.mark.django_db

CALL = "مجتمع قرائنا الكرام ينتظركم مساء كل خميس في حديقة الدار"
RAW = f"""عودة الماء إلى أحياء المدينة القديمة

عاد الماء أمس إلى الأحياء الشرقية بعد انقطاع دام يومين كاملين.

{CALL}

وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة.
"""


def document(text: str = RAW, **hints: str) -> RawDocument:
    return RawDocument("a.txt", text.encode(), text, "text/plain", "utf-8", hints=hints)


def rule_of(
    outlet: Outlet, words: str = "مجتمع قرائنا…", kind: str = "drop_line"
) -> OutletRule:
    return OutletRule.objects.create(
        outlet=outlet, kind=kind, words=words, is_active=True
    )


def store(text: str = RAW, outlet: str = "", **hints: str) -> Article:
    article = ingest_one(document(text, **hints), Wishes(outlet=outlet)).article
    assert article is not None
    return article


@pytest.fixture
def outlet() -> Outlet:
    return OutletFactory(name="دار المرفأ")


def test_a_new_text_is_read_by_the_rules_of_its_outlet(outlet: Outlet) -> None:
    rule_of(outlet)
    article = store(outlet="دار المرفأ")
    assert CALL not in article.body
    [cut] = [one for one in article.removed if one["reason"] == "outlet_rule"]
    assert RAW[cut["start"] : cut["end"]] == CALL == cut["text"]


def test_the_file_may_tell_the_outlet_and_a_title_with_its_tail(
    outlet: Outlet,
) -> None:
    rule_of(outlet, "واحة الأخبار", "title_tail")
    article = store(outlet="", title="عودة الماء - واحة الأخبار")
    assert article.title == "عودة الماء - واحة الأخبار"
    text = RAW.replace("أمس", "صباح أمس")
    named = ingest_one(
        document(text, title="عودة الماء - واحة الأخبار", outlet="دار المرفأ"),
        Wishes(),
    ).article
    assert named is not None
    assert named.title == "عودة الماء"


@pytest.mark.parametrize("other", ["draft", "elsewhere"])
def test_drafts_and_rules_of_others_change_nothing(outlet: Outlet, other: str) -> None:
    rule = rule_of(outlet if other == "draft" else OutletFactory())
    if other == "draft":
        switch(rule, User.objects.create(username="e"), on=False)
    assert CALL in store(outlet="دار المرفأ").body


def test_a_merged_name_means_the_rules_of_the_heading(outlet: Outlet) -> None:
    rule = rule_of(outlet)
    Alias.objects.create(
        kind="outlet", name="الدار", key="الدار", slug="الدار", outlet=outlet
    )
    assert rules_of("الدار") == rules_of(outlet) == (rule.line_rule,)
    assert rules_of("دار الميناء") == rules_of("") == rules_of(None) == ()
    assert rules_of("دارُ المرفا") == (rule.line_rule,)


def test_many_readings_ask_once_for_each_outlet(
    outlet: Outlet, django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        assert [remembered_rules()("دار المرفأ")] == [()]
    rule = rule_of(outlet)
    with django_assert_num_queries(2):
        find = remembered_rules()
        assert [find("دار المرفأ") for _ in range(9)] == [(rule.line_rule,)] * 9


def test_a_merge_takes_rules_along_to_be_tried_anew(outlet: Outlet) -> None:
    rule = rule_of(outlet)
    keep = OutletFactory()
    merge(keep, [outlet], User.objects.create(username="e"))
    rule.refresh_from_db()
    assert (rule.outlet, rule.is_active) == (keep, False)


def test_what_is_stored_changes_when_it_is_read_again(outlet: Outlet) -> None:
    article = store(outlet="دار المرفأ")
    assert CALL in article.body
    rule_of(outlet)
    [told] = read_again([article.pk], dry_run=True)
    assert (told.result, told.cuts) == (Result.UPDATED, (0, 1))
    assert reread(article, document()) is Result.UPDATED
    article.refresh_from_db()
    assert CALL not in article.body
    assert reread(article, document()) is Result.UNCHANGED
    again = ingest_one(document(), Wishes())
    assert again.result is Result.UNCHANGED


def test_the_outlet_an_editor_set_decides_which_rules_count(outlet: Outlet) -> None:
    rule_of(outlet)
    article = store(outlet="دار المرفأ")
    article.outlet = OutletFactory()
    article.save()
    reread(article, document())
    assert CALL in article.body


def test_a_capture_is_shown_by_the_rules_of_today(outlet: Outlet) -> None:
    cache.clear()
    capture = store(outlet="دار المرفأ").captures.get()
    assert CALL in read_capture(capture).article.body
    rule = rule_of(outlet)
    assert CALL not in read_capture(capture).article.body
    switch(rule, User.objects.create(username="e"), on=False)
    assert CALL in read_capture(capture).article.body


def test_rules_that_leave_nothing_reject_the_text_and_say_so(outlet: Outlet) -> None:
    for words in ("عودة…", "عاد…", "وقال…", "مجتمع…"):
        rule_of(outlet, words)
    outcome = ingest_one(document(), Wishes(outlet="دار المرفأ"))
    assert (outcome.result, bool(outcome.reason)) == (Result.REJECTED, True)
    assert not Article.objects.exists()


def test_a_text_of_no_known_outlet_is_read_once() -> None:
    parsed = object()
    assert by_rules(document(), parsed, "مجهول") == (document(), parsed)  # type: ignore[arg-type, comparison-overlap]


# -- trials ---------------------------------------------------------------------------


def test_a_trial_tells_what_a_rule_would_change_and_stores_nothing(
    outlet: Outlet,
) -> None:
    changed = store(outlet="دار المرفأ")
    same = store(RAW.replace(CALL, "").replace("أمس", "اليوم"), outlet="دار المرفأ")
    draft = OutletRule(outlet=outlet, kind="drop_line", words="مجتمع قرائنا…")
    trials = {trial.article.pk: trial for trial in try_rule(draft)}
    assert [cut.text for cut in trials[changed.pk].cut] == [CALL]
    assert trials[changed.pk].changes
    assert not trials[same.pk].changes
    changed.refresh_from_db()
    assert CALL in changed.body


def test_a_trial_names_lost_figures_and_fields(outlet: Outlet) -> None:
    store(outlet="دار المرفأ")
    losing = OutletRule(outlet=outlet, kind="drop_line", words="وقال مدير…")
    [trial] = try_rule(losing)
    assert [one.before.quote for one in trial.figures if one.before] == ["300"]
    telling = OutletRule(outlet=outlet, kind="byline", words="مجتمع … ينتظركم…")
    [trial] = try_rule(telling)
    [change] = trial.fields
    assert (change.name, change.after) == ("byline", "قرائنا الكرام")


def test_a_trial_warns_of_texts_that_would_be_none(outlet: Outlet) -> None:
    store(outlet="دار المرفأ")
    for words in ("عودة…", "وقال…", "مجتمع…"):
        rule_of(outlet, words)
    [trial] = try_rule(OutletRule(outlet=outlet, kind="drop_line", words="عاد…"))
    assert trial.reason


def test_what_has_no_readable_capture_is_left_out_of_a_trial(outlet: Outlet) -> None:
    ArticleFactory(outlet=outlet)
    gone = CaptureFactory(article__outlet=outlet)
    type(gone).objects.filter(pk=gone.pk).update(sha256="0" * 64)
    draft = OutletRule(outlet=outlet, kind="drop_line", words="مجتمع…")
    assert try_rule(draft) == []
