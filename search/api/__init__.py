"""The archive as data: read-only JSON under ``/api/v1/``, described by OpenAPI."""
