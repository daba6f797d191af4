"""The description of the API as OpenAPI 3.1, made from the table of operations."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search.api.endpoints import Operation
from search.api.operations import OPERATIONS
from search.api.parameters import LARGEST_ID
from search.api.records import SCHEMAS

VERSION = "1.0.0"
BASE = "/api/v1"

_ERRORS = {
    400: "المعاملات لا تُقرأ",
    401: "الرمز غير معروف أو سُحب",
    404: "لا شيء هنا، أو المؤشر ليس لهذا السؤال",
    429: "أسئلة كثيرة في دقيقة",
}


@require_safe
@cache_control(public=True, max_age=3600)
def openapi(request: HttpRequest) -> HttpResponse:
    """Send the description."""
    response = JsonResponse(document(), json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def document() -> dict[str, Any]:
    """Describe every operation of the table."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.SITE_NAME,
            "version": VERSION,
            "description": _("المقالات المنشورة وحدها، للقراءة وحدها."),
        },
        "servers": [{"url": settings.SITE_URL or "/"}],
        "paths": {
            f"{BASE}/{operation.path}": {"get": _described(operation)}
            for operation in OPERATIONS
        },
        "security": [{}, {"token": []}],
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {
                str(status): {
                    "description": told,
                    "content": _content({"$ref": "#/components/schemas/Error"}),
                }
                for status, told in _ERRORS.items()
            },
        },
    }


def _described(operation: Operation) -> dict[str, Any]:
    parameters = [parameter.described for parameter in operation.parameters]
    if "{id}" in operation.path:
        number = {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}
        parameters.append(
            {"name": "id", "in": "path", "required": True, "schema": number}
        )
    return {
        "operationId": operation.name,
        "summary": str(operation.title),
        "description": str(operation.says),
        "parameters": parameters,
        "responses": {
            "200": {
                "description": str(operation.title),
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": _content(operation.gives),
            },
            "304": {"description": _("لم يتغيّر شيء")},
            **{
                str(status): {"$ref": f"#/components/responses/{status}"}
                for status in _ERRORS
            },
        },
    }


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
