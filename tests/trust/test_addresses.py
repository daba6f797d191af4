"""No address and no value of a parameter is an error of ours."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from tests.conftest import Measured
from tests.trust.archive import Archive, addresses, patterns

pytestmark = pytest.mark.django_db

NUMBERS = ("0", "1", "2", "9" * 4, "2147483648", "9223372036854775808", "9" * 40)
VALUES = (
    *("", "0", "-1", "1", "2.5", "1e309", "NaN", "9223372036854775808", "9" * 60),
    *(
        "٣",
        "²",
        "\u202e",
        "\ud800",
        "\x00",
        "\r\n",
        "%",
        "_",
        "'\"",
        "\\",
        "[",
        "(" * 99,
    ),
    *("0000-00-00", "9999-12-31", "10000-01-01", "2014-02-30", "2014-08", "-5", "أمس"),
    *("true", "null", "{}", "[]", "a,b", "../..", "x" * 3_000, "ا" * 400, "a\x1fb"),
    *("<script>", "${7*7}", "{{7*7}}", "first", "newest", "count", "csv", "fold"),
)
STEP = re.compile(r"<(?:(\w+):)?(\w+)>")


def names_of_parameters() -> list[str]:
    """Give every name that the code reads of an address, as its texts tell it."""
    asked = re.compile(r"""(?:GET|query|data|params)\S{0,9}?[\[(]\s*["']([\w-]+)["']""")
    fields = re.compile(r"^    (\w+) = forms\.\w+\(|Parameter\(\s*\"(\w+)\"", re.M)
    found = {"page", "q", "sort", "cursor", "limit", "columns", "format"}
    for app in ("articles", "search", "portal"):
        for file in Path(settings.BASE_DIR, app).rglob("*.py"):
            text = file.read_text()
            found |= set(asked.findall(text))
            found |= {name for pair in fields.findall(text) for name in pair if name}
    return sorted(found)


def hostile_paths(chance: random.Random) -> Iterator[str]:
    """Give, for every pattern of the site, addresses with values that it can't want."""
    for _name, pattern in patterns():
        told = str(pattern.pattern)
        if told.startswith("^"):
            continue
        for _ in range(6 if "<" in told else 1):
            yield "/" + STEP.sub(
                lambda step: (
                    chance.choice(NUMBERS)
                    if step[1] == "int"
                    else quote(chance.choice(VALUES) or "x", errors="surrogatepass")
                ),
                told,
            )


def hostile_queries(chance: random.Random, names: list[str]) -> Iterator[str]:
    while True:
        some = [(name, chance.choice(VALUES)) for name in chance.sample(names, k=9)]
        yield urlencode(some, errors="surrogatepass")


def prefixes() -> Iterator[str]:
    for path in (
        "/web/",
        "/web/2014/",
        "/timegate/",
        "/timemap/link/",
        "/timemap/json/",
    ):
        for value in VALUES:
            yield path + quote(value, errors="surrogatepass", safe="")
            yield path + "http://a.example/" + quote(value, errors="surrogatepass")


def errors_of(client: Client, asked: list[str]) -> list[str]:
    found = []
    for address in asked:
        cache.clear()
        answer = client.get(address, headers={"Accept-Datetime": "x"})
        answer.getvalue()
        answer.close()
        if answer.status_code >= 500:
            found.append(f"{answer.status_code} {address[:300]}")
    return found


@pytest.mark.long
def test_no_address_is_an_error(archive: Archive, trust_figure: Measured) -> None:
    chance, names = random.Random(8), names_of_parameters()
    assert len(names) > 40
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("boss"))
    queries = hostile_queries(chance, names)
    pages = dict(addresses(archive, "published")).values()
    asked = [
        *hostile_paths(chance),
        *prefixes(),
        *(f"{page.partition('?')[0]}?{next(queries)}" for _ in "123" for page in pages),
    ]
    found = errors_of(client, asked)

    assert found == []
    trust_figure(
        f"{len(asked):,} hostile addresses of {len(names)} parameters: 0 errors"
    )


@pytest.mark.parametrize(
    "address",
    [
        f"/articles/{'9' * 40}/attachments/{'a' * 64}/",
        f"/browse/day/{2**63}/1/",
        "/browse/day/2147483648/0/",
        f"/browse/{'9' * 30}/",
        f"/articles/{'9' * 40}/",
    ],
)
def test_a_number_that_no_row_has_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
