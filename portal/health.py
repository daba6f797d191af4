"""Tells a load balancer whether this process can serve readers."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from articles.models import Article


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where the database answers, 503 where it does not."""
    try:
        connection.ensure_connection()
        Article.objects.public().exists()
    except Exception:
        return JsonResponse({"status": "unavailable"}, status=503)
    return JsonResponse({"status": "ok"})
