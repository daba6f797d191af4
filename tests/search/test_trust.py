"""No query and no address stops the search, and every mark stands on a word asked for.

The long tests do by the thousand, over real texts, what the quick ones do by the
hundred over invented ones.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.corpus.arabic import MARKS, TATWEEL
from articles.models import Article
from search.engine import find_articles, find_matches
from search.forms import SearchForm
from search.hits.highlight import Passage
from search.indexing import outbox
from search.language.analysis import analyze_forms
from search.language.request import Match, SearchRequest
from search.questions.in_article import hits_in
from search.questions.suggestions import did_you_mean
from search.views.search import FACETS
from tests.conftest import Measured
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    OutletFactory,
    SectionFactory,
)
from tests.real_data import FOLDER, needs_real_data

pytestmark = pytest.mark.django_db

LONGEST = 1.0  # seconds of one processor that a page may take
RARELY = 0.3  # what 99 of 100 take less than
MOST_SQL = 12
CHOICES = 1_000
"""By each of two engines."""
SLOWEST_CHOICE = 0.5

BOMBS = {
    "opening parentheses": "(" * 5_000,
    "closed parentheses": "(" * 500 + "كلمة" + ")" * 500,
    "negations": "NOT " * 2_000 + "كلمة",
    "minuses": "-كلمة " * 60,
    "alternatives": "أو ".join(f"كلمة{n} " for n in range(60)),
    "quotes": '"«' * 2_000,
    "wildcards in front": "*كلمة* " * 56,
    "wildcards": "الم* وال* كلم*ة* " * 20,
    "the whole range": "تاريخ:[0001 إلى 9999] [ا TO ي]",
    "slips": "المدينه~ " * 16,
    "far apart": '"في من على إلى عن هذا"~99',
    "figures": "رقم:>0 عائلة " * 30,
    "a regular expression": r"^(\w+\s*)+$" + "ا" * 200 + "!",
}

SIGNS = [
    *'()"«»-*~=:[]|&!؟،.#_/\\+^${}',
    " ",
    " ",
    " أو ",
    " و ",
    " ليس ",
    " OR ",
    " NOT ",
    " AND ",
    " إلى ",
    "عنوان:",
    "مصدر:",
    "كاتب:",
    "قسم:",
    "تاريخ:",
    "تاريخ:[",
    "رقم:",
    "رقم:>",
    "رقم:[",
    '"~9',
    "~",
    "*",
]
PLAIN = (
    "في المدينة النازحين هدنة المرفأ عائلة سوريا كتاب مُحَمَّد مؤسسة ٣٬٠٠٠ 2014 ثلاثة",
    "آلاف مليون أبو بكر عبدالله Reuters café ﻻ ﷺ 1e9 0x41 NaN",
)
WORDS = [
    *(word for line in PLAIN for word in line.split()),
    *("\u202e", "\u200f", "\x00", "\ufeff", "\ud7ff", "\U0001f54c", "ـ" * 9, "ا" * 60),
]
LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءًٌٍَُِّْـ ٠١٢3٤-*"()'


def fuzzed(chance: random.Random) -> str:
    pieces = chance.randrange(1, 30)
    return "".join(
        chance.choice(SIGNS)
        if chance.random() < 0.45
        else chance.choice(WORDS) + " " * chance.randrange(2)
        if chance.random() < 0.8
        else "".join(chance.choices(LETTERS, k=chance.randrange(1, 12)))
        for _ in range(pieces)
    )


def answers_in_time(client: Client, query: dict[str, str]) -> float:
    begun = time.process_time()
    response = client.get("/search/", query)
    assert response.status_code == 200, query
    assert (
        not response.context.get("results") or not response.context["results"].reserve
    )
    return time.process_time() - begun


def real_articles(count: int) -> Iterator[dict[str, Any]]:
    path = FOLDER / "corpus" / "ant_v1_jawharafm.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return iter(random.Random(count).sample(rows, count))


def store(rows: Iterator[dict[str, Any]]) -> list[Article]:
    made = {"outlet": OutletFactory(), "author": AuthorFactory(), "section": None}
    articles = Article.objects.bulk_create(
        ArticleFactory.build(title=row["title"], body=row["text"], **made)
        for row in rows
    )
    outbox.enqueue(article.pk for article in articles)
    outbox.drain()
    return articles


@pytest.fixture
def news(engine: str) -> str:
    outlets = [OutletFactory() for _ in range(3)]
    sections = [SectionFactory() for _ in range(3)]
    for n in range(30):
        ArticleFactory(
            title=f"هدنة {n} في المدينة",
            body=f"عاد {n * 100} من النازحين إلى المرفأ مع عائلة محمد أبي بكر",
            outlet=outlets[n % 3],
            section=sections[n % 2],
        )
    outbox.drain()
    return engine


@pytest.mark.long
def test_no_bomb_stops_the_search(client: Client, news: str):
    for name, bomb in BOMBS.items():
        assert client.get("/search/", {"q": bomb}).status_code == 200, name


def test_no_text_is_an_error(client: Client, news: str):
    chance = random.Random(news)
    for _ in range(10):
        answers_in_time(client, {"q": fuzzed(chance)})
    for _ in range(60):
        assert not find_matches(SearchRequest(fuzzed(chance))).reserve


def seconds_to_find(text: str) -> float:
    """Answer as the page does, all but its HTML, by which most of its time goes."""
    begun = time.process_time()
    form = SearchForm(QueryDict(urlencode({"q": text})))
    page = find_articles(form.request(), FACETS)
    did_you_mean(page)
    assert not page.reserve, text
    return time.process_time() - begun


@pytest.mark.long(minutes=4)
@needs_real_data
def test_twenty_thousand_texts_are_answered_within_a_second(
    client: Client, engine: str, trust_figure: Measured
):
    store(real_articles(1_000))
    chance = random.Random(engine)
    client.get("/search/", {"q": "نص"})  # opens the index
    texts = [*BOMBS.values(), *(fuzzed(chance) for _ in range(10_000))]
    spent = sorted((seconds_to_find(text), text) for text in texts)
    pages = [*BOMBS.values(), *texts[::20]]
    shown = sorted((answers_in_time(client, {"q": q}), q) for q in pages)
    rare = max(times[int(0.99 * len(times))][0] for times in (spent, shown))
    longest = max(spent[-1], shown[-1])

    assert longest[0] <= LONGEST, longest
    assert rare <= RARELY
    trust_figure(
        f"{len(texts):,} texts by {engine}: 0 errors, p99 {rare * 1000:.0f} ms, "
        f"{longest[0] * 1000:.0f} ms at most"
    )


QUESTIONS = (
    "",
    "هدنة",
    "قرنفل",
    "عائلة هدنة زلزال",
    '"هدنة 3" -عائلة',
    "هدن* أو مدين~",
)


def random_address(chance: random.Random) -> dict[str, Any]:
    def slugs(model: Any) -> list[str]:
        known = list(model.objects.values_list("slug", flat=True))
        return chance.sample([*known, "غائب", "x" * 300], k=chance.randrange(3))

    values: dict[str, Any] = {"q": chance.choice(QUESTIONS)}
    for name in ("outlet", "section", "author"):
        model = Article._meta.get_field(name).related_model
        values[name] = slugs(model)
        values[f"without_{name}"] = slugs(model)
        if chance.random() < 0.3:
            values[f"{name}_like"] = chance.choice([*WORDS, "%", "_"])
    for name, choices in {
        "since": ("2014-01-01", "٢٠١٦-٠١-٠١", "0000-99-99", ""),
        "until": ("2020-12-31", "9999-12-31", "أمس", ""),
        "sort": ("newest", "oldest", "relevance", "ا"),
        "page": ("1", "2", "999999", "-1", "٢"),
        "synonyms": ("0", "1"),
    }.items():
        values[name] = chance.choice(choices)
    return values


def asks_little_of_the_database(client: Client, address: dict[str, Any]) -> int:
    """Ask as nobody has asked before; give how often the database was asked."""
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(f"/search/?{urlencode(address, doseq=True)}")
    assert response.status_code == 200, address
    assert len(asked) <= MOST_SQL, "\n".join(row["sql"][:330] for row in asked)
    return len(asked)


def test_any_choice_of_facets_asks_little_of_the_database(client: Client, news: str):
    chance = random.Random(news)
    for _ in range(12):
        asks_little_of_the_database(client, random_address(chance))


@pytest.mark.long
def test_two_thousand_choices_of_facets_do(
    client: Client, news: str, trust_figure: Measured
):
    chance, asked, spent = random.Random(news), [], []
    for _ in range(CHOICES):
        begun = time.process_time()
        asked.append(asks_little_of_the_database(client, random_address(chance)))
        spent.append(time.process_time() - begun)
    most, slow = max(asked), sorted(spent)[int(0.95 * len(spent))]

    assert slow <= SLOWEST_CHOICE
    trust_figure(
        f"{CHOICES:,} choices by {news}: {most} questions at most, "
        f"p95 {slow * 1000:.0f} ms of a processor"
    )


def sprinkled(text: str, chance: random.Random) -> str:
    """Put tashkeel and tatweel behind some letters, as no folding should notice."""
    signs = MARKS[:20] + TATWEEL
    return "".join(
        char + chance.choice(signs) * (char.isalpha() and chance.random() < 0.2)
        for char in text
    )


def marked_words(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.marks]


def check_marks(article: Article, asked: str, query: str) -> None:
    """Ask for a word, in every hit each mark must be a form of it, and one stand."""
    exact, stems = (set(faces) for faces in zip(*analyze_forms(asked), strict=True))

    def is_asked(word: str) -> bool:
        forms = analyze_forms(word)
        return bool(forms) and all(
            form.exact in exact or form.stem in stems for form in forms
        )

    request = SearchRequest(query, limit=10, match=Match.ALL, synonyms=False)
    page = find_articles(request)
    assert page.hits, query
    for hit in page.hits:
        words = marked_words(hit.title) + marked_words(hit.snippet)
        assert words, query
        assert all(is_asked(word) for word in words), (query, words)
    hits = hits_in(article, QueryDict(urlencode({"q": query, "synonyms": "0"})))
    assert hits
    places = [(article.title, place) for place in hits.title]
    places += [(article.body, place) for place in hits.body]
    assert places, query
    assert all(is_asked(text[start:end]) for text, (start, end) in places), query


def ask_for_a_word_of_each(articles: list[Article], chance: random.Random) -> int:
    checked = 0
    for article in articles:
        words = [word for word in article.body.split() if len(word) > 5]
        word = (
            chance.choice(words).strip('.,:؛،!؟()[]{}«»"“”-–|*~=/\\') if words else ""
        )
        forms = analyze_forms(word)
        if len(forms) == 1 and forms[0].exact.isalpha() and forms[0].exact >= "\u0600":
            check_marks(article, word, forms[0].exact)
            checked += 1
    return checked


def test_every_mark_is_a_form_of_what_was_asked(news: str):
    chance = random.Random(news)
    rows = [
        {
            "title": sprinkled(f"عودة النازحين {n}", chance),
            "text": sprinkled(body, chance),
        }
        for n, body in enumerate(
            (
                "أعلنت المؤسسة عن افتتاح مكتبتها الجديدة في الميناء",
                "وللمكتبات العامة مسئولون عن الكتب والمخطوطات",
                "قال أبو العلاء إن عبدالرحمن زار ابن خلدون في المدينة",
                "نزح ٣٬٠٠٠ شخص عن القريتين بعد السيول الأخيرة",
            )
        )
    ]

    assert ask_for_a_word_of_each(store(iter(rows)), chance) > len(rows) // 2


@pytest.mark.long
@needs_real_data
def test_every_mark_in_a_thousand_real_articles_is_too(engine: str):
    chance = random.Random(engine)
    rows = (
        {
            "title": sprinkled(row["title"], chance),
            "text": sprinkled(row["text"], chance),
        }
        for row in real_articles(1_000)
    )
    articles = store(rows)
    cache.clear()

    assert ask_for_a_word_of_each(articles, chance) > 700
