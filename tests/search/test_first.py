from tests.factories import ArticleFactory
import pytest
from search.engine import find_articles
from search.language.request import SearchRequest
from search import outbox

@pytest.mark.django_db
def test_page(client, index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ArticleFactory(title="هدنة في المرفأ")
        ArticleFactory()
    assert outbox.waiting() == 0
    page = find_articles(SearchRequest("هدنه"))
    assert page.total == 1 and not page.reserve
    for url in ["/search/", "/search/?q=هدنة", "/search/?q=بلدية&sort=oldest&outlet=x", "/search/?q=zzz", "/search/help/","/search/?q=عائلة&since=2014-01-01&page=7"]:
        r = client.get(url)
        assert r.status_code == 200, url
        print(url, len(r.content))
