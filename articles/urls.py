"""Addresses of articles and of the lists they stand in."""

from django.urls import path

app_name = "articles"

urlpatterns: list = []
