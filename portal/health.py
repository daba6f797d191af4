"""Tells a load balancer whether this process can serve readers."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from articles.models import Article
from search.indexing.verification import verify


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where the database answers, 503 where it does not.

    ``?deep=1`` tells staff what a quick ``manage.py verify`` finds, 503 where it finds
    anything wrong; it is 403 to all others.
    """
    try:
        connection.ensure_connection()
        Article.objects.public().exists()
        if request.GET.get("deep"):
            return _deep(request)
    except Exception:
        return JsonResponse({"status": "unavailable"}, status=503)
    return JsonResponse({"status": "ok"})


def _deep(request: HttpRequest) -> JsonResponse:
    if not (request.user.is_active and request.user.is_staff):
        return JsonResponse({"status": "forbidden"}, status=403)
    checks = verify(quick=True)
    ok = all(check.ok for check in checks)
    told = {
        check.name: {"checked": check.checked, "faults": list(check.faults)}
        for check in checks
    }
    status = {"status": "ok" if ok else "faults", "checks": told}
    return JsonResponse(status, status=200 if ok else 503)
