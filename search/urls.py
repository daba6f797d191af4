"""Addresses of the questions across articles."""

from django.urls import path

from search import views

app_name = "search"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/advanced/", views.advanced, name="advanced"),
    path("search/help/", views.search_help, name="help"),
    path("search/concordance/", views.concordance_page, name="concordance"),
    path("search/concordance.csv", views.concordance_csv, name="concordance_csv"),
    path("method/search/", views.method_search, name="method"),
]
