"""Collections: what a reader keeps, and what others are shown of it."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article
from articles.views.exports import format_or_404
from search.collections.forms import CollectionForm, ItemForm, KeepForm
from search.collections.keeping import Full, keep, move, put_back, take_out
from search.collections.models import Collection, CollectionItem, Sharing, new_token
from search.views.collection_files import collection_download, files_of

signed_in = login_required(login_url="search:sign_in")


@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    """List the reader's own collections, and those that are for everyone."""
    public = Collection.objects.filter(sharing=Sharing.PUBLIC)
    context: dict[str, Any] = {"public": public[:200]}
    if request.user.is_authenticated:
        context["own"] = Collection.objects.filter(owner=request.user)
    return render(request, "collections/list.html", context)


@signed_in
def keep_page(request: HttpRequest, article: int) -> HttpResponse:
    """Let a reader choose the collection for an article; put it there when sent."""
    kept = get_object_or_404(Article.objects.public(), pk=article)
    form = KeepForm(request.user, kept, request.POST or None)  # type: ignore[arg-type]
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        collection = chosen["collection"] or Collection.objects.create(
            owner=cast(User, request.user), title=chosen["title"].strip()
        )
        try:
            keep(collection, kept, chosen["figure"], chosen["note"], chosen["tags"])
        except Full:
            form.add_error("collection", _("المجموعة ممتلئة."))
        else:
            return redirect(collection)
    return render(request, "collections/keep.html", {"form": form, "article": kept})


@signed_in
def collection_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the owner a collection with all that can be changed; change its head."""
    collection = _own(request, pk)
    form = CollectionForm(request.POST or None, instance=collection)
    if request.method == "POST" and form.is_valid():
        if "renew" in request.POST:
            collection.token = new_token()
        form.save()
        return redirect(collection)
    context = {
        "collection": collection,
        "form": form,
        "items": [(item, ItemForm(instance=item)) for item in collection.items.shown()],
        "removed": collection.items.filter(
            removed_at__isnull=False, article__in=Article.objects.public()
        ).select_related("article"),
        "address": (settings.SITE_URL or "") + collection.shared_url,
        "files": files_of("search:collection_file", collection.pk),
    }
    return render(request, "collections/collection.html", context)


@require_POST
@signed_in
def change_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an item: ``up``, ``down``, ``remove``, ``restore`` or its note."""
    item = get_object_or_404(CollectionItem, pk=pk, collection__owner=request.user)
    match request.POST.get("do"):
        case "up" | "down" as way if item.removed_at is None:
            move(item, up=way == "up")
        case "remove":
            take_out(item)
        case "restore":
            put_back(item)
        case "note":
            form = ItemForm(request.POST, instance=item)
            if form.is_valid():
                form.save()
    return redirect(item.collection)


@require_POST
@signed_in
def delete_collection(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a collection of one's own."""
    _own(request, pk).delete()
    return redirect("search:collections")


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Show a collection to whoever has its address."""
    collection = _shared(token)
    items = collection.items.shown()
    files = files_of("search:shared_file", token)
    context = {"collection": collection, "items": items, "files": files}
    answer = render(request, "collections/shared.html", context)
    answer["Referrer-Policy"] = "no-referrer"  # the address is the secret
    return answer


@require_safe
def shared_file(request: HttpRequest, token: str, form: str) -> HttpResponseBase:
    """Send a shared collection as a table, as references or as texts."""
    return collection_download(request, _shared(token), format_or_404(form))


@require_safe
@signed_in
def collection_file(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """Send a collection of one's own as a table, as references or as texts."""
    return collection_download(request, _own(request, pk), format_or_404(form))


def _own(request: HttpRequest, pk: int) -> Collection:
    return get_object_or_404(Collection, pk=pk, owner=request.user)


def _shared(token: str) -> Collection:
    return get_object_or_404(
        Collection.objects.exclude(sharing=Sharing.PRIVATE), token=token
    )
