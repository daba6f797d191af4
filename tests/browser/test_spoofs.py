"""What pretends to be another name is read as it is spelled, and moves nothing else.

Direction signs made «gpj.exe» look like «exe.jpg»: https://trojansource.codes
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any, cast

import pytest

from articles.ingest import ingest
from articles.models import Article
from articles.readers.files import read_file
from search.indexing import outbox
from tests.browser.browser import Browser
from tests.browser.visual_order import order_of_unicode, titles_as_seen
from tests.conftest import Measured
from tests.factories import ArticleFactory, OutletFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LRE, RLE, PDF = "\u202a", "\u202b", "\u202c"  # embeddings and their end
LRO, RLO = "\u202d", "\u202e"  # overrides
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"  # isolates and their end
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"  # marks

SPOOFS = [
    f"تقرير{RLO}fdp.exe",
    f"report{RLO}gpj.exe",
    f"{RLO}erafrah-la ةديرج",
    f"{LRO}جريدة المرفأ 2014",
    f"المرفأ{LRI}Reuters",
    f"{RLI}Reuters{PDI}{RLO}swen",
    f"{FSI}Harbour{RLO} 123{PDF}",
    f"وكالة{RLE} 1 < 2 {LRE}abc",
    f"المرفأ{LRM} 12{RLM}:34{ALM} 56",
    f"pay{PDI}{PDI}{PDF}pal المرفأ",
    f"الميناء {RLO}{LRI}{RLO}{LRI} 2-1",
    "a\U000e0065\u2062\u200bdmin المرفأ",
]
TRICKS = {
    sign for spoof in SPOOFS for sign in spoof if unicodedata.category(sign) == "Cf"
}
TEXT = "قالت بلدية المرفأ إن {} عائلة عادت إلى بيوتها في الميناء القديم أمس."

_META = """
return [...document.querySelectorAll(".row")].map(row => [
  row.querySelector("h3 a").textContent,
  [...row.querySelectorAll(".meta > *")].map(part => {
    const box = part.getBoundingClientRect();
    return [part.textContent.trim(), box.left, box.right, box.top];
  }),
]);
"""


def meta_rows(browser: Browser) -> dict[str, Any]:
    """Give what stands below each title of a list, with the places of its parts."""
    return dict(cast(list[Any], browser.driver.execute_script(_META)))


def test_what_files_pretend_is_read_in_the_order_it_is_spelled(
    browser: Browser, live_server: Any, trust_figure: Measured
) -> None:
    rows = (
        {"title": f"{spoof} {at}", "outlet": spoof, "text": TEXT.format(at)}
        for at, spoof in enumerate(SPOOFS)
    )
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    list(ingest(read_file("أخبار.jsonl", lines.encode())))
    titles = list(Article.objects.values_list("title", flat=True))
    assert len(titles) == len(SPOOFS)
    assert not TRICKS & set("".join(titles))

    browser.look(f"{live_server.url}/browse/latest/", 1280, "light")
    browser.picture("spoofs", 1280)
    assert titles_as_seen(browser) == {
        title: order_of_unicode(title) for title in titles
    }
    trust_figure(f"{len(titles)} spoofs from a file, each read as it is spelled")


def test_a_name_that_turns_its_line_turns_itself_alone(
    browser: Browser, live_server: Any, trust_figure: Measured
) -> None:
    for at, spoof in enumerate(SPOOFS):  # put there past all that cleans names
        ArticleFactory(title=f"ا{at}", outlet=OutletFactory(name=spoof, slug=f"o{at}"))
    outbox.drain()
    browser.look(f"{live_server.url}/browse/latest/", 1280, "light")
    browser.picture("spoofs-stored", 1280)
    rows = meta_rows(browser)
    assert len(rows) == len(SPOOFS)
    for title, parts in rows.items():
        lefts = [left for _text, left, _right, _top in parts]
        rights = [right for _text, _left, right, _top in parts]
        assert len({top for *_box, top in parts}) == 1, title
        assert all(
            right <= left for left, right in zip(lefts, rights[1:], strict=False)
        ), parts
    trust_figure(f"{len(rows)} spoofs stored by force: nothing beside them moves")
