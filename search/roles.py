"""What editors may do with the tables of the search."""

from functools import partial

from articles.roles import make_groups

OWN_TOKENS = {"apitoken": ("view", "add", "change", "delete")}
"""Everyone's own: the desk shows nobody's to anybody else."""

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "محرر": {**OWN_TOKENS, "synonymgroup": ("view", "add", "change")},
    "مراجع": {**OWN_TOKENS, "synonymgroup": ("view", "add", "change", "delete")},
    "مدير": {**OWN_TOKENS, "synonymgroup": ("view", "add", "change", "delete")},
}

make_search_groups = partial(make_groups, groups=GROUPS)
