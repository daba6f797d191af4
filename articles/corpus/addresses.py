"""When two addresses of the web are one page.

The key of an address leaves out what servers and readers change without changing the
page, after the canonical forms that web archives look captures up by (SURT of the
Internet Archive, RFC 3986 section 6.2), and nothing else:

- http and https, a leading ``www.``, the default port, the user and the fragment
  (``#!`` is kept: it names a page) are dropped; the host is lower case and ASCII;
- percent-encoding is made uniform: what needs none is decoded, all else is UTF-8 in
  capitals; dot segments, doubled slashes and a slash at the end of the path go;
- parameters are sorted; those that only follow a reader about (``utm_*``, ``fbclid``)
  or name a session are dropped. All others are kept: ``?id=7`` names the article.

The letters of path and parameters keep their case.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from hashlib import sha256
from urllib.parse import quote, quote_from_bytes, urlsplit

LONGEST_KEY = 1000
"""Longer keys end in the hash of the whole: an index must be able to hold them."""

_SCHEME = re.compile(r"(?:https?):/*", re.IGNORECASE)  # proxies join slashes
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))", re.IGNORECASE)
_WWW = re.compile(r"www\d{0,2}\.(?=[^.]+\.)")
_ENCODED = re.compile(rb"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
)
_IN_PATH = "/:@!$&'()*+,;=-._~%"
_IN_QUERY = "/:@!$'()*,;?-._~%"
_FOLLOWING = re.compile(
    r"utm_\w+|(?:fb|g|y|ms|tw|dc)clid|gclsrc|wbraid|gbraid|igsh(?:id)?|mc_[ce]id"
    r"|_ga|_gl|_hs(?:enc|mi)|at_(?:medium|campaign)|phpsessid|jsessionid|aspsessionid\w*"
    r"|cfid|cftoken",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?;]*", re.IGNORECASE)


def address_key(url: str) -> str:
    """Give what two addresses of one page have in common, in ASCII; "" for none.

    >>> address_key("https://www.Example.com:443/a/../أخبار/?utm_source=x&b=2&a=1#top")
    'example.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?a=1&b=2'
    >>> address_key("http://example.com/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1?a=1&b=2")
    'example.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?a=1&b=2'
    """
    url = unicodedata.normalize("NFC", url.strip())
    bare = _SCHEME.sub("", url, count=1) if _SCHEME.match(url) else url
    if not bare:
        return ""
    if bare == url and _OTHER_SCHEME.match(url):
        return _fitted(quote(url, safe=_IN_PATH + "?#"))
    try:
        parts = urlsplit("//" + bare.lstrip("/"))
        host = _host(parts.hostname or "", parts.port)
    except ValueError:  # an address nobody could open: its letters are its key
        return _fitted(quote(bare, safe=_IN_PATH + "?"))
    key = host + _path(parts.path)
    if query := _query(parts.query):
        key += f"?{query}"
    if parts.fragment.startswith("!"):
        key += f"#{_uniform(parts.fragment, _IN_QUERY + '=&')}"
    return _fitted(key)


def names_a_page(key: str) -> bool:
    """Tell whether a key is of one page, not of the front of a site or of nothing.

    What a front page shows today is another article than tomorrow.

    >>> names_a_page(address_key("https://example.com/")), names_a_page("a.example/7")
    (False, True)
    """
    _host_part, slash, rest = key.partition("/")
    return bool(slash and rest)


def ascii_address(url: str) -> str:
    """Write an address so that it can stand in a header: percent-encoded, one line."""
    return quote(url.strip(), safe=_IN_PATH + "?#[]")


def _host(name: str, port: int | None) -> str:
    name = name.rstrip(".").lower()
    if not name.isascii():
        with suppress(UnicodeError):  # no name a registry would take is encoded below
            name = name.encode("idna").decode("ascii")
    name = _WWW.sub("", quote(name, safe="-._~:%"))
    return name if port in (None, 80, 443) else f"{name}:{port}"


def _path(path: str) -> str:
    steps: list[str] = []
    for step in _uniform(_SESSION_IN_PATH.sub("", path), _IN_PATH).split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/" + "/".join(steps)


def _query(query: str) -> str:
    named = (pair for pair in query.split("&") if pair)
    kept = [
        _uniform(pair.replace("+", " "), _IN_QUERY + "=")
        for pair in named
        if not _FOLLOWING.fullmatch(pair.partition("=")[0])
    ]
    return "&".join(sorted(kept))


def _uniform(text: str, safe: str) -> str:
    """Percent-encode one way, whatever way it was; bytes that are no UTF-8 stay."""

    def decoded(match: re.Match[bytes]) -> bytes:
        code = int(match[1], 16)
        return bytes([code]) if code in _UNRESERVED else match[0].upper()

    data = _ENCODED.sub(decoded, text.encode("utf-8", "surrogatepass"))
    data = re.sub(rb"%(?![0-9A-F]{2})", b"%25", data)
    return quote_from_bytes(data, safe=safe)


def _fitted(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    return key[: LONGEST_KEY - 64] + sha256(key.encode()).hexdigest()


def is_web_address(url: str) -> bool:
    """Tell what a link may lead to from what would run or read: «javascript:».

    >>> is_web_address("https://a.example/خبر"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return url.startswith(("http://", "https://"))
