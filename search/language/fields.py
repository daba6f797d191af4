"""A query as the fields of a form: written in the language, and read back from it.

What no field can hold stays as it is written, among the words; so reading a query into
fields and writing it again never changes what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from search.language.amounts import read_amounts
from search.language.lexer import FIELDS, Lexeme, lex
from search.language.periods import read_period

TextField = Literal["title", "outlet", "section", "author"]

_TEXT_FIELDS: tuple[TextField, ...] = ("title", "outlet", "section", "author")


@dataclass(frozen=True, slots=True)
class QueryFields:
    """What a form of advanced search asks, each field "" where it asks for nothing.

    ``words`` may hold anything of the language. Days are ISO dates, ``low`` and
    ``high`` numbers as a reader writes them.
    """

    words: str = ""
    phrase: str = ""
    either: str = ""
    without: str = ""
    title: str = ""
    outlet: str = ""
    section: str = ""
    author: str = ""
    since: str = ""
    until: str = ""
    low: str = ""
    high: str = ""
    noun: str = ""


def write_query(fields: QueryFields) -> str:
    """Write fields in the language of search.

    >>> write_query(QueryFields(words="نازح", either="سوريا العراق", title="هدنة"))
    'عنوان:هدنة (سوريا أو العراق) نازح'
    """
    either = [_source(value) for value in _values(fields.either)]
    parts = [_field(name, getattr(fields, name)) for name in _TEXT_FIELDS]
    parts += [f"-{_source(value)}" for value in _values(fields.without)]
    parts.append(_range("date", fields.since, fields.until, ""))
    parts.append(f"({' أو '.join(either)})" if len(either) > 1 else "".join(either))
    parts.append(_quoted(fields.phrase) if fields.phrase.strip() else "")
    parts.append(fields.words.strip())
    # A number takes the word after it for what is counted, so it comes last.
    low = fields.low.strip() or ("0" if fields.noun.strip() else "")
    parts.append(_range("figure", low, fields.high, fields.noun))
    return " ".join(part for part in parts if part)


def read_query(text: str) -> QueryFields:
    """Read a query into fields, as far as they can hold it.

    >>> read_query('"دير الزور" -حلب مصدر:سانا')
    QueryFields(words='', phrase='دير الزور', either='', without='حلب', title='', \
outlet='سانا', section='', author='', since='', until='', low='', high='', noun='')
    """
    clauses = list(_clauses(lex(text)))
    if any(clause[0].kind in {"or", "and", "close"} for clause in clauses):
        return QueryFields(words=text.strip())
    fields = QueryFields()
    for clause in clauses:
        fields = _placed(fields, clause)
    return fields


Clause = list[Lexeme]


def _clauses(lexemes: list[Lexeme]) -> Iterator[Clause]:
    """Cut a query into what stands side by side in it; a group stays together."""
    clause: Clause = []
    depth = 0
    figure = False
    for lexeme in lexemes:
        if figure and lexeme.kind not in {"word", "phrase"}:
            yield clause
            clause, figure = [], False
        clause.append(lexeme)
        depth += (lexeme.kind == "open") - (lexeme.kind == "close" and depth > 0)
        if depth or lexeme.kind in {"minus", "not", "field"}:
            continue
        number = len(clause) > 1 and clause[-2].field == "figure"
        if number and clause[0].field == "figure":
            figure = True  # what is counted may follow
            continue
        yield clause
        clause, figure = [], False
    if clause:
        yield clause


def _placed(fields: QueryFields, clause: Clause) -> QueryFields:
    """Put a clause into the field it is meant for, or among the words."""
    placed = _in_field(fields, clause) if clause[0].kind == "field" else None
    match [lexeme.kind for lexeme in clause]:
        case ["phrase"] if not fields.phrase and not clause[0].slop:
            placed = replace(fields, phrase=clause[0].text)
        case ["minus" | "not", "word" | "phrase"]:
            value = _source(clause[1])
            placed = replace(fields, without=f"{fields.without} {value}".strip())
        case ["open", *_, "close"] if not fields.either and _alternatives(clause):
            values = " ".join(_source(value) for value in clause[1:-1:2])
            placed = replace(fields, either=values)
    verbatim = " ".join((fields.words, _written(clause))).strip()
    return placed or replace(fields, words=verbatim)


def _in_field(fields: QueryFields, clause: Clause) -> QueryFields | None:
    name, values = clause[0].field, clause[1:]
    if name in _TEXT_FIELDS and not getattr(fields, name):
        return _in_text_field(fields, name, values)
    if name == "date" and len(values) == 1 and not (fields.since or fields.until):
        period = read_period(values[0].text)
        if period:
            since, until = (
                day.isoformat() if day else "" for day in (period.since, period.until)
            )
            return replace(fields, since=since, until=until)
    if name == "figure" and not (fields.low or fields.high):
        return _in_figure(fields, values)
    return None


def _in_text_field(
    fields: QueryFields, name: str, values: Clause
) -> QueryFields | None:
    kinds = {value.kind for value in values}
    if len(values) == 1 and kinds <= {"word", "phrase"} and not values[0].slop:
        is_name = name != "title"
        text = values[0].text if is_name else _source(values[0])
        return replace(fields, **{name: text})
    if name == "title" and kinds == {"open", "word", "close"} and len(values) > 3:
        return replace(fields, title=_written(values[1:-1]))
    return None


def _in_figure(fields: QueryFields, values: Clause) -> QueryFields | None:
    bounds = values[0].text if values else ""
    amounts = read_amounts(bounds)
    if amounts is None or (bounds.lstrip()[:1] in {"<", ">"} and "=" not in bounds):
        return None
    if len(values) > 2 or _written(values[1:]).strip("~*=:") != _written(values[1:]):
        return None
    low, high = (
        f"{at:f}" if at is not None else "" for at in (amounts.low, amounts.high)
    )
    return replace(fields, low=low, high=high, noun=_written(values[1:]))


def _alternatives(clause: Clause) -> bool:
    values, joins = clause[1:-1:2], clause[2:-1:2]
    return (
        len(values) == len(joins) + 1 > 1
        and all(value.kind in {"word", "phrase"} for value in values)
        and all(join.kind == "or" for join in joins)
    )


def _values(text: str) -> list[Lexeme]:
    return [lexeme for lexeme in lex(text) if lexeme.kind in {"word", "phrase"}]


def _field(name: TextField, text: str) -> str:
    text = " ".join(text.split())
    if not text:
        return ""
    values = _values(text)
    if name != "title":
        value = text if len(values) == 1 and " " not in text else _quoted(text)
    elif len(values) == 1:
        value = _source(values[0])
    else:
        value = f"({' '.join(_source(value) for value in values)})"
    return f"{FIELDS[name][0]}:{value}"


def _range(name: str, low: str, high: str, noun: str) -> str:
    low, high, noun = low.strip(), high.strip(), " ".join(noun.split())
    if not (low or high):
        return ""
    counted = f" {_quoted(noun) if ' ' in noun else noun}" if noun else ""
    return f"{FIELDS[name][0]}:[{low} إلى {high}]{counted}"


def _quoted(text: str) -> str:
    inside = "".join(" " if char in '"«»\u201c\u201d\u201e' else char for char in text)
    return f'"{" ".join(inside.split())}"'


def _written(lexemes: Clause) -> str:
    line = ""
    for lexeme in lexemes:
        line += _source(lexeme)
        line += "" if lexeme.kind in {"minus", "field", "open"} else " "
    return line.strip().replace(" )", ")")


def _source(lexeme: Lexeme) -> str:
    match lexeme.kind:
        case "phrase":
            return f'"{lexeme.text}"' + (f"~{lexeme.slop}" if lexeme.slop else "")
        case "field":
            return f"{lexeme.text}:"
        case "range":
            return f"[{lexeme.text}]"
        case _:
            return lexeme.text
