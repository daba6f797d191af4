"""Who may do what at the desk: every group, every page, every action."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.models import (
    Alias,
    Article,
    FigureVerdict,
    Name,
    OutletRule,
    Reprint,
    Ruling,
    Status,
)
from articles.readers.tables import ColumnChoice
from articles.reports import take_in
from articles.uploads.columns import keep_profile
from tests.articles.admin.conftest import order, send, text_file
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    SectionFactory,
    figure_of,
)

ROLES = ("", "reader", "staff", "محرر", "مراجع", "مدير")
EDITORS = {"محرر", "مراجع", "مدير"}
REVIEWERS = {"مراجع", "مدير"}
MANAGERS = {"مدير"}

PAGES = {
    "index": {"staff", *EDITORS},
    "articles_article_changelist": EDITORS,
    "articles_article_add": EDITORS,
    "articles_article_change": EDITORS,
    "articles_article_history": EDITORS,
    "articles_article_delete": MANAGERS,
    "articles_article_raw": EDITORS,
    "articles_article_quality": EDITORS,
    "articles_article_undo": EDITORS,
    "articles_article_attachments": EDITORS,
    "articles_upload_changelist": EDITORS,
    "articles_upload_add": EDITORS,
    "articles_upload_preview": EDITORS,
    "articles_upload_columns": EDITORS,
    "articles_upload_result": EDITORS,
    "articles_upload_undo": REVIEWERS,
    "articles_upload_delete": MANAGERS,
    "articles_columnprofile_changelist": EDITORS,
    "articles_columnprofile_add": set(),
    "articles_columnprofile_change": EDITORS,
    "articles_columnprofile_delete": MANAGERS,
    "articles_outlet_changelist": EDITORS,
    "articles_outlet_add": EDITORS,
    "articles_outlet_change": EDITORS,  # to look at
    "articles_outlet_delete": MANAGERS,
    "articles_outletrule_changelist": EDITORS,
    "articles_outletrule_add": EDITORS,
    "articles_outletrule_change": EDITORS,
    "articles_outletrule_trial": EDITORS,
    "articles_outletrule_learned": EDITORS,
    "articles_outletrule_delete": MANAGERS,
    "articles_reprint_changelist": EDITORS,
    "articles_reprint_add": REVIEWERS,
    "articles_reprint_change": EDITORS,  # to look at
    "articles_reprint_delete": set(),  # a wrong link is cut, and stays cut
    "articles_figureverdict_changelist": EDITORS,
    "articles_figureverdict_add": set(),  # given beside the text
    "articles_figureverdict_article": EDITORS,
    "articles_figureverdict_delete": set(),  # taken back, never forgotten
    "articles_figurereport_changelist": EDITORS,
    "articles_figurereport_add": set(),
    "articles_figurereport_change": EDITORS,
    "articles_figurereport_delete": set(),
    "articles_name_changelist": EDITORS,
    "articles_name_add": set(),  # names are those that articles mention
    "articles_name_change": EDITORS,  # to look at
    "articles_name_delete": set(),
    "articles_section_add": EDITORS,
    "articles_section_delete": MANAGERS,
    "articles_author_add": EDITORS,
    "articles_author_delete": MANAGERS,
    "articles_alias_changelist": EDITORS,
    "articles_alias_add": set(),  # a name becomes one by a merge
    "articles_alias_change": EDITORS,  # to look at
    "articles_alias_delete": MANAGERS,
    "search_synonymgroup_changelist": EDITORS,
    "search_synonymgroup_add": EDITORS,
    "auth_user_changelist": set(),
    "auth_user_add": set(),
    "auth_group_changelist": set(),
    "axes_accessattempt_changelist": set(),
}


ALONE = {"articles_article_undo", "articles_article_quality"}
"""Pages about no one row."""


@pytest.fixture
def rows(enter) -> dict[str, int]:
    """One row of everything the pages show."""
    reviewer = enter("مراجع")
    stored = send(reviewer, text_file(name="stored.txt"))
    order(reviewer, stored, "draft")
    article = ArticleFactory()
    return {
        "article": article.pk,
        "outlet": article.outlet.pk,
        "learned": article.outlet.pk,
        "alias": Alias.objects.create(
            kind="outlet", name="م", key="م", slug="م", outlet=article.outlet
        ).pk,
        "outletrule": OutletRule.objects.create(
            outlet=article.outlet, kind="drop_line", words="تابعوا…"
        ).pk,
        "section": SectionFactory().pk,
        "author": AuthorFactory().pk,
        "reprint": Reprint.objects.create(first=article, second=ArticleFactory()).pk,
        "figureverdict": _verdict_on(article).pk,
        "figurereport": take_in(figure_of(article, "180"), "value", "", "x").pk,
        "name": Name.objects.create(kind="PER", key="هاله", name="هالة").pk,
        "raw": CaptureFactory(article=article).pk,
        "upload": stored.pk,
        "columns": send(reviewer, text_file(f"text\n{'نص ' * 30}\n", "a.csv"))
        .files.get()
        .pk,
        "columnprofile": keep_profile("خريطة", ColumnChoice({"أ": "text"})).pk,
        "preview": send(reviewer, text_file("نص\n" * 30, "waits.txt")).pk,
    }


def _verdict_on(article: Article) -> FigureVerdict:
    return FigureVerdict.objects.create(
        article=article, start=0, quote="قالت", ruling=Ruling.REJECTED
    )


def address(page: str, rows: dict[str, int]) -> str:
    app, _, rest = page.partition("_")
    model, _, name = rest.partition("_")
    if app != "articles" or name in ("changelist", "add") or page in ALONE:
        return reverse(f"admin:{page}")
    return reverse(f"admin:{page}", args=[rows.get(name, rows[model])])


@pytest.fixture
def blank_pages(settings: Settings) -> None:
    """Render every template as nothing: who is let in is decided before."""
    [engine] = settings.TEMPLATES
    loader = "tests.articles.admin.blank.BlankLoader"
    options = engine["OPTIONS"] | {"loaders": [loader]}
    settings.TEMPLATES = [engine | {"APP_DIRS": False, "OPTIONS": options}]


def test_each_group_opens_its_pages_and_no_others(
    enter, rows: dict[str, int], blank_pages: None
) -> None:
    clients = {role: enter(role) for role in ROLES}
    opened = {
        page: {
            role
            for role, client in clients.items()
            if client.get(address(page, rows)).status_code == 200
        }
        for page in PAGES
    }
    assert opened == PAGES


ACTIONS = {
    "review": (Status.DRAFT, Status.REVIEWED, REVIEWERS),
    "schedule": (Status.DRAFT, Status.REVIEWED, REVIEWERS),
    "publish": (Status.DRAFT, Status.PUBLISHED, REVIEWERS),
    "to_draft": (Status.PUBLISHED, Status.DRAFT, REVIEWERS),
    "withdraw": (Status.PUBLISHED, Status.WITHDRAWN, REVIEWERS),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_is_for_those_who_decide(enter, role: str, action: str) -> None:
    before, after, allowed = ACTIONS[action]
    article = ArticleFactory(status=before)
    enter(role).post(
        reverse("admin:articles_article_changelist"),
        {
            "action": action,
            "_selected_action": [article.pk],
            "confirmed": "1",
            "reason": "نُشر خطأ",
            "publish_at": "2999-01-01T08:00",
        },
    )
    article.refresh_from_db()
    assert article.status == (after if role in allowed else before)


@pytest.mark.parametrize("role", ROLES)
def test_many_are_deleted_by_managers_alone(enter, role: str) -> None:
    article = ArticleFactory()
    enter(role).post(
        reverse("admin:articles_article_changelist"),
        {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"},
    )
    assert Article.objects.exists() == (role not in MANAGERS)


@pytest.mark.parametrize("role", ROLES)
def test_headings_are_merged_by_managers_alone(enter, role: str) -> None:
    keep, other = OutletFactory(), OutletFactory()
    article = ArticleFactory(outlet=other)
    enter(role).post(
        reverse("admin:articles_outlet_changelist"),
        {"action": "merge", "_selected_action": [keep.pk, other.pk], "keep": keep.pk},
    )
    article.refresh_from_db()
    assert article.outlet == (keep if role in MANAGERS else other)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("status", "allowed"), [("draft", EDITORS), ("published", REVIEWERS)]
)
def test_an_upload_is_stored_by_those_who_may(
    enter, role: str, status: str, allowed: set[str]
) -> None:
    upload = send(enter("محرر"), text_file())
    page = reverse("admin:articles_upload_preview", args=[upload.pk])
    item = upload.items.get()
    enter(role).post(
        page,
        {"do": status, f"item-{item.pk}-keep": "on", f"item-{item.pk}-title": "عنوان"},
    )
    stored = Article.objects.filter(status=status).exists()
    assert stored == (role in allowed)


@pytest.mark.parametrize("button", ["_publish", "_withdraw"])
def test_an_editors_form_decides_nothing(enter, button: str) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    change = reverse("admin:articles_article_change", args=[article.pk])
    editor = enter("محرر")
    assert f'name="{button}"' not in editor.get(change).content.decode()
    data = {
        "title": article.title,
        "body": article.body,
        "seen_version": 1,
        button: "1",
    }
    assert editor.post(change, data).status_code == 403
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_every_page_of_the_desk_is_in_the_table(rows: dict[str, int]) -> None:
    named = {url.name for url in admin.site.urls[0] if getattr(url, "name", None)}
    for model_admin in admin.site._registry.values():
        if model_admin.opts.app_label == "articles":
            named |= {url.name for url in model_admin.urls if url.name}
    ours = {name for name in named if name.startswith("articles_")}
    covered = {
        re.sub(r"(section|author|outlet)(?=_)", "heading", name) for name in PAGES
    }
    # Ways to change a heading or an upload are the same for all headings.
    known = {
        "articles_upload_change",
        "articles_upload_history",
        "articles_reprint_history",
        "articles_figureverdict_change",  # leads to the article's figures
        "articles_figureverdict_history",
        "articles_figurereport_history",
        "articles_name_history",
        "articles_alias_history",
        "articles_outletrule_history",
        "articles_columnprofile_history",
    }
    missing = {
        re.sub(r"(section|author|outlet)(?=_)", "heading", name) for name in ours
    } - covered
    assert missing - known == {"articles_heading_history"}


# -- GET writes nothing, POST wants its token -----------------------------------------


def test_opening_a_page_writes_nothing(enter, rows: dict[str, int]) -> None:
    client = enter("superuser")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for page in PAGES:
            client.get(address(page, rows))
    writes = [
        query["sql"]
        for query in queries
        if re.match(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", query["sql"], re.IGNORECASE)
    ]
    assert writes == []


def test_a_form_without_its_token_is_refused(rows: dict[str, int]) -> None:
    user = User.objects.create(username="boss", is_staff=True, is_superuser=True)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    for page in PAGES:
        response = client.post(
            address(page, rows), {"do": "published", "action": "publish"}
        )
        assert response.status_code == 403, page


def test_the_groups_are_made_by_themselves(db: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == EDITORS
