"""Web pages: the article's words, and what the page says of it."""

import json

import pytest

from articles.readers import ReadError, Refusal
from articles.readers.html.reader import HtmlReader
from tests.articles.readers.builders import BODY, LEAD, MORE, TITLE, page


def read(content, charset=None):
    content = content.encode() if isinstance(content, str) else content
    [document] = HtmlReader().read("صفحة.html", content, charset=charset)
    return document


def hints(head, **parts):
    return dict(read(page(head, **parts)).hints)


def json_ld(**told):
    body = json.dumps({"@type": "NewsArticle", **told}, ensure_ascii=False)
    return f'<script type="application/ld+json">{body}</script>'


def meta(**told):
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in told.items()
    )


def test_the_text_is_the_title_and_the_body_without_menus():
    document = read(page())
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert document.media_type == "text/html"
    assert document.content == page().encode()


def test_json_ld_tells_all_of_an_article():
    head = json_ld(
        headline=TITLE,
        datePublished="2018-05-12T09:30:00+03:00",
        author={"@type": "Person", "name": "ليلى الحداد"},
        publisher={"name": "صحيفة الميناء"},
        articleSection=["اقتصاد"],
        url="https://harbour.example/1",
    )
    assert hints(head) == {
        "title": TITLE,
        "published": "2018-05-12T09:30",
        "outlet": "صحيفة الميناء",
        "section": "اقتصاد",
        "byline": "ليلى الحداد",
    }
    assert read(page(head)).url == "https://harbour.example/1"


def test_open_graph_tells_it_where_json_ld_is_broken():
    head = '<script type="application/ld+json">{"headline": oops</script>' + meta(
        og__title=TITLE,
        og__site_name="صحيفة الميناء",
        article__published_time="2018-05-12",
        article__section="اقتصاد",
        og__url="https://harbour.example/1",
    )
    assert hints(head) == {
        "title": TITLE,
        "published": "2018-05-12",
        "outlet": "صحيفة الميناء",
        "section": "اقتصاد",
    }


def test_json_ld_is_found_inside_a_graph():
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": "Article", "headline": TITLE}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert hints(head, title="x")["title"] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        f"{TITLE} - صحيفة الميناء",
        f"{TITLE} | صحيفة الميناء",
        f"صحيفة الميناء :: {TITLE}",
        f"{TITLE} - اقتصاد - صحيفة الميناء",
    ],
)
def test_the_outlet_is_cut_from_the_title(title):
    head = meta(og__title=title, og__site_name="صحيفة الميناء")
    assert hints(head)["title"] == TITLE
    if "اقتصاد" not in title:  # the heading of the page tells that one
        assert hints(head, body=f"<p>{LEAD}</p><p>{MORE}</p>")["title"] == TITLE


@pytest.mark.parametrize(
    ("tags", "published"),
    [
        (
            '<time itemprop="datePublished" datetime="2018-05-12T09:30">',
            "2018-05-12T09:30",
        ),
        ('<time datetime="2018-05-12">أمس</time>', "2018-05-12"),
        ("<time>12 أيار 2018</time>", "2018-05-12"),
        ('<span itemprop="datePublished">12 أيار 2018</span>', "2018-05-12"),
        ('<time itemprop="dateModified" datetime="2018-05-14">', None),
        (
            '<time datetime="2018-05-12"></time><time datetime="2018-05-11"></time>',
            None,
        ),
    ],
)
def test_the_date_is_of_publication_not_of_a_change_or_another_article(tags, published):
    body = f"{tags}<p>{LEAD}</p><p>{MORE}</p>"
    assert hints("", body=body).get("published") == published


def test_the_address_tells_the_day_where_nothing_else_does():
    head = '<link rel="canonical" href="https://harbour.example/2018/05/12/news">'
    assert hints(head)["published"] == "2018-05-12"


@pytest.mark.parametrize(
    "author",
    [
        "صحيفة الميناء",
        "(بيروت - صحيفة الميناء)",
        "https://x.example/ly",
        "@ly",
        "admin",
    ],
)
def test_an_author_that_is_no_person_is_not_told(author):
    head = meta(og__site_name="صحيفة الميناء", author=author)
    assert "byline" not in hints(head)


@pytest.mark.parametrize("paragraphs", [2, 9])
def test_a_lead_that_stands_beside_the_story_comes_first(paragraphs):
    story = "".join(
        f"<p>{MORE.replace('45', str(n))}</p>" for n in range(45, 45 + paragraphs)
    )
    body = (
        f"<h1>{TITLE}</h1><div class='b-lead'><div><p>{LEAD}</p></div></div>"
        f"<div class='article-text'>{story}</div>"
    )
    document = read(page(meta(og__description=LEAD[:90] + "..."), body=body))
    assert document.text.startswith(f"{TITLE}\n\n{LEAD}\n\n{MORE}")
    assert document.text.count(LEAD) == 1


