"""Decisions change the status of many articles at once, and leave a trace of each."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from articles.decisions import PUBLISH, WITHDRAW, decide
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
