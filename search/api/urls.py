"""Addresses of the API, from the table of operations."""

from django.urls import path

from search.api.endpoints import endpoint, not_there
from search.api.openapi import openapi
from search.api.operations import OPERATIONS

app_name = "api"

urlpatterns = [
    path("openapi.json", openapi, name="openapi"),
    *(
        path(
            operation.path.replace("{id}", "<int:pk>"),
            endpoint(operation),
            name=operation.name,
        )
        for operation in OPERATIONS
    ),
    path("", not_there),
    path("<path:rest>", not_there),
]
