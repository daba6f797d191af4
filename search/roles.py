"""What editors may do with the tables of the search."""

from functools import partial

from articles.roles import make_groups

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "محرر": {"synonymgroup": ("view", "add", "change")},
    "مراجع": {"synonymgroup": ("view", "add", "change", "delete")},
    "مدير": {"synonymgroup": ("view", "add", "change", "delete")},
}

make_search_groups = partial(make_groups, groups=GROUPS)
