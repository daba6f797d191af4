"""Addresses of the questions across articles."""

from django.urls import path

app_name = "search"

urlpatterns: list = []
