"""Saved searches: what a reader follows, privately."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from search.collections.models import new_token
from search.saved.following import TooMany, put_back, save_search, take_out, tell
from search.saved.forms import NewSearchForm, SavedSearchForm
from search.saved.letters import of_token, unsubscribe
from search.saved.models import Frequency, SavedSearch
from search.views.collections import signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def saved_searches(request: HttpRequest) -> HttpResponse:
    """List the searches a reader saved; save the one that the search page sends."""
    form = NewSearchForm(request.POST) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return _page(request, _complaints(form) if form else [])
    owner, fields = cast(User, request.user), form.cleaned_data
    try:
        save_search(owner, fields["query"], fields["name"])
    except TooMany:
        return _page(request, [_("لا مكان لبحث آخر؛ احذف مما حفظته.")])
    return redirect("search:saved")


@require_POST
@signed_in
def change_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a search: its name and letters, ``pause``, ``resume``, ``remove``…"""
    saved = get_object_or_404(SavedSearch, pk=pk, owner=request.user)
    match request.POST.get("do"):
        case "change":
            form = SavedSearchForm(request.POST, instance=saved)
            if not form.is_valid():
                return _page(request, wrong=form)
            saved.save(update_fields=["name"])
            tell(saved, form.cleaned_data["frequency"])
        case "pause" | "resume" as wish:
            saved.active = wish == "resume"
            saved.save(update_fields=["active"])
        case "renew":
            saved.token = new_token()
            saved.save(update_fields=["token"])
        case "remove":
            take_out(saved)
        case "restore":
            put_back(saved)
    return redirect("search:saved")


@csrf_exempt  # mail programs post it by themselves; the signed address is the right
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_page(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether the letters are to end; end them when sent, without signing in."""
    saved = of_token(token)
    if saved is None:
        raise Http404
    if request.method == "POST":
        unsubscribe(saved)
        saved.frequency = Frequency.NONE
    ended = saved.frequency == Frequency.NONE
    answer = render(request, "saved/unsubscribe.html", {"saved": saved, "ended": ended})
    answer["Referrer-Policy"] = "no-referrer"  # the address is the secret
    return answer


def _page(
    request: HttpRequest,
    complaints: Sequence[str] = (),
    wrong: SavedSearchForm | None = None,
) -> HttpResponse:
    own = SavedSearch.objects.filter(owner=cast(User, request.user))
    rows = [
        (saved, wrong if wrong and wrong.instance.pk == saved.pk else _form(saved))
        for saved in own.filter(removed_at=None).select_related("owner")
    ]
    context = {
        "rows": rows,
        "removed": own.filter(removed_at__isnull=False),
        "complaints": complaints,
        "site": settings.SITE_URL or request.build_absolute_uri("/").rstrip("/"),
    }
    status = 400 if wrong or complaints else 200
    return render(request, "saved/list.html", context, status=status)


def _complaints(form: NewSearchForm) -> list[str]:
    return [str(told) for errors in form.errors.values() for told in errors]


def _form(saved: SavedSearch) -> SavedSearchForm:
    return SavedSearchForm(instance=saved, auto_id=f"id_{saved.pk}_%s")
