"""Rules at the desk: refused in clear words, tried, switched on by those who decide."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.ingest import Wishes, ingest_one
from articles.models import Outlet, OutletRule
from tests.articles.outlets.test_rules import CALL, RAW, document
from tests.factories import OutletFactory

pytestmark = pytest.mark.django_db
ADD = "admin:articles_outletrule_add"


@pytest.fixture
def outlet() -> Outlet:
    return OutletFactory(name="دار المرفأ")


@pytest.fixture
def draft(outlet: Outlet) -> OutletRule:
    return OutletRule.objects.create(
        outlet=outlet, kind="drop_line", words="مجتمع قرائنا…"
    )


def trial_of(rule: OutletRule) -> str:
    return reverse("admin:articles_outletrule_trial", args=[rule.pk])


def seen(rule: OutletRule) -> str:
    return f"{rule.outlet_id} {rule.kind} {rule.words}"


def test_a_written_rule_is_a_draft_and_leads_to_its_trial(enter, outlet) -> None:
    data = {"outlet": outlet.pk, "kind": "drop_line", "words": "\u202e مجتمع  قرائنا… "}
    answer = enter("محرر").post(reverse(ADD), data)
    rule = OutletRule.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, trial_of(rule))
    assert (rule.words, rule.is_active) == ("مجتمع قرائنا…", False)
    assert str(rule.made_by) == "user-محرر"


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("drop_line", "…", "كلمة واحدة على الأقل"),
        ("drop_line", "…من…", "زدها كلمة"),
        ("cut_from", "… في …", "زدها كلمة"),
        ("title_tail", "المرفأ…", "بلا «…»"),
        ("drop_line", "مُجتمع قرّائنا ...", "القاعدة نفسها"),
    ],
)
def test_a_rule_that_fits_too_much_or_nothing_is_refused(
    enter, draft: OutletRule, kind: str, words: str, told: str
) -> None:
    data = {"outlet": draft.outlet_id, "kind": kind, "words": words}
    page = enter("مراجع").post(reverse(ADD), data)
    assert told in page.content.decode()
    assert OutletRule.objects.count() == 1


def test_the_trial_shows_before_and_after_escaped(enter, draft: OutletRule) -> None:
    hostile = RAW.replace(CALL, f"{CALL} <script>alert(1)</script>")
    ingest_one(document(hostile), Wishes(outlet="دار المرفأ"))
    page = enter("محرر").get(trial_of(draft)).content.decode()
    assert CALL in page
    assert "<script>alert" not in page
    assert 'value="on"' not in page  # an editor tries, a reviewer decides


def test_a_trial_without_texts_says_so(enter, draft: OutletRule) -> None:
    page = enter("محرر").get(trial_of(draft)).content.decode()
    assert "ليس لهذا المصدر نسخ محفوظة" in page


@pytest.mark.parametrize(
    ("role", "status", "active"),
    [("محرر", 403, False), ("مراجع", 302, True), ("مدير", 302, True)],
)
def test_reviewers_switch_rules_on_and_off(
    enter, draft: OutletRule, role: str, status: int, active: bool
) -> None:
    client = enter(role)
    data = {"do": "on", "seen": seen(draft)}
    assert client.post(trial_of(draft), data).status_code == status
    draft.refresh_from_db()
    assert draft.is_active is active
    client.post(trial_of(draft), data | {"do": "off"})
    draft.refresh_from_db()
    assert draft.is_active is False


def test_what_changed_since_it_was_tried_is_not_switched_on(
    enter, draft: OutletRule
) -> None:
    data = {"do": "on", "seen": seen(draft)}
    OutletRule.objects.update(words="عاد…")
    enter("مراجع").post(trial_of(draft), data)
    assert not OutletRule.objects.active().exists()


def test_a_changed_rule_is_a_draft_again(enter, draft: OutletRule) -> None:
    OutletRule.objects.update(is_active=True)
    change = reverse("admin:articles_outletrule_change", args=[draft.pk])
    data = {"outlet": draft.outlet_id, "kind": draft.kind, "words": "مجتمع…"}
    assert enter("محرر").post(change, data).status_code == 403
    assert OutletRule.objects.active().exists()
    enter("مراجع").post(change, data)
    draft.refresh_from_db()
    assert (draft.words, draft.is_active) == ("مجتمع…", False)


def test_an_outlet_leads_to_its_rules(enter, draft: OutletRule) -> None:
    client = enter("مراجع")
    page = client.get(
        reverse("admin:articles_outlet_change", args=[draft.outlet_id])
    ).content.decode()
    address = reverse("admin:articles_outletrule_changelist")
    assert f"{address}?outlet__id__exact={draft.outlet_id}" in page
    assert client.get(reverse("admin:articles_outlet_add")).status_code == 200
