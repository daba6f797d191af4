"""No control character and no trick of direction is stored, whatever brings it."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from articles.forms.fields import BodyField, NameField
from articles.ingest import ingest
from articles.models import Article, Outlet
from articles.readers.files import read_file
from tests.conftest import Measured
from tests.factories import ArticleFactory

CODES = [
    code
    for code in (*range(0x20000), *range(0xE0000, 0xE0080), *range(0xFFFE, 0x10000))
    if unicodedata.category(chr(code)) in ("Cc", "Cf") or code & 0xFFFE == 0xFFFE
]
"""Every control and format character, and the noncharacters at the end of planes."""

VISIBLE = {*range(0x0600, 0x0606), 0x06DD, 0x08E2, 0x0890, 0x0891}
"""Signs of Arabic numbers and prayers: format characters that are seen."""
JOINING = {0x200C, 0x200D}
DIRECTION_MARKS = {0x061C, 0x200E, 0x200F}
BREAKS = {ord(sign) for sign in "\t\n"}


def stay(code: int, *, in_text: bool) -> bool:
    """Tell whether a character may be stored in a text, or in a name."""
    shown = VISIBLE | JOINING
    return code in (shown | DIRECTION_MARKS | BREAKS if in_text else shown)


def forbidden_in(text: str, *, in_text: bool) -> set[str]:
    return {
        f"U+{ord(sign):04X}"
        for sign in text
        if ord(sign) in set(CODES) and not stay(ord(sign), in_text=in_text)
    }


def test_no_form_takes_them(trust_figure: Measured) -> None:
    for code in CODES:
        told = f"وكالة {chr(code)}الميناء"
        for field, in_text in ((NameField(), False), (BodyField(), True)):
            try:
                kept = field.clean(told)
            except ValidationError:
                continue
            assert forbidden_in(kept, in_text=in_text) == set(), hex(code)
            assert (chr(code) in kept) == stay(code, in_text=in_text) or code < 33
    trust_figure(f"{len(CODES)} characters in forms: 0 kept that are forbidden")


FIELDS = ("title", "outlet", "section", "author", "agency", "dateline")


A_FEW = 6


def rows() -> Iterator[bytes]:
    """Write articles that have a few characters each in all they can tell."""
    for at in range(0, len(CODES), A_FEW):
        code, sign = CODES[at], "".join(map(chr, CODES[at : at + A_FEW]))
        row = {name: f"{name} {code} في{sign}المرفأ" for name in FIELDS}
        body = f"قالت بلدية{sign} المرفأ إن {code} عائلة عادت{sign} إلى بيوتها اليوم."
        row["url"] = f"https://marfa.example/{code}{sign}/a{sign}"
        yield json.dumps(row | {"text": body}).encode() + b"\n"


def stored_texts(article: Article) -> Iterator[tuple[str, str, bool]]:
    """Give each text that is stored of an article, and whether it is no name."""
    for name in ("title", "byline", "agency", "dateline_place", "url"):
        yield name, getattr(article, name), False
    for name in ("outlet", "section", "author"):
        heading = getattr(article, name)
        yield name, heading.name if heading else "", False
    yield "body", article.body, True
    for figure in article.figures.all():
        yield "figure", figure.quote + (figure.noun or ""), True
    for capture in article.captures.all():
        yield "source", capture.source, False


@pytest.mark.long
@pytest.mark.django_db
def test_no_file_brings_them_in(trust_figure: Measured) -> None:
    names, content = "".join(map(chr, CODES[:60])), b"".join(rows())
    list(ingest(read_file(f"أخبار{names}.jsonl", content)))
    articles = Article.objects.prefetch_related("figures", "captures")
    assert articles.count() > 0.8 * len(CODES) / A_FEW
    texts = found = 0
    for article in articles.select_related("outlet", "section", "author"):
        for name, text, in_text in stored_texts(article):
            texts += 1
            bad = forbidden_in(text, in_text=in_text)
            assert bad == set(), (name, article.pk)
            found += bool(bad)
    trust_figure(f"{len(CODES)} characters in {texts:,} stored texts: {found} left")


@pytest.mark.long
@pytest.mark.django_db
def test_no_editor_stores_them_by_hand(client: Client, trust_figure: Measured) -> None:
    client.force_login(User.objects.create_superuser("boss"))
    article, kept = ArticleFactory(), 0
    some = CODES[::6]
    for code in some:
        sign = chr(code)
        told = f"قبل{sign}بعد {code}"
        client.post(
            reverse("admin:articles_outlet_add"),
            {"name": f"مصدر {told}", "time_zone": "UTC", "_save": "1"},
        )
        change = reverse("admin:articles_article_change", args=[article.pk])
        form = client.get(change).context["adminform"].form
        data = {one.html_name: one.value() or "" for one in form}
        data |= {one.html_initial_name: one.value() or "" for one in form}
        texts = dict.fromkeys(("title", "byline", "agency", "dateline_place"), told)
        client.post(change, data | texts | {"body": f"{told} عادت 180 عائلة."})
        article.refresh_from_db()
        kept += article.title.endswith(f"بعد {code}")
        for name, text, in_text in stored_texts(article):
            assert forbidden_in(text, in_text=in_text) == set(), (name, hex(code))
    for name in Outlet.objects.values_list("name", flat=True):
        assert forbidden_in(name, in_text=False) == set()
    assert kept > len(some) // 2
    trust_figure(f"{len(some)} characters typed into six fields: 0 forbidden are kept")


def test_every_plane_is_looked_at() -> None:
    assert {0x202E, 0x2066, 0x200B, 0xFEFF, 0xE0041, 0xFFFE, 0x1FFFF} <= set(CODES)
    assert max(CODES) <= sys.maxunicode
