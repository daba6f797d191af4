"""Editors cut links and add them; previews and forms warn of copies."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Cluster, Reprint, Status, Verdict
from articles.reprints import keep_one
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

REPORT = """\
قالت بلدية المرفأ الجديد في بيان صدر مساء الثلاثاء إن أشغال توسعة الرصيف الشرقي ستنطلق \
مطلع الشهر المقبل بكلفة تناهز 45 مليون دينار، وإن المقاول سيشغل 320 عاملا من المدينة."""
LIST = reverse("admin:articles_reprint_changelist")
ADD = reverse("admin:articles_reprint_add")


def stored(**fields) -> Article:
    article = ArticleFactory(**{"body": REPORT, **fields})
    keep_one(article)
    return article


def signed_in(role: str) -> Client:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def act(client: Client, action: str, link: Reprint) -> int:
    data = {"action": action, "_selected_action": [link.pk]}
    return client.post(LIST, data).status_code


def test_a_reviewer_cuts_a_link_and_takes_it_back() -> None:
    stored(title="الأول"), stored(title="الثاني")
    reviewer, link = signed_in("مراجع"), Reprint.objects.get()
    assert "الأول" in reviewer.get(LIST).content.decode()

    act(reviewer, "cut", link)
    link.refresh_from_db()
    assert link.verdict == Verdict.CUT
    assert link.decided_by is not None
    assert not Cluster.objects.exists()

    act(reviewer, "leave", link)
    assert Reprint.objects.get().verdict == Verdict.NONE
    assert Cluster.objects.get().size == 2


def test_an_editor_may_look_but_not_decide() -> None:
    stored(), stored()
    editor = signed_in("محرر")
    act(editor, "cut", Reprint.objects.get())

    assert editor.get(LIST).status_code == 200
    assert editor.get(ADD).status_code == 403
    assert Reprint.objects.get().verdict == Verdict.NONE


def test_a_missing_link_is_added_in_any_order() -> None:
    first, second = stored(), stored(body="زار الوفد سوق المرفأ")
    data = {"first": second.pk, "second": first.pk, "verdict": "linked"}
    answer = signed_in("مراجع").post(ADD, data)

    assert answer.status_code == 302
    link = Reprint.objects.get()
    assert (link.first, link.second, link.verdict) == (first, second, Verdict.LINKED)
    assert Cluster.objects.get().size == 2


def test_an_article_is_not_linked_with_itself() -> None:
    article = stored()
    data = {"first": article.pk, "second": article.pk, "verdict": "linked"}
    html = signed_in("مراجع").post(ADD, data).content.decode()

    assert "المقال ليس نسخة من نفسه" in html
    assert not Reprint.objects.exists()


def test_the_form_of_an_article_names_its_copies_drafts_too() -> None:
    article, _ = stored(), stored(title="مسودة تنتظر", status=Status.DRAFT)
    page = reverse("admin:articles_article_change", args=[article.pk])

    assert "مسودة تنتظر" in signed_in("مراجع").get(page).content.decode()


def test_a_preview_warns_of_copies_and_bars_nothing() -> None:
    stored(title="المحفوظ من قبل")
    text = f"عنوان آخر للخبر\n\n05.08.2014 | 09:30\n\n{REPORT}\n"
    file = SimpleUploadedFile("خبر.txt", text.replace("320", "350").encode())
    answer = signed_in("مراجع").post(
        reverse("admin:articles_upload_add"), {"texts": [file]}, follow=True
    )
    html = answer.content.decode()

    assert "في الأرشيف نسخة من هذا الخبر" in html
    assert "المحفوظ من قبل" in html
    assert 'value="published"' in html
