"""Why two claims were judged as they were."""

from __future__ import annotations

from enum import StrEnum


class Because(StrEnum):
    """One ground of a judgement; the pages say it in words."""

    KIND = "kind"
    UNIT = "unit"
    NOUN = "noun"
    QUALITY = "quality"
    TOPIC = "topic"
    SUBJECT = "subject"
    PLACE = "place"
    FACILITY = "facility"
    ACTOR = "actor"
    EVENT = "event"
    PERIOD = "period"
    FAR_DATES = "far_dates"
    PART = "part"
    INCREASE = "increase"
    RATE = "rate"
    STANCE = "stance"
    FORECAST = "forecast"
    SAME_VALUE = "same_value"
    INTERVALS_MEET = "intervals_meet"
    ROUNDED = "rounded"
    LATER_AND_GROWN = "later_and_grown"
    SAYS_IT_CHANGED = "says_it_changed"
    INTERVALS_APART = "intervals_apart"
    OPPOSED_SOURCES = "opposed_sources"
    LOWER_LATER = "lower_later"