def test_a_text_told_in_json_ld_serves_where_the_page_shows_less():
    head = json_ld(headline=TITLE, articleBody=BODY * 3)
    assert MORE in read(page(head, body="<p>اقرأ المزيد</p>")).text


def test_the_rules_for_visitors_are_no_part_of_the_article():
    rules = "نرحب بآرائكم، ويرجى الالتزام بشروط الاستخدام وفق سياسة الخصوصية للموقع."
    body = f"<p>{LEAD}</p><p>{MORE}</p><p>{rules}</p>"
    assert rules not in read(page(body=body)).text


CHARSETS = {
    "utf-8": ("utf-8", ""),
    "declared": ("cp1256", '<meta charset="windows-1256">'),
    "declared the old way": (
        "cp1256",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
    ),
    "not declared": ("cp1256", ""),
    "declared wrongly": ("cp1256", '<meta charset="utf-8">'),
    "declared as latin": ("cp1256", '<meta charset="iso-8859-1">'),
    "iso": ("iso8859-6", '<meta charset="iso-8859-6">'),
    "utf-16": ("utf-16", ""),
}


@pytest.mark.parametrize("name", CHARSETS)
def test_a_page_is_decoded_whatever_it_declares(name):
    charset, head = CHARSETS[name]
    plain = page(head).replace("،", ",")
    document = read(plain.encode(charset))
    assert document.text == f"{TITLE}\n\n{BODY}".replace("،", ",")


def test_an_editors_choice_is_believed():
    assert read(page().encode("cp1256"), charset="cp1256").charset == "cp1256"


def test_a_few_broken_bytes_do_not_spoil_a_page():
    broken = page(body=f"<p>{LEAD}</p>" + f"<p>{MORE}</p>" * 9).encode()
    broken = broken.replace("عامين".encode(), "عامي".encode() + b"\xd9", 1)
    document = read(broken)
    assert LEAD in document.text
    assert document.note
    assert read(broken, charset=document.charset) == document


def test_a_latin_page_is_not_read_as_arabic():
    french = "Élève à l'école, été déjà passé, forêt brûlée. " * 20
    content = page(body=f"<p>{french}</p>", title="Été").encode("latin-1", "ignore")
    assert "école" in read(content).text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"%PDF-1.7 \x00\x01\xff\xfe", Refusal.WRONG_TYPE),
        (BODY.encode(), Refusal.WRONG_TYPE),
        (b"<html><body><img src='x'></body></html>", Refusal.NO_TEXT),
        (b"<html></html>", Refusal.NO_TEXT),
    ],
)
def test_what_is_no_page_is_refused(content, reason):
    with pytest.raises(ReadError) as fault:
        read(content)
    assert fault.value.reason_code is reason


def test_scripts_never_become_text():
    body = f"<p>{LEAD}</p><script>alert('نص')</script><p>{MORE}</p>"
    assert "alert" not in read(page(body=body)).text


def test_old_pages_of_tables_and_line_breaks_have_paragraphs_too():
    third = MORE.replace("45", "61")
    story = f"<font size=4>{LEAD}<br><br>{MORE}<br> <br>{third}</font>"
    body = (
        "<table><tr><td><a href='/'>الرئيسية</a></td>"
        f"<td><b>{TITLE}</b><br><br>{story}</td></tr></table>"
    )
    assert read(page(body=body)).text.endswith(f"{LEAD}\n\n{MORE}\n\n{third}")


def test_a_table_of_figures_stays_in_the_text():
    table = "<table><tr><td>السفن</td><td>320</td></tr></table>"
    body = f"<p>{LEAD}</p>{table}<p>{MORE}</p>"
    text = read(page(body=body)).text
    assert text.index(LEAD) < text.index("320", text.index("السفن")) < text.index(MORE)


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("السبت 12 أيار 2018", "2018-05-12"),
        ("نشر في: 12/5/2018 - 09:30", "2018-05-12T09:30"),
        ("آخر تحديث: 14/5/2018", None),
        ("رقم العدد 1850", None),
    ],
)
def test_the_date_shown_under_the_heading_serves_where_the_markup_tells_none(
    shown, published
):
    body = (
        f"<div>1 حزيران 2024</div><h1>{TITLE}</h1><div class='x'>{shown}</div>"
        f"<div><p><b>{LEAD[:9]}</b>{LEAD[9:]}</p><p>{MORE}</p></div><p>2 أيار 2017</p>"
    )
    assert hints("", body=body).get("published") == published
