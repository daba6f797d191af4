"""Who may do what: the editors' groups and their permissions."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.management import create_permissions

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    # An editor brings texts in and mends them.
    "محرر": {
        "article": ("view", "add", "change"),
        "capture": ("view",),
        "figure": ("view", "add", "change"),
        "outlet": ("view", "add"),
        "outletrule": ("view", "add", "change"),
        "section": ("view", "add"),
        "author": ("view", "add"),
        "alias": ("view",),
        "upload": ("view", "add", "change"),
        "attachment": ("view", "add"),
        "columnprofile": ("view", "change"),
        "uploaditem": ("view", "change"),
        "reprint": ("view",),
        "figureverdict": ("view", "add", "change"),
        "figurereport": ("view", "change"),
        "name": ("view",),
    },
    # A reviewer also decides what readers see, and keeps the headings.
    "مراجع": {
        "article": ("view", "add", "change", "review", "publish", "withdraw"),
        "capture": ("view",),
        "figure": ("view", "add", "change", "delete"),
        "outlet": ("view", "add", "change"),
        "outletrule": ("view", "add", "change", "switch"),
        "section": ("view", "add", "change"),
        "author": ("view", "add", "change"),
        "alias": ("view",),
        "upload": ("view", "add", "change"),
        "attachment": ("view", "add", "delete"),
        "columnprofile": ("view", "change"),
        "uploaditem": ("view", "change"),
        "reprint": ("view", "add", "change"),
        "figureverdict": ("view", "add", "change"),
        "figurereport": ("view", "change"),
        "name": ("view", "change"),
    },
    # A manager may also delete.
    "مدير": {
        "article": (
            *("view", "add", "change", "delete"),
            *("review", "publish", "withdraw"),
        ),
        "capture": ("view",),
        "figure": ("view", "add", "change", "delete"),
        "outlet": ("view", "add", "change", "delete"),
        "outletrule": ("view", "add", "change", "delete", "switch"),
        "section": ("view", "add", "change", "delete"),
        "author": ("view", "add", "change", "delete"),
        "alias": ("view", "delete"),
        "upload": ("view", "add", "change", "delete"),
        "attachment": ("view", "add", "delete"),
        "columnprofile": ("view", "change", "delete"),
        "uploaditem": ("view", "change", "delete"),
        "reprint": ("view", "add", "change"),
        "figureverdict": ("view", "add", "change"),
        "figurereport": ("view", "change"),
        "name": ("view", "change"),
    },
}


def make_groups(
    *,
    app_config: Any,
    using: str = "default",
    groups: Mapping[str, Mapping[str, tuple[str, ...]]] = GROUPS,
    **_: Any,
) -> None:
    """Bring the groups' rights in an app to what its table says (``post_migrate``).

    Permissions in other apps are left alone.
    """
    from django.contrib.auth.models import Group, Permission

    create_permissions(app_config, verbosity=0, using=using)
    permissions = {
        permission.codename: permission
        for permission in Permission.objects.using(using).filter(
            content_type__app_label=app_config.label
        )
    }
    for name, models in groups.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        group.permissions.remove(*permissions.values())
        group.permissions.add(
            *(
                permissions[f"{action}_{model}"]
                for model, actions in models.items()
                for action in actions
            )
        )
