"""Decisions change the status of many articles at once, and leave a trace of each."""

from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.utils import timezone

from articles.editing.decisions import PUBLISH, SCHEDULE, WITHDRAW, Terms, decide
from articles.models import Status
from tests.factories import ArticleFactory


def test_only_articles_of_another_status_are_changed_and_logged(
    admin_user: User,
) -> None:
    published, draft = ArticleFactory(), ArticleFactory(status=Status.DRAFT)
    assert decide([published, draft], PUBLISH, admin_user) == [draft]
    draft.refresh_from_db()
    assert draft.status == Status.PUBLISHED
    assert draft.version == 2
    assert LogEntry.objects.get().object_id == str(draft.pk)


def test_deciding_nothing_logs_nothing(admin_user: User) -> None:
    assert decide([], WITHDRAW, admin_user) == []
    assert not LogEntry.objects.exists()


def test_a_published_article_is_never_scheduled(admin_user: User) -> None:
    article = ArticleFactory()
    terms = Terms(publish_at=timezone.now() + timedelta(days=1))
    assert decide([article], SCHEDULE, admin_user, terms) == []
    assert article.is_public


def test_publishing_again_forgets_the_withdrawal(admin_user: User) -> None:
    article = ArticleFactory()
    decide([article], WITHDRAW, admin_user, Terms(reason="خطأ", title_shown=True))
    decide([article], PUBLISH, admin_user)
    article.refresh_from_db()
    assert (article.withdrawn_reason, article.withdrawn_title_shown) == ("", False)
    assert article.withdrawn_at is None
