"""Reads Arabic news: pure functions from text to plain values.

Nothing here knows Django, files or the clock. All offsets are code points of the
text that was handed in, end exclusive.
"""

PARSER_VERSION = 8
"""Raised whenever the same text may be read differently: `manage.py reparse` then
brings stored articles up to date."""
